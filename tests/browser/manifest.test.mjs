// custom-elements.json and breakeven.d.ts say what the element offers, all of it and nothing else.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import Ajv from 'ajv';

import { core } from './support/answer.mjs';
import { dist, withPage } from './support/page.mjs';

const sources = ['www/src', 'src/figure'].map((folder) => fileURLToPath(new URL(`../../${folder}/`, import.meta.url)));
const schema = new URL('../../node_modules/custom-elements-manifest/schema.json', import.meta.url);

const json = async (file) => JSON.parse(await readFile(file, 'utf8'));
const manifest = await json(join(dist, 'custom-elements.json'));
const [element] = manifest.modules[0].declarations;
const names = (list) => list.map(({ name }) => name).sort();

/** All that `pattern` finds in the files of that kind, each once. */
async function mentioned(kind, pattern) {
  const found = new Set();
  for (const folder of sources) {
    for (const file of await readdir(folder, { recursive: true })) {
      if (!file.endsWith(kind)) continue;
      const text = await readFile(join(folder, file), 'utf8');
      for (const [, words] of text.matchAll(pattern)) for (const word of words.trim().split(/\s+/)) found.add(word);
    }
  }
  return [...found].sort();
}

test('the manifest is one by the schema', async () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(await json(schema));
  assert.ok(validate(manifest), JSON.stringify(validate.errors, undefined, 2));
  assert.equal(element.tagName, 'break-even');
});

test('it names every attribute that the element observes, and none more', async () => {
  await withPage({}, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    const observed = await page.evaluate(() => customElements.get('break-even').observedAttributes);
    const told = names(element.attributes).flatMap((name) => [...new Set([name, name.replaceAll('-', '_')])]);
    assert.deepEqual(observed.filter((name) => !told.includes(name)), []);
    assert.deepEqual(told.filter((name) => !observed.includes(name)), []);
    assert.ok(told.includes('pool-fee'));
  });
});

test('every property that it names is there, and so is every input of the core', async () => {
  await withPage({}, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    const there = await page.locator('break-even').evaluate((element, members) => {
      const has = ({ name, static: ofClass }) => name in (ofClass ? element.constructor : element);
      return members.filter(has).map(({ name }) => name);
    }, element.members);
    assert.deepEqual(names(element.members).filter((name) => !there.includes(name)), []);
    for (const { id } of core.input_table()) assert.ok(there.includes(id), id);
  });
});

test('it names every part and every custom property of the styles, and none more', async () => {
  assert.deepEqual(names(element.cssParts), await mentioned('.ts', /(?:\bpart="|new Drawer\(host, ')([\w-]+)["']/g));
  assert.deepEqual(names(element.cssProperties), await mentioned('.css', /var\((--breakeven-[\w-]+)/g));
});

test('the default of a custom property is all that stands where it is not set, for readers who ask for nothing more', async () => {
  const [usual] = (await readFile(join(sources[0], 'styles/colours.css'), 'utf8')).split('@media');
  const told = new Map(element.cssProperties.map(({ name, default: value }) => [name, value]));
  assert.equal(told.get('--breakeven-sticky-top'), '0');
  told.delete('--breakeven-sticky-top');
  for (const [name, value] of told) assert.ok(usual.includes(`: var(${name}, ${value});\n`), `${name}: ${value}`);
});

test('the types name the same properties and need no other package', async () => {
  const types = await readFile(join(dist, 'breakeven.d.ts'), 'utf8');
  const [, body] = types.match(/^export class BreakEven extends HTMLElement \{\n(.*?)^\}/ms);
  const declared = [...body.matchAll(/^  (?:static )?(?:readonly |get )?(\w+)(?:\(\))?:/gm)].map(([, name]) => name);
  assert.deepEqual(declared.sort(), names(element.members));
  assert.doesNotMatch(types, /\bimport\b|\bfrom ['"]/);
});
