// The headless core, called with what its types forbid: it refuses that, and answers as before.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { withProject } from './support/project.mjs';

/** The core of the package, as a project has it. Its module holds all of it: the project may go. */
let core;
await withProject({}, async (folder) => {
  core = await import(pathToFileURL(join(folder, 'node_modules/breakeven/core.js')).href);
});

const circle = {};
circle.self = circle;

/** More than the stack of borrowed objects has room for, were each call to move it. */
const CALLS = 1100;

const WRONG = {
  undefined,
  null: null,
  true: true,
  NaN,
  infinity: Infinity,
  'more than 32 bits': 2 ** 40,
  'a BigInt': 10n,
  'a symbol': Symbol('wrong'),
  'a text': 'wrong',
  'a number as text': '0.05',
  'a list': [],
  'an object': {},
  'a circle': circle,
  'a function': () => {},
  'what has a length': { length: 2 ** 31 },
};

const answer = () => JSON.stringify(core.evaluate({ tariff: 0.05 }));

/** Calls it, and returns what it throws. */
function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** What refuses names field, value and what is allowed, and its message has all three. */
function isRefusal(error, message) {
  assert.ok(core.isInputError(error), `${message}: ${error}`);
  for (const part of [error.field, error.value, error.allowed]) {
    assert.equal(typeof part, 'string', message);
    assert.ok(part && error.message.includes(part), `${message}: ${error.message}`);
  }
}

/** Every function and every method, as one that makes what it is called on. */
function* calls() {
  for (const [name, value] of Object.entries(core)) {
    if (typeof value !== 'function') continue;
    const { prototype } = value;
    if (!prototype?.free) {
      yield [name, value, value.length];
      continue;
    }
    for (const method of Object.getOwnPropertyNames(prototype)) {
      if (method.startsWith('__') || method === 'constructor') continue;
      const made = { Mine: () => new core.Mine(), Moment: () => new core.Mine().moment() }[name];
      // A figure needs a page; without one its methods have nothing to be called on.
      const call = (...given) => (made ? made() : Object.create(prototype))[method](...given);
      yield [`${name}.${method}`, call, prototype[method].length];
    }
  }
  yield ['new LiveFigure', (svg) => new core.LiveFigure(svg), 1];
}

/** What each argument ought to be, as far as it goes by its place: so that each of them is looked at. */
const RIGHT = ['tariff', {}, 'enegix', 0.05, {}];

test('whatever an export is called with, the core answers as before', () => {
  const before = answer();
  let count = 0;
  for (const [name, call, length] of calls()) {
    for (const [kind, wrong] of Object.entries(WRONG)) {
      const all = Array(Math.max(length, 1)).fill(wrong);
      const each = all.map((_, place) => RIGHT.slice(0, all.length).map((right, at) => (at === place ? wrong : right)));
      for (const given of [all, ...each]) {
        const error = thrown(() => call(...given));
        if (error) isRefusal(error, `${name} with ${kind}`);
        assert.equal(answer(), before, `after ${name} with ${kind}`);
        count += 1;
      }
    }
  }
  assert.ok(count > 2000, `${count} calls`);
});

test('a call that is refused a thousand times leaves nothing behind', () => {
  const before = answer();
  const mine = new core.Mine();
  const refused = [
    () => core.at_date({}, undefined),
    () => core.parse_local('tariff', '5', undefined, 1),
    () => core.table('tariff', {}, 5),
    () => mine.give_text('tariff', undefined),
    () => mine.restore('tariff', {}),
  ];
  for (const call of refused) {
    for (let done = 0; done < CALLS; done += 1) isRefusal(thrown(call), String(call));
    assert.equal(answer(), before, String(call));
  }
  mine.free();
});

