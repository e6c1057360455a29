// How the prices are computed, in its drawer: the core's lines with the reader's numbers, whatever is moved.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, dragged, field, inputs, range } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { withPage } from './support/page.mjs';

async function open(page) {
  await page.locator('details.working summary').click();
  await page.locator('details.working li').first().waitFor();
}

/** The lines that stand in the page. */
async function shown(page) {
  const lines = await page.locator('details.working li').evaluateAll((items) =>
    items.map((item) => [...item.children].map((part) => part.textContent)),
  );
  return lines.map(([name, result, formula, numbers]) => ({ name, result, formula, numbers }));
}

function expected(mine, written = (text) => text) {
  return core.working(mine).map(({ name, formula, numbers, result, unit }) => ({
    name: written(name),
    result: `${written(result)} ${unit}`,
    formula: written(formula),
    numbers: written(numbers),
  }));
}

async function isTheCores(page) {
  const wanted = expected(await inputs(page));
  await eventually(async () => assert.deepEqual(await shown(page), wanted));
}

test('every line is the core’s, for every scenario, and follows what is moved', async () => {
  await withPage({}, async ({ page }) => {
    await open(page);
    await isTheCores(page);
    const mines = new Set();
    for (const { id } of core.scenarios()) {
      await page.getByLabel('Scenario').selectOption(id);
      await isTheCores(page);
      mines.add((await shown(page)).map(({ formula }) => formula).join());
    }
    assert.ok(mines.size > 1, 'with and without an all-in break-even the lines differ');
    const before = await shown(page);
    await range(page, 'tariff').press('ArrowRight');
    await isTheCores(page);
    assert.notDeepEqual(await shown(page), before);
    // Each month is another one: there is a sum and nothing to put in.
    await page.getByText('Assumptions and sources').click();
    await field(page, 'difficulty_growth').fill('20');
    await isTheCores(page);
    assert.ok((await shown(page)).some(({ numbers }) => numbers === ''));
  });
});

test('every symbol in a line is the result of a line, or the drawer says what it stands for', async () => {
  await withPage({}, async ({ page }) => {
    await open(page);
    const help = await page.locator('details.working .help').textContent();
    const told = new Set(help.match(/(?<![\p{L}’])(PUE|\p{L})(?!\p{L})/gu));
    const mine = await inputs(page);
    const scenarios = core.scenarios().map((scenario) => scenario.inputs);
    for (const asked of [...scenarios, { ...mine, resale: 0.2 }, { ...mine, difficulty_growth: 0.2 }]) {
      const formulas = core.working(asked).map(({ formula }) => formula);
      const results = new Set(formulas.flatMap((formula) => formula.match(/^\p{L}(?= = )/u) ?? []));
      // What is written out as a word explains itself; the months t₁ and t₂ stand in the name of their line.
      const symbols = formulas.flatMap((formula) => formula.match(/(?<!\p{L})(PUE|\p{L})(?![\p{L}₁₂])/gu) ?? []);
      assert.deepEqual([...new Set(symbols)].filter((symbol) => !results.has(symbol) && !told.has(symbol)), []);
    }
  });
});

test('while a slider is dragged the lines stand, and when it is let go they are true again', async () => {
  await withPage({ width: 1280 }, async ({ page }) => {
    await open(page);
    const before = await shown(page);
    await dragged(page, 'efficiency', async () => {
      assert.notDeepEqual(expected(await inputs(page)), before, 'the drag changes the mine');
      assert.deepEqual(await shown(page), before);
    });
    await isTheCores(page);
  });
});

test('its numbers are written as the page’s language writes them', async () => {
  const before = () => addEventListener('DOMContentLoaded', () => document.querySelector('break-even').setAttribute('locale', 'de'));
  await withPage({ before }, async ({ page }) => {
    await open(page);
    const lines = await shown(page);
    assert.deepEqual(lines, expected(await inputs(page), (text) => core.with_separators(text, ',', '.')));
    assert.match(lines[1].numbers, /^\(6,25 \+ 0,11\) × /);
  });
});

for (const fonts of ['narrow', 'wide']) {
  for (const width of [280, 320, 390, 1280]) {
    test(`at ${width} px every line stands within the place, with ${fonts} letters`, async () => {
      await withPage({ width, fonts }, async ({ page }) => {
        await open(page);
        // The longest lines: a halving within the life, and a discount rate.
        await page.getByLabel('Scenario').selectOption('today');
        await isTheCores(page);
        const beyond = await page.locator('details.working').evaluate((drawer) => {
          const { left, right } = drawer.getBoundingClientRect();
          const texts = document.createTreeWalker(drawer, NodeFilter.SHOW_TEXT);
          const found = [];
          while (texts.nextNode()) {
            const words = document.createRange();
            words.selectNode(texts.currentNode);
            const out = [...words.getClientRects()].some((box) => box.left < left - 0.5 || box.right > right + 0.5);
            if (out) found.push(texts.currentNode.data);
          }
          return found;
        });
        assert.deepEqual(beyond, []);
        assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
      });
    });
  }
}

test('it is printed when it is open, and only then', async () => {
  await withPage({}, async ({ page }) => {
    const displayed = () => page.locator('details.working').evaluate((drawer) => getComputedStyle(drawer).display);
    await open(page);
    await page.locator('details.table summary').click();
    await page.locator('details.table td').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await displayed(), 'block');
    await page.emulateMedia({ media: null });
    await page.locator('details.working summary').click();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await displayed(), 'none');
  });
});

for (const path of ['embed.html', 'breakeven.html']) {
  test(`${path} has the lines too`, async () => {
    await withPage({ path }, async ({ page }) => {
      await open(page);
      await isTheCores(page);
    });
  });
}

test('an element that is compact has none', async () => {
  const before = () => addEventListener('DOMContentLoaded', () => document.querySelector('break-even').toggleAttribute('compact', true));
  await withPage({ before }, async ({ page }) => {
    await page.locator('break-even').evaluate(({ updateComplete }) => updateComplete);
    assert.equal(await page.locator('details').count(), 0);
  });
});
