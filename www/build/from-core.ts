/**
 * Modules that the core writes when the page is built, and the page imports when a reader asks for them; the first
 * view does without. `virtual:sources`: what the numbers mean and where they are from, in words. `virtual:days`:
 * network and market on each day.
 */
import type { Plugin } from 'vite';

import { days } from './days.ts';
import { loadCore, type WholeCore } from './whole-core.ts';

const MODULES: Readonly<Record<string, (core: WholeCore) => unknown>> = {
  'virtual:sources': (core) => core.sources(),
  'virtual:days': days,
};

/** `folder` is that of the core, counted from the repository's root. */
export function fromCore(folder: string): Plugin {
  return {
    name: 'from-core',
    resolveId: (id) => (Object.hasOwn(MODULES, id) ? `\0${id}` : undefined),
    async load(id) {
      const write = MODULES[id.slice(1)];
      if (!write || !id.startsWith('\0')) return undefined;
      // Parsing a string is quicker than reading the same as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(write(await loadCore(folder))))});`;
    },
  };
}
