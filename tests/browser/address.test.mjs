// With url-sync the address keeps what the reader sees; without it nobody's address is touched.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { core, field, inputs, showsTheAnswer, text, whole } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const kept = JSON.parse(await readFile(new URL('../links/1.json', import.meta.url), 'utf8'));
const scenario = (id) => core.scenarios().find((one) => one.id === id);
const state = (page) => page.locator('break-even').evaluate((element) => element.state);
const fragment = (page) => page.evaluate(() => location.hash);

async function fragmentIs(page, wanted) {
  await page.waitForFunction((wanted) => location.hash === wanted, wanted);
}

test('an unchanged scenario is a link without a number', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    for (const { id } of core.scenarios()) {
      await page.locator('break-even').evaluate((element, id) => (element.scenario = id), id);
      assert.equal(await state(page), `1~${id}~true`);
    }
    assert.equal(await fragment(page), '', 'what a script sets is no move of the reader’s');
  });
});

for (const { link, scenario: id, inputs: given, date } of kept) {
  test(`the kept link ${link.slice(0, 48)} opens, and is the state`, async () => {
    await withPage({ path: `index.html#${link.replace('#', '')}` }, async ({ page }) => {
      await whole(page);
      const shown = await inputs(page);
      assert.deepEqual({ ...shown, ...given }, shown);
      assert.equal(await text(page, '[part=headline]'), core.evaluate(shown).text);
      assert.equal(await page.getByLabel('Scenario').inputValue(), id);
      assert.equal(core.read_link(await state(page)).scenario, id);
      assert.equal(core.read_link(await state(page)).date, date);
      assert.deepEqual(core.read_link(await state(page)).warnings, []);
    });
  });
}

test('a move is in the address soon after, a hundred moves are one entry of the history, and a reload shows it', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const before = await page.evaluate(() => history.length);
    const writes = await page.evaluate(() => {
      const { replaceState } = history;
      globalThis.writes = 0;
      history.replaceState = function (...given) {
        globalThis.writes += 1;
        return replaceState.apply(this, given);
      };
      const range = document.querySelector('break-even').shadowRoot.querySelector('[type=range]');
      for (let i = 1; i <= 100; i += 1) {
        range.value = String(i / 100);
        range.dispatchEvent(new Event('input', { bubbles: true }));
      }
      return globalThis.writes;
    });
    assert.equal(writes, 0);
    await fragmentIs(page, '#1~quoted-40000~true~tariff_0.5');
    assert.equal(await page.evaluate(() => globalThis.writes), 1);
    assert.equal(await page.evaluate(() => history.length), before);
    await page.reload();
    assert.equal((await showsTheAnswer(page)).tariff, 0.5);
    await page.getByLabel('Scenario').selectOption('enegix');
    await fragmentIs(page, '#1~enegix~tariff');
  });
});

test('a change after a rest is in the address at once: who reloads in that moment finds it', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    // The ends of the slider.
    for (const [place, tariff] of [['1', 0.5], ['0', 0.001]]) {
      const reloaded = page.waitForEvent('load');
      await page.evaluate((place) => {
        const range = document.querySelector('break-even').shadowRoot.querySelector('[type=range]');
        range.value = place;
        for (const kind of ['input', 'change']) range.dispatchEvent(new Event(kind, { bubbles: true }));
        setTimeout(() => location.reload(), 20);
      }, place);
      await reloaded;
      await whole(page);
      assert.equal((await showsTheAnswer(page)).tariff, tariff);
    }
  });
});

test('an element that is put elsewhere in its page goes on as it was', async () => {
  const link = '#1~enegix~tariff~tariff_0.07';
  await withPage({ path: `index.html${link}` }, async ({ page }) => {
    await whole(page);
    await field(page, 'tariff').fill('0.0731');
    await field(page, 'tariff').press('Enter');
    await page.locator('break-even').evaluate((element) => element.parentElement.append(element));
    assert.equal(await state(page), '1~enegix~tariff~tariff_0.0731');
    await page.locator('break-even').evaluate((element) => element.updateComplete);
    assert.equal(await field(page, 'tariff').inputValue(), '0.0731');
  });
});

test('what was changed just before the element is put elsewhere is in the address all the same', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const written = await page.locator('break-even').evaluate((element) => {
      const range = element.shadowRoot.querySelector('[type=range]');
      range.value = '1';
      range.dispatchEvent(new Event('input', { bubbles: true }));
      element.parentElement.append(element);
      return location.hash;
    });
    assert.equal(written, '');
    await fragmentIs(page, '#1~quoted-40000~true~tariff_0.5');
    // Of one that is taken away nothing is written.
    await page.locator('break-even').evaluate((element) => {
      const range = element.shadowRoot.querySelector('[type=range]');
      range.value = '0';
      range.dispatchEvent(new Event('input', { bubbles: true }));
      element.remove();
    });
    await page.waitForTimeout(600);
    assert.equal(await fragment(page), '#1~quoted-40000~true~tariff_0.5');
  });
});

