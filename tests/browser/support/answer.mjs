// What the page shows, beside what the core says to the same inputs.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import * as core from '../../../www/whole/breakeven.js';
import { eventually } from './eventually.mjs';

core.initSync({ module: await readFile(new URL('../../../www/whole/breakeven_bg.wasm', import.meta.url)) });

export { core };

export const SLIDERS = ['tariff', 'efficiency', 'hashrate'];

/** The inputs in effect, difficulty included; each is a property of the element too. */
export async function inputs(page) {
  const ids = core.input_table().map(({ id }) => id);
  const [told, properties] = await page
    .locator('break-even')
    .evaluate((element, ids) => [element.report.inputs, ids.map((id) => element[id])], ids);
  assert.deepEqual(properties, ids.map((id) => told[id]));
  return told;
}

/** The next frame has been painted, so whatever was done is to be seen. */
export function painted(page) {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
}

/** All of the core has come, a moment after the first view, and what it draws: what is typed is read, the state told. */
export async function whole(page) {
  const element = page.locator('break-even').first();
  await eventually(async () => assert.ok(await element.evaluate(({ state }) => state), 'not all of the core has come'));
  await element.evaluate(({ updateComplete }) => updateComplete);
}

/** The core has come, and the page has done with its own element what it does: another may be put in its place. */
export const begun = (page) => page.waitForFunction(() => customElements.get('break-even')?.rung);

/** The figure can be read: what reads in it comes last. */
export const readable = (page) => page.locator('.cursor:not([hidden])').first().waitFor();

/** Sentence, bar and figure all show what the core answers to the inputs in effect. Returns them. */
export async function showsTheAnswer(page) {
  await page.locator('[part=bar] svg polygon').first().waitFor({ state: 'attached' });
  // What draws comes after the answer.
  await page.locator('break-even').evaluate((element) => element.updateComplete);
  await painted(page);
  const given = await inputs(page);
  const report = core.evaluate(given);
  assert.equal(await text(page, '[part=headline]'), report.text);
  const views = core.views().map(({ id }) => id);
  const { view, compact, scenario } = await page.locator('break-even').evaluate(({ view, compact, scenario }) => ({ view, compact, scenario }));
  const shown = views.includes(view) ? view : 'tariff';
  await isDrawn(page, 'bar', '.bar', given, scenario);
  if (compact || shown === 'bar') assert.equal(await page.locator('[part=figure]').count(), 0, 'a figure stands where none is asked for');
  else await isDrawn(page, shown, '.figure', given, scenario);
  return given;
}

/** In that place is the figure of `view`, with the letters that the core writes into it. */
async function isDrawn(page, view, place, given, scenario) {
  const { date, width, height, texts } = await page.locator('break-even').evaluate(({ date, shadowRoot }, place) => {
    const svg = shadowRoot.querySelector(`${place} svg`);
    const { width, height } = svg?.viewBox.baseVal ?? {};
    return { date, width, height, texts: svg && [...svg.querySelectorAll('text')].map((one) => one.textContent) };
  }, place);
  assert.ok(texts?.length, `there is no figure ${view}`);
  // The core's own figure is of no day.
  const letters = texts.filter((text) => text !== `This day: ${date}`);
  assert.deepEqual(letters, lettersOf(view, given, width, height, scenario), `the figure ${view}`);
}

/** What is typed in, stepped and heard is of the mine `given`, and nothing of a drag lies over it any more. */
export async function isSettled(page, given) {
  const { over, fields, heard } = await page.locator('break-even').evaluate(({ shadowRoot }) => {
    const all = (selector) => [...shadowRoot.querySelectorAll(selector)];
    return {
      over: all('.over').map((one) => one.textContent.trim()).filter(Boolean),
      fields: all('.number input').map((one) => [one.id.replace('-field', ''), one.value]),
      heard: all('[part=slider] [type=range], .live-number input').map((one) => one.getAttribute('aria-valuetext') ?? one.value),
    };
  });
  assert.deepEqual(over, []);
  assert.ok(fields.length >= SLIDERS.length);
  for (const [id, value] of fields) assert.equal(value, core.format_field(given[id], id), id);
  const { text } = core.evaluate(given);
  const sliders = SLIDERS.map((id) => core.format_field(given[id], id));
  for (const value of heard) assert.ok(text.includes(value) || sliders.some((one) => value.includes(one)), `${value} is of another mine`);
}

/** What stands in a figure of that size, as the core draws it for a scenario. */
export function lettersOf(view, inputs, width, height, scenario) {
  const texts = core.figure_svg(view, inputs, width, height, scenario).matchAll(/<text[^>]*>([^<]*)/g);
  return [...texts].map(([, words]) => words.replaceAll('&amp;', '&'));
}

export async function text(page, selector) {
  const content = await page.locator(selector).first().textContent();
  return content.replace(/\s+/g, ' ').trim();
}

export function field(page, id) {
  return page.locator(`#${id}-field`);
}

export function range(page, id) {
  return page.locator(`[part=slider]:has(#${id}-field) input[type=range]`);
}

export function note(page, id) {
  return text(page, `#${id}-note`);
}

/** What follows from a scenario as it stands, in words. */
export function conclusionOf(id) {
  return core.sources().scenarios.find((scenario) => scenario.id === id).conclusion;
}

/** Drags the slider of an input, and asks `during` while it is held. */
export async function dragged(page, id, during) {
  const track = await range(page, id).boundingBox();
  const y = track.y + track.height / 2;
  await page.mouse.move(track.x + track.width * 0.4, y);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width * 0.8, y, { steps: 4 });
  await painted(page);
  await during();
  await page.mouse.up();
}

/** How the page, which is spared whole sentences, says why no value of an input makes a break-even the price. */
export function inShort(reason) {
  const [, way, price] = /(leaves?|brings?) the .* (?:at|only to) (\$.*)$/.exec(reason) ?? [];
  if (price) return `at ${way.startsWith('leave') ? 'least' : 'most'} ${price}`;
  return reason.includes(' does not depend on ') ? 'makes no difference' : 'out of reach';
}
