// Further down an article the element loads its core when a reader comes near, not before.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const script = '<script type="module" src="./tools/breakeven.js"></script>';
const options = { path: 'article.html', mounts: { '/tools/': dist } };
const space = '<div style="height: 3000px"></div>';
const runs = (page) => page.locator('[part=slider]').first().waitFor();
const asked = (requests) => requests.filter((address) => /_first-.*\.wasm$/.test(address)).length;

test('the core comes when the element is within 400 px of what is seen', async () => {
  const body = `${script}${space}<break-even>What must bitcoin cost?</break-even>`;
  await withPage({ ...options, intercept: article(body) }, async ({ page, requests }) => {
    await page.evaluate(() => scrollTo(0, 3000 - innerHeight - 420));
    await wait(300);
    assert.equal(asked(requests), 0);
    assert.ok(await page.getByText('What must bitcoin cost?').isVisible());
    await page.evaluate(() => scrollTo(0, 3000 - innerHeight - 380));
    await runs(page);
    assert.equal(asked(requests), 1);
  });
});

test('an element that a script puts near while others wait far away is not left waiting', async () => {
  const body = `${script}<main></main>${space}<break-even></break-even>`;
  await withPage({ ...options, intercept: article(body) }, async ({ page, requests }) => {
    await wait(300);
    assert.equal(asked(requests), 0);
    await page.evaluate(() => document.querySelector('main').append(document.createElement('break-even')));
    await runs(page);
  });
});

test('where the page has no element yet, it can be made by script at once', async () => {
  await withPage({ ...options, intercept: article(`${script}<main></main>`) }, async ({ page }) => {
    await page.evaluate(async () => {
      await customElements.whenDefined('break-even');
      document.querySelector('main').attachShadow({ mode: 'open' }).append(document.createElement('break-even'));
    });
    await runs(page);
  });
});
