// The room that is kept free for what comes, and what becomes of it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { article, TEXT } from './support/article.mjs';
import { whole } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { framed, hosted, runs } from './support/framed.mjs';
import { dist, withPage } from './support/page.mjs';
import { totalShift } from './support/shifts.mjs';

/** A window in which all of it is seen. */
const TALL = 3000;
/** One that ends far above where it ends, px. */
const LOW = 600;
/** Under the last drawer, CSS pixels. */
const ROUNDING = 3;

for (const [query, what] of [['?view=bar', 'without a figure'], ['?compact', 'compact'], ['?controls=tariff', 'with one slider'], ['?controls=tariff+hours+opex+lifetime+resale', 'with five sliders']]) {
  test(`a frame ${what} gets the height of what it shows, at once and for good`, async () => {
    const late = { intercept: async (request) => (/\/embed-.*\.js$/.test(request.url) && (await wait(300)), false) };
    for (const width of [390, 1280]) {
      await framed(
        hosted((address) => `src="${address}${query}"`),
        async ({ page, frame }) => {
          const reserved = await page.locator('iframe').evaluate((one) => one.clientHeight);
          await runs(frame);
          await wait(300);
          await frame.locator('break-even').evaluate((element) => element.updateComplete);
          const [shown, body] = await frame.evaluate(() => [document.documentElement.scrollHeight, document.body.getBoundingClientRect().height]);
          assert.equal(await page.locator('iframe').evaluate((one) => one.clientHeight), reserved);
          assert.ok(shown <= reserved && reserved - body < 1, `${body} of ${reserved} at ${width} px`);
          const root = () => document.querySelector('break-even').shadowRoot.querySelector('.instrument').getBoundingClientRect().bottom;
          assert.ok(reserved - (await frame.evaluate(root)) < 260, 'little is left over beside three drawers');
        },
        { width, height: TALL, server: late },
      );
    }
  });
}

/** What a snippet keeps free before the element is there. */
const [, KEPT] = JSON.parse(await readFile(join(dist, 'embed/enegix.json'), 'utf8')).html.match(/padding-top:calc\((.*) \+ \d+px\)"/);

/** The element's own sides, and where the last thing in it ends. */
const ends = (element) => {
  const drawers = element.shadowRoot.querySelectorAll('.drawer');
  return { end: element.getBoundingClientRect().bottom, content: drawers[drawers.length - 1].getBoundingClientRect().bottom };
};

for (const width of [390, 1280]) {
  const element = `<style>break-even:not(:defined) { display: flow-root }
      break-even:not(:defined)::before { content: ''; float: left; font-size: medium; padding-top: ${KEPT} }</style>
    <script type="module" src="./tools/breakeven.js"></script>${TEXT}<break-even></break-even><p id="after">After it.</p>`;
  const options = { path: 'article.html', mounts: { '/tools/': dist }, intercept: article(element), width, height: LOW };
  const after = (page) => page.locator('#after').evaluate((text) => text.getBoundingClientRect().top);

  test(`below what is seen an element gives back the room that its fonts do not need, ${width} px`, async () => {
    await withPage(options, async ({ page }) => {
      await whole(page);
      await eventually(async () => {
        const { end, content } = await page.locator('break-even').evaluate(ends);
        assert.ok(end - content <= ROUNDING, `${end - content} px are left over`);
      });
      assert.ok((await after(page)) > 1.5 * LOW, 'it ends below what is seen');
      assert.equal(await totalShift(page), 0);
    });
  });

  test(`where its end is seen an element keeps its room, and nothing moves, ${width} px`, async () => {
    await withPage({ ...options, height: TALL }, async ({ page }) => {
      await whole(page);
      await wait(300);
      assert.ok((await totalShift(page)) < 0.001, 'what stands below it has moved');
      const { end, content } = await page.locator('break-even').evaluate(ends);
      assert.ok(end - content > 30, `only ${end - content} px are kept for wider fonts`);
    });
  });

  test(`below what is seen a frame gives back the room that its fonts do not need, ${width} px`, async () => {
    await framed(hosted((address) => `src="${address}"`), async ({ page, frame }) => {
      await whole(frame);
      await eventually(async () => {
        const { end, content } = await frame.locator('break-even').evaluate(ends);
        assert.ok(end - content <= ROUNDING, `${end - content} px are left over in it`);
        const height = await page.locator('iframe').evaluate((one) => one.clientHeight);
        assert.ok(height - end < 2, `${height} px for ${end}`);
      });
      assert.equal(await totalShift(page), 0);
    }, { width, height: LOW });
  });

  test(`a frame whose end is scrolled into sight before it gives room back keeps it, ${width} px`, async () => {
    // Before the host's script hears of it: two heights are told, one before and one without the room.
    const scrolls = `<script>
      const told = [];
      addEventListener('message', ({ data }) => {
        if (data?.sentinel !== 'amp') return;
        told.push({ height: data.height });
        if (told.length < 2) return;
        document.querySelector('iframe').scrollIntoView({ block: 'end' });
        scrollBy(0, 300);
      });
    </script>`;
    await framed((origin) => scrolls + hosted((address) => `src="${address}"`)(origin), async ({ page, frame }) => {
      await whole(frame);
      await page.waitForFunction(() => told.length > 1);
      const [before, after] = await page.evaluate(() => told.map(({ height }) => height));
      assert.ok(before - after > 30, `from ${before} to ${after} px: nothing was given back`);
      await wait(100);
      assert.equal(await page.locator('iframe').evaluate((one) => one.clientHeight), before);
      // What it opens later it gets, and gives back again.
      await frame.locator('break-even summary').last().click();
      await eventually(async () => assert.ok((await page.locator('iframe').evaluate((one) => one.clientHeight)) > before));
      await frame.locator('break-even summary').last().click();
      await eventually(async () => assert.equal(await page.locator('iframe').evaluate((one) => one.clientHeight), after));
    }, { width, height: LOW });
  });
}
