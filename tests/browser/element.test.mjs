// <break-even> behaves as the elements of HTML do.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { begun, core, field, inputs, painted, showsTheAnswer, text, whole } from './support/answer.mjs';
import { withPage } from './support/page.mjs';

const today = core.scenarios().find(({ id }) => id === 'today');

/** The page's policy lets no script write HTML; these tests do, in the place of a host that does. */
const writable = { bypassCSP: true };

/** Puts `html` in place of the page's own element. */
async function write(page, html) {
  // By then the page has done what it does with its own.
  await begun(page);
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

test('an attribute that is written again as it was leaves what the reader has moved', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="enegix" tariff="0.07" view="bar"></break-even>');
    await field(page, 'tariff').fill('0.08');
    await field(page, 'efficiency').fill('44');
    await field(page, 'efficiency').press('Enter');
    const moved = await showsTheAnswer(page);
    await page.locator('break-even').evaluate((element) => {
      for (const { name, value } of [...element.attributes]) element.setAttribute(name, value);
      return element.updateComplete;
    });
    assert.deepEqual(await showsTheAnswer(page), moved);
    await page.locator('break-even').evaluate((element) => element.setAttribute('tariff', '0.09'));
    assert.equal((await showsTheAnswer(page)).tariff, 0.09, 'another one counts');
  });
});

/** Boxes that ask what is in them how wide it is. */
const SHRINKING = {
  'a row': 'display:flex',
  'a centred column': 'display:flex;flex-direction:column;align-items:center',
  'a centred grid': 'display:grid;justify-items:center',
  'a box that fits': 'inline-size:fit-content;margin:auto',
  'a table': 'display:table',
  'a float': 'float:right',
  'a row with a caption': 'display:flex;flex-wrap:wrap',
};

for (const width of [320, 800]) {
  test(`in a box that asks how wide it is, it has the width of a picture: ${width} px`, async () => {
    await withPage({ ...writable, width }, async ({ page }) => {
      for (const [name, style] of Object.entries(SHRINKING)) {
        await write(page, `<figure style="margin:0;${style}"><break-even compact></break-even><figcaption>A mine</figcaption></figure>`);
        await page.locator('[part=slider]').first().waitFor();
        const [is, within, beyond] = await page.locator('break-even').evaluate((element) => [
          element.getBoundingClientRect().width,
          element.closest('main').clientWidth - 2 * Number.parseFloat(getComputedStyle(element.closest('main')).paddingInlineStart),
          document.scrollingElement.scrollWidth - innerWidth,
        ]);
        // Less what a caption beside it takes.
        assert.ok(is >= 0.85 * Math.min(within, 720), `${name}: ${is} of ${within} px`);
        assert.ok(beyond <= 0, `${name}: ${beyond} px beyond the page`);
      }
    });
  });
}

