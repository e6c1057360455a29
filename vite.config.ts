import { defineConfig } from 'vite';

import { again } from './www/build/again.ts';
import { bareImport } from './www/build/bare-import.ts';
import { embed } from './www/build/embed.ts';
import { keepToFloor, TARGETS } from './www/build/floor.ts';
import { fromCore } from './www/build/from-core.ts';
import { heights } from './www/build/heights.ts';
import { inlinedCore } from './www/build/inlined-core.ts';
import { manifest } from './www/build/manifest.ts';
import { allowStyles, noteStyles } from './www/build/own-styles.ts';
import { packed } from './www/build/packed.ts';
import { preload } from './www/build/preload.ts';
import { scenarioImages } from './www/build/scenario-images.ts';
import { scenarioPages } from './www/build/scenario-pages.ts';
import { serviceWorker } from './www/build/service-worker.ts';
import { singleFile } from './www/build/single-file.ts';
import { stableScript } from './www/build/stable-script.ts';
import { staticAnswer } from './www/build/static-answer.ts';

/** The core with all that it can do. */
const core = 'www/whole';

/** The mine on which the pages open. */
const scenario = 'quoted-40000';

/** What a script needs that carries its core with it. */
const inside = () => [fromCore(core), inlinedCore('www/core/breakeven_bg.wasm')];

/** Scripts and styles of www/src/ that come later, and those that belong to one page alone. */
const LATER = ['assumptions', 'day', 'embed-dialog', 'framed', 'sheet', 'snippet', 'styles/assumptions', 'styles/embed-dialog', 'words'];
const OWN = ['breakeven', 'main', 'near', 'styles/embed', 'styles/page', 'tools', 'trusted'];

/** What the first view needs; what is asked for later imports from it. */
const FIRST = new RegExp(`/node_modules/|/www/(core|src)/(?!(?:${[...LATER, ...OWN].join('|')})\\.(?:ts|css))`);

export default defineConfig({
  root: 'www',
  // Relative, so that the folder works wherever it is copied to.
  base: './',
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
      input: { index: 'www/index.html', embed: 'www/embed.html', breakeven: 'www/src/breakeven.ts' },
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
    heights(),
    fromCore(core),
    preload(),
    again(),
    bareImport(),
    noteStyles(),
    allowStyles('index.html', 'element', 'assumptions', 'embed-dialog'),
    scenarioImages(core),
    staticAnswer({ core, scenario }),
    embed({ entry: 'www/src/embed.ts', first: 'www/src/embed-first.ts', plugins: inside(), core }),
    stableScript('www/src/host.ts', 'breakeven-host.js'),
    singleFile({ entry: 'www/src/single.ts', plugins: inside() }),
    // After the single file, which has no address; before the service worker, which has the pages' digests.
    scenarioPages({ core, scenario, address: process.env['BREAKEVEN_ADDRESS'] || undefined }),
    serviceWorker({
      entry: 'www/src/service-worker.ts',
      page: 'index.html',
      copied: ['icon.svg', 'manifest.webmanifest'],
    }),
    keepToFloor(),
    manifest({ whole: core, core: 'www/core' }),
    packed('dist'),
  ],
});
