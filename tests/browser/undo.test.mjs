// Every change can be undone and done again, by keys and by buttons, and the address says what stands.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { field, painted, range, showsTheAnswer } from './support/answer.mjs';
import { withPage } from './support/page.mjs';

const element = (page) => page.locator('break-even');
const state = (page) => element(page).evaluate((one) => one.state);
const button = (page, name) => page.locator(`.tools [name=${name}]`);
/** Which of the buttons can be pressed. */
const open = (page) =>
  page.locator('.tools').evaluate((bar) => [...bar.querySelectorAll('button:not([aria-disabled="true"])')].map(({ name }) => name).filter((name) => !/link|embed/.test(name)));

/** A page with its whole core. */
const whole = (test) =>
  withPage({ width: 1280, height: 900 }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    await element(page).evaluate((one) => one.updateComplete);
    await test(page);
  });

/** The same, and what stood after each of four changes, the start first. */
async function changed(test) {
  await whole(async (page) => {
    const states = [await state(page)];
    const now = async () => states.push(await state(page));
    await range(page, 'tariff').press('PageUp');
    await now();
    await field(page, 'hashrate').fill('400.123456');
    await field(page, 'hashrate').press('Enter');
    await now();
    await page.getByRole('button', { name: 'More: Hardware efficiency' }).click();
    await now();
    await page.locator('#scenario').selectOption('enegix');
    await now();
    assert.equal(new Set(states).size, 5);
    await painted(page);
    await test(page, states);
  });
}

test('on a page that is opened from a link the way back to the scenario is open', async () => {
  await withPage({ path: 'index.html#1~quoted-40000~tariff~tariff_0.09' }, async ({ page }) => {
    await page.locator('.tools [name=restart][aria-disabled=false]').waitFor();
    await button(page, 'restart').click();
    await painted(page);
    assert.equal(await field(page, 'tariff').inputValue(), '0.05');
  });
  await withPage({ path: 'index.html#1~quoted-40000~tariff' }, async ({ page }) => {
    await element(page).evaluate((one) => one.updateComplete);
    await painted(page);
    assert.deepEqual(await open(page), []);
  });
});

test('a text that is not taken keeps Ctrl+Z in its own field alone', () =>
  changed(async (page, states) => {
    await page.locator('#scenario').press('Control+z');
    await painted(page);
    const typed = async () => {
      await field(page, 'tariff').selectText();
      await page.keyboard.type('abc');
      await painted(page);
      assert.equal(await field(page, 'tariff').getAttribute('aria-invalid'), 'true');
    };
    await typed();
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), states[3], 'in the field the keys are its own');
    await typed();
    await field(page, 'efficiency').focus();
    await painted(page);
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), states[2]);
  }));

/** Waits until the address says this. */
const addressed = (page, state) => page.waitForFunction((state) => location.hash === `#${state}`, state);

test('Ctrl+Z goes back through the changes, Ctrl+Y and Ctrl+Shift+Z forward, and the address with them', () =>
  changed(async (page, states) => {
    await range(page, 'tariff').focus();
    for (const before of states.slice(0, -1).reverse()) {
      await page.keyboard.press('Control+z');
      assert.equal(await state(page), before);
    }
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), states[0], 'there is nothing before the beginning');
    await addressed(page, states[0]);
    for (const [i, after] of states.slice(1).entries()) {
      await page.keyboard.press(i % 2 ? 'Control+y' : 'Control+Shift+Z');
      assert.equal(await state(page), after);
    }
    await addressed(page, states.at(-1));
  }));

test('the buttons do what the keys do, and can be pressed where there is something to do', () =>
  changed(async (page, states) => {
    assert.deepEqual(await open(page), ['undo'], 'a scenario that was picked has its own values');
    await button(page, 'undo').click();
    assert.equal(await state(page), states[3]);
    assert.deepEqual(await open(page), ['undo', 'redo', 'restart']);
    await button(page, 'redo').click();
    assert.equal(await state(page), states[4]);
    await button(page, 'undo').click();

    await button(page, 'restart').click();
    assert.equal(await state(page), states[0]);
    assert.deepEqual(await open(page), ['undo'], 'a change: nothing is to be done again after it');
    await button(page, 'undo').click();
    assert.equal(await state(page), states[3]);
    for (let i = 0; i < 3; i += 1) await button(page, 'undo').click();
    assert.equal(await state(page), states[0]);
    assert.deepEqual(await open(page), ['redo']);
  }));

test('what was never done cannot be undone, and while a number is typed the keys are the field’s', async () => {
  await whole(async (page) => {
    const start = await state(page);
    await field(page, 'tariff').focus();
    await field(page, 'tariff').selectText();
    await page.keyboard.type('0.09');
    await painted(page);
    assert.notEqual(await state(page), start);
    assert.deepEqual(await open(page), []);
    await page.keyboard.press('Control+z');
    await painted(page);
    assert.notEqual(await field(page, 'tariff').inputValue(), '0.09', 'the field’s own undo');
    await page.keyboard.press('Escape');
    assert.equal(await state(page), start);
    assert.deepEqual(await open(page), []);
    await element(page).evaluate((one) => one.undo());
    assert.equal(await state(page), start);
  });
});

