// Engines of other years: alive with their figures from Chromium 92 on, and never blank before.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { article, elsewhere } from './support/article.mjs';
import { core, lettersOf, showsTheAnswer, text } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { FAMILIES } from './support/fonts.mjs';
import { skip, soon, start } from './support/old.mjs';
import { dist, keep, screenshot, withPage } from './support/page.mjs';
import { serve } from './support/server.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
const ALIVE = [92, 103, 109, 119];

const started = new Map();
after(() => Promise.all([...started.values()].map(async (browser) => (await browser).close())));

function chromium(version, fonts) {
  const key = `${version} ${fonts}`;
  if (!started.has(key)) started.set(key, start(version, { fonts }));
  return started.get(key);
}

const sandboxed = (origin) => `<iframe sandbox="allow-scripts" src="${origin}/tools/embed.html" height="1178"></iframe>`;
const element = (origin) =>
  `<script type="module" src="${origin}/tools/breakeven.js"></script>
   <break-even scenario="quoted-40000">What must bitcoin cost?</break-even>`;
// A module of another origin is asked for with CORS, as docs/hosting.md says.
const shared = (request, response) => void response.setHeader('access-control-allow-origin', '*');

/** Where the calculator may stand, each opened in `browser` and handed over with the way to run something there. */
const PLACES = {
  page: (browser, look) => served(browser, 'index.html', look),
  frame: (browser, look) => embedded(browser, sandboxed, look, 'inFrame'),
  element: (browser, look) => embedded(browser, element, look, 'evaluate'),
  'single file': (browser, look) => opened(browser, pathToFileURL(`${dist}breakeven.html`).href, look),
};

async function opened(browser, address, look, way = 'evaluate') {
  const page = await browser.open(address, { height: 1600 });
  try {
    await look({ ...page, run: page[way] });
  } finally {
    await page.close();
  }
}

async function served(browser, path, look) {
  const server = await serve({ '/calc/': dist });
  try {
    await opened(browser, `${server.origin}/calc/${path}`, look);
  } finally {
    await server.close();
  }
}

function embedded(browser, content, look, way) {
  return elsewhere(
    dist,
    async (origin) => {
      const host = await serve({}, { intercept: article(content(origin)) });
      try {
        await opened(browser, `${host.origin}/article.html`, look, way);
      } finally {
        await host.close();
      }
    },
    { intercept: shared },
  );
}

/** What the element shows, once it has drawn its figures; nothing while it has not. */
function shown() {
  const element = document.querySelector('break-even');
  const inside = element?.shadowRoot;
  const figures = [...(inside?.querySelectorAll('.bar svg, .figure svg') ?? [])];
  if (figures.length < 2 || figures.some((svg) => !svg.querySelector('path, polygon'))) return undefined;
  const clean = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  return {
    headline: clean(inside.querySelector('[part=headline]')),
    scenario: element.scenario,
    figures: figures.map((svg) => ({
      id: svg.closest('.bar') ? 'bar' : element.view,
      size: [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height],
      letters: [...svg.querySelectorAll('text')].map((text) => text.textContent),
      width: svg.getBoundingClientRect().width,
      height: svg.getBoundingClientRect().height,
      // How far what is drawn reaches: a figure for another size would leave a part of its place empty.
      drawn: svg.getBBox().width,
    })),
    // Whether its styles are there.
    range: getComputedStyle(inside.querySelector('[type=range]')).height,
    ink: getComputedStyle(inside.querySelector('[part=headline]')).color,
    wide: document.documentElement.scrollWidth - innerWidth,
  };
}

function isAlive(found, inputs) {
  assert.ok(found, 'the figures were not drawn');
  assert.equal(found.headline, core.evaluate(inputs).text);
  for (const { id, size, letters, width, height, drawn } of found.figures) {
    assert.deepEqual(letters, lettersOf(id, inputs, ...size, found.scenario), `the figure ${id}`);
    assert.ok(width > 300 && height > 80, `${width} × ${height}`);
    assert.ok(drawn > 0.8 * width && drawn < 1.1 * width, `${drawn} of ${width} px`);
  }
  assert.equal(found.range, '44px');
  assert.equal(found.ink, 'rgb(27, 26, 23)');
  assert.ok(found.wide <= 0, `${found.wide} px too wide`);
}

