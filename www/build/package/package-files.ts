/** What lies beside the scripts of the npm package. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Plugin } from 'vite';

interface Options {
  /** The package's own, which names no version. */
  manifest: string;
  /** The one that does. */
  version: string;
}

const COPIED = [
  'dist/breakeven.d.ts',
  'dist/breakeven.html',
  'dist/custom-elements.json',
  'npm/README.md',
  'npm/react.d.ts',
  'npm/svelte.d.ts',
  'npm/vue.d.ts',
  'CHANGELOG.md',
  'LICENSE-APACHE',
  'LICENSE-MIT',
];

export function packageFiles({ manifest, version }: Options): Plugin {
  return {
    name: 'package-files',
    apply: 'build',
    async buildStart() {
      const read = async (file: string) => JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
      const { name, ...rest } = await read(manifest);
      const described = { name, version: (await read(version))['version'], ...rest };
      const emit = (fileName: string, source: string | Buffer): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      emit('package.json', `${JSON.stringify(described, undefined, 2)}\n`);
      for (const file of COPIED) emit(basename(file), await readFile(file));
    },
  };
}
