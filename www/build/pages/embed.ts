/**
 * The script of `embed.html`. In a sandboxed frame every file is another origin's, and a module or a fetch would
 * need headers that few hosts send: so it is a classic script with the core inside, and the rest of the core is another.
 */
import { readFile } from 'node:fs/promises';

import type { Plugin } from 'vite';

import { hashSource, inlineStyle } from '../styles/inline-style.ts';
import { styleSources } from '../styles/own-styles.ts';
import { classicScript } from '../scripts/script.ts';
import { preparedBeside, preparedScript } from '../core/prepared.ts';

interface Options {
  entry: string;
  /** What puts it into the page. */
  first: string;
  /** What the script needs to be bundled. */
  plugins: Plugin[];
  /** The folder of the core, from the repository's root. */
  core: string;
  /** What the core's first view does without, from there too. */
  rest: string;
}

const NAME = 'embed.js';
const REST = 'rest.js';
const PREPARED = 'prepared.js';

export function embed({ entry, first, plugins, core, rest }: Options): Plugin {
  let loader: string;
  return {
    name: 'embed',
    apply: 'build',
    async buildStart() {
      loader = (await classicScript(first)).trim();
      this.emitFile({ type: 'asset', name: NAME, source: await classicScript(entry, [preparedBeside(), ...plugins]) });
      const hex = (await readFile(rest)).toString('hex');
      this.emitFile({ type: 'asset', name: REST, source: `globalThis[Symbol.for("break-even rest")]="${hex}";` });
      this.emitFile({ type: 'asset', name: PREPARED, source: await preparedScript(core) });
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
          'data-rest': address(REST),
          'data-prepared': address(PREPARED),
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
