/** `prepared.js`: what the numbers mean, told by the core at the build, as a classic script for frames. See www/src/model/prepared-for-embed.ts. */
import type { Plugin } from 'vite';

import { expressionOf } from './from-core.ts';
import { loadCore } from './whole-core.ts';

/** `folder` is that of the core, counted from the repository's root. */
export async function preparedScript(folder: string): Promise<string> {
  const core = await loadCore(folder);
  return `globalThis[Symbol.for("break-even prepared")]=${expressionOf('sources', core)};`;
}

/** Puts the script in the place of the modules. */
export function preparedForEmbed(): Plugin {
  return {
    name: 'prepared-for-embed',
    enforce: 'pre',
    resolveId(id, importer) {
      return id.endsWith('/prepared.js') ? this.resolve(id.replace(/prepared\.js$/, 'prepared-for-embed.js'), importer) : undefined;
    },
  };
}
