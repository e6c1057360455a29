// On paper: the mine, its answer, the figure, the table and what it assumes, whether anybody opened them or not.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';

import { extractText, getDocumentProxy } from 'unpdf';

import { core, field, inputs, lettersOf, showsTheAnswer, whole } from './support/answer.mjs';
import { approved } from './support/approved.mjs';
import { eventually } from './support/eventually.mjs';
import { article, elsewhere, TEXT } from './support/article.mjs';
import { launch } from './support/chromium.mjs';
import { dist, withPage } from './support/page.mjs';
import { serve } from './support/server.mjs';

const PAPERS = ['A4', 'Letter'];

/** The texts of the pages that `page` prints, blanks aside: where a line ends depends on the paper. */
async function printed(page, format, name) {
  return (await pagesOf(page, format, name)).map(compact);
}

async function pagesOf(page, format, name) {
  const bytes = await page.pdf({ format, preferCSSPageSize: false });
  await mkdir('target/screenshots', { recursive: true });
  await writeFile(`target/screenshots/print-${name}-${format}.pdf`, bytes);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return text;
}

const compact = (text) => text.normalize('NFKC').replace(/\s+/g, '');

/** What has come for the table, before anybody asks for it: see www/src/element/drawer.ts. */
async function isPrepared(page) {
  await eventually(() =>
    page.evaluate(() => {
      if (!performance.getEntriesByType('resource').some(({ name }) => name.includes('/table-'))) throw new Error('no table');
    }),
  );
}

test('a frame of another origin that nobody has scrolled to is printed with its figures', async () => {
  await elsewhere(dist, async (origin) => {
    const frame = `<iframe src="${origin}/tools/embed/enegix.html" loading="lazy" sandbox="allow-scripts" width="100%" height="1100"></iframe>`;
    await withPage({ path: 'article.html', intercept: article(TEXT.repeat(8) + frame) }, async ({ page }) => {
      await eventually(() => assert.equal(page.frames().length, 2));
      const shown = page.frames()[1];
      await shown.locator('[part=figure]').waitFor({ state: 'attached' });
      await whole(shown);
      await page.pdf({ format: 'A4' });
      for (const part of ['bar', 'figure']) assert.ok(await shown.locator(`[part=${part}] svg text`).count(), part);
    });
  });
});

for (const format of PAPERS) {
  test(`a mine is one page of ${format}, with all that is folded away`, async () => {
    await withPage({ width: 1280, height: 900 }, async ({ page }) => {
      await isPrepared(page);
      await page.getByRole('tab', { name: 'Tariff' }).click();
      await field(page, 'tariff').fill('0.0612');
      const mine = await showsTheAnswer(page);
      const [text, ...more] = await printed(page, format, 'tariff');
      assert.equal(more.length, 0, 'one page');
      const { caption, heads, rows } = core.table_in_words('tariff', mine);
      const wanted = [core.evaluate(mine).text, caption, ...heads, ...rows.flat()];
      for (const { id, label, field_unit: unit } of core.input_table()) {
        wanted.push(`${label} ${core.format_field(mine[id], id)} ${unit}`);
      }
      wanted.push('Yours. Scenario: 0.05 USD/kWh', 'assumed', await page.evaluate(() => document.querySelector('break-even').state));
      wanted.push(new URL(page.url()).origin, 'MIT Technology Review');
      // What stands in the figure, as it is drawn for paper.
      const scenario = await page.evaluate(() => document.querySelector('break-even').scenario);
      wanted.push(...lettersOf('tariff', mine, 504, 288, scenario));
      for (const part of wanted) assert.ok(text.includes(compact(part)), `${part} in ${text}`);
    });
  });
}

