// What stands in the pages themselves, for a reader to whom no script comes.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { core, text } from './support/answer.mjs';
import { notFoundPage, on } from './support/faults.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';
import { totalShift } from './support/shifts.mjs';

const scenarios = core.scenarios();
const SCRIPT = /^(index|embed)-.*\.js$/;
const PICTURE = /\/scenarios\/.*\.svg$/;

/** Answers for a page with a policy that lets no script run. */
async function noScript(request, response) {
  if (!request.url.endsWith('.html')) return false;
  response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'none'" });
  response.end(await readFile(join(dist, request.url)));
  return true;
}

const lost = { 'is not there': on(SCRIPT, notFoundPage), 'is refused by a policy': noScript };

for (const [how, intercept] of Object.entries(lost)) {
  test(`where the script of index.html ${how}, sentence, bar and figure stand all the same, and nothing answers`, async () => {
    await withPage({ intercept, allowErrors: true }, async ({ page, requests }) => {
      const [quoted] = scenarios.filter(({ id }) => id === 'quoted-40000');
      assert.equal(await text(page, '.early .headline:not([aria-hidden])'), core.evaluate(quoted.inputs).text);
      for (const picture of ['.early .bar svg.narrow', '.early .figure svg.narrow']) {
        assert.ok((await page.locator(picture).boundingBox()).height >= 96, picture);
      }
      await page.keyboard.press('Tab');
      const focused = () => page.evaluate(() => document.activeElement.tagName);
      assert.equal(await focused(), 'BODY', 'no slider answers yet, so none takes the focus');
      assert.equal(requests.some((address) => PICTURE.test(address)), false);
      assert.ok((await totalShift(page)) <= 0.01);
      await screenshot(page, `no-script-index-${how.replace(/\W+/g, '-')}`, { fullPage: true });
    });
  });
}

for (const path of ['embed.html', 'embed/enegix.html']) {
  for (const [how, intercept] of Object.entries(lost)) {
    test(`where the script of ${path} ${how}, the picture comes by itself and moves nothing`, async () => {
      await withPage({ path, intercept, allowErrors: true }, async ({ page, requests }) => {
        const picture = page.locator('break-even img');
        assert.equal(await picture.isVisible(), false);
        assert.equal(requests.some((address) => PICTURE.test(address)), false);
        assert.ok(await page.locator('break-even table').isVisible());
        await picture.waitFor({ timeout: 15_000 });
        await picture.scrollIntoViewIfNeeded();
        await picture.evaluate((image) => image.decode());
        const { width, height } = await picture.boundingBox();
        assert.ok(width > 300 && Math.abs(width / height - 4 / 3) < 0.01, `${width} × ${height}`);
        assert.ok((await totalShift(page)) <= 0.01);
        await screenshot(page, `no-script-${path.replace(/\W/g, '-')}`, { fullPage: true });
      });
    });
  }
}

test('without script each scenario has a page with its own answer, and the way to the calculator', async () => {
  await withPage({ path: 'icon.svg', javaScriptEnabled: false }, async ({ page, origin }) => {
    for (const { id, title, date, inputs } of scenarios) {
      const shown = page.waitForResponse(`${origin}/scenarios/${id}.svg`);
      await page.goto(`${origin}/embed/${id}.html`);
      assert.ok((await page.title()).startsWith(title));
      const report = core.evaluate(inputs);
      assert.equal(await text(page, 'break-even .headline'), report.text);
      assert.equal(await text(page, 'break-even caption'), `${title}, ${date}`);
      const table = await text(page, 'break-even table');
      for (const price of [report.shutdown_price, report.cash_price, report.all_in_price]) {
        if (price !== null) assert.ok(table.includes(core.format_field(price)), `${id}: ${table}`);
      }
      const picture = page.locator('break-even img');
      assert.equal(await picture.getAttribute('alt'), report.text);
      await picture.scrollIntoViewIfNeeded();
      assert.equal((await shown).status(), 200);
      const link = new URL(await page.locator('break-even a').getAttribute('href'), page.url());
      assert.equal(link.href.split('#')[0], `${origin}/index.html`);
      const linked = core.read_link(link.hash.slice(1));
      assert.deepEqual([linked.scenario, linked.warnings], [id, []]);
    }
  });
});

test('the page of a scenario runs with it, and a query still sets what it names', async () => {
  for (const { id, inputs } of scenarios) {
    await withPage({ path: `embed/${id}.html?pool_fee=0.013` }, async ({ page, requests }) => {
      await page.locator('[part=headline]').waitFor();
      const element = page.locator('break-even');
      assert.equal(await element.evaluate(({ scenario }) => scenario), id);
      assert.equal(await element.evaluate(({ pool_fee }) => pool_fee), 0.013);
      assert.equal(await text(page, '[part=headline]'), core.evaluate({ ...inputs, pool_fee: 0.013 }).text);
      assert.equal(await page.locator('break-even img').isVisible(), false);
      assert.equal(requests.some((address) => PICTURE.test(address)), false);
    });
  }
});

test('the page of a scenario runs without WebAssembly too, for its translation lies a folder up', async () => {
  const before = () => delete globalThis.WebAssembly;
  await withPage({ path: 'embed/enegix.html', before, allowErrors: true }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'translated');
  });
});
