// The element is there before its core: what is asked of it is kept, and evaluated once.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { core, inputs, painted, showsTheAnswer } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const SCRIPT = '<script type="module" src="./breakeven.js"></script>';
const enegix = core.scenarios().find(({ id }) => id === 'enegix').inputs;
/** Each is another than every scenario's. */
const pinned = Object.fromEntries(core.input_table().map(({ id, min, max }) => [id, min + (max - min) / 128]));
const attributes = Object.entries(pinned).map(([id, value]) => `${id.replaceAll('_', '-')}="${value}"`).join(' ');

/** Opens an article with `body`; `hold` keeps the core back until `held.go()`. */
function page(body, test, { hold = false, ...options } = {}) {
  const held = {};
  const gate = hold ? new Promise((go) => (held.go = go)) : undefined;
  const answer = article(body);
  const intercept = async (request, response) => {
    if (request.url.endsWith('.wasm')) await gate;
    return answer(request, response);
  };
  return withPage({ path: 'article.html', mounts: { '/': dist }, intercept, ...options }, async (given) => {
    await test({ ...given, held, element: given.page.locator('break-even').first() });
    held.go?.();
  });
}

const runs = (page) => page.locator('[part=slider]').first().waitFor();

/** By what the core's script calls a method of a mine. */
const glue = await readFile(new URL('../../www/core/breakeven.js', import.meta.url), 'utf8');
const [, methods] = glue.match(/^export class Mine \{$(.*?)^\}$/ms);
const exported = (method) => methods.match(new RegExp(`^    ${method}\\(.*?\\bwasm\\.(\\w+)\\((?!-?\\d+\\))`, 'ms'))[1];
/** What sets something, and what makes the core evaluate what is set. */
const SETS = exported('give');
const ASKS = ['report', 'sentence', 'values'].map(exported);

/** Notes of each mine, by its address in the core, in which order it is set and asked. */
function noting(sets, asks) {
  globalThis.noted = {};
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const { instance } = await instantiateStreaming.apply(WebAssembly, given);
    const noted = (name) => (...given) => {
      // What may fail has the place of its answer first.
      const mine = name === sets ? given[1] : given[0];
      (globalThis.noted[mine] ??= []).push(name === sets ? 'set' : 'asked');
      return instance.exports[name](...given);
    };
    const all = [sets, ...asks].map((name) => [name, noted(name)]);
    return { instance: { exports: { ...instance.exports, ...Object.fromEntries(all) } } };
  };
}

test('ten that pin every input are each evaluated once, when all is set', async () => {
  const body = SCRIPT + `<break-even scenario="enegix" ${attributes}></break-even>`.repeat(10);
  await page(body, async ({ page }) => {
    await page.waitForFunction(() => {
      const all = [...document.querySelectorAll('break-even')];
      return all.length === 10 && all.every(({ shadowRoot }) => shadowRoot?.querySelector('[part=slider]'));
    });
    const noted = Object.values(await page.evaluate(() => globalThis.noted));
    assert.equal(noted.length, 10);
    for (const order of noted) {
      assert.equal(order.lastIndexOf('set'), Object.keys(pinned).length - 1, order.join());
      assert.ok(order.includes('asked'));
    }
    const shown = await page.locator('break-even').evaluateAll((all) => all.map(({ report }) => report.inputs));
    const { inputs } = core.evaluate(pinned);
    for (const one of shown) assert.deepEqual(one, inputs);
    assert.deepEqual({ ...inputs, ...pinned }, inputs);
  }, { before: { content: `(${noting})(${JSON.stringify(SETS)}, ${JSON.stringify(ASKS)})` } });
});

