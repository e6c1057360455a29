// Measures the core and the page in Chromium, as `cargo xtask bench` left them built.

import { readFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';

import { launch } from '../tests/browser/support/chromium.mjs';
import { serve } from '../tests/browser/support/server.mjs';
import { firstUsable } from './first-usable.mjs';
import { compareMoves } from './moves.mjs';

const folder = (path) => fileURLToPath(new URL(`../${path}/`, import.meta.url));
const PHONE = { width: 390, height: 844 };
const SLOWDOWNS = [1, 4];

const server = await serve({ '/': folder('dist'), '/whole/': folder('www/whole') });
const browser = await launch();
try {
  const busy = `${availableParallelism()} cores, of which others use ${loadavg()[0].toFixed(1)}`;
  console.log(`Chromium ${browser.version()}, ${PHONE.width} × ${PHONE.height} px; ${busy}`);
  const page = await browser.newPage({ viewport: PHONE });
  await page.goto(`${server.origin}/index.html`, { waitUntil: 'networkidle' });
  for (const [name, microseconds] of Object.entries(await page.evaluate(timeCore))) print(name, microseconds, 'µs');
  await page.close();

  const core = await import('../www/whole/breakeven.js');
  core.initSync({ module: await readFile(`${folder('www/whole')}breakeven_bg.wasm`) });
  await compareMoves(browser, { dist: folder('dist'), core, viewport: PHONE, slowdowns: SLOWDOWNS });

  console.log('\nfirst seen and first usable at 400 kbit/s, 400 ms, CPU 4×, from the first request for a file of ours');
  for await (const { name, times, requests } of firstUsable(browser, folder('dist'), PHONE)) {
    for (const [milestone, reached] of Object.entries(times)) print(`${name}: ${milestone}`, reached, 'ms');
    for (const { path, from, to, bytes } of requests) {
      // What was still on its way then has no end.
      const [start, end, size] = [from, to, bytes].map((number) => (number?.toFixed(0) ?? '').padStart(6));
      console.log(`  from${start} to${end} ms, ${size} bytes: ${path}`);
    }
  }
} finally {
  await browser.close();
  await server.close();
}

/** Runs in the page: the time of one call each, in µs, over batches that the clock can resolve. */
async function timeCore() {
  const core = await import(/** @type {string} */ ('/whole/breakeven.js'));
  await core.default();
  const { inputs } = core.scenarios().find(({ id }) => id === 'quoted-40000');
  const months60 = { ...inputs, lifetime: 60 };
  const svg = document.body.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
  const figure = new core.LiveFigure(svg);
  // Every call sees another tariff, as it would under a reader's thumb.
  const moved = (from, i) => ({ ...from, tariff: 0.02 + 0.0001 * (i % 1000) });
  const draw = (view, height, from) => figure.draw(view, from, 360, height);

  return {
    'report: three break-evens, 60 months, and the sentence': time((i) => core.evaluate(moved(months60, i))),
    'solve: the tariff of an all-in price, 60 months': time((i) => {
      core.solve(moved(months60, i), 'tariff', 'all-in', 100_000 + (i % 1000));
    }),
    'history: three series of 474 periods': time((i) => core.history(moved(inputs, i))),
    'figure as SVG text': time((i) => core.figure_svg('tariff', moved(inputs, i), 360, 280)),
    'update: report and live figure': time((i) => {
      const now = moved(inputs, i);
      core.evaluate(now);
      draw('tariff', 280, now);
    }),
  };

  function time(call) {
    const BATCHES = 60;
    const BATCH = 20;
    const times = [];
    for (let batch = -10; batch < BATCHES; batch += 1) {
      const start = performance.now();
      for (let i = 0; i < BATCH; i += 1) call(batch * BATCH + i + 1000);
      if (batch >= 0) times.push(((performance.now() - start) / BATCH) * 1000);
    }
    return times;
  }
}

function print(name, times, unit) {
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (share) => sorted[Math.floor(share * (sorted.length - 1))].toFixed(1).padStart(9);
  console.log(`${name.padEnd(56)} p50${quantile(0.5)} ${unit}   p95${quantile(0.95)} ${unit}   n=${times.length}`);
}
