/** Lets a module that did not come be asked for by another address: see www/src/load/later.ts. */
import type { Plugin } from 'vite';

/** Vite has put something of its own around the import, for style sheets that ours do not have. */
const LOADER =
  /(\((_again)\) => )(?:__vitePreload\(\(\) => )?(import\((?:"[^"]+"|'[^']+'|`[^`]+`))\)(?:, __VITE_PRELOAD__, import\.meta\.url\))?/g;
/** What then calls nobody: where it is made, given to other chunks, and taken from them. */
const UNUSED = /(?:var|const) __vitePreload = .*;|\b__vitePreload as \w+,?|\b\w+ as __vitePreload,?/g;

export function again(): Plugin {
  return {
    name: 'again',
    apply: 'build',
    renderChunk: {
      order: 'post',
      handler(code, { fileName }) {
        const bare = code.replaceAll(LOADER, '$1$3 + $2)').replaceAll(UNUSED, '');
        if (bare.includes('__vitePreload')) throw new Error(`${fileName} asks for a part by one address only: use later()`);
        return { code: bare, map: null };
      },
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const fixed = chunk.dynamicImports.filter((file) =>
            new RegExp(`import\\(["'\`]\\./${file.replace(/^.*\//, '')}["'\`]\\)`).test(chunk.code),
          );
          if (fixed.length > 0) throw new Error(`${chunk.fileName} asks for ${fixed.join(', ')} by one address only: use later()`);
        }
      },
    },
  };
}