test('it is defined before its core comes, its content stands, and what is set is kept', async () => {
  await page(`${SCRIPT}<break-even tariff="0.06"><p>The content.</p></break-even>`, async ({ page, held, element }) => {
    const early = await element.evaluate(async (element) => {
      await customElements.whenDefined('break-even');
      const { tariff, scenario, date, report, state, theme, locale } = element;
      element.scenario = 'enegix';
      element.hours = 100;
      element.hours = 120;
      element.setAttribute('efficiency', '40');
      return { tariff, scenario, date, report, state, theme, locale };
    });
    assert.deepEqual(early, { tariff: NaN, scenario: '', date: null, report: null, state: '', theme: null, locale: null });
    assert.ok(await page.getByText('The content.').isVisible());
    held.go();
    await runs(page);
    assert.deepEqual(await showsTheAnswer(page), { ...enegix, tariff: 0.06, hours: 120, efficiency: 40 });
    assert.equal(await page.getByText('The content.').isVisible(), false);
  }, { hold: true });
});

test('properties set before the script has come survive', async () => {
  await page('<break-even></break-even>', async ({ page, element }) => {
    await element.evaluate(async (element) => {
      Object.assign(element, { tariff: 0.033, scenario: 'enegix', pool_fee: '0.01' });
      await import('./breakeven.js');
    });
    await runs(page);
    assert.deepEqual(await showsTheAnswer(page), { ...enegix, tariff: 0.033, pool_fee: 0.01 });
  });
});

test('what is set before the script has come gives way to what is set after it, and keeps its order', async () => {
  const body = '<div style="height: 5000px"></div><break-even scenario="today"></break-even>';
  await page(body, async ({ page, element }) => {
    await element.evaluate(async (element) => {
      Object.assign(element, { tariff: 0.05, hours: 50, view: 'time', scenario: 'btc-kz' });
      await import('./breakeven.js');
      element.tariff = 0.09;
      element.view = 'lifetime';
      element.setAttribute('hours', '60');
      element.setAttribute('scenario', 'enegix');
      element.scrollIntoView();
    });
    await runs(page);
    assert.deepEqual(await showsTheAnswer(page), { ...enegix, tariff: 0.09, hours: 60 });
    assert.equal(await element.evaluate((element) => element.view), 'lifetime');
  });
  for (const [first, then, state] of [
    [{ tariff: 0.06 }, { state: '1~enegix~time~tariff_0.07' }, '1~enegix~time~tariff_0.07'],
    [{ state: '1~enegix~time~tariff_0.07' }, { tariff: 0.06 }, '1~enegix~time~tariff_0.06'],
    [{ tariff: 0.06 }, { state: undefined }, '1~today~tariff~tariff_0.06'],
  ]) {
    await page('<break-even></break-even>', async ({ page, element }) => {
      const shown = await element.evaluate(
        async (element, [first, then]) => {
          for (const given of [first, then]) for (const name of Object.keys(given)) element[name] = given[name];
          await import('./breakeven.js');
          await element.updateComplete;
          return element.state;
        },
        [first, then],
      );
      assert.equal(shown, state);
      await runs(page);
    });
  }
});

test('of a state and an input that are set before the core comes, the later counts', async () => {
  await page(`${SCRIPT}<break-even></break-even>`, async ({ page, held, element }) => {
    await element.evaluate(async (element) => {
      await customElements.whenDefined('break-even');
      element.hours = 12;
      element.state = '1~enegix~bar~tariff_0.07';
      element.efficiency = 21;
    });
    held.go();
    await runs(page);
    assert.deepEqual(await inputs(page), { ...enegix, tariff: 0.07, efficiency: 21 });
    assert.equal(await element.getAttribute('view'), 'bar');
  }, { hold: true });
});

test('a state that is set before the element is defined is taken, and so is the next', async () => {
  const state = '1~enegix~bar~tariff_0.07';
  const body = `<break-even></break-even><script>document.querySelector('break-even').state = '${state}'</script>${SCRIPT}`;
  await page(body, async ({ page, element }) => {
    await runs(page);
    assert.deepEqual(await inputs(page), { ...enegix, tariff: 0.07 });
    assert.equal(await element.evaluate((element) => element.state), state);
    await element.evaluate((element) => {
      element.state = '1~enegix~bar~tariff_0.08';
      return element.updateComplete;
    });
    assert.deepEqual(await inputs(page), { ...enegix, tariff: 0.08 });
  });
});

