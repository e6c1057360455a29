// www/heights.json says how high the element is. `cargo xtask heights` measures and writes it; otherwise it is held
// against what is measured now.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';

import { FAMILIES } from './support/fonts.mjs';
import { EM, measured } from './support/heights.mjs';

/** As www/build/pages/heights.ts has it. */
const language = process.env.BREAKEVEN_LANGUAGE || 'en';
const FILE = new URL(`../../www/heights${language === 'en' ? '' : `.${language}`}.json`, import.meta.url);
/** Versions of a browser round otherwise, CSS pixels. */
const ROUNDING = 2;

/** One class of widths a line. */
function written(table) {
  const rows = (classes) => classes.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  return `{\n${Object.entries(table).map(([fonts, classes]) => `  "${fonts}": [\n${rows(classes)}\n  ]`).join(',\n')}\n}\n`;
}

if (process.env.BREAKEVEN_WRITE_HEIGHTS) {
  test('the heights of the element are measured and written', async () => {
    const table = {};
    for (const fonts of FAMILIES) table[fonts] = await measured(fonts);
    await writeFile(FILE, written(table));
  });
} else {
  for (const fonts of FAMILIES) {
    test(`the table of heights is neither too low nor out of date, ${fonts} fonts`, async () => {
      const table = JSON.parse(await readFile(FILE, 'utf8'))[fonts];
      const now = await measured(fonts);
      assert.deepEqual(table.map(({ from }) => from), now.map(({ from }) => from));
      for (const [i, { from, ...kinds }] of now.entries()) {
        for (const [kind, parts] of Object.entries(kinds)) {
          for (const [part, length] of Object.entries(parts)) {
            const kept = table[i][kind][part];
            const what = `${kind} from ${from} em, ${part}: ${length} em are needed, the table has ${kept}`;
            assert.ok(Math.abs(kept - length) * EM <= ROUNDING, `${what}; run \`cargo xtask heights\``);
          }
        }
      }
    });
  }
}