test('on the page the keys undo wherever the focus is; a link that is followed is another beginning', () =>
  changed(async (page, states) => {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), states[3]);
    await page.evaluate(() => (location.hash = '#1~btc-kz~tariff'));
    await page.waitForFunction(() => document.querySelector('break-even').state === '1~btc-kz~tariff');
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), '1~btc-kz~tariff');
    assert.deepEqual(await open(page), []);
  }));

test('what is moved and moved back is no change, and while something is dragged nothing goes back from under it', async () => {
  await whole(async (page) => {
    const start = await state(page);
    await field(page, 'tariff').fill('0.09');
    await field(page, 'tariff').fill('0.05');
    await field(page, 'tariff').press('Enter');
    await painted(page);
    assert.deepEqual(await open(page), []);
    // Nor is a step beyond the end.
    await field(page, 'tariff').fill('0');
    await field(page, 'tariff').press('Enter');
    await page.getByRole('button', { name: 'Less: Electricity tariff' }).click();
    await page.keyboard.press('Control+z');
    await painted(page);
    assert.equal(await state(page), start);
    assert.deepEqual(await open(page), ['redo']);

    await range(page, 'tariff').press('PageUp');
    const before = await state(page);
    const { x, y, width, height } = await range(page, 'tariff').boundingBox();
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + height / 2, { steps: 3 });
    await page.keyboard.press('Control+z');
    await painted(page);
    const dragged = await state(page);
    await page.mouse.up();
    assert.equal(await state(page), dragged);
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), before);
  });
});

test('after a button the keys go on, and the button that has nothing more to do keeps the focus', () =>
  changed(async (page, states) => {
    await button(page, 'undo').click();
    assert.equal(await state(page), states[3]);
    await page.keyboard.press('Control+y');
    assert.equal(await state(page), states[4]);
    for (const before of states.slice(0, -1).reverse()) {
      await page.keyboard.press('Enter');
      assert.equal(await state(page), before);
    }
    await page.keyboard.press('Enter');
    assert.deepEqual([await state(page), await open(page)], [states[0], ['redo']]);
    assert.equal(await page.evaluate(() => document.activeElement.name), 'undo');
  }));

test('a keyboard of another script has the same keys', () =>
  changed(async (page, states) => {
    const press = (key, code, keyCode) =>
      page.evaluate((init) => document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, ctrlKey: true, bubbles: true })), { key, code, keyCode });
    await press('я', 'KeyZ', 90);
    assert.equal(await state(page), states[3]);
    await press('н', 'KeyY', 89);
    assert.equal(await state(page), states[4]);
  }));

test('while a key is held its steps are undone as one, and each is told', async () => {
  await whole(async (page) => {
    const start = await state(page);
    await element(page).evaluate((one) => {
      window.told = 0;
      one.addEventListener('change', () => (window.told += 1));
    });
    await range(page, 'tariff').focus();
    for (let held = 0; held < 6; held += 1) await page.keyboard.down('ArrowRight');
    await page.keyboard.up('ArrowRight');
    await painted(page);
    assert.equal(await page.evaluate(() => window.told), 6);
    assert.equal(await field(page, 'tariff').inputValue(), '0.056');
    await page.keyboard.press('Control+z');
    assert.equal(await state(page), start);
    // A key that is pressed twice is two steps.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+z');
    await painted(page);
    assert.equal(await field(page, 'tariff').inputValue(), '0.051');
  });
});

test('what was being typed in a mine that Back left is no change of the one before', () =>
  changed(async (page, states) => {
    await field(page, 'tariff').fill('0.0777');
    await page.evaluate(() => history.back());
    await page.waitForFunction((state) => document.querySelector('break-even').state === state, states[3]);
    await page.evaluate(() => {
      window.told = [];
      for (const type of ['input', 'change']) document.querySelector('break-even').addEventListener(type, () => window.told.push(type));
    });
    await range(page, 'hashrate').focus();
    await painted(page);
    assert.deepEqual([await state(page), await open(page), await page.evaluate(() => window.told)], [states[3], ['restart'], []]);
  }));

