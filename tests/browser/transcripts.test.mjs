// What a screen reader gets of each figure, in the page and in a frame: tests/golden/heard-VIEW.txt, to be read as it is
// heard. `BREAKEVEN_GOLDEN=write node --test tests/browser/transcripts.test.mjs` writes the files anew.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, showsTheAnswer } from './support/answer.mjs';
import { approved } from './support/approved.mjs';
import { withPage } from './support/page.mjs';
import { transcript } from './support/transcript.mjs';

/** The calculator, its figure drawn and to be read; the bar has nothing to be read at a place. */
async function settled(page, view) {
  await showsTheAnswer(page);
  await page.locator('break-even').evaluate((element) => element.updateComplete);
  if (view === 'bar') return;
  await page.waitForFunction(() => {
    const cursor = document.querySelector('break-even').shadowRoot.querySelector('.cursor:not([hidden])');
    return cursor?.getAttribute('aria-valuetext');
  });
}

/** Opens a drawer, and gives the lines that were not there before. */
async function opened(page, drawer, inside) {
  const before = await transcript(page);
  await page.locator(`details${drawer} summary`).first().click();
  await page.locator(`details${drawer} ${inside}`).first().waitFor();
  const after = await transcript(page);
  const same = after.findIndex((line, at) => line !== before[at]);
  const rest = after.length - before.length;
  return after.slice(same, same + rest + 1);
}

for (const { id: view } of core.views()) {
  test(`what is heard of ${view} is what was approved`, async () => {
    const heard = async (path) => {
      const parts = {};
      await withPage({ path, width: 1280, height: 900 }, async ({ page }) => {
        await settled(page, view);
        parts.whole = await transcript(page);
        parts.table = await opened(page, '.table', 'td');
      });
      return parts;
    };
    const page = await heard(`index.html#1~quoted-40000~${view}`);
    const frame = await heard(`embed/quoted-40000.html?view=${view}`);
    const flat = (lines) => lines.map((line) => line.trimStart());
    assert.deepEqual(flat(frame.table), flat(page.table), 'the table is the same in both');
    const parts = ['# The page', ...page.whole, '', '# Its table, opened', ...page.table, '', '# A frame', ...frame.whole];
    await approved(`heard-${view}`, parts);
  });
}

test('what is heard of the drawers that are the same under every figure is what was approved', async () => {
  await withPage({ path: 'index.html#1~quoted-40000~tariff', width: 1280, height: 900 }, async ({ page }) => {
    await settled(page, 'tariff');
    const lines = ['# How it is computed, opened', ...(await opened(page, '.working', 'li'))];
    lines.push('# Assumptions and sources, opened', ...(await opened(page, '.drawer:not(.table)', '.help')));
    await approved('heard-drawers', lines);
  });
});
