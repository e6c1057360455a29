/** Our own scripts and the libraries in them without what is there for those who write them. */
import type { Plugin } from 'vite';

export function bareScripts(): Plugin {
  return {
    name: 'bare-scripts',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const bare = BARE.filter(([file]) => file.test(id));
      return bare.length ? { code: bare.reduce((code, [, what, by]) => code.replace(what, by), code), map: null } : undefined;
    },
  };
}

const LIT = /\/node_modules\/(@lit|lit|lit-html|lit-element)\//;
const GLUE = /\/(core|whole)\/breakeven\.js$/;

/** Of a file what is replaced, and by what. */
const BARE: readonly (readonly [file: RegExp, what: RegExp, by: string])[] = [
  // Templates as HTML reads them: the blanks at the beginning of a line are one. Whatever lies between two is code, to
  // which blanks mean nothing either.
  [/\/www\/src\/.*\.ts$/, /(?<=html`[^]*)\n +/g, '\n'],
  // What Lit says of templates and styles that it does not take: ours it takes.
  [LIT, /\bError\((["`])[^"]*?\1\)/g, 'Error()'],
  // What it has for engines without shadow roots, for pages rendered on a server, for decorators, and for counting its copies.
  [LIT, /\b\w\.(ShadyCSS|\w+(Polyfill|Hydrate)Support)\b/g, 'undefined'],
  [LIT, /\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g, '0'],
  [LIT, /static addInitializer.*?\}|removeController.*?\}|,void 0!==(\w)\.l&&\(.*?\)|,this\.constructor\.l\?\..*?\)\)/g, ''],
  [LIT, /case Object:case Array:(try\{.*?\}catch\(\w\)\{.*?\}|[^}]*)/g, ''],
  [LIT, /\b\w\(("elementProperties"|"finalized"|"properties")(,\w+)?\)/g, '$1'],
  [LIT, /Symbol\.metadata\?\?=.*?new WeakMap;|const (\w)=this\[Symbol\.metadata\].*?\}(?=this\._\$Eh)/g, ''],
  // What wasm-bindgen says of arguments, which TypeScript has looked at, and has for `using`, which nothing of ours says,
  // and for engines older than any in which we run.
  [GLUE, /\(typeof FinalizationRegistry === 'undefined'\)\s*\? .*\s*: /g, ''],
  [GLUE, / \+ \d \* 0\b| \* 1\b/g, ''],
  [GLUE, /\bError\(`[^`]*`\)/g, 'Error()'],
  [GLUE, /^ +(_assertClass\(|if \(char\d+ ).*$/gm, ''],
  [GLUE, /^if \(Symbol\.dispose\) .*$/gm, ''],
];