for (const [what, selector, steps, take] of [
  ['takes the slider away', '.track', 3, (one) => (one.controls = '')],
  ['takes the slider away as soon as it is pressed', '.track', 0, (one) => (one.controls = '')],
  ['shows the bar alone', '.figure', 3, (one) => (one.view = 'bar')],
  ['puts the element elsewhere', '.track', 3, (one) => document.querySelector('main').append(one)],
]) {
  test(`where a host ${what} while it is dragged, the drag was never made, and nothing goes on`, async () => {
    await withPage({ width: 1280, height: 900, path: 'index.html#1~quoted-40000~tariff' }, async ({ page }) => {
      await showsTheAnswer(page);
      await range(page, 'tariff').press('PageUp');
      await painted(page);
      const tariff = () => element(page).evaluate((one) => one.tariff);
      const before = await tariff();
      await element(page).evaluate((one) => {
        window.told = [];
        for (const type of ['input', 'change']) one.addEventListener(type, () => window.told.push(type));
      });
      const { x, y, width, height } = await page.locator(selector).first().boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      if (steps) await page.mouse.move(x + width / 3, y + height / 2, { steps });
      assert.notEqual(await tariff(), before, 'it is dragged');
      await element(page).evaluate(take);
      await painted(page);
      await page.mouse.up();
      await painted(page);
      assert.equal(await tariff(), before);
      assert.equal((await page.evaluate(() => window.told)).at(-1), 'input');
      await element(page).evaluate((one) => Object.assign(one, { controls: 'tariff', view: 'tariff' }));
      await painted(page);
      const now = await page.locator(selector).first().boundingBox();
      await page.mouse.move(now.x + now.width / 4, now.y + now.height / 2, { steps: 3 });
      await painted(page);
      assert.equal(await tariff(), before, 'who hovers drags nothing');
      await element(page).evaluate((one) => one.undo());
      assert.equal(await tariff(), 0.05);
      assert.ok(!(await page.evaluate(() => window.told)).slice(0, -1).includes('change'));
    });
  });
}

/** Follows what the element tells its host from now on. */
const heard = (page) =>
  element(page).evaluate((one) => {
    const told = [];
    for (const type of ['input', 'change']) one.addEventListener(type, () => told.at(-1) === type || told.push(type));
    window.told = told;
  });

/** Drags from one part of the width of something to another. */
async function drag(page, locator, from, to) {
  const { x, y, width, height } = await locator.boundingBox();
  await page.mouse.move(x + width * from, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width * to, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await painted(page);
}

const inSentence = (page, name) => page.getByRole('spinbutton', { name });

for (const [what, number] of [
  ['in its field', (page) => field(page, 'tariff')],
  ['in the sentence', (page) => inSentence(page, /^Electricity tariff/)],
]) {
  for (const typed of [false, true]) {
    test(`a number ${what} that is ${typed ? 'typed' : 'looked at'}, and then dragged at its slider: the drag is one change`, async () => {
      await whole(async (page) => {
        const states = [await state(page)];
        await heard(page);
        await number(page).focus();
        if (typed) {
          await number(page).fill('0.08');
          states.push(await state(page));
        }
        await drag(page, range(page, 'tariff'), 0.25, 0.5);
        const each = ['input', 'change'];
        assert.deepEqual(await page.evaluate(() => window.told), typed ? [...each, ...each] : each);
        for (const before of states.reverse()) {
          await button(page, 'undo').click();
          assert.equal(await state(page), before);
        }
        assert.deepEqual(await open(page), ['redo']);
      });
    });
  }
}

test('what was typed and what is dragged in the sentence afterwards are two changes', async () => {
  await whole(async (page) => {
    const start = await state(page);
    await field(page, 'tariff').fill('0.08');
    const typed = await state(page);
    // What is pressed there takes no focus.
    await drag(page, inSentence(page, /^Electricity tariff/), 0.5, 3);
    assert.notEqual(await state(page), typed);
    for (const before of [typed, start]) {
      await button(page, 'undo').click();
      assert.equal(await state(page), before);
    }
  });
});

test('a drag that ends at what is not taken is a change up to there', async () => {
  await withPage({ width: 1280, height: 900 }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    await element(page).evaluate((one) => Object.assign(one, { controls: 'subsidy subsidy', fees: 0 }) && one.updateComplete);
    assert.equal(await page.locator('[part=slider]').count(), 1);
    const start = await state(page);
    await heard(page);
    await drag(page, range(page, 'subsidy'), 0.5, -0.1);
    assert.equal(await page.locator('#subsidy-note.refusal').count(), 1);
    assert.deepEqual(await page.evaluate(() => window.told), ['input', 'change']);
    assert.notEqual(await state(page), start);
    await button(page, 'undo').click();
    assert.equal(await state(page), start);
  });
});

test('⌘Y is the browser’s own', () =>
  changed(async (page, states) => {
    await page.keyboard.press('Meta+z');
    assert.equal(await state(page), states[3]);
    const goesOn = await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', keyCode: 89, metaKey: true, bubbles: true, cancelable: true })),
    );
    assert.deepEqual([goesOn, await state(page)], [true, states[3]]);
    await page.keyboard.press('Meta+Shift+z');
    assert.equal(await state(page), states[4]);
  }));
