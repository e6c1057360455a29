/** `sw.js`: the service worker of `index.html`, with the digests of the files that it keeps. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin, Rolldown } from 'vite';

import { bytesOf } from '../bundle.ts';
import { classicScript } from './script.ts';

interface Options {
  entry: string;
  page: string;
  /** What a browser asks for beside it: files of the bundle, or such as are copied as they are. */
  beside: string[];
}

export function serviceWorker({ entry, page, beside }: Options): Plugin {
  let publicDir: string;
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      ({ publicDir } = config);
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const named = mentioned(bundle, page);
        const first = new Set(mentioned(bundle, page, atOnce));
        const copied = (file: string): Buffer => readFileSync(join(publicDir, file));
        const digests = (files: string[]): Record<string, string> =>
          Object.fromEntries(files.sort().map((file) => [file, digest(bytesOf(bundle[file]))]));
        const files = {
          now: {
            ...digests(named.filter((file) => first.has(file))),
            ...Object.fromEntries(beside.map((file) => [file, digest(bundle[file] ? bytesOf(bundle[file]) : copied(file))])),
          },
          later: digests(named.filter((file) => !first.has(file))),
        };
        const version = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
        const code = await classicScript(entry);
        const source = `const FILES=${JSON.stringify({ version, ...files })};\n${code}`;
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

/** Whether a text names a file for more than what may come later: an import, or the way out without WebAssembly. */
function atOnce(text: string, name: string): boolean {
  if (name.startsWith('translated-')) return false;
  const places = text.split(name).slice(0, -1);
  return places.some((before) => !/import\(["'`]\.\/$/.test(before));
}

/** The page, and whatever it or one of its files mentions, as `counts` has it. */
function mentioned(bundle: Rolldown.OutputBundle, page: string, counts = isNamed): string[] {
  const found = new Set([page]);
  for (const file of found) {
    const text = bytesOf(bundle[file]).toString('latin1');
    for (const other of Object.keys(bundle)) {
      if (other.startsWith('assets/') && counts(text, other.slice('assets/'.length))) found.add(other);
    }
  }
  return [...found];
}

function isNamed(text: string, name: string): boolean {
  return text.includes(name);
}

function digest(bytes: Buffer): string {
  return `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
}