test('what is not set is as it is documented, before and after, and stands in no attribute', async () => {
  const documented = {
    view: 'tariff',
    views: null,
    controls: 'tariff efficiency hashrate',
    theme: null,
    locale: null,
    compact: false,
    urlSync: false,
  };
  const set = { view: 'bar', views: 'time true', controls: 'hours', theme: 'dark', locale: 'de', compact: '' };
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even></break-even>');
    const element = page.locator('break-even');
    const told = () => element.evaluate((element, names) => names.map((name) => element[name]), Object.keys(documented));
    assert.deepEqual(await told(), Object.values(documented));
    assert.deepEqual(await element.evaluate((element) => element.getAttributeNames()), []);
    await element.evaluate(async (element, set) => {
      for (const [name, value] of Object.entries(set)) element.setAttribute(name, value);
      await element.updateComplete;
      for (const name of Object.keys(set)) element.removeAttribute(name);
      await element.updateComplete;
    }, set);
    assert.deepEqual(await told(), Object.values(documented));
    assert.deepEqual(await page.locator('break-even [part=slider]').count(), 3);
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

test('what the reader does is told outside: input while it moves, change when it is done', async () => {
  await withPage({}, async ({ page }) => {
    await page.evaluate(() => {
      globalThis.heard = [];
      for (const type of ['input', 'change']) {
        document.addEventListener(type, ({ target }) => globalThis.heard.push(`${type} ${target.localName} ${target.tariff}`));
      }
    });
    const heard = () => page.evaluate(() => globalThis.heard.splice(0));

    await whole(page);
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

test('what a reader types and the core refuses is shown as refused, and the last good value stays', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const before = await inputs(page);
    await field(page, 'tariff').fill('99');
    await field(page, 'tariff').blur();
    assert.deepEqual(await showsTheAnswer(page), before);
    assert.equal(await field(page, 'tariff').inputValue(), '99');
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
      await showsTheAnswer(page);
      assert.equal((await page.locator('break-even').boundingBox())?.width ?? 0, width);
    }
    await page.locator('break-even').evaluate((element) => element.style.removeProperty('inline-size'));
    await showsTheAnswer(page);
  });
});

test('a scenario that does not exist leaves what is there; for a view that does not, the tariff’s is shown', async () => {
  await withPage({}, async ({ page }) => {
    const before = await showsTheAnswer(page);
    const told = () => page.locator('break-even').evaluate(({ scenario, state }) => [scenario, state]);
    const set = (name) => page.locator('break-even').evaluate((element, name) => void (element[name] = 'toString'), name);
    const stood = await told();
    await set('scenario');
    assert.deepEqual(await showsTheAnswer(page), before);
    assert.deepEqual(await told(), stood);
    await set('view');
    assert.deepEqual(await showsTheAnswer(page), before);
    assert.deepEqual(await told(), [stood[0], stood[1].replace('~true', '~tariff')]);
    assert.notDeepEqual(await told(), stood);
  });
});

test('hidden, theme and controls do what they say', async () => {
  await withPage({ ...writable, colorScheme: 'light' }, async ({ page }) => {
    await write(page, '<break-even controls="price tariff" theme="dark"></break-even>');
    await page.locator('[part=slider]').first().waitFor();
    assert.equal(await page.locator('[part=slider]').count(), 2);
    assert.match(await text(page, '.slider'), /^Bitcoin price/);
    const paper = () => page.locator('.inside').evaluate((inside) => getComputedStyle(inside).backgroundColor);
    const dark = await paper();
    await page.locator('break-even').evaluate((element) => (element.theme = 'light'));
    await painted(page);
    assert.notEqual(await paper(), dark);
    await page.locator('break-even').evaluate((element) => (element.hidden = true));
    assert.equal(await page.locator('break-even').isVisible(), false);
  });
});

test('it tells the core’s report and its own state, and shows a state that is set', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="enegix" tariff="0.07"></break-even>');
    await whole(page);
    const told = () => page.locator('break-even').evaluate(({ report, state }) => ({ report, state }));
    const { report, state } = await told();
    const expected = core.evaluate({ ...core.scenarios().find(({ id }) => id === 'enegix').inputs, tariff: 0.07 });
    assert.deepEqual(report, expected);
    assert.equal(state, '1~enegix~tariff~tariff_0.07');

    await page.locator('break-even').evaluate((element) => (element.state = '1~btc-kz~bar~hours_50'));
    await page.locator('.figure').waitFor({ state: 'detached' });
    assert.equal((await told()).state, '1~btc-kz~bar~hours_50');
    assert.equal(await page.locator('break-even').getAttribute('view'), 'bar');
    await page.locator('break-even').evaluate((element) => {
      try {
        element.report = {};
      } catch {
        // In strict mode a read-only property throws, as those of HTML do.
      }
    });
    assert.equal((await told()).report.inputs.hours, 50);
  });
});

test('a state that is set to nothing before the core has come is none, and what is set after it counts', async () => {
  await withPage(writable, async ({ page }) => {
    await begun(page);
    await page.locator('main').evaluate(async (main) => {
      const element = document.createElement('break-even');
      Object.assign(element, { state: null, tariff: 0.1 });
      main.replaceChildren(element);
      await element.updateComplete;
      element.price = 30_000;
      await element.updateComplete;
    });
    const { tariff, price } = await showsTheAnswer(page);
    assert.deepEqual([tariff, price], [0.1, 30_000]);
  });
});

test('a date puts network and market of that day in the scenario’s place; attributes go before it', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="enegix" date="2021-11-09" price="50000">The content.</break-even>');
    await page.locator('[part=slider]').first().waitFor();
    const enegix = core.scenarios().find(({ id }) => id === 'enegix').inputs;
    const then = core.at_date(enegix, '2021-11-09');
    assert.deepEqual(await showsTheAnswer(page), { ...then, price: 50_000 });
    assert.equal(await text(page, '#hashrate-note'), 'derived, 2021-11-09');
    await page.getByText('Assumptions and sources').click();
    await page.locator('.assumption').first().waitFor();
    assert.match(await text(page, '.assumption:has-text("Network hash rate")'), /2021-11-09/);

    await page.locator('break-even').evaluate((element) => (element.date = null));
    assert.deepEqual(await showsTheAnswer(page), { ...enegix, price: 50_000 });
    await page.locator('break-even').evaluate((element) => (element.date = 'latest'));
    await page.waitForFunction(() => document.querySelector('break-even').date !== null);
    const latest = await page.locator('break-even').evaluate(({ date }) => date);
    assert.deepEqual(await showsTheAnswer(page), { ...core.at_date(enegix, latest), price: 50_000 });
  });
});

