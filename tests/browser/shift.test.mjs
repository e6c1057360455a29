// Nothing in an article moves when what was pasted into it comes: the page, the frame, the element, two of each.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { painted } from './support/answer.mjs';
import { article, TEXT } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';
import { slowLine } from './support/slow.mjs';

const MOST = 0.01;
/** On a page with nothing around it: a line that halts in the middle of a text has it painted as far as it came. */
const HALTED = 0.001;
/** Where it halts in the middle of every text. */
const HALTED_EVERYWHERE = 0.003;
const mounts = { '/tools/': dist };

/**
 * In what they come, so that each two of the four meet. Room that is kept too low hangs on the width and the letters:
 * all six of those are here, and heights.test.mjs measures them. It is seen best by a reader who scrolls past while the
 * line is slow: so this is there at each width and in each of the fonts.
 */
const ARRIVALS = [
  { width: 390, height: 844, fonts: 'narrow', slow: true, far: true },
  { width: 390, height: 844, fonts: 'wide', slow: false, far: false },
  { width: 640, height: 900, fonts: 'wide', slow: true, far: true },
  { width: 640, height: 900, fonts: 'narrow', slow: false, far: false },
  { width: 1280, height: 900, fonts: 'narrow', slow: true, far: true },
  { width: 1280, height: 900, fonts: 'wide', slow: false, far: false },
  { width: 390, height: 844, fonts: 'narrow', slow: false, far: true },
  { width: 640, height: 900, fonts: 'narrow', slow: true, far: false },
];

const codes = {};
before(async () => {
  for (const [form, name] of [['frame', 'A frame'], ['element', 'The element']]) {
    await withPage({ path: 'tools/index.html#1~enegix~tariff~tariff_0.07', mounts }, async ({ page, origin }) => {
      await page.locator('[part=slider]').first().waitFor();
      await page.getByRole('button', { name: 'Embed' }).click();
      await page.getByRole('radio', { name }).check();
      codes[form] = (await page.getByLabel('Paste this').inputValue()).replaceAll(`${origin}/tools/`, './tools/');
    });
  }
});

/** The sum of all that moved without the reader's doing. */
function watch() {
  globalThis.shift = 0;
  globalThis.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (hadRecentInput) continue;
      globalThis.shift += value;
      for (const { node, previousRect, currentRect } of sources) {
        const [from, to] = [previousRect, currentRect].map(({ x, y, width, height }) => `${x} ${y} ${width}×${height}`);
        globalThis.moved.push(`${node?.nodeName} ${from} → ${to}`);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

const live = (count) =>
  [...document.querySelectorAll('break-even')].filter((one) => one.shadowRoot?.querySelector('[part=figure] svg text')).length === count;

/** Waits for all that was pasted, scrolling past it as a reader does, and says how much moved. */
async function shiftOf(page, form, count, far) {
  if (far) {
    await page.mouse.move(100, 100);
    const toGo = () => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
    for (let turns = 0; (await toGo()) > 1; turns += 1) {
      assert.ok(turns < 100, 'the end of the article is never reached');
      await page.mouse.wheel(0, 300);
      await painted(page);
    }
  }
  if (form === 'frame') {
    for (let i = 0; i < count; i += 1) {
      await page.locator('iframe').nth(i).scrollIntoViewIfNeeded();
      const figure = page.frameLocator('iframe').nth(i).locator('[part=figure] svg text').first();
      await figure.waitFor({ state: 'attached', timeout: 120_000 });
    }
  } else await page.waitForFunction(live, count, { timeout: 120_000 });
  await wait(500);
  const found = await page.evaluate(() => ({ shift: globalThis.shift, moved: globalThis.moved }));
  const inside = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(() => globalThis.shift)));
  return { ...found, shift: Math.max(found.shift, ...inside) };
}

// Most of each is waiting: for a line, for a reader who scrolls.
describe('while it comes', { concurrency: 3 }, () => {
  for (const { width, height, fonts, slow, far } of ARRIVALS) {
    const where = `at ${width} px, ${slow ? 'at 400 kbit/s' : 'unthrottled'}, ${fonts} fonts`;
    const options = () => ({ mounts, width, height, fonts, before: watch, line: slow ? slowLine() : undefined });
    test(`the page ${where}: nothing moves`, async () => {
      await withPage({ path: 'tools/index.html', ...options() }, async ({ page }) => {
        const { shift, moved } = await shiftOf(page, 'page', 1, false);
        assert.ok(shift <= MOST, `${shift}: ${moved.join('; ')}`);
      });
    });

    // Two of each: the first of them is one.
    for (const form of ['frame', 'element']) {
      test(`two ${form}s ${far ? 'far below' : 'near the top'} ${where}: nothing in the article moves`, async () => {
        const pasted = Array(2).fill(codes[form]).join(TEXT);
        const body = `${far ? TEXT.repeat(8) : TEXT.slice(0, TEXT.length / 3)}${pasted}${TEXT.repeat(8)}`;
        await withPage({ path: 'article.html', intercept: article(body), ...options() }, async ({ page }) => {
          const { shift, moved } = await shiftOf(page, form, 2, far);
          assert.ok(shift <= MOST, `${shift}: ${moved.join('; ')}`);
        });
      });
    }
  }

  for (const width of [390, 1280]) {
    test(`on a screen that has room for all of the page, ${width} px wide, nothing moves and no room is left empty`, async () => {
      await withPage({ path: 'tools/index.html', mounts, width, height: 2000, before: watch, line: slowLine() }, async ({ page }) => {
        const { shift, moved } = await shiftOf(page, 'page', 1, false);
        const [tools, footer] = await Promise.all(['.tools', 'footer'].map((one) => page.locator(one).boundingBox()));
        assert.ok(footer.y + footer.height < 2000, 'it is not all to be seen');
        assert.ok(shift <= HALTED, `${shift}: ${moved.join('; ')}`);
        const drawer = await page.locator('break-even details').last().boundingBox();
        // Some is kept for wider letters and longer words.
        assert.ok(tools.y - drawer.y - drawer.height < 160, `from ${drawer.y + drawer.height} to ${tools.y} there is nothing`);
      });
    });
  }

  for (const width of [390, 1280]) {
    test(`a page ${width} px wide that is painted in the middle of each text: nothing moves`, async () => {
      const options = { path: 'tools/index.html', mounts, width, height: 2000, before: watch, intercept: inPieces };
      await withPage(options, async ({ page }) => {
        const { shift, moved } = await shiftOf(page, 'page', 1, false);
        assert.ok(shift <= HALTED_EVERYWHERE, `${shift}: ${moved.join('; ')}`);
      });
    });
  }
});

/** Sends the page as a line does that halts again and again: its body in pieces of 150 bytes, each painted alone. */
async function inPieces({ url }, response) {
  if (!url.endsWith('/index.html')) return false;
  const html = await readFile(join(dist, 'index.html'), 'utf8');
  const body = html.indexOf('<break-even');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.write(html.slice(0, body));
  for (let at = body; at < html.length; at += 150) {
    response.write(html.slice(at, at + 150));
    await wait(40);
  }
  response.end();
  return true;
}
