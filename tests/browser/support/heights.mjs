// How high the parts of `<break-even>` are at each width, with the words that take most room: what www/heights.json
// holds for each family of fonts.

import { article } from './article.mjs';
import { core, painted } from './answer.mjs';
import { dist, withPage } from './page.mjs';

/** The default size of text, in CSS pixels: all lengths of the element hang on it. */
const EM = 16;

/** Where a class of widths begins, in em; each is measured at its two ends and between them. */
export const CLASSES = [17.5, 20, 22, 24, 27, 30, 34, 37.5, 43, 48, 54, 60, 70, 80];
const WIDEST = 100;

/** The widths of a class, in CSS pixels. */
function widthsOf(from, i) {
  const to = (CLASSES[i + 1] ?? WIDEST) * EM - 1;
  return [from * EM, Math.round((from * EM + to) / 2), to];
}

/**
 * For each class of widths `{ from, above, slider, between, below }`, in em: what stands above the sliders, one of
 * them with the gap after it, what lies between the last one and the figure (side by side: nothing), and what
 * follows. `compact` has no figure and nothing below. The figure itself is as layout.css says.
 */
export async function measure(fonts) {
  const mounts = { '/tools/': dist };
  const holders = CLASSES.flatMap((from, i) =>
    widthsOf(from, i).flatMap((width) =>
      [false, true].map(
        (compact) =>
          `<div style="width: ${width}px" data-class="${i}"><break-even scenario="quoted-40000" controls="${ids().join(' ')}"${compact ? ' compact' : ''}></break-even></div>`,
      ),
    ),
  );
  const body = `<script type="module" src="./tools/breakeven.js"></script>${holders.join('\n')}`;
  let measured;
  await withPage({ path: 'article.html', width: 1700, height: 900, fonts, mounts, intercept: article(body) }, async ({ page }) => {
    await page.waitForFunction(() => customElements.get('break-even') !== undefined, undefined, { timeout: 60_000 });
    for (const { id, inputs } of core.scenarios()) {
      const moved = Object.fromEntries(ids().map((input) => [input, core.step_input(input, inputs[input], 1)]));
      for (const given of [undefined, moved]) {
        await page.evaluate(set, { id, given });
        await painted(page);
        await painted(page);
        measured = higher(measured, await page.evaluate(parts, EM));
      }
    }
  });
  return measured.map(({ whole, compact }, i) => ({ from: CLASSES[i], whole: rounded(whole), compact: rounded(compact) }));
}

const ids = () => core.input_table().map(({ id }) => id);

/** In the page: shows a scenario in every element, with the inputs given over it. */
async function set({ id, given }) {
  const elements = [...document.querySelectorAll('break-even')];
  for (const element of elements) {
    element.scenario = id;
    if (given) element.state = `1~${id}~tariff`;
    for (const [input, value] of Object.entries(given ?? {})) element[input] = value;
    if (!given) element.state = `1~${id}~tariff`;
  }
  await Promise.all(elements.map((element) => element.updateComplete));
}

/** In the page: the heights of each class. */
function parts(em) {
  const classes = [];
  for (const holder of document.querySelectorAll('[data-class]')) {
    const element = holder.firstElementChild;
    const box = (selector) => element.shadowRoot.querySelector(selector)?.getBoundingClientRect();
    const top = element.shadowRoot.querySelector('.inside').getBoundingClientRect().top;
    const sliders = [...element.shadowRoot.querySelectorAll('.slider')].map((one) => one.getBoundingClientRect());
    const [figure, drawer] = [box('.figure'), box('.drawer')];
    const gap = sliders[1].top - sliders[0].bottom;
    const sideBySide = figure && figure.top <= sliders[0].top;
    const found = {
      above: (sliders[0].top - top - gap) / em,
      slider: (Math.max(...sliders.map(({ height }) => height)) + gap) / em,
      ...(figure && { between: (sideBySide ? gap : figure.top - sliders.at(-1).bottom + gap) / em }),
      ...(drawer && { below: (drawer.bottom - Math.max(sliders.at(-1).bottom, figure.bottom)) / em }),
    };
    const of = (classes[holder.dataset.class] ??= {});
    const kind = element.compact ? 'compact' : 'whole';
    of[kind] = Object.fromEntries(Object.entries(found).map(([name, value]) => [name, Math.max(value, of[kind]?.[name] ?? 0)]));
  }
  return classes;
}

function higher(one, other) {
  if (!one) return other;
  const parts = (a, b) => Object.fromEntries(Object.keys(a).map((name) => [name, Math.max(a[name], b[name])]));
  return one.map((of, i) => ({ whole: parts(of.whole, other[i].whole), compact: parts(of.compact, other[i].compact) }));
}

/** Up to whole sixteenths of an em, which are CSS pixels where nobody has set another size. */
function rounded(lengths) {
  return Object.fromEntries(Object.entries(lengths).map(([name, value]) => [name, Math.ceil(value * EM - 0.01) / EM]));
}
