/**
 * `virtual:sources`: what the numbers mean and where they are from, as the core tells it when the page is built.
 * The page imports it when a reader opens the drawer; the first view does without.
 */
import type { Plugin } from 'vite';

import { loadCore } from './whole-core.ts';

const NAME = 'virtual:sources';

export function sources(folder: string): Plugin {
  return {
    name: 'sources',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const core = await loadCore(folder);
      // Parsing a string is quicker than reading the same as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(core.sources()))});`;
    },
  };
}
