// Everybody can read and use the page: by keyboard, with a screen reader, on a narrow screen, in the dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import axe from 'axe-core';

import { field, painted, range, SLIDERS, text } from './support/answer.mjs';
import { screenshot, withPage } from './support/page.mjs';

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[320, 700], [1280, 900]]) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async () => {
      await withPage({ width, height, colorScheme }, async ({ page }) => {
        await field(page, 'tariff').fill('9');
        await page.getByText('Assumptions and sources').click();
        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() =>
          globalThis.axe.run({ rules: { 'target-size': { enabled: true } } }),
        );
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
        assert.deepEqual(found, []);
        await screenshot(page, `${width}-${colorScheme}`, { fullPage: true });
      });
    });
  }
}

test('Tab reaches every control in the order of the page, each with a visible focus', async () => {
  await withPage({ width: 390, height: 844, reducedMotion: 'reduce' }, async ({ page }) => {
    await page.locator('break-even').evaluate((element) => {
      element.tariff = 0.06;
      element.shadowRoot.querySelector('details').open = true;
    });
    await painted(page);
    const reached = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(nameOfTheFocused);
      if (name === undefined) break;
      reached.push(name);
      assert.ok(await focusIsVisible(page), `the focus on ${name} is visible`);
    }
    const controls = await page.locator('break-even').evaluate((element) => {
      const all = element.shadowRoot.querySelectorAll('input, select, button:not([hidden]), summary');
      return all.length;
    });
    assert.equal(reached.length, controls, reached.join('\n'));
    assert.deepEqual(
      reached.filter((name) => name.endsWith(', slider')),
      ['Electricity tariff, slider', 'Hardware efficiency, slider', 'Network hash rate, slider'],
    );
  });
});

for (const width of [280, 320, 390, 768, 1280]) {
  test(`nothing is wider than ${width} px`, async () => {
    await withPage({ width, height: 700 }, async ({ page }) => {
      await field(page, 'hashrate').fill('999999');
      await page.getByText('Assumptions and sources').click();
      await painted(page);
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px`);
    });
  });
}

test('what a finger has to hit measures 44 px', async () => {
  await withPage({ width: 320, height: 700, hasTouch: true }, async ({ page }) => {
    for (const part of ['.step', 'input[type=range]', '.number input', 'select', 'summary']) {
      for (const control of await page.locator(part).all()) {
        const box = await control.boundingBox();
        if (box) assert.ok(box.height >= 44 && box.width >= 44, `${part}: ${box.width} × ${box.height}`);
      }
    }
  });
});

test('the sentence, the bar and the figure give a break-even the same colour', async () => {
  for (const colorScheme of ['light', 'dark']) {
    await withPage({ colorScheme }, async ({ page }) => {
      for (const price of ['shutdown', 'cash', 'all-in']) {
        const colours = await page.locator('break-even').evaluate(
          (element, price) =>
            ['.headline', '.bar', '.figure'].map((part) => {
              const mark = element.shadowRoot.querySelector(`${part} .${price}`);
              return getComputedStyle(mark).color;
            }),
          price,
        );
        assert.equal(new Set(colours).size, 1, `${price}: ${colours}`);
      }
    });
  }
});

test('the page is usable in forced colours', async () => {
  await withPage({ forcedColors: 'active' }, async ({ page }) => {
    for (const id of SLIDERS) assert.notEqual(await backgroundOf(range(page, id)), 'none');
    await screenshot(page, 'forced-colours');
  });
});

function nameOfTheFocused() {
  const control = document.activeElement?.shadowRoot?.activeElement;
  if (!control) return undefined;
  const label = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent;
  return label.trim();
}

async function focusIsVisible(page) {
  const box = await page.evaluate(() => {
    const { x, y, width, height } = document.activeElement.shadowRoot.activeElement.getBoundingClientRect();
    return { x: Math.max(0, x - 6), y: Math.max(0, y - 6), width: width + 12, height: height + 12 };
  });
  const shot = () => page.screenshot({ clip: box, caret: 'hide' });
  const focused = await shot();
  const control = await page.evaluateHandle(() => document.activeElement.shadowRoot.activeElement);
  await control.evaluate((element) => element.blur());
  await painted(page);
  const blurred = await shot();
  await control.evaluate((element) => element.focus());
  return !focused.equals(blurred);
}

function backgroundOf(locator) {
  return locator.evaluate((element) => getComputedStyle(element).backgroundImage);
}
