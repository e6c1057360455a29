// What a move of a slider costs: ours beside what draws nothing, raw SVG, and four chart libraries.
//
// The others have the same sliders, a sentence of the same numbers, and a figure of 358 × 280 px with the same three
// curves at 512 points (bench/peers/), computed in closed form; ours is the whole page, with one figure and another. All
// are opened in turn, some times over, in one Chromium at 390 px. Each of the three sliders is dragged with a mouse of the
// DevTools protocol, a move whenever the last one is handled and a pause has passed that does not keep step with the
// frames; the first moves are not counted. A move lasts from the making of its event to the showing of the first frame
// with all that its handlers did. Script, style with layout, and paint are the main thread's time over all moves. All of
// it is read from the same trace.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

import { build } from 'esbuild';

import { serve } from '../tests/browser/support/server.mjs';
import { prices, SLIDERS, valueAt } from './peers/mine.js';
import { traced } from './trace.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const BUNDLES = here('../target/bench/');
const PEERS = {
  'draws nothing': 'nothing',
  'raw SVG': 'svg',
  'uPlot': 'uplot',
  'Chart.js': 'chartjs',
  'Observable Plot': 'plot',
  'ECharts': 'echarts',
};
/** Our page with the figure that the others draw, with that which it opens on, and with the heaviest. */
const OURS = { Breakeven: 'tariff', 'Breakeven: true': 'true', 'Breakeven: time': 'time' };

const ROUNDS = 3;
const WARM_UP = 12;
const MOVES = 48;
/** ms between moves, and as much again at random. */
const PAUSE = 16;

/** Measures at each of `slowdowns` and prints a table of each. `dist` holds our page, `core` the core for Node. */
export async function compareMoves(browser, { dist, core, viewport, slowdowns }) {
  checkAgainst(core);
  const bundles = await bundle();
  const page = await readFile(here('peers/page.html'), 'utf8');
  const intercept = ({ url }, response) => {
    const name = url.match(/^\/peers\/(\w+)\.html$/)?.[1];
    if (!name) return false;
    const head = bundles.has(`${name}.css`) ? `<link rel="stylesheet" href="${name}.css">` : '';
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(page.replace('<body></body>', `${head}<body><script src="${name}.js"></script></body>`));
    return true;
  };
  const server = await serve({ '/': dist, '/peers/': BUNDLES }, { intercept });
  const places = Object.entries(PEERS).map(([name, file]) => [name, `/peers/${file}.html`]);
  places.push(...Object.entries(OURS).map(([name, view]) => [name, `/index.html#1~quoted-40000~${view}`]));
  try {
    for (const slowdown of slowdowns) {
      /** By its name what was measured of each slider. */
      const measured = new Map(places.map(([name]) => [name, SLIDERS.map(() => [])]));
      for (let round = 0; round < ROUNDS; round += 1) {
        // Each time another one is the first.
        for (const [name, path] of [...places.slice(round), ...places.slice(0, round)]) {
          const runs = await drag(browser, server.origin + path, viewport, slowdown);
          runs.forEach((run, slider) => measured.get(name)[slider].push(run));
        }
      }
      console.log(`\na move of a slider, CPU ${slowdown}×, ms: from the event to the shown frame; per move on the main thread`);
      print('all three', measured, (sliders) => sliders.flat());
      SLIDERS.forEach(({ id }, i) => print(id, measured, (sliders) => sliders[i]));
    }
  } finally {
    await server.close();
  }
}

/** The closed form is the model's: else the peers would draw something else, or less. */
function checkAgainst(core) {
  const { inputs } = core.scenarios().find(({ id }) => id === 'quoted-40000');
  const { hashrate: _, difficulty: __, ...mine } = inputs;
  const positions = [0, 0.1, 0.35, 0.5, 0.62, 0.9, 1];
  for (const tariff of positions) {
    for (const efficiency of positions) {
      for (const hashrate of positions) {
        const at = [tariff, efficiency, hashrate];
        const values = SLIDERS.map((slider, i) => valueAt(slider, at[i]));
        SLIDERS.forEach(({ id }, i) => assert.equal(values[i], core.slider_value(id, at[i])));
        const report = core.evaluate({ ...mine, tariff: values[0], efficiency: values[1], hashrate: values[2] });
        const exact = [report.shutdown_price, report.cash_price, report.all_in_price];
        prices(...values).forEach((price, i) => {
          assert.ok(Math.abs(price / exact[i] - 1) < 1e-9, `${price} is not ${exact[i]} at ${values}`);
        });
      }
    }
  }
}

/** A script for each peer, in target/ and never in dist/; the names of what was written. */
async function bundle() {
  const { metafile } = await build({
    entryPoints: Object.values(PEERS).map((file) => here(`peers/${file}.js`)),
    outdir: BUNDLES,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    metafile: true,
  });
  return new Set(Object.keys(metafile.outputs).map((path) => path.split('/').at(-1)));
}

/** Opens a page and drags its first three sliders: what the trace of each tells. */
async function drag(browser, address, viewport, slowdown) {
  const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const runs = [];
    for (let i = 0; i < SLIDERS.length; i += 1) {
      const slider = page.locator('input[type=range]').nth(i);
      await slider.scrollIntoViewIfNeeded();
      const { x, y, width, height } = await slider.boundingBox();
      const mouse = (type, position, more) => {
        const at = { x: x + width * position, y: y + height / 2 };
        return devtools.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', ...more });
      };
      const positionOf = (move) => 0.5 + 0.3 * Math.sin(move / 12);
      const moves = async (from, to) => {
        for (let move = from; move < to; move += 1) {
          await mouse('mouseMoved', positionOf(move), { buttons: 1 });
          await wait(PAUSE * (1 + Math.random()));
        }
      };
      await mouse('mousePressed', positionOf(0), { buttons: 1, clickCount: 1 });
      await moves(1, WARM_UP);
      runs.push(await traced(browser, page, () => moves(WARM_UP, WARM_UP + MOVES)));
      await mouse('mouseReleased', positionOf(WARM_UP + MOVES), { clickCount: 1 });
    }
    return runs;
  } finally {
    await context.close();
  }
}

/** A table of what `runsOf` takes. */
function print(title, measured, runsOf) {
  const heads = ['p50', 'p95', 'script', 'layout', 'paint', 'layouts', 'moves'];
  console.log(title.padEnd(18) + heads.map((head) => head.padStart(9)).join(''));
  for (const [name, sliders] of measured) {
    const runs = runsOf(sliders);
    const latencies = runs.flatMap(({ latencies }) => latencies).sort((a, b) => a - b);
    const quantile = (share) => latencies[Math.floor(share * (latencies.length - 1))];
    const perMove = (kind) => runs.reduce((sum, { work }) => sum + work[kind], 0) / (runs.length * MOVES);
    const numbers = [quantile(0.5), quantile(0.95), perMove('script'), perMove('layout'), perMove('paint')];
    const cells = [...numbers, perMove('layouts')].map((number) => number.toFixed(1).padStart(9));
    console.log(name.padEnd(18) + cells.join('') + String(latencies.length).padStart(9));
  }
}
