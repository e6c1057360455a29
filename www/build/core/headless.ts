/** `core.js`: the core with all that it can do, in one module with its types, for Node and for every bundler. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import type { Plugin } from 'vite';

import { bareGlue } from './bare-glue.ts';
import { inlinedCore } from './inlined-core.ts';
import { moduleScript } from '../scripts/script.ts';
import { loadCore, type WholeCore } from './whole-core.ts';

interface Options {
  entry: string;
  /** The folder of the core, from the repository's root. */
  core: string;
  /** Without its endings. */
  fileName: string;
}

const NAME = 'virtual:whole-core';

/** The ways to load the core: the module has gone its own already. */
const LOADING = new Set<keyof WholeCore>(['default', 'initSync', 'imports', 'adopt']);

export function headless({ entry, core, fileName }: Options): Plugin {
  return {
    name: 'headless',
    apply: 'build',
    async buildStart() {
      const code = await moduleScript(entry, [bareGlue(), wholeCore(core), inlinedCore(join(core, 'breakeven_bg.wasm'))]);
      const types = coreTypes(await readFile(join(core, 'breakeven.d.ts'), 'utf8'));
      this.emitFile({ type: 'asset', fileName: `${fileName}.js`, source: code });
      this.emitFile({ type: 'asset', fileName: `${fileName}.d.ts`, source: types });
    },
  };
}

/** `virtual:whole-core`: what the core offers. */
function wholeCore(core: string): Plugin {
  return {
    name: 'whole-core',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      const names = Object.keys(await loadCore(core)).filter((name) => !LOADING.has(name as keyof WholeCore));
      return `export { ${names.join(', ')} } from ${JSON.stringify(resolve(core, 'breakeven.js'))};`;
    },
  };
}

const KNOWN = `
/** Where a project knows of pages; in one that does not, there is nothing to draw into. */
type LiveSvg = typeof globalThis extends { SVGSVGElement: { prototype: infer Live } } ? Live : never;

/** Where a project knows of \`using\`, it lets go of what the core holds for it. */
type LetGo = SymbolConstructor extends { readonly dispose: infer Name extends symbol } ? { [Key in Name]: () => void } : {};
`;

const DISPOSE = /^ *\[Symbol\.dispose\].*\n/gm;
const CLASS = /^export class (\w+) \{$/gm;

/** What wasm-bindgen declares, as far as it is offered, for projects that know of no page and of no \`dispose\` too. */
function coreTypes(declared: string): string {
  const [offered, loading] = declared.split(/^export type InitInput /m);
  if (!offered || !loading) throw new Error('wasm-bindgen declares the ways to load the core in another way now');
  const classes = [...offered.matchAll(CLASS)].map(([, name]) => name);
  if (offered.match(DISPOSE)?.length !== classes.length) throw new Error('wasm-bindgen declares what can be let go in another way now');
  const types = offered
    .replace(/^\/\* (?:tslint|eslint).*\n/gm, '')
    .replace(DISPOSE, '')
    .replaceAll('SVGSVGElement', 'LiveSvg');
  const letGo = classes.map((name) => `export interface ${name} extends LetGo {}\n`).join('');
  return `/** The core can be called at once; the first call compiles it. */\n${types.trim()}\n${KNOWN}${letGo}`;
}
