// Everybody can read and use the page: by keyboard, with a screen reader, on a narrow screen, in the dark.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import axe from 'axe-core';
import sharp from 'sharp';

import { core, field, inputs, painted, range, readable, showsTheAnswer, SLIDERS } from './support/answer.mjs';
import { screenshot, withPage } from './support/page.mjs';

/** The figure with every kind of line. */
const TARIFF = 'index.html#1~quoted-40000~tariff';

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[320, 700], [1280, 900]]) {
    test(`axe finds nothing at ${width} px, ${colorScheme}`, async () => {
      await withPage({ width, height, colorScheme }, async ({ page }) => {
        await field(page, 'tariff').fill('9');
        await opened(page);
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
    // What stands in the page before has a drawer too, which goes.
    await readable(page);
    await page.locator('break-even').evaluate((element) => {
      element.tariff = 0.06;
      element.shadowRoot.querySelector('.drawer').open = true;
    });
    await page.locator('.drawer .help').first().waitFor();
    await painted(page);
    const controls = await page.locator('break-even').evaluate((element) => {
      // Of the tabs the chosen one; what it shows has its cursor.
      const stops = 'input:not([hidden]), select, button:not([hidden], [tabindex="-1"]), summary, a[href]';
      return element.shadowRoot.querySelectorAll(stops).length;
    });
    const reached = [];
    while (reached.length <= controls) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(nameOfTheFocused);
      if (name === undefined) break;
      reached.push(name);
      assert.ok(await focusIsVisible(page), `the focus on ${name} is visible`);
    }
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
      await page.locator('.drawer .help').first().waitFor();
      await painted(page);
      const wide = await page.evaluate(() => document.scrollingElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px`);
    });
  });
}

/** All that a finger can hit on the page with its drawers open, by kind, and how many of each there are at least. */
const TARGETS = {
  '.step': 30,
  '.cursor': 1,
  '[type=range]': 3,
  '.number input': 15,
  select: 1,
  summary: 3,
  '[role=tab]': 5,
  '.tools button': 5,
  '.files button': 4,
};
const IN_DIALOG = { '.close': 1, '.copy button': 1, '[type=radio]': 7, textarea: 1 };
/** Words at the end of a line that may be two lines high under a slider: 24 px, https://www.w3.org/TR/WCAG22/#target-size-minimum */
const IN_NOTES = { '.reset': 1 };
/** What stands in a sentence is as high as its line, which the same rule allows. */
const IN_TEXT = { '.live-number input': 4, a: 5 };

test('what a finger has to hit measures 44 px', async () => {
  await withPage({ path: 'index.html#1~enegix', width: 320, height: 700, hasTouch: true }, async ({ page }) => {
    await showsTheAnswer(page);
    await field(page, 'tariff').fill('0.07');
    await opened(page);
    const found = await page.evaluate(targets, Object.keys({ ...TARGETS, ...IN_NOTES, ...IN_TEXT }));
    measure(found, TARGETS, 44);
    measure(found, IN_NOTES, 24);
    measure(found, IN_TEXT, 0);
    assert.deepEqual(found.filter(({ kind }) => !kind), [], 'of another kind');
    await page.getByRole('button', { name: 'Embed' }).click();
    await page.getByRole('dialog', { name: 'Embed this figure' }).waitFor();
    const inDialog = await page.evaluate(targets, Object.keys(IN_DIALOG));
    measure(inDialog, IN_DIALOG, 44);
    assert.deepEqual(inDialog.filter(({ kind }) => !kind), [], 'of another kind');
  });
});

/** Of each of these kinds enough were found, each of so many px. */
function measure(found, kinds, px) {
  for (const [kind, least] of Object.entries(kinds)) {
    const those = found.filter((one) => one.kind === kind);
    assert.ok(those.length >= least, `${those.length} of ${kind}`);
    assert.deepEqual(those.filter(({ width, height }) => width < px || height < px), []);
  }
}

/** In the page: what can be seen and hit, in the dialog where it is open. */
function targets(kinds) {
  const { shadowRoot } = document.querySelector('break-even');
  const roots = document.querySelector('dialog') ? [document.querySelector('dialog')] : [document, shadowRoot];
  return roots
    .flatMap((root) => [...root.querySelectorAll('button, select, summary, input, textarea, [role=tab], a')])
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => {
      // A finger may hit the words beside it as well.
      const { width, height } = (one.matches('[type=radio]') ? one.labels[0] : one).getBoundingClientRect();
      return { kind: kinds.find((kind) => one.matches(kind)) ?? '', what: one.outerHTML.slice(0, 80), width, height };
    });
}

/** Opens every drawer, and waits for what is in it. */
async function opened(page) {
  // One after the other: what comes into one moves those under it away from the pointer.
  for (const [drawer, inside] of [['.table', 'td'], ['.working', 'li'], ['.drawer', '.help']]) {
    await page.locator(`${drawer} summary`).click();
    await page.locator(`${drawer} ${inside}`).first().waitFor();
  }
  assert.equal(await page.locator('details:not([open])').count(), 0);
  await readable(page);
}

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

for (const colorScheme of ['light', 'dark']) {
  test(`who wants more contrast has 7:1 for letters and 3:1 for lines, ${colorScheme}`, async () => {
    await withPage({ path: TARIFF, width: 390, colorScheme, contrast: 'more' }, async ({ page }) => {
      await field(page, 'efficiency').fill('nonsense');
      await page.locator('.figure svg path.series.cash').waitFor({ state: 'attached' });
      await painted(page);
      const ratios = await page.evaluate(contrasts, {
        letters: ['.conclusion', '.headline', '.shutdown', '.cash', '.all-in', '.unit', '.origin', '.refusal', 'text.tick', 'text.value'],
        lines: ['polyline.grid', 'polyline.axis', 'path.series'],
      });
      assert.deepEqual(ratios.filter(({ kind, ratio }) => ratio < (kind === 'letters' ? 7 : 3)), []);
    });
  });

  test(`in forced colours a slider shows its track, how far it is gone, its thumb and its focus, ${colorScheme}`, async () => {
    await withPage({ path: TARIFF, forcedColors: 'active', colorScheme }, async ({ page }) => {
      for (const id of SLIDERS) {
        await range(page, id).scrollIntoViewIfNeeded();
        const at = await range(page, id).boundingBox();
        const position = core.slider_position(id, (await inputs(page))[id]);
        const thumb = 14 + position * (at.width - 28);
        // A column of pixels through the track before the thumb and behind it, and one through the thumb's rim.
        for (const [what, x] of [['gone', thumb / 2], ['to go', (thumb + at.width) / 2], ['thumb', thumb]]) {
          const column = await pixels(page, { x: at.x + x, y: at.y, width: 1, height: at.height });
          assert.ok(contrastWithin(column) >= 3, `${id}, ${what}: ${contrastWithin(column)}`);
        }
        const around = { x: at.x + thumb - 24, y: at.y, width: 48, height: at.height };
        const before = await pixels(page, around);
        await range(page, id).focus();
        assert.notDeepEqual(await pixels(page, around), before, `the focus on ${id}`);
      }
      await screenshot(page, `forced-colours-${colorScheme}`);
    });
  });

  test(`in forced colours the chosen tab is marked by more than its weight, ${colorScheme}`, async () => {
    await withPage({ path: TARIFF, forcedColors: 'active', colorScheme }, async ({ page }) => {
      for (const [selected, marked] of [['true', true], ['false', false]]) {
        const tab = page.locator(`[role=tab][aria-selected=${selected}]`).first();
        await tab.scrollIntoViewIfNeeded();
        const { x, y, width, height } = await tab.boundingBox();
        const edge = await pixels(page, { x: x + width / 2, y: y + height - 8, width: 1, height: 7 });
        assert.equal(contrastWithin(edge) >= 3, marked, `${selected}: ${contrastWithin(edge)}`);
      }
    });
  });

  test(`in forced colours what a figure shades has an edge, ${colorScheme}`, async () => {
    await withPage({ path: 'index.html#1~quoted-40000~lifetime', forcedColors: 'active', colorScheme }, async ({ page }) => {
      const shaded = page.locator('.figure svg polygon.stretch');
      await shaded.waitFor({ state: 'attached' });
      await page.locator('.figure').evaluate((figure) => figure.scrollIntoView({ block: 'center', behavior: 'instant' }));
      await painted(page);
      const { x, y, width, height } = await shaded.boundingBox();
      // Its end, which nothing else marks, between two lines of the grid.
      const end = await pixels(page, { x: x + width - 6, y: y + height / 10, width: 12, height: 1 });
      assert.ok(contrastWithin(end) >= 3, `${contrastWithin(end)}`);
    });
  });

  test(`in forced colours the figures stand out from their ground, ${colorScheme}`, async () => {
    await withPage({ path: TARIFF, forcedColors: 'active', colorScheme }, async ({ page }) => {
      await page.locator('.figure svg path.series.cash').waitFor({ state: 'attached' });
      await painted(page);
      const ratios = await page.evaluate(contrasts, {
        letters: ['.headline', '.unit', '.bar text', '.figure text'],
        lines: ['.bar polygon.band', 'polyline.axis', 'path.series.shutdown', 'path.series.cash', 'path.series.all-in', 'polyline.marker.market'],
      });
      assert.deepEqual(ratios.filter(({ kind, ratio }) => ratio < (kind === 'letters' ? 4.5 : 3)), []);
    });
  });
}

/** In the page: how much each of these parts stands out from the paper under it. */
function contrasts(parts) {
  const element = document.querySelector('break-even');
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const paper = luminance(getComputedStyle(element.shadowRoot.querySelector('.inside')).backgroundColor);
  return Object.entries(parts).flatMap(([kind, selectors]) =>
    selectors.flatMap((selector) => {
      const found = [...element.shadowRoot.querySelectorAll(selector)];
      if (found.length === 0) return [{ kind, selector, ratio: 0 }];
      return found.map((part) => {
        const { color, fill, stroke } = getComputedStyle(part);
        const drawn = part instanceof SVGElement ? (kind === 'lines' && stroke !== 'none' ? stroke : fill) : color;
        const [low, high] = [paper, luminance(drawn)].sort((a, b) => a - b);
        return { kind, selector, ratio: (high + 0.05) / (low + 0.05) };
      });
    }),
  );
}

/** What is painted there, as luminances from 0 to 1, pixel by pixel. */
async function pixels(page, clip) {
  const { data, info } = await sharp(await page.screenshot({ clip, caret: 'hide' })).raw().toBuffer({ resolveWithObject: true });
  const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const luminances = [];
  for (let i = 0; i < data.length; i += info.channels) {
    const [red, green, blue] = data.subarray(i, i + 3).map(Number);
    luminances.push(0.2126 * linear(red / 255) + 0.7152 * linear(green / 255) + 0.0722 * linear(blue / 255));
  }
  return luminances;
}

/** WCAG's ratio of the lightest to the darkest. */
function contrastWithin(luminances) {
  return (Math.max(...luminances) + 0.05) / (Math.min(...luminances) + 0.05);
}

function nameOfTheFocused() {
  const control = document.activeElement?.shadowRoot?.activeElement;
  if (!control) return undefined;
  const label = control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? control.textContent;
  return label.trim();
}

async function focusIsVisible(page) {
  // It may have been scrolled to.
  await painted(page);
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
