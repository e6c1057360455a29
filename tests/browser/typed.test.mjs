// What a reader types: what stands while it is refused, how it is told that it was read, and the way back.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, field, inputs, note, painted, showsTheAnswer, whole } from './support/answer.mjs';
import { withPage } from './support/page.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

const PLACES = {
  'a field': { id: 'tariff', text: '0.0625', place: (page) => field(page, 'tariff') },
  'the sentence': { id: 'price', text: '41,500', place: (page) => page.getByRole('spinbutton', { name: /^Bitcoin price/ }) },
};

/** Types as a hand does, key by key, over what stood there; gives what was in force after each key. */
async function keyed(page, place, id, text) {
  await place.focus();
  await place.selectText();
  const force = [];
  for (const key of text) {
    await page.keyboard.type(key);
    await painted(page);
    force.push((await inputs(page))[id]);
  }
  return force;
}

/** Counts the events of that type that leave the element. */
async function heard(page, type) {
  await page.locator('break-even').evaluate((element, type) => {
    globalThis.heard = 0;
    element.addEventListener(type, () => (globalThis.heard += 1));
  }, type);
  return () => page.evaluate(() => globalThis.heard);
}

/** A place in which the reader has settled a text, and what is in force then. */
async function settledIn(page, { id, text, place: find }) {
  await whole(page);
  const place = find(page);
  await keyed(page, place, id, text);
  await place.press('Enter');
  const settled = core.parse_input(id, text);
  assert.equal((await inputs(page))[id], settled);
  return { place, settled };
}

for (const [name, asked] of Object.entries(PLACES)) {
  const { id } = asked;
  test(`${name}: while a refused text stands, the last settled value is in force`, async () => {
    await withPage({ width: 1280, height: 900 }, async ({ page }) => {
      const { place, settled } = await settledIn(page, asked);
      // Each beginning that is a number is in force until the text is none.
      const force = await keyed(page, place, id, '5 apples');
      assert.equal(force[0], 5);
      assert.deepEqual(new Set(force.slice(2)), new Set([settled]));
      assert.equal(await place.getAttribute('aria-invalid'), 'true');
      assert.equal(await place.inputValue(), '5 apples');
      await place.blur();
      assert.equal((await showsTheAnswer(page))[id], settled);
    });
  });

  test(`${name}: Escape brings back what was there before, and no change is told`, async () => {
    await withPage({ width: 1280, height: 900 }, async ({ page }) => {
      const { place, settled } = await settledIn(page, asked);
      const changes = await heard(page, 'change');
      for (const typed of ['4', '5 apples', '']) {
        await keyed(page, place, id, typed);
        if (!typed) await page.keyboard.press('Delete');
        await page.keyboard.press('Escape');
        await painted(page);
        assert.equal((await inputs(page))[id], settled, typed);
        assert.equal(await place.inputValue(), core.format_field(settled, id), typed);
        assert.equal(await place.getAttribute('aria-invalid'), null, typed);
      }
      await place.blur();
      await painted(page);
      assert.equal(await changes(), 0);
      assert.equal((await showsTheAnswer(page))[id], settled);
      // Where the reader had set nothing, the scenario's stands again.
      await page.locator('break-even').evaluate((element) => (element.scenario = 'quoted-40000'));
      await keyed(page, place, id, '4');
      await page.keyboard.press('Escape');
      await place.blur();
      assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    });
  });

  test(`${name}: emptied and left, it shows the value in force again, and nothing has changed`, async () => {
    await withPage({ width: 1280, height: 900 }, async ({ page }) => {
      const { place, settled } = await settledIn(page, asked);
      const changes = await heard(page, 'change');
      // Emptied at once, emptied key by key, and blanks alone.
      for (const keys of [['Delete'], ['4', 'Backspace'], ['Space', 'Space']]) {
        await place.focus();
        await place.selectText();
        for (const key of keys) await page.keyboard.press(key);
        await painted(page);
        assert.equal((await inputs(page))[id], settled, `${keys}`);
        assert.equal(await place.getAttribute('aria-invalid'), 'true', `${keys}`);
        await place.blur();
        assert.equal((await showsTheAnswer(page))[id], settled, `${keys}`);
        assert.ok((await place.inputValue()).includes(core.format_field(settled, id)), `${keys}`);
        assert.equal(await place.getAttribute('aria-invalid'), null, `${keys}`);
      }
      assert.equal(await page.locator('.refusal:not(:empty):visible').count(), 0);
      assert.equal(await changes(), 0);
    });
  });
}

test('a field says how it read what is written otherwise or may be meant otherwise, until it is left', async () => {
  await withPage({ width: 1280, height: 900 }, async ({ page }) => {
    await whole(page);
    await page.getByText('Assumptions and sources').click();
    await page.locator('.drawer .help').first().waitFor();
    for (const [id, text, value, told] of [
      ['tariff', '5 cents', 0.05, 'Read as 0.05 USD/kWh'],
      ['hashrate', '1200 PH/s', 1.2, 'Read as 1.2 EH/s'],
      ['price', '40k', 40_000, 'Read as 40,000 USD/BTC'],
      ['pool_fee', '2 %', 0.02, 'Read as 2 %'],
      ['pool_fee', '0.02', 0.0002, 'Read as 0.02 %'],
      ['discount_rate', '0.1', 0.001, 'Read as 0.1 % a year'],
    ]) {
      await field(page, id).fill(text);
      await painted(page);
      assert.equal((await inputs(page))[id], value, text);
      assert.equal(await note(page, id), told);
      await field(page, id).press('Enter');
      await painted(page);
      assert.ok(!(await note(page, id)).startsWith('Read as'), `${text} is settled`);
      assert.equal(await field(page, id).inputValue(), core.format_field(value, id));
    }
    for (const [id, text] of [['pool_fee', '3'], ['tariff', '0.0625']]) {
      await field(page, id).fill(text);
      await painted(page);
      assert.match(await note(page, id), /^Yours\. Scenario: /, `${text} can mean one thing only`);
    }
  });
});
