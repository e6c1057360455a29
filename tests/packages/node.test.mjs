// The headless core in Node, as a script of somebody else's uses it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core } from '../browser/support/answer.mjs';
import { run, withProject } from './support/project.mjs';

/** What belongs to the loading of the core, which the package has done. */
const LOADING = ['adopt', 'default', 'imports', 'initSync'];

/** Runs `script` as a module of a new project and reads the JSON that it prints. */
async function printed(script) {
  let json;
  await withProject({ 'script.js': script }, async (folder) => {
    const { stdout } = await run(process.execPath, ['script.js'], { cwd: folder });
    json = JSON.parse(stdout);
  });
  return json;
}

test('the core can be called at once, and answers to the last bit as it does elsewhere', async () => {
  const answers = await printed(`
    import { account, evaluate, figure_svg, history, read_link, scenarios, solve, write_link } from 'breakeven/core';
    const { inputs } = scenarios().find(({ id }) => id === 'quoted-40000');
    const link = write_link('enegix', { ...inputs, efficiency: 29.5 }, 'tariff');
    console.log(JSON.stringify({
      report: evaluate(inputs),
      tariff: solve(inputs, 'tariff', 'shutdown', 40_000),
      shutdown: [...history(inputs).shutdown],
      svg: figure_svg('tariff', inputs, 720, 420),
      fleet: account(inputs).fleet,
      link,
      read: read_link(link).inputs,
    }));
  `);
  const { inputs } = core.scenarios().find(({ id }) => id === 'quoted-40000');
  assert.deepEqual(answers.report, core.evaluate(inputs));
  assert.deepEqual(answers.tariff, core.solve(inputs, 'tariff', 'shutdown', 40_000));
  const shutdown = [...core.history(inputs).shutdown];
  assert.ok(shutdown.length > 400);
  assert.deepEqual(answers.shutdown, JSON.parse(JSON.stringify(shutdown)));
  assert.equal(answers.svg, core.figure_svg('tariff', inputs, 720, 420));
  assert.deepEqual(answers.fleet, core.account(inputs).fleet);
  assert.equal(answers.link, core.write_link('enegix', { ...inputs, efficiency: 29.5 }, 'tariff'));
  assert.deepEqual(answers.read, { ...inputs, efficiency: 29.5 });
});

test('all that the core can do is offered, and none of the ways to load it', async () => {
  const names = await printed(`
    import * as core from 'breakeven/core';
    console.log(JSON.stringify(Object.keys(core)));
  `);
  assert.deepEqual(names.sort(), Object.keys(core).filter((name) => !LOADING.includes(name)).sort());
  assert.ok(names.includes('solve'));
});

test('without arguments the mine is that of today', async () => {
  const answers = await printed(`
    import { account, differences, evaluate, working } from 'breakeven/core';
    console.log(JSON.stringify([evaluate(), account(), working(), differences()]));
  `);
  assert.deepEqual(answers, JSON.parse(JSON.stringify([core.evaluate({}), core.account({}), core.working({}), core.differences({})])));
});

test('where there is no page an import of the element does nothing', async () => {
  const told = await printed(`
    const before = Object.getOwnPropertyNames(globalThis);
    const { BreakEven, ready } = await import('breakeven');
    const after = Object.getOwnPropertyNames(globalThis);
    console.log(JSON.stringify([typeof BreakEven, await ready, after.filter((name) => !before.includes(name))]));
  `);
  // Lit leaves its versions and its notes, by which two of them on a page know of each other.
  const [type, ready, left] = told;
  assert.deepEqual([type, ready], ['function', false]);
  assert.deepEqual(left.filter((name) => !/^(lit|reactive)[A-Z]/.test(name)), []);
});

test('a refused input is an error that names field, value and range', async () => {
  const error = await printed(`
    import { evaluate } from 'breakeven/core';
    try {
      evaluate({ tariff: 99 });
    } catch ({ name, field, value, allowed, message }) {
      console.log(JSON.stringify({ name, field, value, allowed, message }));
    }
  `);
  assert.deepEqual(error, {
    name: 'InputError',
    field: 'tariff',
    value: '99',
    allowed: '0 to 5 USD/kWh',
    message: 'tariff: 99 is out of range; allowed is 0 to 5 USD/kWh',
  });
});

test('what is no mine of ours is an error that says what it ought to be, and a mine is let go by `using`', async () => {
  const told = await printed(`
    import { Mine } from 'breakeven/core';
    const mine = new Mine();
    let message;
    try {
      mine.come_back({});
    } catch (error) {
      ({ message } = error);
    }
    console.log(JSON.stringify({ message, disposable: !Symbol.dispose || Symbol.dispose in mine }));
  `);
  assert.equal(told.message, 'moment: "{}" is not taken; allowed is a Moment');
  assert.ok(told.disposable);
});

test('where WebAssembly is missing an import does no harm, and a call says what is missing', async () => {
  const { message, cause } = await printed(`
    delete globalThis.WebAssembly;
    const { evaluate } = await import('breakeven/core');
    try {
      evaluate({});
    } catch ({ message, cause }) {
      console.log(JSON.stringify({ message, cause: String(cause) }));
    }
  `);
  assert.equal(message, 'breakeven/core needs WebAssembly, which is refused or missing here');
  assert.match(cause, /ReferenceError: WebAssembly is not defined/);
});
