/** Lit's templates as HTML reads them: the blanks at the beginning of a line are one. */
import type { Plugin } from 'vite';

export function bareTemplates(): Plugin {
  return {
    name: 'bare-templates',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) =>
      /\/www\/src\/.*\.ts$/.test(id) ? { code: code.replace(TEMPLATE, (all) => all.replace(/\n +/g, '\n')), map: null } : undefined,
  };
}

/** From its opening to the end of its file: whatever lies between is code, to which blanks mean nothing either. */
const TEMPLATE = /html`[^]*/;
