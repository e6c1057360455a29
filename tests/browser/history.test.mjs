// A scenario is a step in the history, everything else is not; and a link that is followed is what is seen.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { dist } from './support/page.mjs';
import { serve } from './support/server.mjs';

const scenario = (id) => core.scenarios().find((one) => one.id === id);

async function served(test, intercept) {
  const server = await serve({ '/': dist }, { intercept });
  try {
    await test(server.origin);
  } finally {
    await server.close();
  }
}

/** As a reader does it. */
function pick(id) {
  const select = document.querySelector('break-even').shadowRoot.querySelector('#scenario');
  select.value = id;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function slide(position) {
  const range = document.querySelector('break-even').shadowRoot.querySelector('[type=range]');
  range.value = String(position);
  for (const type of ['input', 'change']) range.dispatchEvent(new Event(type, { bubbles: true }));
}

/** The element shows this state, sentence and all. */
async function shows({ evaluate }, state) {
  await until(evaluate, (state) => document.querySelector('break-even').state === state, state);
  const { inputs, scenario: id } = core.read_link(`#${state}`);
  await until(
    evaluate,
    ({ sentence, id }) => {
      const { shadowRoot } = document.querySelector('break-even');
      const shown = shadowRoot.querySelector('[part=headline]').textContent.replace(/\s+/g, ' ').trim();
      return shown === sentence && shadowRoot.querySelector('#scenario')?.value === id;
    },
    { sentence: core.evaluate(inputs).text, id },
  );
}

const lives = ({ evaluate }) => until(evaluate, () => !!document.querySelector('break-even')?.shadowRoot?.querySelector('[part=slider]'));
/** With all of its core: what is picked can be written down at once. */
const runs = async (page) => {
  await lives(page);
  await until(page.evaluate, () => document.querySelector('break-even').state !== '');
};
const entries = ({ evaluate }) => evaluate(() => history.length);

for (const engine of ENGINES) {
  test(`${engine}: Back returns to the scenario before, as it was left, and Forward to the one after`, () =>
    served((origin) =>
      visit(engine, `${origin}/index.html`, async (page) => {
        await runs(page);
        const before = await entries(page);
        await page.evaluate(slide, 0.25);
        const left = await page.evaluate(() => document.querySelector('break-even').state);
        assert.notEqual(left, '1~quoted-40000~true');
        await page.evaluate(pick, 'enegix');
        await page.evaluate(pick, 'btc-kz');
        await shows(page, '1~btc-kz~time');
        assert.equal(await entries(page), before + 2, 'one for each scenario, none for the slider');
        assert.equal(await page.evaluate(() => location.hash), '#1~btc-kz~time');

        await page.evaluate(() => history.back());
        await shows(page, '1~enegix~tariff');
        await page.evaluate(() => history.back());
        await shows(page, left);
        assert.equal(await page.evaluate(() => location.hash), `#${left}`);
        await page.evaluate(() => history.go(2));
        await shows(page, '1~btc-kz~time');
      }),
    ));

  test(`${engine}: Back from a link returns to what was seen where the address had none; the top of the page is no way back`, () =>
    served((origin) =>
      visit(engine, `${origin}/index.html`, async (page) => {
        await runs(page);
        const start = await page.evaluate(() => document.querySelector('break-even').state);
        await page.evaluate(() => (location.hash = '#1~enegix~tariff'));
        await shows(page, '1~enegix~tariff');
        await page.evaluate(() => history.back());
        await shows(page, start);
        await page.evaluate(() => history.forward());
        await shows(page, '1~enegix~tariff');
        await page.evaluate(() => {
          addEventListener('popstate', () => (window.isUp = true), { once: true });
          location.hash = '';
        });
        await until(page.evaluate, () => window.isUp === true);
        await shows(page, '1~enegix~tariff');
      }),
    ));

  test(`${engine}: scenarios picked before the rest of the core has come are steps all the same`, () => {
    let open;
    const opened = new Promise((resolve) => (open = resolve));
    const gate = async ({ url }) => (/_rest-.*\.wasm/.test(url) && (await opened), false);
    return served(
      (origin) =>
        visit(engine, `${origin}/index.html`, async (page) => {
          await lives(page);
          const before = await entries(page);
          await page.evaluate(slide, 0.25);
          await page.evaluate(pick, 'enegix');
          await page.evaluate(pick, 'btc-kz');
          assert.equal(await page.evaluate(() => document.querySelector('break-even').state), '', 'too late to see anything');
          open();
          await shows(page, '1~btc-kz~time');
          await until(page.evaluate, () => location.hash === '#1~btc-kz~time');
          assert.equal(await entries(page), before + 2);
          await page.evaluate(() => history.back());
          await shows(page, '1~enegix~tariff');
          await page.evaluate(() => history.back());
          await until(page.evaluate, () => /^1~quoted-40000~true~tariff_/.test(document.querySelector('break-even').state));
        }),
      gate,
    );
  });

  test(`${engine}: without url-sync no scenario is a step`, () => {
    const body = '<script type="module" src="./breakeven.js"></script><break-even scenario="quoted-40000"></break-even>';
    return served(
      (origin) =>
        visit(engine, `${origin}/article.html#there`, async (page) => {
          await runs(page);
          const before = await entries(page);
          await page.evaluate(pick, 'enegix');
          await shows(page, '1~enegix~tariff');
          assert.deepEqual(await page.evaluate(() => [history.length, location.hash]), [before, '#there']);
        }),
      article(body),
    );
  });

  test(`${engine}: a link that is followed just when the address is to be written is not written over`, () =>
    served((origin) =>
      visit(engine, `${origin}/index.html`, async (page) => {
        await runs(page);
        await page.evaluate(slide, 0.25);
        const link = '1~btc-kz~tariff~tariff_0.09';
        await page.evaluate((link) => {
          // What rests is due by then, and comes before the event that tells of the link.
          for (const start = performance.now(); performance.now() - start < 600; );
          location.hash = `#${link}`;
        }, link);
        await shows(page, link);
        await page.evaluate(() => new Promise((rested) => setTimeout(rested, 600)));
        assert.equal(await page.evaluate(() => location.hash), `#${link}`);
      }),
    ));

  test(`${engine}: a link that is followed, and Back, close the dialog of another state`, () =>
    served((origin) =>
      visit(engine, `${origin}/index.html`, async (page) => {
        await runs(page);
        await page.evaluate(pick, 'enegix');
        const open = async () => {
          await page.evaluate(() => document.querySelector('[name=embed]').click());
          await until(page.evaluate, () => document.querySelector('dialog')?.open === true);
        };
        await open();
        await page.evaluate(() => (location.hash = '#1~btc-kz~tariff~tariff_0.09'));
        await until(page.evaluate, () => document.querySelector('dialog') === null);
        await shows(page, '1~btc-kz~tariff~tariff_0.09');
        assert.ok((await page.evaluate(() => document.querySelector('break-even').tariff)) !== scenario('btc-kz').inputs.tariff);
        await open();
        await page.evaluate(() => history.back());
        await until(page.evaluate, () => document.querySelector('dialog') === null);
        await shows(page, '1~enegix~tariff');
      }),
    ));
}
