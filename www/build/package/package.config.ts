/** The npm package: the scripts are built here, the rest is taken from dist/ and npm/. */
import { resolve } from 'node:path';

import { defineConfig } from 'vite';

import { TARGETS } from '../checks/floor.ts';
import { bareGlue } from '../core/bare-glue.ts';
import { fromCore } from '../core/from-core.ts';
import { headless } from '../core/headless.ts';
import { inlinedCore } from '../core/inlined-core.ts';
import { said } from '../words/said.ts';
import { packageFiles } from './package-files.ts';

const core = 'www/core';
const whole = 'www/whole';
const windowless = resolve('www/src/load/windowless.ts');

export default defineConfig({
  root: 'www',
  base: './',
  publicDir: false,
  build: {
    outDir: '../target/npm/package',
    emptyOutDir: true,
    ...TARGETS,
    lib: { entry: 'src/entry/packaged.ts', formats: ['es'], fileName: 'breakeven' },
    reportCompressedSize: false,
    rolldownOptions: {
      transform: { inject: { HTMLElement: [windowless, 'HTMLElement'], document: [windowless, 'document'] } },
      output: {
        // Vite leaves the blanks in a library: a third of what the core as JavaScript would weigh.
        minify: true,
        codeSplitting: { groups: [{ name: 'shared', test: /\/node_modules\/|\/www\/src\/(?:model\/(?:core|locale|prepared|words)|element\/(?:field|guard|live|reader)|load\/(?:later|pacing|rest|windowless))\.ts/ }] },
        chunkFileNames: ({ name }) => `${name.replace(/^_virtual_/, '')}.js`,
      },
    },
  },
  plugins: [
    said(),
    bareGlue(),
    fromCore(whole),
    inlinedCore(`${core}/breakeven_bg.wasm`),
    headless({ entry: 'www/src/entry/headless.ts', core: whole, fileName: 'core' }),
    packageFiles({ manifest: 'npm/package.json', version: 'package.json' }),
  ],
});
