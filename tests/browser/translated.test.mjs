// The core translated to JavaScript answers as the WebAssembly does, to the last bit.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { core, painted, whole } from './support/answer.mjs';
import { withPage } from './support/page.mjs';
import { mulberry32 } from './support/random.mjs';

const folder = new URL('../../www/core/', import.meta.url);

// The script of the core holds one instance; asked for under another address it is another script.
const translated = await import(new URL('breakeven.js?translated', folder));
const KEY = Symbol.for('break-even translated');
(0, eval)(await readFile(new URL('translated.js', folder), 'utf8'));
translated.adopt(globalThis[KEY](translated.imports()));

const table = core.input_table();

/** A value of the whole allowed range: its ends, evenly spread, or each order of magnitude alike. */
function draw({ min, max, default: usual }, next) {
  const way = next();
  if (way < 0.05) return min;
  if (way < 0.1) return max;
  if (way < 0.3) return usual;
  if (way < 0.6) return min + next() * (max - min);
  const low = Math.log(Math.max(min, 1e-9));
  return Math.min(max, Math.max(min, Math.exp(low + next() * (Math.log(Math.max(max, 1e-9)) - low))));
}

/** What a call gives or throws, for comparing. */
function outcome(call) {
  try {
    return call();
  } catch (error) {
    return { name: error.name, message: error.message, field: error.field, value: error.value, allowed: error.allowed };
  }
}

/** Strict equality of assert tells −0 from 0 and takes NaN for itself, so it compares bits. */
function agree(call, what) {
  assert.deepStrictEqual(outcome(() => call(translated)), outcome(() => call(core)), what);
}

test('the scenarios are the same', () => {
  const count = core.scenarios().length;
  for (let place = 0; place <= count; place += 1) agree(({ scenario_at }) => scenario_at(place), `the scenario at ${place}`);
});

/** What becomes of a mine whose author sets all of `inputs`. */
function answered({ Mine }, inputs) {
  const mine = new Mine();
  try {
    for (const [id, value] of Object.entries(inputs)) mine.give(id, value);
    const report = mine.report();
    return { report, refused: mine.take_refused().map(({ input, error }) => [input, error.message]) };
  } finally {
    mine.free();
  }
}

test('ten thousand mines get the same report, to the last bit', () => {
  const next = mulberry32(1);
  const refused = { count: 0 };
  for (let mine = 0; mine < 10_000; mine += 1) {
    const inputs = Object.fromEntries(table.map((spec) => [spec.id, draw(spec, next)]));
    agree((core) => answered(core, inputs), JSON.stringify(inputs));
    if (answered(core, inputs).refused.length) refused.count += 1;
  }
  assert.ok(refused.count > 0 && refused.count < 2_000, `${refused.count} were refused`);
});

test('every number is written, read, stepped and placed alike', () => {
  const next = mulberry32(2);
  const mines = new Map([core, translated].map((core) => [core, new core.Mine()]));
  const agreed = (id, call, what) =>
    agree((core) => {
      const mine = mines.get(core);
      return [call(mine), mine.report().inputs[id]];
    }, what);
  for (let round = 0; round < 500; round += 1) {
    for (const spec of table) {
      const { id } = spec;
      const value = draw(spec, next);
      const count = Math.round((next() - 0.5) * 40);
      const position = next();
      agreed(id, (mine) => mine.written(id, value), `${id} ${value}`);
      agree((core) => core.with_separators(mines.get(core).written(id, value), ',', '.'), `${value}`);
      agreed(id, (mine) => mine.give_text(id, String(value)), `${id} ${value}`);
      agreed(id, (mine) => mine.type_in(id, String(value)), `${id} ${value}`);
      agreed(id, (mine) => mine.step(id, count), `${id} ${value} ${count}`);
      agree((core) => core.slider_position(id, value), `${id} ${value}`);
      agree((core) => core.slider_value(id, position), `${id} ${position}`);
    }
  }
});

test('what is refused is refused in the same words', () => {
  for (const text of ['', 'nonsense', '-1', '1e400', 'NaN', '∞', '1,5', '0x10', '9'.repeat(400), '🜚']) {
    for (const { id } of table) agree((core) => new core.Mine().give_text(id, text), `${id} ${text}`);
  }
  for (const inputs of [{ tariff: NaN }, { tariff: Infinity }, { atlantis: 1 }, { hours: -0 }]) {
    agree((core) => answered(core, inputs), JSON.stringify(inputs));
  }
  agree((core) => new core.Mine().step('atlantis', 1));
  for (const day of ['2009-01-03', '2022-02-30', 'yesterday']) agree((core) => new core.Mine().date_to(day), day);
});

test('the figures have the same marks in the same places', async () => {
  const drawn = async (options) => {
    const seen = [];
    await withPage({ ...options, allowErrors: true }, async ({ page }) => {
      await whole(page);
      seen.push(await page.evaluate(() => customElements.get('break-even').rung));
      for (const { id } of core.scenarios()) {
        await page.locator('break-even').evaluate((element, id) => (element.scenario = id), id);
        await painted(page);
        seen.push(await page.locator('svg').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML)));
      }
    });
    return seen;
  };
  const [first, ...module] = await drawn({});
  const [second, ...script] = await drawn({ before: () => delete globalThis.WebAssembly });
  assert.deepEqual([first, second], ['streaming', 'translated']);
  assert.deepEqual(script, module);
});
