// The tables by which the core's tests choose plural forms and write numbers, held against the full ICU of Node.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';

test('the plural forms of the core are those of ICU', async () => {
  const table = await readFile(new URL('../vectors/plurals.csv', import.meta.url), 'utf8');
  const [head, ...rows] = table.trim().split('\n').map((line) => line.split(','));
  assert.deepEqual(head, ['language', 'number', 'form']);
  assert.ok(rows.length > 100);
  for (const [language, number, form] of rows) {
    const rules = new Intl.PluralRules(language);
    assert.equal(rules.resolvedOptions().locale, language);
    assert.equal(rules.select(Number(number)), form, `${number} in ${language}`);
  }
});

test('the marks in numbers of the core are those of ICU', async () => {
  const table = await readFile(new URL('../vectors/marks.csv', import.meta.url), 'utf8');
  const [head, ...rows] = table.trim().split('\n').map((line) => line.split(';'));
  assert.deepEqual(head, ['language', 'number', 'text']);
  assert.ok(rows.length >= 40);
  for (const [language, number, text] of rows) {
    const format = new Intl.NumberFormat(language, { numberingSystem: 'latn', maximumFractionDigits: 3 });
    assert.equal(format.resolvedOptions().locale.slice(0, 2), language);
    assert.equal(format.format(Number(number)), text, `${number} in ${language}`);
  }
});
