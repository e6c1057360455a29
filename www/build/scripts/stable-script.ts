/** A classic script under a name that lasts, for others to link to. */
import type { Plugin } from 'vite';

import { classicScript } from './script.ts';

export function stableScript(entry: string, fileName: string): Plugin {
  return {
    name: `stable-script ${fileName}`,
    apply: 'build',
    async buildStart() {
      this.emitFile({ type: 'asset', fileName, source: await classicScript(entry) });
    },
  };
}
