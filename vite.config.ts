import { defineConfig } from 'vite';

import { again } from './www/build/scripts/retried-imports.ts';
import { bareImport } from './www/build/scripts/bare-import.ts';
import { bareScripts } from './www/build/scripts/bare-scripts.ts';
import { embedScripts } from './www/build/scripts/embed-scripts.ts';
import { keepToFloor, TARGETS } from './www/build/checks/floor.ts';
import { bareGlue } from './www/build/core/bare-glue.ts';
import { fromCore } from './www/build/core/from-core.ts';
import { heights } from './www/build/pages/heights.ts';
import { inlinedCore } from './www/build/core/inlined-core.ts';
import { manifest } from './www/build/package/manifest.ts';
import { noteStyles } from './www/build/styles/own-styles.ts';
import { packed } from './www/build/checks/packed.ts';
import { pages } from './www/build/pages/pages.ts';
import { scenarioImages } from './www/build/pictures/scenario-images.ts';
import { said } from './www/build/words/said.ts';
import { serviceWorker } from './www/build/scripts/service-worker.ts';
import { stableScript } from './www/build/scripts/stable-script.ts';

/** The core with all that it can do. */
const core = 'www/whole';

/** What a script needs that carries its core with it: all of it, or the first part. */
const moduleOf = (part: 'bg' | 'first') => `www/core/breakeven_${part}.wasm`;
const inside = (part: 'bg' | 'first') => [bareGlue(), fromCore(core), inlinedCore(moduleOf(part))];

/** Scripts and styles of www/src/ that come later, and those that belong to one page alone. */
const LATER = [
  'element/assumptions',
  'element/files',
  'element/readout',
  'element/table',
  'element/taken',
  'element/working',
  'element/zip',
  'frame/frame-code',
  'model/day',
  'page/embed-dialog',
  'page/remembered',
  'page/sheet',
  'page/snippet',
  'styles/assumptions',
  'styles/embed-dialog',
  'styles/table',
  'styles/working',
];
const OWN = ['element/reserve', 'entry/[\\w-]+', 'load/when-near', 'page/tools', 'load/trusted', 'styles/embed', 'styles/page', 'styles/reserve', 'styles/single'];

/** What the first view needs; what is asked for later imports from it. */
const FIRST = new RegExp(`/node_modules/|/www/(core|src)/(?!(?:${[...LATER, ...OWN].join('|')})\\.(?:ts|css))`);

export default defineConfig({
  root: 'www',
  // Relative, so that the folder works wherever it is copied to.
  base: './',
  // What is not there is not found, as on any host, and no other page comes in its place.
  appType: 'mpa',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    ...TARGETS,
    // A data: URL would be refused by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: false,
    // Brotli is what counts, and `cargo xtask sizes` tells it.
    reportCompressedSize: false,
    rolldownOptions: {
      input: {
        index: 'www/src/entry/main.ts',
        breakeven: 'www/src/entry/breakeven.ts',
        // They will stand in the pages.
        page: 'www/src/styles/page.css',
        embed: 'www/src/styles/embed.css',
        single: 'www/src/styles/single.css',
      },
      // What others link to has a name that lasts, and keeps its exports.
      preserveEntrySignatures: 'exports-only',
      // Packing and drawing take most of the time, as they should.
      checks: { bundlerTimings: false },
      output: {
        // One script for all that the first view needs: in two, brotli would find less.
        codeSplitting: { groups: [{ name: 'start', test: FIRST }] },
        entryFileNames: ({ name }) => (name === 'breakeven' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  plugins: [
    said(),
    heights(),
    bareGlue(),
    fromCore(core),
    again(),
    bareImport(),
    bareScripts(),
    noteStyles(),
    scenarioImages(core),
    embedScripts({
      entry: 'www/src/entry/embed.ts',
      plugins: inside('first'),
      core,
      rest: 'www/core/breakeven_rest.wasm',
    }),
    stableScript('www/src/entry/host.ts', 'breakeven-host.js'),
    // Before the service worker, which has their digests.
    pages({
      core,
      scenario: 'quoted-40000',
      address: process.env['BREAKEVEN_ADDRESS'] || undefined,
      prerendered: { entry: 'www/src/entry/prerendered.ts', plugins: inside('bg') },
      loader: { entry: 'www/src/entry/embed-first.ts' },
      single: { entry: 'www/src/entry/single.ts', plugins: inside('bg'), module: moduleOf('bg') },
    }),
    serviceWorker({
      entry: 'www/src/entry/service-worker.ts',
      page: 'index.html',
      beside: ['icon.svg', 'manifest.webmanifest'],
    }),
    keepToFloor(),
    manifest({ whole: core, core: 'www/core' }),
    packed('dist'),
  ],
});
