/** `virtual:inlined-core`: the bytes of the core as text, to travel inside a script. */
import { readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { letters } from './letters.ts';

const NAME = 'virtual:inlined-core';

/** `module` is counted from the repository's root. */
export function inlinedCore(module: string): Plugin {
  return {
    name: 'inlined-core',
    enforce: 'pre',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      return `export default '${letters(await readFile(module))}';`;
    },
  };
}