test('an input’s attribute may have the name of its property too', async () => {
  await page(`${SCRIPT}<break-even pool_fee="0.03" machine-price="15"></break-even>`, async ({ page, element }) => {
    await runs(page);
    const given = await inputs(page);
    assert.deepEqual([given.pool_fee, given.machine_price], [0.03, 15]);
    await element.evaluate((element) => element.removeAttribute('pool_fee'));
    assert.notEqual((await inputs(page)).pool_fee, 0.03);
    for (const [one, other] of [['pool_fee', 'pool-fee'], ['pool-fee', 'pool_fee']]) {
      const left = await element.evaluate((element, [one, other]) => {
        element.setAttribute(one, '0.01');
        element.setAttribute(other, '0.05');
        element.removeAttribute(other);
        const left = element.pool_fee;
        element.removeAttribute(one);
        return left;
      }, [one, other]);
      assert.equal(left, 0.01, `${one} stands without ${other}`);
    }
  });
});

test('where no core can be had the content stands, and whoever waits is told', async () => {
  const before = () => {
    delete globalThis.WebAssembly;
  };
  const answer = article(`${SCRIPT}<break-even tariff="0.06">The content.</break-even>`);
  const intercept = (request, response) => {
    if (!/translated/.test(request.url)) return answer(request, response);
    response.writeHead(404).end();
    return true;
  };
  await withPage({ path: 'article.html', intercept, before, allowErrors: true }, async ({ page }) => {
    const told = await page.locator('break-even').evaluate(async (element) => {
      const { ready } = await customElements.whenDefined('break-even');
      return [await ready, await element.updateComplete];
    });
    assert.deepEqual(told, [false, false]);
    assert.ok(await page.getByText('The content.').isVisible());
  });
});

test('one in a shadow root loads its core when it comes near, and not before', async () => {
  const shadow = `<div style="height: 3000px"></div><article></article>
    <script>document.querySelector('article').attachShadow({ mode: 'open' }).innerHTML = '<break-even></break-even>'</script>`;
  await page(SCRIPT + shadow, async ({ page, requests }) => {
    const asked = () => requests.filter((address) => /_first-.*\.wasm$/.test(address)).length;
    await wait(300);
    assert.equal(asked(), 0);
    await page.evaluate(() => scrollTo(0, 3000 - innerHeight - 300));
    await runs(page);
    assert.equal(asked(), 1);
  });
});

test('updateComplete waits for the figures of a date, first and later', async () => {
  await page(`${SCRIPT}<break-even scenario="enegix" date="2021-11-09"></break-even>`, async ({ page, element }) => {
    const told = await element.evaluate(async (element) => {
      const { ready } = await customElements.whenDefined('break-even');
      await ready;
      const shown = async () => {
        await element.updateComplete;
        return [element.date, element.price, element.shadowRoot.querySelector('.headline').textContent.replace(/\s+/g, ' ').trim()];
      };
      const first = await shown();
      element.date = '2022-10-23';
      return [first, await shown()];
    });
    const on = (date) => {
      const mine = core.at_date(enegix, date);
      return [date, mine.price, core.evaluate(mine).text];
    };
    assert.deepEqual(told, [on('2021-11-09'), on('2022-10-23')]);
  });
});

test('where there are no frames it is drawn all the same, and updateComplete comes', async () => {
  const before = () => {
    globalThis.requestAnimationFrame = () => 0;
  };
  await page(`${SCRIPT}<break-even scenario="enegix"></break-even>`, async ({ element }) => {
    const told = await element.evaluate(async (element) => {
      await customElements.whenDefined('break-even');
      await element.updateComplete;
      element.hours = 50;
      const complete = await element.updateComplete;
      return [complete, element.shadowRoot.querySelector('.headline').textContent];
    });
    assert.equal(told[0], true);
    assert.equal(told[1].replace(/\s+/g, ' ').trim(), core.evaluate({ ...enegix, hours: 50 }).text);
  }, { before });
});

