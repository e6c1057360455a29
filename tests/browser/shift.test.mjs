// Nothing in an article moves when what was pasted into it comes: the page, the frame, the element, two of each.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { article, TEXT } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';
import { slowLine } from './support/slow.mjs';

const MOST = 0.01;
const mounts = { '/tools/': dist };
const WIDTHS = [[390, 844], [640, 900], [1280, 900]];

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
        globalThis.moved.push(`${node?.nodeName} ${previousRect.y}+${previousRect.height} → ${currentRect.y}+${currentRect.height}`);
      }
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

const live = (count) =>
  [...document.querySelectorAll('break-even')].filter((one) => one.shadowRoot?.querySelector('[part=slider]')).length === count;

/** Waits for all that was pasted, scrolling past it as a reader does, and says how much moved. */
async function shiftOf(page, form, count, far) {
  if (far) {
    await page.mouse.move(100, 100);
    for (let turns = 0; turns < 40; turns += 1) {
      await page.mouse.wheel(0, 300);
      await wait(100);
    }
  }
  if (form === 'frame') {
    for (let i = 0; i < count; i += 1) {
      await page.locator('iframe').nth(i).scrollIntoViewIfNeeded();
      await page.frameLocator('iframe').nth(i).locator('[part=slider]').first().waitFor({ timeout: 60_000 });
    }
  } else await page.waitForFunction(live, count, { timeout: 60_000 });
  await wait(500);
  const found = await page.evaluate(() => ({ shift: globalThis.shift, moved: globalThis.moved }));
  const inside = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(() => globalThis.shift)));
  return { ...found, shift: Math.max(found.shift, ...inside) };
}

// Most of each is waiting: for a line, for a reader who scrolls.
describe('while it comes', { concurrency: 3 }, () => {
  for (const fonts of ['narrow', 'wide']) {
    for (const [width, height] of WIDTHS) {
      for (const slow of [false, true]) {
        const line = slow ? 'at 400 kbit/s' : 'unthrottled';
        const options = () => ({ mounts, width, height, fonts, before: watch, line: slow ? slowLine() : undefined });
        test(`the page at ${width} px, ${line}, ${fonts} fonts: nothing moves`, async () => {
          await withPage({ path: 'tools/index.html', ...options() }, async ({ page }) => {
            const { shift, moved } = await shiftOf(page, 'page', 1, false);
            assert.ok(shift <= MOST, `${shift}: ${moved.join('; ')}`);
          });
        });

        for (const form of ['frame', 'element']) {
          // On the slow line two are shown, the first of which is one.
          for (const count of slow ? [2] : [1, 2]) {
            for (const far of [false, true]) {
              const name = `${count === 1 ? `the ${form}` : `two ${form}s`} ${far ? 'far below' : 'near the top'} at ${width} px, ${line}, ${fonts} fonts`;
              test(`${name}: nothing in the article moves`, async () => {
                const pasted = Array(count).fill(codes[form]).join(TEXT);
                const body = `${far ? TEXT.repeat(8) : TEXT.slice(0, TEXT.length / 3)}${pasted}${TEXT.repeat(8)}`;
                await withPage({ path: 'article.html', intercept: article(body), ...options() }, async ({ page }) => {
                  const { shift, moved } = await shiftOf(page, form, count, far);
                  assert.ok(shift <= MOST, `${shift}: ${moved.join('; ')}`);
                });
              });
            }
          }
        }
      }
    }
  }
});
