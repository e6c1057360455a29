// While a reader drags, types or chooses, what is read and touched stays where it is: at every width, in every font and
// size of letters; no line begins with a comma, and nothing is wider than its place.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { painted, whole } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { launch } from './support/chromium.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { FAMILIES } from './support/fonts.mjs';
import { dist, screenshot } from './support/page.mjs';
import { serve } from './support/server.mjs';
import { lookThrough } from './support/still.mjs';

/**
 * Where lines are shortest all letters in both families. Elsewhere each size of letters comes in one family and the
 * other size in the other: the room is kept by what stands in it unseen, in the same letters, so that a family alone
 * makes no difference; that it has wider words does, and those are met at each width.
 */
const READERS = [
  { width: 280, family: 'wide', letters: 16 },
  { width: 280, family: 'narrow', letters: 32 },
  ...FAMILIES.flatMap((family) => [16, 24, 32].map((letters) => ({ width: 320, family, letters }))),
  { width: 390, family: 'narrow', letters: 16 },
  { width: 390, family: 'wide', letters: 32 },
  { width: 640, family: 'wide', letters: 16 },
  { width: 640, family: 'narrow', letters: 32 },
  { width: 1280, family: 'narrow', letters: 16 },
  { width: 1280, family: 'wide', letters: 32 },
];

const browsers = new Map();
after(() => Promise.all([...browsers.values()].map(async (browser) => (await browser).close())));

/** In a window so tall an element has no end out of sight: it keeps the room it does not need. */
const TALL = 4000;
/** In one so low it has, and gives that room back. */
const LOW = 400;

/** Opens `path`, or `/article.html` with this `body`, for a reader who has letters of so many px. */
async function opened({ path = 'article.html', body = '', family, width, height = 900, letters = 16 }, look) {
  if (!browsers.has(family)) browsers.set(family, launch({ fonts: family }));
  const server = await serve({ '/': dist }, { intercept: article(body) });
  const viewport = { width, height };
  const context = await (await browsers.get(family)).newContext({ viewport, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: letters, fixed: letters } });
    await page.goto(`${server.origin}/${path}`);
    await page.locator('[part=slider]').first().waitFor();
    await look(page);
  } finally {
    await context.close();
    await server.close();
  }
}

/** An article that holds the element in a column, with something below. */
const holding = (element, column = '') =>
  `<script type="module" src="/breakeven.js"></script><div ${column}>${element}</div><footer>Below</footer>`;

for (const { width, family, letters } of READERS) {
  test(`nothing jumps, begins with a comma or is cut off: ${width} px, ${family} letters of ${letters} px`, async () => {
    await opened({ path: 'index.html', family, width, letters }, async (page) => {
      assert.deepEqual(await page.evaluate(lookThrough, 10), []);
      await page.evaluate(() => scrollTo(0, 0));
      await screenshot(page, `still-${width}-${family}-${letters}`);
    });
  });
}

// What fills other lines than those of the page is looked at in both families.
for (const [what, families, body] of [
  ['compact', FAMILIES, holding('<break-even scenario="enegix" compact></break-even>')],
  ['with other sliders', FAMILIES, holding('<break-even controls="price hours machine_price discount_rate"></break-even>')],
  ['with German marks', ['wide'], holding('<break-even locale="de"></break-even>')],
  ['on a page that writes from right to left', ['narrow'], `<script>document.documentElement.dir = 'rtl'</script>${holding('<break-even></break-even>')}`],
  ['on a page whose rem is 6 px', ['wide'], `<style>html { font-size: 6px }</style>${holding('<break-even></break-even>')}`],
  ['on a page whose rem is 30 px', ['narrow'], `<style>html { font-size: 30px }</style>${holding('<break-even></break-even>')}`],
]) {
  for (const family of families) {
    test(`nothing jumps in an element ${what}, ${family} letters`, async () => {
      await opened({ body, width: 390, height: TALL, family }, async (page) => assert.deepEqual(await page.evaluate(lookThrough, 12), []));
    });
  }
}

for (const family of FAMILIES) {
  test(`nothing jumps in an element that has given room back, ${family} letters`, async () => {
    await opened({ body: holding('<break-even></break-even>'), width: 390, height: LOW, family }, async (page) => {
      await page.locator('.inside.released').waitFor();
      assert.deepEqual(await page.evaluate(lookThrough, 12), []);
    });
  });
}

