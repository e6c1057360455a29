/**
 * The script of `embed.html`. In a sandboxed frame every file is another origin's, and a module or a fetch would
 * need headers that few hosts send: so it is a classic script with the core inside.
 */
import type { Plugin } from 'vite';

import { classicScript } from './script.ts';

interface Options {
  entry: string;
  /** What the script needs to be bundled. */
  plugins: Plugin[];
}

const NAME = 'embed.js';

export function embed({ entry, plugins }: Options): Plugin {
  return {
    name: 'embed',
    apply: 'build',
    async buildStart() {
      this.emitFile({ type: 'asset', name: NAME, source: await classicScript(entry, plugins) });
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
        const attrs = { defer: true, src: address(NAME), 'data-translated': address('translated.js') };
        return {
          // Vite asks for style sheets as for modules, with a header that a host need not send.
          html: html.replaceAll(' crossorigin', ''),
          tags: [{ tag: 'script', attrs, injectTo: 'head' }],
        };
      },
    },
  };
}
