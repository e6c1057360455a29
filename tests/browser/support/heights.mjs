// How high the parts of `<break-even>` are at each width, with the words that take most room: what www/heights.json
// holds for each family of fonts.

import { core, painted } from './answer.mjs';
import { article } from './article.mjs';
import { dist, withPage } from './page.mjs';

/** The default size of text, in CSS pixels: all lengths of the element hang on it. */
export const EM = 16;

/** The widths at which a class begins, in em. Within one the narrowest needs most, as its words do. */
const CLASSES = [17.5, 20, 22, 24, 27, 30, 34, 37.5, 43, 48, 54, 60, 70, 80];
const KINDS = ['whole', 'compact'];

const ids = core.input_table().map(({ id }) => id);

/**
 * For each class `{ from, whole, compact }`, lengths in em: `above` the sliders; one `slider` of the usual three, with the gap after it;
 * what is `between` the last one and the figure (beside each other, a gap); what is `below` both. The greatest of all
 * scenarios with every input moved: then each line under a slider is at its longest.
 */
export async function measured(fonts) {
  const elements = CLASSES.flatMap((from) =>
    KINDS.map(
      (kind) =>
        `<div style="width: ${from * EM}px"><break-even ${kind === 'compact' ? kind : ''}></break-even></div>`,
    ),
  );
  const intercept = article(`<script type="module" src="./tools/breakeven.js"></script>${elements.join('')}`);
  const mounts = { '/tools/': dist };
  let greatest = [];
  await withPage({ path: 'article.html', width: 1700, height: 900, fonts, mounts, intercept }, async ({ page }) => {
    await page.waitForFunction(() => customElements.get('break-even')?.rung);
    for (const { id, inputs } of core.scenarios()) {
      const given = Object.fromEntries(ids.map((input) => [input, core.step_input(input, inputs[input], 1)]));
      await page.evaluate(show, { id, given });
      await painted(page);
      const found = await page.evaluate(parts, EM);
      greatest = found.map((one, i) => greater(one, greatest[i] ?? one));
    }
  });
  return CLASSES.map((from, i) => ({ from, whole: greatest[2 * i], compact: greatest[2 * i + 1] }));
}

/** In the page: shows a scenario in every element, with the inputs given over it. */
async function show({ id, given }) {
  const elements = [...document.querySelectorAll('break-even')];
  for (const element of elements) {
    element.state = `1~${id}~tariff`;
    Object.assign(element, given);
  }
  await Promise.all(elements.map((element) => element.updateComplete));
}

/** In the page: the parts of every element. */
function parts(em) {
  const whole = (length) => Math.ceil(length - 0.01) / em;
  return [...document.querySelectorAll('break-even')].map(({ shadowRoot }) => {
    const box = (selector) => shadowRoot.querySelector(selector)?.getBoundingClientRect();
    const sliders = [...shadowRoot.querySelectorAll('.slider')].map((slider) => slider.getBoundingClientRect());
    const [first, second, last] = [sliders[0], sliders[1], sliders.at(-1)];
    const gap = second.top - first.bottom;
    const [figure, drawer] = [box('.figure'), box('.drawer')];
    const found = {
      above: whole(first.top - box('.inside').top - gap),
      slider: whole(Math.max(...sliders.map(({ height }) => height)) + gap),
    };
    if (!figure) return found;
    const beside = figure.top < last.top;
    return {
      ...found,
      between: whole(beside ? gap : figure.top - last.bottom + gap),
      below: whole(drawer.bottom - Math.max(last.bottom, figure.bottom)),
    };
  });
}

function greater(one, other) {
  return Object.fromEntries(Object.entries(one).map(([part, length]) => [part, Math.max(length, other[part])]));
}