/** Each call, and the field and the value that its refusal names. */
const REFUSED = {
  'a value that is no number': [
    [() => core.check_input('tariff', null), 'tariff', '"null"'],
    [() => core.check_input('tariff', []), 'tariff', '"[]"'],
    [() => core.check_input('tariff', true), 'tariff', '"true"'],
    [() => core.check_input('tariff', '0.05'), 'tariff', '"0.05"'],
    [() => new core.Mine().set('tariff', null), 'tariff', '"null"'],
    [() => new core.Mine().give('tariff', '0.05'), 'tariff', '"0.05"'],
    [() => core.format_usd('5'), 'value', '"5"'],
    [() => core.figure_svg('tariff', {}, '720', 420), 'width', '"720"'],
  ],
  'a price that is no number': [
    [() => core.solve({}, 'tariff', 'shutdown', '40000'), 'price', '"40000"'],
    [() => core.solve({}, 'tariff', 'shutdown', 10n), 'price', '"10"'],
    [() => core.solve({}, 'tariff', 'shutdown', Symbol('p')), 'price', '"symbol"'],
  ],
  'what is not finite': [
    [() => core.format_usd(NaN), 'value', 'NaN'],
    [() => core.format_usd(-Infinity), 'value', '-Infinity'],
    [() => core.format_field(NaN), 'value', 'NaN'],
    [() => core.format_field(NaN, 'tariff'), 'tariff', 'NaN'],
    [() => core.format_with_unit('tariff', NaN), 'tariff', 'NaN'],
    [() => core.may_be_a_part('tariff', NaN), 'tariff', 'NaN'],
    [() => core.step_input('tariff', NaN, 1), 'tariff', 'NaN'],
    [() => core.slider_position('tariff', NaN), 'tariff', 'NaN'],
    [() => core.slider_value('tariff', NaN), 'position', 'NaN'],
    [() => new core.Mine().written('tariff', NaN), 'tariff', 'NaN'],
  ],
  'a count that is cut to 32 bits elsewhere': [
    [() => core.step_input('tariff', 0.05, 2 ** 40), 'count', '1099511627776'],
    [() => core.step_input('tariff', 0.05, 1.5), 'count', '1.5'],
    [() => new core.Mine().step('tariff', 2 ** 31), 'count', '2147483648'],
    [() => core.scenario_at(2 ** 32), 'place', '4294967296'],
  ],
  'what is no decimal mark': [
    [() => core.parse_field('tariff', '0,05', 'ab'), 'decimal', '"ab"'],
    [() => core.parse_field('tariff', '0,05', ''), 'decimal', '""'],
    [() => core.parse_field('tariff', '0,05', '5'), 'decimal', '"5"'],
    [() => new core.Mine().type_in('tariff', '0,05', 5), 'decimal', '5'],
  ],
  'an id that is no text': [
    [() => core.check_input(5, 1), 'input', '"5"'],
    [() => core.check_input(10n, 1), 'input', '"10"'],
    [() => core.check_input(null, 1), 'input', '"null"'],
    [() => core.solve({}, 'tariff', 5, 40_000), 'tier', '"5"'],
    [() => core.solve({}, 5, 'cash', 40_000), 'input', '"5"'],
    [() => core.table(5, {}), 'view', '"5"'],
    [() => core.format_field(1, 5), 'input', '"5"'],
    [() => core.evaluate({ tariff: 10n }), 'tariff', '"10"'],
  ],
  'a text that is none': [
    [() => core.at_date({}, undefined), 'date', '"undefined"'],
    [() => core.parse_input('tariff', 5), 'text', '5'],
    [() => core.intervals({}, {}), 'scenario', '"{}"'],
    [() => core.search_machines(circle), 'query', '"object"'],
    [() => new core.Mine().open('enegix', 'false'), 'keep_given', '"false"'],
  ],
};

for (const [what, all] of Object.entries(REFUSED)) {
  test(`${what} is refused by its field, its value and what is allowed`, () => {
    for (const [call, field, value] of all) {
      const error = thrown(call);
      isRefusal(error, String(call));
      assert.deepEqual([error.field, error.value], [field, value], String(call));
    }
  });
}

test('where the range is known, it is told of what is no number too', () => {
  assert.equal(thrown(() => core.check_input('tariff', null)).allowed, '0 to 5 USD/kWh');
  assert.equal(thrown(() => core.step_input('tariff', NaN, 1)).allowed, '0 to 5 USD/kWh');
  assert.equal(thrown(() => new core.Mine().set('hours', '5')).allowed, thrown(() => core.check_input('hours', -1)).allowed);
});

test('what may be left out may be left out, and null is nothing', () => {
  assert.equal(core.parse_field('tariff', '0,05', ','), 0.05);
  assert.equal(core.parse_field('tariff', '0.05', null), core.parse_field('tariff', '0.05'));
  const mine = new core.Mine();
  mine.give('tariff', null);
  mine.date_to(undefined);
  assert.deepEqual(mine.sentence(), mine.sentence(false));
});

test('a mine is let go of once, then it is refused, and the core lives', () => {
  const before = answer();
  const mine = new core.Mine();
  const moment = mine.moment();
  mine.free();
  for (let done = 0; done < CALLS; done += 1) mine.free();
  isRefusal(thrown(() => mine.report()), 'a method of it');
  isRefusal(thrown(() => moment.link('wrong')), 'a figure that there is not');
  moment.free();
  isRefusal(thrown(() => new core.Mine().come_back(moment)), 'a moment');
  assert.equal(answer(), before);
});

test('only refusals are told to be such', () => {
  assert.ok(core.isInputError(thrown(() => core.evaluate({ tariff: 99 }))));
  for (const other of [new Error('no'), { name: 'InputError' }, 'InputError', null, undefined]) assert.ok(!core.isInputError(other));
});
