// The image of each scenario, for whoever sees it without the page around it.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { core } from './support/answer.mjs';
import { dist, withPage } from './support/page.mjs';

const scenarios = core.scenarios();
const [LIGHT, DARK] = ['rgb(255, 254, 251)', 'rgb(21, 23, 27)'];
const read = (id, kind) => readFile(join(dist, 'scenarios', `${id}.${kind}`));

test('every scenario has an image of each kind, and no other has one', async () => {
  const files = (await readdir(join(dist, 'scenarios'))).filter((file) => !/\.(br|gz)$/.test(file));
  assert.deepEqual(files.sort(), scenarios.flatMap(({ id }) => [`${id}.png`, `${id}.svg`]).sort());
});

test('each SVG names the mine, its numbers and their date, and shows every letter of it', async () => {
  await withPage({ path: 'icon.svg' }, async ({ page, origin }) => {
    for (const { id, title, date, inputs, view } of scenarios) {
      await page.goto(`${origin}/scenarios/${id}.svg`);
      const { name, description, texts, outside } = await page.evaluate(readPicture);
      const { sentence, ...report } = core.evaluate(inputs);
      const { caption } = core.table_in_words(view, inputs, undefined, undefined, id);
      assert.ok(name.startsWith(`${title}: `), id);
      assert.equal(description, caption, id);
      assert.ok(texts.includes(title), id);
      const numbers = sentence.filter(({ role }) => role === 'input');
      assert.ok(numbers.every((number) => texts[1].includes(number.text)), texts[1]);
      // Of the figure what it tells in numbers: in that of the tariff the answer, elsewhere values of its table.
      for (const price of view === 'tariff' ? [report.shutdown_price, report.cash_price, report.all_in_price] : []) {
        if (price !== null) assert.ok(texts.includes(core.format_usd(price)), `${id}: ${price}`);
      }
      if (view === 'true') {
        const { value } = core.table(view, inputs, id).find(({ tier, input }) => tier === 'cash' && input === 'tariff');
        assert.ok(texts.some((text) => text.includes(core.format_with_unit('tariff', value))), `${id}: ${value}`);
      }
      assert.ok(texts.at(-1).startsWith(`Breakeven · ${date}`), texts.at(-1));
      assert.deepEqual(outside, [], id);
    }
  });
});

test('an SVG has no variable and nothing from elsewhere, so that any program can show it', async () => {
  for (const { id } of scenarios) {
    const svg = await read(id, 'svg');
    assert.doesNotMatch(svg.toString(), /var\(|url\(|href|<script|@import/, id);
  }
});

for (const [scheme, paper] of [['light', LIGHT], ['dark', DARK]]) {
  test(`an SVG has a ground of its own in ${scheme}`, async () => {
    await withPage({ path: 'scenarios/enegix.svg', colorScheme: scheme }, async ({ page }) => {
      const colours = await page.evaluate(() =>
        [':root', '.paper', '.tick'].map((part) => {
          const { backgroundColor, fill } = getComputedStyle(document.querySelector(part));
          return part === ':root' ? backgroundColor : fill;
        }),
      );
      assert.deepEqual(colours.slice(0, 2), [paper, paper]);
      assert.notEqual(colours[2], paper);
    });
  });
}

test('each PNG is opaque, 1440 × 1080 and light enough for a feed', async () => {
  for (const { id } of scenarios) {
    const png = await read(id, 'png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG', id);
    // The header: https://www.w3.org/TR/png-3/#11IHDR; 3 is a palette, whose transparency would be a chunk tRNS.
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]], [1440, 1080, 8, 3], id);
    assert.ok(!png.includes('tRNS'), id);
    assert.ok(png.length < 60_000, `${id}: ${png.length}`);
  }
});

test('a PNG is dark on light, and shows what the SVG shows', async () => {
  await withPage({ path: 'icon.svg', colorScheme: 'light' }, async ({ page, origin }) => {
    await page.goto(`${origin}/index.html`);
    for (const { id } of scenarios) {
      const [png, svg] = await page.evaluate(greys, ['png', 'svg'].map((kind) => `./scenarios/${id}.${kind}`));
      assert.ok(Math.min(...png) > 200, `${id}: ${png}`);
      // The fonts differ, so not a pixel is compared but the ink in each of 48 fields.
      const off = png.map((grey, field) => Math.abs(grey - svg[field]));
      assert.ok(Math.max(...off) < 12, `${id}: ${off}`);
    }
  });
});

function readPicture() {
  const { width, height } = document.documentElement.viewBox.baseVal;
  const texts = [...document.querySelectorAll('text')];
  const edge = document.documentElement.getBoundingClientRect();
  const scale = edge.width / width;
  const isOutside = (text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const [x, y] = [edge.left + width * scale, edge.top + height * scale];
    return left < edge.left || right > x || top < edge.top || bottom > y;
  };
  return {
    name: document.querySelector('title').textContent,
    description: document.querySelector('desc').textContent,
    texts: texts.map(({ textContent }) => textContent),
    outside: texts.filter(isOutside).map(({ textContent }) => textContent),
  };
}

/** Of each picture the mean grey of 8 × 6 fields. */
function greys(addresses) {
  return Promise.all(
    addresses.map(async (src) => {
      const image = Object.assign(new Image(), { src });
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 360 });
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0, 480, 360);
      return Array.from({ length: 48 }, (_, field) => {
        const { data } = context.getImageData((field % 8) * 60, Math.floor(field / 8) * 60, 60, 60);
        return data.reduce((sum, value) => sum + value) / data.length;
      });
    }),
  );
}
