// How the page comes: calmly, from nowhere but its own origin, and with an answer even without script.

import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';

import { core, painted, range, showsTheAnswer, text } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { FAMILIES } from './support/fonts.mjs';
import { screenshot, withPage } from './support/page.mjs';
import { layoutShifts } from './support/shifts.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

test('no request leaves the origin, and nothing is loaded that is not used', async () => {
  await withPage({}, async ({ page, requests, origin }) => {
    await page.locator('[part=slider]').first().waitFor();
    const kinds = () => requests.map((address) => new URL(address).pathname.replace(/.*\.|.*\//, '')).sort();
    // The rest of the core follows the first view, the table, for a print, and what reads in the figure.
    const atOnce = ['html', 'js', 'js', 'js', 'js', 'svg', 'wasm', 'wasm'];
    await eventually(() => assert.ok(requests.length >= atOnce.length, requests.join('\n')));
    assert.deepEqual(kinds(), atOnce, requests.join('\n'));
    await page.getByText('Assumptions and sources').click();
    await page.locator('.assumption .source').first().waitFor();
    assert.deepEqual(kinds(), [...atOnce, 'js', 'js'].sort(), 'the words and what shows them come when they are asked for');
    assert.deepEqual(requests.filter((address) => !address.startsWith(`${origin}/`)), []);
  });
});

test('without script the sentence, the three break-evens and the figure stand there', async () => {
  await withPage({ javaScriptEnabled: false }, async ({ page }) => {
    const report = core.evaluate(quoted.inputs);
    assert.equal(await text(page, 'break-even .headline'), report.text);
    const table = await text(page, 'break-even table');
    for (const price of [report.shutdown_price, report.cash_price, report.all_in_price]) {
      assert.ok(table.includes(core.format_field(price)), table);
    }
    const picture = page.locator('break-even img');
    await picture.scrollIntoViewIfNeeded();
    assert.ok((await picture.boundingBox()).height > 100);
    assert.equal(await picture.getAttribute('alt'), report.text);
    await screenshot(page, 'without-script', { fullPage: true });
  });
});

for (const fonts of FAMILIES) {
  for (const [width, height] of [[320, 700], [390, 844], [1280, 900]]) {
    test(`the layout does not shift at ${width} px with ${fonts} fonts, however late the core comes`, async () => {
      const intercept = async (request) => {
        if (request.url.endsWith('.wasm')) await wait(500);
        return false;
      };
      await withPage({ width, height, fonts, intercept }, async ({ page }) => {
        await page.locator('[part=slider]').first().waitFor();
        await showsTheAnswer(page);
        assert.deepEqual(await layoutShifts(page), []);
      });
    });

    test(`nothing moves but the sentence's words while a slider is dragged at ${width} px with ${fonts} fonts`, async () => {
      await withPage({ width, height, fonts }, async ({ page }) => {
        // What stands in the page before follows no hand.
        await showsTheAnswer(page);
        for (const id of ['tariff', 'hashrate']) {
          // Out of sight no hand would reach it.
          await range(page, id).scrollIntoViewIfNeeded();
          const before = await tops(page);
          const track = await range(page, id).boundingBox();
          await page.mouse.move(track.x + 20, track.y + 22);
          await page.mouse.down();
          const said = new Set();
          for (let way = 20; way < track.width; way += 20) {
            await page.mouse.move(track.x + way, track.y + 22);
            await painted(page);
            assert.deepEqual(await tops(page), before, `${id}, ${way} px`);
            said.add(await text(page, '[part=headline]'));
          }
          assert.ok(said.size > 3, `${id} was dragged, and the sentence said ${[...said].join(' ')}`);
          await page.mouse.up();
        }
      });
    });
  }
}

/** Where the parts of the element begin. */
function tops(page) {
  return page.locator('break-even').evaluate((element) =>
    ['.headline', '.bar', '.slider', '.slider:last-child', '.figure', '.drawer'].map(
      (part) => element.shadowRoot.querySelector(part).getBoundingClientRect().top + scrollY,
    ),
  );
}
