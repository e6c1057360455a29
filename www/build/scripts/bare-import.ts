/**
 * Vite wraps every import that comes later in a helper that loads its style sheets first. Ours have none of their
 * own, and the helper weighs more than what it would load.
 */
import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

export function bareImport(): Plugin {
  return {
    name: 'bare-import',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : undefined),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && chunk.code.includes('__vite__mapDeps')) {
            throw new Error(`${chunk.fileName} has a later part with a style sheet of its own, which nothing would load`);
          }
        }
      },
    },
  };
}