test('on every day of the data the page has what the core has', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even></break-even>');
    for (const date of ['2010-07-18', '2012-11-28', '2013-12-31', '2016-07-09', '2020-05-11', '2022-10-23', '2024-04-20']) {
      await page.locator('break-even').evaluate((element, date) => (element.date = date), date);
      await page.waitForFunction((date) => document.querySelector('break-even').date === date, date);
      assert.deepEqual(await inputs(page), core.at_date(today.inputs, date), date);
    }
  });
});

for (const wanted of ['2009-01-03', '2999-01-01', '2022-02-30', '22-10-2022', 'yesterday', '', '2022-10-23T00:00']) {
  test(`the date “${wanted}” is refused with the days that are allowed, and the scenario stays`, async () => {
    await withPage(writable, async ({ page, warnings }) => {
      await write(page, `<break-even scenario="enegix" date="${wanted}"></break-even>`);
      await page.locator('[part=slider]').first().waitFor();
      await painted(page);
      assert.match(warnings.join('\n'), /^break-even: date: .* is not allowed; allowed is 2010-07-\d\d to 20\d\d-\d\d-\d\d, or a day of September 2026, or latest /m);
      const enegix = core.scenarios().find(({ id }) => id === 'enegix').inputs;
      assert.deepEqual(await showsTheAnswer(page), enegix);
      await page.locator('break-even').evaluate((element) => (element.date = '2022-10-23'));
      await page.waitForFunction(() => document.querySelector('break-even').date === '2022-10-23');
    });
  });
}

test('until the figures of a date have come, the content stands; where they do not come, that is said', async () => {
  let let_go;
  const held = new Promise((done) => (let_go = done));
  const intercept = async (request, response) => {
    if (!/_rest-/.test(request.url)) return false;
    await held;
    response.writeHead(503).end();
    return true;
  };
  await withPage({ ...writable, intercept, allowErrors: true }, async ({ page }) => {
    await write(page, '<break-even scenario="enegix" date="2021-11-09"><p>The content.</p></break-even>');
    await wait(300);
    assert.ok(await page.getByText('The content.').isVisible());
    assert.equal(await page.locator('[part=slider]').count(), 0);
    let_go();
    await page.locator('[part=slider]').first().waitFor();
    assert.equal(await text(page, '#conclusion'), 'date: its figures did not load; shown are the scenario’s');
    assert.equal(await page.getByText('The content.').isVisible(), false);
  });
});

test('a locale changes the marks in every number, and numbers are typed as it writes them', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="quoted-40000" locale="de"></break-even>');
    await page.locator('.bar svg polygon').first().waitFor({ state: 'attached' });
    await whole(page);
    const report = core.evaluate(core.scenarios().find(({ id }) => id === 'quoted-40000').inputs);
    const german = (words) => words.replaceAll(/(?<=\d)[.,](?=\d)/g, (mark) => (mark === '.' ? ',' : '.'));
    assert.equal(await text(page, '[part=headline]'), german(report.text));
    assert.ok((await text(page, '.bar svg')).includes(german(core.format_usd(report.all_in_price))));
    assert.ok((await text(page, '.figure svg')).includes('0,05'));
    assert.equal(await field(page, 'efficiency').inputValue(), '34,2');
    for (const [typed, value] of [['0,07', 0.07], ['0.08', 0.08], ['1e-2', 0.01]]) {
      await field(page, 'tariff').fill(typed);
      assert.equal((await inputs(page)).tariff, value, typed);
    }
    for (const given of ['31.234', 31.234]) {
      await page.locator('break-even').evaluate((element, given) => (element.efficiency = given), given);
      assert.equal((await inputs(page)).efficiency, 31.234, 'what a page sets is no text of a reader’s');
    }
    await page.locator('break-even').evaluate((element) => (element.controls = 'price'));
    await field(page, 'price').fill('1.234.567,5');
    assert.equal((await inputs(page)).price, 1_234_567.5);
    await field(page, 'price').fill('0');
    await painted(page);
    assert.match(await text(page, '#price-note'), /Allowed: 0,01 to 100\.000\.000 USD/);
    for (const locale of ['no such locale', '<b>', 'en-GB', '']) {
      await page.locator('break-even').evaluate((element, locale) => (element.locale = locale), locale);
      await painted(page);
      assert.match(await text(page, '[part=headline]'), /31\.234 J\/TH/, locale);
    }
  });
});

