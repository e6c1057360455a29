/**
 * The scripts of `embed.html`. In a sandboxed frame every file is another origin's, and a module or a fetch would need
 * headers that few hosts send: so it is a classic script with the core inside, and the rest of the core is another.
 */
import { readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { letters } from '../core/letters.ts';
import { preparedForEmbed, preparedScript } from '../core/prepared.ts';
import { classicScript } from './script.ts';

interface Options {
  entry: string;
  /** What the script needs to be bundled. */
  plugins: Plugin[];
  /** The folder of the core, from the repository's root. */
  core: string;
  /** What the core's first view does without, from there too. */
  rest: string;
}

/** By the attributes in which the page tells where they are. */
export const EMBED_SCRIPTS = {
  'data-script': 'embed.js',
  'data-translated': 'translated.js',
  'data-rest': 'rest.js',
  'data-prepared': 'prepared.js',
};

export function embedScripts({ entry, plugins, core, rest }: Options): Plugin {
  return {
    name: 'embed-scripts',
    apply: 'build',
    async buildStart() {
      const emit = (kind: keyof typeof EMBED_SCRIPTS, source: string): void => {
        this.emitFile({ type: 'asset', name: EMBED_SCRIPTS[kind], source });
      };
      emit('data-script', await classicScript(entry, [preparedForEmbed(), ...plugins]));
      emit('data-rest', `globalThis[Symbol.for("break-even rest")]='${letters(await readFile(rest))}';`);
      emit('data-prepared', await preparedScript(core));
    },
  };
}