for (const width of [1280, 390]) {
  test(`figures are drawn for paper, in letters of 8 pt, and for a window of ${width} px again`, async () => {
    await withPage({ width, height: 900, path: 'index.html#1~quoted-40000~true' }, async ({ page }) => {
      await isPrepared(page);
      await showsTheAnswer(page);
      await page.evaluate(() => {
        const { shadowRoot } = document.querySelector('break-even');
        matchMedia('print').addEventListener('change', ({ matches }) => {
          if (!matches) return;
          globalThis.points = [...shadowRoot.querySelectorAll('svg text')].map(
            (text) => Number.parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a * 0.75,
          );
        });
      });
      for (const format of PAPERS) {
        await page.pdf({ format });
        const points = await page.evaluate(() => globalThis.points);
        assert.ok(points.length > 20 && Math.min(...points) > 7.99, `${format}: ${points}`);
        await showsTheAnswer(page);
      }
      for (const format of PAPERS) assert.equal((await pagesOf(page, format, `true-${width}`)).length, 1, format);
    });
  });
}

test('what would have to be true is one page in wide letters, too', async () => {
  await withPage({ width: 1280, height: 900, fonts: 'wide', path: 'index.html#1~quoted-40000~true' }, async ({ page }) => {
    await isPrepared(page);
    await showsTheAnswer(page);
    for (const format of PAPERS) assert.equal((await pagesOf(page, format, 'true-wide')).length, 1, format);
  });
});

test('the single file prints nothing of what is asked of who publishes it', async () => {
  await withPage({ width: 1280, height: 900, path: 'breakeven.html#1~quoted-40000~true' }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    assert.equal(await page.locator('.tools input').isVisible(), true);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.tools input', '.tools label', '.tools button']) assert.equal(await page.locator(part).first().isVisible(), false, part);
  });
});

test('a table of every period goes over several pages, and no row is lost', async () => {
  await withPage({ width: 1280, height: 900 }, async ({ page }) => {
    await isPrepared(page);
    await page.getByRole('tab', { name: 'Through time' }).click();
    await eventually(async () => assert.match(await page.locator('.figure svg').textContent(), /Halving/));
    const pages = await printed(page, 'A4', 'time');
    const { rows } = core.table_in_words('time', await inputs(page));
    assert.ok(pages.length > 2 && pages.length < 12, `${pages.length} pages`);
    const text = pages.join('');
    for (const [day] of rows) assert.ok(text.includes(compact(day)), day);
  });
});

test('what was opened is printed too, what was not is not named', async () => {
  await withPage({ width: 1280, height: 900 }, async ({ page }) => {
    await isPrepared(page);
    assert.ok(!(await printed(page, 'A4', 'shut')).join('').includes('Assumptionsandsources'));
    await page.getByText('Assumptions and sources').click();
    await page.locator('.drawer .help').first().waitFor();
    const text = (await printed(page, 'A4', 'open')).join('');
    for (const { help } of core.sources().inputs) assert.ok(text.includes(compact(help)), help);
  });
});

test('an engine that cannot show what is in a shut drawer opens that of the table for a print, and shuts it again', async () => {
  const before = () => {
    const { supports } = CSS;
    CSS.supports = (...given) => !/details-content/.test(given[0]) && supports.apply(CSS, given);
  };
  await withPage({ before }, async ({ page }) => {
    await whole(page);
    await isPrepared(page);
    const open = () => page.locator('break-even').evaluate(({ shadowRoot }) => [...shadowRoot.querySelectorAll('details')].map(({ open }) => open));
    const print = (type) => page.evaluate((type) => void dispatchEvent(new Event(type)), type);
    for (const opened of [false, true]) {
      await print('beforeprint');
      assert.deepEqual(await open(), [true, false, false]);
      await page.getByRole('table').waitFor();
      await print('afterprint');
      assert.deepEqual(await open(), [opened, false, false], 'as the reader had it');
      if (!opened) await page.locator('details.table summary').click();
    }
  });
});

