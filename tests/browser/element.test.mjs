// <break-even> behaves as the elements of HTML do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { core, field, inputs, painted, showsTheAnswer, text } from './support/answer.mjs';
import { withPage } from './support/page.mjs';

const today = core.scenarios().find(({ id }) => id === 'today');

/** The page's policy lets no script write HTML; these tests do, in the place of a host that does. */
const writable = { bypassCSP: true };

/** Puts `html` in place of the page's own element. */
async function write(page, html) {
  await page.locator('main').evaluate((main, html) => (main.innerHTML = html), html);
  await painted(page);
}

test('where no scenario is named it shows today', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even></break-even>');
    assert.deepEqual(await showsTheAnswer(page), today.inputs);
  });
});

test('every input is an attribute, whatever their order', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even tariff="0.07" pool-fee="0.01" scenario="enegix"></break-even>');
    const shown = await showsTheAnswer(page);
    assert.deepEqual([shown.tariff, shown.pool_fee], [0.07, 0.01]);
    assert.equal(shown.hours, 88, 'the rest is the scenario');
    await page.locator('break-even').evaluate((element) => element.removeAttribute('tariff'));
    const enegix = core.scenarios().find(({ id }) => id === 'enegix');
    assert.equal((await showsTheAnswer(page)).tariff, enegix.inputs.tariff);
  });
});

test('every input is a property; setting one is silent', async () => {
  await withPage({}, async ({ page }) => {
    const heard = await page.locator('break-even').evaluate(async (element) => {
      let heard = 0;
      for (const type of ['input', 'change']) element.addEventListener(type, () => (heard += 1));
      element.tariff = 0.08;
      element.efficiency = '21.5';
      element.scenario = 'btc-kz';
      await element.updateComplete;
      return heard;
    });
    assert.equal(heard, 0);
    const shown = await showsTheAnswer(page);
    assert.deepEqual([shown.tariff, shown.efficiency], [0.08, 21.5]);
  });
});

test('properties set before the element is defined survive', async () => {
  const intercept = async (request) => {
    if (request.url.endsWith('.wasm')) await wait(400);
    return false;
  };
  await withPage({ intercept }, async ({ page }) => {
    await page.locator('break-even').evaluate((element) => {
      if (customElements.get('break-even')) throw new Error('it is defined already');
      element.tariff = 0.033;
      element.scenario = 'enegix';
    });
    await page.locator('.slider').first().waitFor();
    assert.equal((await showsTheAnswer(page)).tariff, 0.033);
    assert.equal(await page.locator('break-even').evaluate((element) => element.scenario), 'enegix');
  });
});

test('what the reader does is told outside: input while it moves, change when it is done', async () => {
  await withPage({}, async ({ page }) => {
    await page.evaluate(() => {
      globalThis.heard = [];
      for (const type of ['input', 'change']) {
        document.addEventListener(type, ({ target }) => globalThis.heard.push(`${type} ${target.localName} ${target.tariff}`));
      }
    });
    const heard = () => page.evaluate(() => globalThis.heard.splice(0));

    await field(page, 'tariff').fill('0.06');
    assert.deepEqual(await heard(), ['input break-even 0.06']);
    await field(page, 'tariff').blur();
    assert.deepEqual(await heard(), ['change break-even 0.06']);
    await page.getByRole('button', { name: 'More: Electricity tariff' }).click();
    assert.deepEqual(await heard(), ['input break-even 0.061', 'change break-even 0.061']);
    await field(page, 'tariff').fill('nonsense');
    await field(page, 'tariff').blur();
    assert.deepEqual(await heard(), [], 'nothing changed, nothing is told');
    await page.getByLabel('Scenario').selectOption('today');
    assert.deepEqual(await heard(), [`input break-even ${today.inputs.tariff}`, `change break-even ${today.inputs.tariff}`]);
  });
});

test('a value that the core refuses is shown as refused, and the last good one stays', async () => {
  await withPage({}, async ({ page }) => {
    await page.locator('break-even').evaluate((element) => (element.tariff = 99));
    const shown = await showsTheAnswer(page);
    assert.notEqual(shown.tariff, 99);
    assert.equal(await field(page, 'tariff').inputValue(), '99');
    assert.match(await text(page, '#tariff-note'), /^Not taken\. Allowed: 0 to 5/);
  });
});

test('a refused attribute is shown as refused wherever it stands among the others', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even tariff="99" scenario="enegix"></break-even>');
    assert.match(await text(page, '#tariff-note'), /^Not taken\. Allowed: 0 to 5/);
  });
});

test('the look does not hang on the host: its root font size, its width', async () => {
  await withPage({}, async ({ page }) => {
    const before = await page.locator('[part=headline]').evaluate((part) => getComputedStyle(part).fontSize);
    await page.evaluate(() => (document.documentElement.style.fontSize = '62.5%'));
    const after = await page.locator('[part=headline]').evaluate((part) => getComputedStyle(part).fontSize);
    assert.equal(after, before);
    for (const width of [0, 40, 119, 5000]) {
      await page.locator('break-even').evaluate((element, width) => (element.style.inlineSize = `${width}px`), width);
      await painted(page);
    }
    await page.locator('break-even').evaluate((element) => element.style.removeProperty('inline-size'));
    await showsTheAnswer(page);
  });
});

test('a scenario or a view that does not exist leaves what is there, and says so', async () => {
  await withPage({}, async ({ page }) => {
    const before = await inputs(page);
    await page.locator('break-even').evaluate((element) => (element.scenario = 'atlantis'));
    assert.deepEqual(await showsTheAnswer(page), before);
    assert.match(await text(page, '#scenario-summary'), /There is no scenario “atlantis”\. Known: .*enegix/);
    await page.locator('break-even').evaluate((element) => (element.view = 'toString'));
    await painted(page);
    assert.equal(await page.locator('.figure').count(), 0);
  });
});

test('hidden, theme and controls do what they say', async () => {
  await withPage({ ...writable, colorScheme: 'light' }, async ({ page }) => {
    await write(page, '<break-even controls="price tariff" theme="dark"></break-even>');
    assert.equal(await page.locator('.slider').count(), 2);
    assert.match(await text(page, '.slider'), /^Bitcoin price/);
    const paper = () => page.locator('break-even').evaluate((element) => getComputedStyle(element).backgroundColor);
    const dark = await paper();
    await page.locator('break-even').evaluate((element) => (element.theme = 'light'));
    await painted(page);
    assert.notEqual(await paper(), dark);
    await page.locator('break-even').evaluate((element) => (element.hidden = true));
    assert.equal(await page.locator('break-even').isVisible(), false);
  });
});

test('many on one page keep to themselves', async () => {
  await withPage(writable, async ({ page, requests }) => {
    await write(page, '<break-even></break-even>'.repeat(10));
    await page.locator('break-even').nth(3).evaluate((element) => (element.tariff = 0.2));
    await painted(page);
    const tariffs = await page.locator('break-even').evaluateAll((all) => all.map(({ tariff }) => tariff));
    assert.deepEqual(tariffs, tariffs.map((_, i) => (i === 3 ? 0.2 : today.inputs.tariff)));
    assert.equal(requests.filter((address) => address.endsWith('.wasm')).length, 1);
  });
});
