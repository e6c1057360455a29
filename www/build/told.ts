/** `told.js`: all that the core told at the build, as a classic script for frames. See www/src/told-apart.ts. */
import type { Plugin } from 'vite';

import { told } from './from-core.ts';
import { loadCore } from './whole-core.ts';

/** `folder` is that of the core, counted from the repository's root. */
export async function toldScript(folder: string): Promise<string> {
  const core = await loadCore(folder);
  return `globalThis[Symbol.for("break-even told")]={sources:${told('sources', core)},days:${told('days', core)}};`;
}

/** Puts the script in the place of the modules. */
export function toldApart(): Plugin {
  return {
    name: 'told-apart',
    enforce: 'pre',
    resolveId(id, importer) {
      return id === './told.js' ? this.resolve('./told-apart.js', importer) : undefined;
    },
  };
}
