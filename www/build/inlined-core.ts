/** `virtual:inlined-core`: the bytes of the core as text, to travel inside a script. */
import { readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

const NAME = 'virtual:inlined-core';
const FETCHED = /new URL\('[^']*\.wasm', import\.meta\.url\)/;

/** `module` is counted from the repository's root. */
export function inlinedCore(module: string): Plugin {
  return {
    name: 'inlined-core',
    enforce: 'pre',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      return `export default '${(await readFile(module)).toString('hex')}';`;
    },
    // The way in which the core's own script would fetch it is not gone, and the module would come along.
    transform(code, id) {
      return /\/(core|whole)\/breakeven\.js$/.test(id) ? code.replace(FETCHED, 'undefined') : undefined;
    },
  };
}