test('an element that was compact first is printed with its table, too', async () => {
  const intercept = article('<script type="module" src="./breakeven.js"></script><break-even compact></break-even>');
  await withPage({ path: 'article.html', mounts: { '/': dist }, intercept }, async ({ page }) => {
    await whole(page);
    await page.locator('break-even').evaluate((element) => (element.compact = false));
    await isPrepared(page);
  });
});

for (const theme of [null, 'light', 'dark']) {
  test(`paper is light where the host has chosen ${theme ?? 'nothing'}`, async () => {
    await withPage({}, async ({ page }) => {
      await showsTheAnswer(page);
      await page.locator('break-even').evaluate((element, theme) => (element.theme = theme), theme);
      await page.emulateMedia({ media: 'print' });
      const { paper, inks } = await page.locator('break-even').evaluate(luminances);
      assert.ok(paper > 0.9, `paper of ${paper}`);
      for (const ink of inks) assert.ok(ink < 0.2, `ink of ${inks}`);
    });
  });
}

test('a reader whose device is dark prints in the colours of one whose device is light', async () => {
  const [light, dark] = [await coloursOn('light'), await coloursOn('dark')];
  assert.ok(light.length > 20, `${light.length} colours`);
  assert.deepEqual(dark, light);
});

/** With what a print is painted on such a device, grounds too. An emulated device would keep its colours on paper. */
async function coloursOn(device) {
  const server = await serve({ '/': dist });
  const browser = await launch({ flags: device === 'dark' ? ['--blink-settings=preferredColorScheme=0'] : [] });
  try {
    const page = await (await browser.newContext({ colorScheme: null, serviceWorkers: 'block' })).newPage();
    await page.goto(`${server.origin}/index.html`);
    await isPrepared(page);
    await showsTheAnswer(page);
    assert.ok(await page.evaluate((device) => matchMedia(`(prefers-color-scheme: ${device})`).matches, device), device);
    return paints(await page.pdf({ format: 'A4', printBackground: true }));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** What sets a colour in a PDF, one after the other. */
function paints(pdf) {
  const streams = pdf.toString('latin1').matchAll(/FlateDecode.*?>>\s*stream\n(.*?)\nendstream/gs);
  const unpacked = [...streams].map(([, packed]) => inflateSync(Buffer.from(packed, 'latin1')).toString('latin1'));
  return unpacked.flatMap((drawing) => drawing.match(/[\d.]+ [\d.]+ [\d.]+ rg/gi) ?? []);
}

/** In the page: how light the paper is, from 0 to 1, and the letters of the sentence and of the figure on it. */
async function luminances(element) {
  await element.updateComplete;
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  // Where a part has no ground of its own, what is under it is seen, the white sheet last.
  canvas.fillStyle = 'white';
  canvas.fillRect(0, 0, 1, 1);
  const paint = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const linear = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => (value / 255) ** 2.2);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const inside = element.shadowRoot.querySelector('.inside');
  let paper;
  for (const part of [document.documentElement, document.body, element, inside]) paper = paint(getComputedStyle(part).backgroundColor);
  return { paper, inks: [paint(getComputedStyle(inside).color), paint(getComputedStyle(element.shadowRoot.querySelector('.figure text')).fill)] };
}

/** Each as it is handed to somebody: tests/golden/print-VIEW.txt. Of a table that goes over pages the first and the last. */
for (const { id: view } of core.views()) {
  test(`what is printed of ${view} was read and approved`, async () => {
    await withPage({ width: 1280, height: 900, path: `index.html#1~quoted-40000~${view}` }, async ({ page }) => {
      await isPrepared(page);
      await showsTheAnswer(page);
      const pages = await pagesOf(page, 'A4', view);
      const shown = pages.length > 2 ? [pages[0], pages.at(-1)] : pages;
      const { origin } = new URL(page.url());
      const lines = shown.flatMap((text) => text.replaceAll(origin, 'https://news.example').split('\n'));
      await approved(`print-${view}`, [`Pages of A4: ${pages.length}`, ...lines], compact);
    });
  });
}
