/** `breakeven.html`: the calculator in one file, for a disk, a memory stick or an attachment. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin, Rolldown } from 'vite';

import { classicScript } from './script.ts';

interface Options {
  entry: string;
  /** What the script needs to be bundled. */
  plugins: Plugin[];
}

const PAGE = 'index.html';
const FILE = 'breakeven.html';
const LINK = /\s*<link rel="(?:preload|modulepreload|manifest)"[^>]*>/g;
const MODULE = /\s*<script type="module"[^>]*><\/script>/g;
const STYLE = /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/;
const PICTURE = /(?<=(?:src|href)=")\.\/([^"]+\.svg)(?=")/g;
const POLICY = /(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*(?=")/;

export function singleFile({ entry, plugins }: Options): Plugin {
  let copied: string;
  return {
    name: 'single-file',
    apply: 'build',
    configResolved(config) {
      copied = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const script = safe(await classicScript(entry, plugins));
        const read = (file: string): string => contentOf(bundle[file]) ?? readFileSync(join(copied, file), 'utf8');
        let style = '';
        const html = read(PAGE)
          .replaceAll(LINK, '')
          .replaceAll(MODULE, '')
          .replace(STYLE, (_, file: string) => `<style>${(style = read(file).trim())}</style>`)
          .replaceAll(PICTURE, (_, file: string) => `data:image/svg+xml,${encodeURIComponent(read(file))}`)
          .replace(POLICY, () => policy(script, style))
          .replace('</body>', () => `<script>${script}</script>\n  </body>`);
        const left = html.match(/(?:src|href)="(?!data:)[^"]*"/g);
        if (left) throw new Error(`${FILE} would still ask for ${left.join(', ')}`);
        this.emitFile({ type: 'asset', fileName: FILE, source: html });
      },
    },
  };
}

/** Only what is in the file may run, and nothing may be asked for. */
function policy(script: string, style: string): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** HTML must not take a part of the script for the end of it. */
function safe(script: string): string {
  return script.trim().replace(/<(?=!--|\/?script)/gi, '\\x3C');
}

function contentOf(found: Rolldown.OutputBundle[string] | undefined): string | undefined {
  if (!found) return undefined;
  return found.type === 'chunk' ? found.code : Buffer.from(found.source).toString();
}