test('what the core answered cannot be changed, at any depth', async () => {
  await page(`${SCRIPT}<break-even></break-even>`, async ({ page, element }) => {
    await runs(page);
    const frozen = await element.evaluate(({ report }) => {
      const all = (value) => Object.isFrozen(value) && Object.values(Object(value)).every((part) => typeof part !== 'object' || part === null || all(part));
      return all(report);
    });
    assert.ok(frozen);
  });
});

/** What the host hears of `html`, in the console and by the event; and what stands then. */
async function told(html, test) {
  const before = () => {
    globalThis.heard = [];
    addEventListener('configerror', ({ detail, bubbles, composed }) => {
      globalThis.heard.push({ ...detail, bubbles, composed });
    });
  };
  await page(SCRIPT + html, async ({ page, element, warnings }) => {
    await runs(page);
    await painted(page);
    const red = () => page.locator('.refusal').evaluateAll((all) => all.map(({ textContent }) => textContent.trim()).join(''));
    await test({ page, element, warnings, red, heard: () => page.evaluate(() => globalThis.heard.splice(0)) });
  }, { before });
}

const mistakes = [
  ['tariff="cheap"', 'tariff', 'cheap', /^tariff: "cheap" is not a number; allowed is 0 to 5 USD\/kWh, such as 0\.05$/],
  ['pool-fee="0.9"', 'pool-fee', '0.9', /^pool_fee: 0\.9 is out of range/],
  ['scenario="kazakh"', 'scenario', 'kazakh', /^scenario: there is no “kazakh”; known are .*enegix/],
  ['date="2022-02-30"', 'date', '2022-02-30', /^date: “2022-02-30” is not allowed; allowed is 2010-07-\d\d to/],
  ['controls="tariff atlantis"', 'controls', 'atlantis', /^controls: there is no “atlantis”; known are tariff, /],
  ['view="pie"', 'view', 'pie', new RegExp(`known are ${core.views().map(({ id }) => id).join(', ')}$`)],
  ['theme="drak"', 'theme', 'drak', /^theme: there is no “drak”; known are light, dark$/],
  ['locale="de_DE"', 'locale', 'de_DE', /^locale: there is no “de_DE”; known are de, …$/],
  ['subsidy="0" fees="0"', 'subsidy', '0', /^subsidy: .*at least .* fees included/],
];

for (const [attribute, name, value, message] of mistakes) {
  test(`of ${attribute} the host is told once, and its reader sees what stands instead`, async () => {
    await told(`<break-even ${attribute}></break-even>`, async ({ page, warnings, red, heard }) => {
      const events = await heard();
      assert.equal(events.length, 1, JSON.stringify(events));
      assert.deepEqual({ ...events[0], message: '' }, { attribute: name, value, message: '', bubbles: true, composed: true });
      assert.match(events[0].message, message);
      assert.deepEqual(warnings.map((text) => text.slice(0, 13 + events[0].message.length)), [`break-even: ${events[0].message} `]);
      assert.equal(await red(), '');
      assert.equal(await page.locator('[aria-invalid]').count(), 0);
      const today = core.scenarios().find(({ id }) => id === 'today').inputs;
      const shown = await showsTheAnswer(page);
      assert.deepEqual(shown, name === 'subsidy' ? { ...today, fees: 0 } : today);
    });
  });
}

test('a mistake that is mended is told no more; made again, it is told again', async () => {
  await told('<break-even tariff="cheap"></break-even>', async ({ element, heard }) => {
    assert.equal((await heard()).length, 1);
    await element.evaluate(async (element) => {
      element.tariff = 0.07;
      await element.updateComplete;
      element.scenario = 'enegix';
      await element.updateComplete;
    });
    assert.deepEqual(await heard(), []);
    await element.evaluate(async (element) => {
      element.tariff = 99;
      await element.updateComplete;
    });
    assert.deepEqual((await heard()).map(({ attribute, value }) => [attribute, value]), [['tariff', '99']]);
    assert.equal(await element.evaluate(({ tariff }) => tariff), enegix.tariff);
  });
});