for (const fonts of FAMILIES) {
  for (const version of ALIVE) {
    for (const [place, open] of Object.entries(PLACES)) {
      // Under a policy, older ones run no WebAssembly, and a file has no translation beside it.
      if (place === 'single file' && version < 103) continue;
      test(`Chromium ${version}, ${fonts} fonts: the ${place} is alive, with its figures`, { skip }, async () => {
        await open(await chromium(version, fonts), async (page) => {
          isAlive(await soon(page.run, shown), quoted.inputs);
          await keep(`chromium-${version}-${place.replace(' ', '-')}-${fonts}`, await page.screenshot());
          await page.run((value) => void (document.querySelector('break-even').tariff = value), 0.0731);
          const moved = { ...quoted.inputs, tariff: 0.0731 };
          // The sentence and the figures may come in frames of their own.
          await eventually(async () => isAlive(await page.run(shown), moved));
          assert.deepEqual(page.told.filter(({ type, text }) => type === 'thrown' || text.includes('cannot be drawn')), []);
        });
      });
    }
  }
}

/** Whether the static answer is to be seen: its words, and the table or the link beside them. */
function standing(words) {
  const element = document.querySelector('break-even');
  if (document.readyState !== 'complete' || !element) return undefined;
  const text = element.innerText.replace(/\s+/g, ' ');
  return text.includes(words) && element.getBoundingClientRect().height > 10 && { text, alive: Boolean(element.shadowRoot) };
}

for (const [place, open] of Object.entries(PLACES)) {
  test(`Chromium 80: the ${place} shows the static answer`, { skip }, async () => {
    const words = place === 'element' ? 'What must bitcoin cost?' : core.evaluate(quoted.inputs).text;
    await open(await chromium(80, 'narrow'), async (page) => {
      const found = await soon(page.run, standing, words);
      assert.ok(found, 'the answer is not to be seen');
      assert.equal(found.alive, false);
      await keep(`chromium-80-${place.replace(' ', '-')}`, await page.screenshot());
    });
  });
}

test('Chromium 92: the single file, which has no core that it could run, shows the static answer', { skip }, async () => {
  await PLACES['single file'](await chromium(92, 'narrow'), async (page) => {
    assert.ok(await soon(page.run, standing, core.evaluate(quoted.inputs).text));
  });
});

/** What Firefox and WebKit of those years lack, and no Chromium that can be had. */
function yearsAgo() {
  delete globalThis.structuredClone;
  delete Object.hasOwn;
  for (const type of [Array, String, Uint8Array]) delete type.prototype.at;
  for (const name of ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
  for (const root of [Document, ShadowRoot]) delete root.prototype.adoptedStyleSheets;
  delete CSSStyleSheet.prototype.replace;
  delete CSSStyleSheet.prototype.replaceSync;
  delete globalThis.navigation;
  delete globalThis.scheduler;
  delete Element.prototype.checkVisibility;
  delete globalThis.requestIdleCallback;
}

for (const path of ['index.html', 'embed.html', 'breakeven.html']) {
  test(`without adopted sheets and all else that Firefox 92 and Safari 15 lack, ${path} is alive and in its style`, async () => {
    await withPage({ path, before: yearsAgo }, async ({ page }) => {
      await showsTheAnswer(page);
      isAlive(await page.evaluate(shown), quoted.inputs);
      await page.getByText('Assumptions and sources').click();
      await page.locator('.assumption .source').first().waitFor();
      const { display } = await page.locator('.assumptions').evaluate((part) => ({ display: getComputedStyle(part).display }));
      assert.equal(display, 'grid', 'the drawer is in its style');
      await screenshot(page, `years-ago-${path}`);
    });
  });
}

test('where a figure cannot be drawn, the picture of the static answer stands in its place, and the console says why', async () => {
  const broken = () => {
    const create = document.createElementNS.bind(document);
    Document.prototype.createElementNS = (space, tag) => {
      if (tag === 'title' || tag === 'desc') throw new Error('no such node');
      return create(space, tag);
    };
  };
  await withPage({ path: 'embed.html', before: broken, allowErrors: true }, async ({ page, errors }) => {
    const picture = page.locator('break-even .figure img');
    await picture.waitFor();
    await picture.scrollIntoViewIfNeeded();
    await picture.evaluate((image) => image.decode());
    const { width, height } = await picture.boundingBox();
    assert.ok(width > 300 && height > 200, `${width} × ${height}`);
    assert.match(errors.join('\n'), /the figure “tariff” cannot be drawn: .*/);
    assert.equal(await text(page, '[part=headline]'), core.evaluate(quoted.inputs).text);
  });
});
