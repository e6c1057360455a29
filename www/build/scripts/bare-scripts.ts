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

const GLUE = /\/(core|whole)\/breakeven\.js$/;

/** Of a file what is replaced, and by what. */
const BARE: readonly (readonly [file: RegExp, what: RegExp, by: string])[] = [
  // Templates as HTML reads them: the blanks at the beginning of a line are one. Whatever lies between two is code, to
  // which blanks mean nothing either.
  [/\/www\/src\/.*\.ts$/, /(?<=html`[^]*)\n +/g, '\n'],
  // What Lit says of templates and styles that it does not take: ours it takes.
  [/\/node_modules\/(@lit|lit|lit-html)\//, /\bError\((["`])[^"]*?\1\)/g, 'Error()'],
  // What wasm-bindgen says of arguments, which TypeScript has looked at, and has for `using`, which nothing of ours says,
  // and for engines older than any in which we run.
  [GLUE, /\(typeof FinalizationRegistry === 'undefined'\)\s*\? .*\s*: /g, ''],
  [GLUE, /\bError\(`[^`]*`\)/g, 'Error()'],
  [GLUE, /^if \(Symbol\.dispose\) .*$/gm, ''],
];