test('a page that has a base elsewhere keeps its own address', async () => {
  const body = '<base href="/calc/"><script type="module" src="./breakeven.js"></script><break-even scenario="enegix" url-sync></break-even>';
  const path = 'article.html?edition=7';
  await withPage({ path, mounts: { '/calc/': dist }, intercept: article(body) }, async ({ page, origin }) => {
    await whole(page);
    await field(page, 'tariff').fill('0.06');
    await page.waitForURL(`${origin}/${path}#1~enegix~tariff~tariff_0.06`);
  });
});

test('a link that is followed while the page is open is shown', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    await page.evaluate(() => (location.hash = '#1~enegix~tariff~tariff_0.09'));
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.09);
    assert.deepEqual(await showsTheAnswer(page), { ...scenario('enegix').inputs, tariff: 0.09 });
    assert.match(await text(page, '#tariff-note'), /^Yours\. Scenario: 0\.05/);
  });
});

test('of a broken link the rest holds, and what was left out is told', async () => {
  await withPage({ path: 'index.html#1~enegix~tariff~tariff_7~colour_1~hours_50' }, async ({ page }) => {
    await whole(page);
    assert.deepEqual(await showsTheAnswer(page), { ...scenario('enegix').inputs, hours: 50 });
    const told = await text(page, '#conclusion');
    assert.match(told, /left out Electricity tariff: 7 is out of range; allowed is 0 to 5 USD\/kWh/);
    assert.match(told, /left out input: "colour" is not known/);
  });
});

for (const fragment of ['#there', '#', '#2', '#%E0%A4%A', '#/route/1~a']) {
  test(`the fragment ${fragment} is the page's own`, async () => {
    await withPage({ path: `index.html${fragment}` }, async ({ page }) => {
      await whole(page);
      assert.deepEqual(await showsTheAnswer(page), scenario('quoted-40000').inputs);
      assert.equal(await page.locator('#conclusion.refusal').count(), 0);
    });
  });
}

test('without url-sync neither is the address read nor written', async () => {
  const body = '<script type="module" src="./breakeven.js"></script><break-even scenario="enegix"></break-even>';
  const path = 'article.html#1~today~tariff';
  await withPage({ path, mounts: { '/': dist }, intercept: article(body) }, async ({ page }) => {
    await whole(page);
    await page.evaluate(() => {
      globalThis.writes = 0;
      for (const name of ['pushState', 'replaceState']) history[name] = () => (globalThis.writes += 1);
    });
    assert.deepEqual(await showsTheAnswer(page), scenario('enegix').inputs);
    await field(page, 'tariff').fill('0.06');
    await field(page, 'tariff').blur();
    await page.evaluate(() => (location.hash = '#1~btc-kz~tariff'));
    await page.waitForTimeout(600);
    assert.equal((await showsTheAnswer(page)).tariff, 0.06);
    assert.equal(await page.evaluate(() => globalThis.writes), 0);
  });
});

/** An article of a host whose script changes the address by itself. */
const host = (attributes, test, path = 'article.html') => {
  const body = `<script type="module" src="./breakeven.js"></script><break-even scenario="enegix" ${attributes}></break-even>`;
  return withPage({ path, mounts: { '/': dist }, intercept: article(body) }, async ({ page }) => {
    await whole(page);
    await test(page);
  });
};
const push = (page, address) => page.evaluate((address) => history.pushState({}, '', address), address);

test('Back and Forward between the entries of a host with another query are followed', async () => {
  await host('url-sync', async (page) => {
    const [first, second] = ['#1~enegix~tariff~tariff_0.06', '#1~enegix~tariff~tariff_0.07'];
    await field(page, 'tariff').fill('0.06');
    await fragmentIs(page, first);
    await push(page, `?page=2${first}`);
    await field(page, 'tariff').fill('0.07');
    await fragmentIs(page, second);
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.06);
    await page.evaluate(() => history.forward());
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.07);
    assert.match(page.url(), /\?page=2#1~enegix~tariff~tariff_0\.07$/);
  });
});

for (const address of ['#comments', '?page=2', '#1~btc-kz~tariff']) {
  test(`the first move after a host has written ${address} is in the address`, async () => {
    await host('url-sync', async (page) => {
      await field(page, 'tariff').fill('0.06');
      await fragmentIs(page, '#1~enegix~tariff~tariff_0.06');
      await push(page, address);
      await field(page, 'tariff').fill('0.07');
      await fragmentIs(page, '#1~enegix~tariff~tariff_0.07');
    });
  });
}

test('where the address counts only later its link is followed, and not written over', async () => {
  const link = '#1~btc-kz~time~tariff_0.09';
  await host('', async (page) => {
    assert.equal(await state(page), '1~enegix~tariff');
    await page.locator('break-even').evaluate((element) => element.toggleAttribute('url-sync'));
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.09);
    await page.waitForTimeout(600);
    assert.deepEqual([await state(page), await fragment(page)], [link.slice(1), link]);
  }, `article.html${link}`);
  const early = `<break-even scenario="enegix"></break-even><script>document.querySelector('break-even').urlSync = true</script>
    <script type="module" src="./breakeven.js"></script>`;
  await withPage({ path: `article.html${link}`, mounts: { '/': dist }, intercept: article(early) }, async ({ page }) => {
    await whole(page);
    assert.equal(await state(page), link.slice(1));
  });
});
