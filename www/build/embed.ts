/**
 * The script of `embed.html`. In a sandboxed frame every file is another origin's, and a module or a fetch would
 * need headers that few hosts send: so it is a classic script with the core inside.
 */
import type { Plugin } from 'vite';

import { hashSource, inlineStyle } from './inline-style.ts';
import { styleSources } from './own-styles.ts';
import { classicScript } from './script.ts';
import { toldApart, toldScript } from './told.ts';

interface Options {
  entry: string;
  /** What puts it into the page. */
  first: string;
  /** What the script needs to be bundled. */
  plugins: Plugin[];
  /** The folder of the core, from the repository's root. */
  core: string;
}

const NAME = 'embed.js';
const TOLD = 'told.js';

export function embed({ entry, first, plugins, core }: Options): Plugin {
  let loader: string;
  return {
    name: 'embed',
    apply: 'build',
    async buildStart() {
      loader = (await classicScript(first)).trim();
      this.emitFile({ type: 'asset', name: NAME, source: await classicScript(entry, [toldApart(), ...plugins]) });
      this.emitFile({ type: 'asset', name: TOLD, source: await toldScript(core) });
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle = {} }) {
        if (!filename.endsWith('embed.html')) return html;
        const address = (name: string): string => {
          const asset = Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name));
          if (!asset) throw new Error(`the bundle has no ${name}`);
          return `./${asset.fileName}`;
        };
        const attrs = {
          'data-script': address(NAME),
          'data-translated': address('translated.js'),
          'data-told': address(TOLD),
        };
        // A frame may be laid out while its style sheet is on the way, and would shift when it comes.
        const styled = inlineStyle(html, bundle);
        delete bundle[styled.file];
        return {
          html: styled.html
            .replace("style-src 'self'", `style-src ${styled.source} ${styleSources('element', 'assumptions')}`)
            .replace("script-src 'self'", `script-src 'self' ${hashSource(loader)} 'strict-dynamic'`),
          tags: [{ tag: 'script', attrs, children: loader, injectTo: 'body' }],
        };
      },
    },
  };
}