test('room that was given back out of sight is not taken again when another figure is chosen', async () => {
  const body = holding('<break-even views="true tariff time" view="true"></break-even>');
  await opened({ body, width: 390, height: LOW, family: 'narrow' }, async (page) => {
    await page.locator('.inside.released').waitFor();
    const end = () => page.locator('footer').evaluate((below) => below.getBoundingClientRect().top + scrollY);
    const before = await end();
    for (const view of ['tariff', 'time', 'true']) {
      const tab = page.locator(`#tab-${view}`);
      await tab.scrollIntoViewIfNeeded();
      await tab.click();
      await painted(page);
      await painted(page);
      assert.equal(await end(), before, view);
    }
  });
});

test('letters in the figures grow with the reader’s', async () => {
  for (const [path, width] of [['index.html', 320], ['index.html', 1280], ['embed.html', 390]]) {
    const heights = [];
    for (const letters of [16, 32]) {
      await opened({ path, family: 'narrow', width, letters }, async (page) => {
        // What stands there before has letters of one size.
        await whole(page);
        await painted(page);
        heights.push(
          await page.locator('break-even').evaluate((element) =>
            ['.bar', '.figure'].map((figure) => element.shadowRoot.querySelector(`${figure} text`).getBoundingClientRect().height),
          ),
        );
      });
    }
    const [[bar, figure], [largerBar, largerFigure]] = heights;
    for (const growth of [largerBar / bar, largerFigure / figure]) assert.ok(growth > 1.8 && growth < 2.2, `${path}: ${growth}`);
  }
});

test('with letters of 32 px at 320 px the whole heading can be read', async () => {
  await opened({ path: 'index.html', family: 'wide', width: 320, letters: 32 }, async (page) => {
    const heading = await page.locator('h1').evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => ({
      cut: scrollWidth > clientWidth || scrollHeight > clientHeight,
    }));
    assert.equal(heading.cut, false);
    assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth), 320);
  });
});

test('what keeps the room is neither read out, nor copied, nor printed', async () => {
  await opened({ path: 'index.html', family: 'narrow', width: 390 }, async (page) => {
    const sentence = await page.locator('[part=headline]').textContent();
    const tree = await page.locator('.answer').ariaSnapshot();
    assert.equal(tree.match(/this mine covers power/g)?.length, 1, tree);
    assert.doesNotMatch(tree, /\$0\.00000|000\.00/);
    const copied = await page.locator('break-even').evaluate((element) => {
      getSelection().selectAllChildren(element.shadowRoot.querySelector('.inside'));
      return getSelection().toString();
    });
    assert.doesNotMatch(copied, /000\.00|Scenario: 0/);
    for (const text of [sentence, copied]) assert.ok(text.includes('this mine covers power'), text);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('.answer').evaluate(({ children }) => [...children].map((one) => getComputedStyle(one).display));
    assert.deepEqual(printed, ['block', 'none', 'none', 'block']);
  });
});

test('a page that writes from right to left shows the very same element', async () => {
  const shots = [];
  for (const dir of ['ltr', 'rtl']) {
    const body = `<script>document.documentElement.dir = '${dir}'</script>${holding('<break-even scenario="enegix"></break-even>')}`;
    await opened({ body, family: 'narrow', width: 390 }, async (page) => {
      // All of it has come, what reads in the figure too.
      await page.locator('.figure .cursor').first().waitFor({ state: 'attached' });
      await page.locator('break-even').evaluate((element) => element.updateComplete);
      await painted(page);
      shots.push(await page.locator('break-even').screenshot());
    });
  }
  assert.ok(shots[0].equals(shots[1]));
});

// Chromium is all of the above.
for (const engine of ENGINES.filter((engine) => engine !== 'Chromium')) {
  for (const family of FAMILIES) {
    test(`${engine}: nothing jumps at 280, 320 and 360 px, ${family} letters`, async () => {
      const body = holding('<break-even scenario="quoted-40000"></break-even>', 'style="inline-size: 280px"');
      const server = await serve({ '/': dist }, { intercept: article(body) });
      try {
        await visit(
          engine,
          `${server.origin}/article.html`,
          async ({ evaluate }) => {
            // Its end is out of sight: the room it does not need is given back now, and not while something is moved.
            await until(evaluate, () => !!document.querySelector('break-even').shadowRoot?.querySelector('.released'));
            for (const width of [280, 320, 360]) {
              await evaluate((width) => {
                document.querySelector('div').style.inlineSize = `${width}px`;
                document.querySelector('break-even').scenario = 'quoted-40000';
              }, width);
              assert.deepEqual(await evaluate(lookThrough, 6), [], `${width} px`);
            }
          },
          { fonts: family },
        );
      } finally {
        await server.close();
      }
    });
  }
}
