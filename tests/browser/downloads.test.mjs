// Each engine saves the figure as files, by their names and whole; what is in them files.test.mjs looks at.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import sharp from 'sharp';

import { core } from './support/answer.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { dist } from './support/page.mjs';
import { serve } from './support/server.mjs';

const STATE = '1~enegix~tariff~tariff_0.0723456789';

/** Where the button of a kind stands, in sight. */
function placeOf(kind) {
  const { shadowRoot } = document.querySelector('break-even');
  const button = [...shadowRoot.querySelectorAll('.files button')].find(({ textContent }) => textContent === kind);
  button.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}

for (const engine of ENGINES) {
  test(`${engine} saves CSV, SVG and PNG`, async () => {
    const server = await serve({ '/': dist });
    try {
      await visit(engine, `${server.origin}/index.html#${STATE}`, async (page) => {
        await until(page.evaluate, () => !!document.querySelector('break-even')?.shadowRoot?.querySelector('.cursor:not([hidden])'));
        await page.evaluate(() => document.querySelector('break-even').shadowRoot.querySelector('details.table summary').click());
        await until(page.evaluate, () => !!document.querySelector('break-even').shadowRoot.querySelector('.files button'));
        const [inputs, size] = await page.evaluate(() => {
          const element = document.querySelector('break-even');
          const { width, height } = element.shadowRoot.querySelector('.figure svg').viewBox.baseVal;
          return [element.report.inputs, [width, height]];
        });
        const saved = async (kind, view = 'tariff') => {
          await page.click(...(await page.evaluate(placeOf, kind)));
          return page.saved(`enegix-${view}.${kind.toLowerCase()}`);
        };
        assert.equal((await saved('CSV')).toString(), core.table_csv('tariff', inputs));
        const svg = await saved('SVG');
        assert.ok(svg.toString().includes(`>${STATE}</metadata>`), svg.toString().slice(0, 400));
        const png = await saved('PNG');
        assert.ok(png.includes(`Breakeven\0${STATE}`));
        const sides = async (picture) => {
          const { format, width, height } = await sharp(picture).metadata();
          return [format, width, height];
        };
        const [format, width, height] = await sides(svg);
        assert.deepEqual([format, width], ['svg', Math.round(size[0] + 32)]);
        assert.ok(height > size[1] + 100, 'with title and answer');
        const [pixels, ...twice] = await sides(png);
        assert.equal(pixels, 'png');
        for (const [i, side] of [width, height].entries()) assert.ok(Math.abs(twice[i] - 2 * side) <= 2, `${twice} for ${[width, height]}`);
        // Every column, with what no figure shows.
        await page.evaluate(() => (document.querySelector('break-even').view = 'time'));
        await until(page.evaluate, () => !!document.querySelector('break-even').shadowRoot.querySelector('table')?.textContent.includes('2009-01-03'));
        const csv = (await saved('CSV', 'time')).toString();
        assert.match(csv, /^2020-05-05,.*,Bitmain Antminer S19 Pro 110 TH\/s,/m);
        assert.equal(csv, core.table_csv('time', inputs));
      });
    } finally {
      await server.close();
    }
  });
}