test('compact is the sentence, the bar and the sliders', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="enegix" compact></break-even>');
    // Its attributes are heard at its turn.
    await page.locator('[part=bar] svg polygon').first().waitFor({ state: 'attached' });
    const parts = ['headline', 'bar', 'controls', 'scenario', 'figure', 'drawer'];
    const there = await Promise.all(parts.map((part) => page.locator(`[part=${part}]`).count()));
    assert.deepEqual(there, [1, 1, 1, 0, 0, 0]);
    await page.locator('break-even').evaluate((element) => (element.compact = false));
    await page.locator('[part=drawer]').waitFor();
  });
});

/** Notes what a host is told that it asked for in vain. */
const listen = (page) =>
  page.evaluate(() => {
    globalThis.mistakes = [];
    document.addEventListener('configerror', ({ detail }) => globalThis.mistakes.push(detail));
  });
const mistakes = (page) => page.evaluate(() => globalThis.mistakes.splice(0));
/** Sets a property and waits until what follows is shown; tells the state. */
const set = (page, name, value) =>
  page.locator('break-even').evaluate(
    async (element, [name, value]) => {
      element[name] = value;
      await element.updateComplete;
      return element.state;
    },
    [name, value],
  );

test('a state that is no link leaves the mine as it is; of one that is broken the rest holds, and the host is told', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="enegix" tariff="0.07"></break-even>');
    await whole(page);
    await listen(page);
    for (const [wanted, told] of [[undefined, 0], [null, 0], ['', 0], ['garbage', 1], [5, 1], ['1~', 1]]) {
      await set(page, 'state', '1~enegix~tariff~tariff_0.07');
      await set(page, 'state', wanted);
      const now = await set(page, 'hours', null);
      const heard = await mistakes(page);
      assert.deepEqual(heard.map(({ attribute, value }) => [attribute, value]), told ? [['state', String(wanted)]] : []);
      if (wanted !== '1~') assert.equal(now, '1~enegix~tariff~tariff_0.07', `${wanted}`);
    }
    assert.equal(await set(page, 'state', '1~enegix~bar~tariff_99~hours_50'), '1~enegix~bar~hours_50');
    const [mistake, ...others] = await mistakes(page);
    assert.deepEqual([mistake.attribute, others], ['state', []]);
    assert.match(mistake.message, /left out tariff: 99 is out of range/);
    assert.equal(await page.locator('.refusal:not(:empty):visible').count(), 0, 'a reader cannot mend it');
  });
});

test('a locale that the browser does not have is told, and is not the browser’s own', async () => {
  await withPage({ ...writable, locale: 'de-DE' }, async ({ page }) => {
    await write(page, '<break-even scenario="enegix"></break-even>');
    await whole(page);
    await listen(page);
    for (const [locale, marks, told] of [['german', '34.2', 1], ['de', '34,2', 0], ['xx', '34.2', 1], ['de-CH', '34.2', 0]]) {
      await set(page, 'locale', locale);
      assert.match(await text(page, '[part=headline]'), new RegExp(`${marks} J/TH`), locale);
      assert.deepEqual((await mistakes(page)).map(({ value }) => value), told ? [locale] : []);
    }
  });
});

test('whatever is no text is taken for one, as in an attribute', async () => {
  await withPage(writable, async ({ page }) => {
    await write(page, '<break-even scenario="enegix"></break-even>');
    await whole(page);
    await listen(page);
    for (const [name, value, attribute, told] of [
      ['controls', ['hours'], 'hours', 0],
      ['view', 5, '5', 1],
      ['theme', undefined, null, 0],
    ]) {
      await set(page, name, value);
      assert.equal(await page.locator('break-even').getAttribute(name), attribute, name);
      assert.equal((await mistakes(page)).length, told, name);
    }
    assert.equal(await page.locator('[part=slider]').count(), 1);
    assert.deepEqual(await page.locator('break-even').evaluate(({ controls, view, theme }) => [controls, view, theme]), ['hours', '5', null]);
    await page.locator('break-even').evaluate((element) => (element.date = new Date(2022, 9, 24)));
    await page.locator('break-even').evaluate((element) => element.updateComplete);
    const [{ attribute, value }] = await mistakes(page);
    assert.deepEqual([attribute, typeof value], ['date', 'string']);
  });
});
