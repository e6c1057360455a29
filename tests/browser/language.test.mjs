// The page in another language than English. Nobody speaks this one: its letters are strange ones, its texts are longer and
// its numbers have marks of their own (words/pseudo.rs), so that whatever did not come from its file can be told.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { field, inputs, painted, text, whole } from './support/answer.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';
import { readAll } from './support/read.mjs';
import { lookThrough } from './support/still.mjs';

const CODE = 'en-XA';
/** Where `cargo xtask test` has built it. */
const copy = new URL('../../target/pseudo/', import.meta.url);
const strange = fileURLToPath(new URL('dist/', copy));
const mounts = { '/': strange };

/** Its core, and the texts of its file. */
const core = await import(pathToFileURL(fileURLToPath(new URL('www/whole/breakeven.js', copy))).href);
core.initSync({ module: await readFile(new URL('www/whole/breakeven_bg.wasm', copy)) });
const words = await readFile(new URL(`words/${CODE}.ftl`, copy), 'utf8');

/** Names, which are the same in every language. */
const NAMES = /\b(?:Breakeven|CSV|SVG|PNG|ZIP)\b|\bhttps?:\S+/g;
/** Those of machines have a number in them. */
const MACHINES = (await readFile(new URL('../../data/asic_sha256.csv', import.meta.url), 'utf8'))
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split(','))
  .map(([maker, model, hashrate]) => `${maker} ${model} ${hashrate} TH/s`);
const unnamed = (text) => MACHINES.reduce((text, name) => text.replaceAll(name, ''), text).replace(NAMES, '');
/** A number with the marks of English. Where it is a part of a sentence, whoever translates that writes it. */
const MARKED = /\d[.,]\d/;
const WRITTEN = Array.from(words.matchAll(/\{ "(.*?)" \}/g), ([, text]) => text.trim()).filter((text) => MARKED.test(text));

/** Of a line of the working: symbols, which its formulas have too. They stand in src/working.rs, not among the words. */
const isUnit = ([where, text]) => where.endsWith(' li b') && /^(?:TH\/s|BTC|kWh|USD(?:\/BTC|\/MWh)?)$/.test(text);

const isEnglish = (text) => /[A-Za-z]{2}/.test(unnamed(text));
const hasEnglishMarks = (text) => MARKED.test(WRITTEN.reduce((text, written) => text.replaceAll(written, ''), unnamed(text)));

/** All that is read is in the language, its numbers too. */
async function readsWell(page, when) {
  await painted(page);
  const texts = await page.evaluate(readAll);
  assert.ok(texts.length > 20, `${when}: there is something to read`);
  assert.deepEqual(texts.filter((one) => isEnglish(one[1]) && !isUnit(one)), [], `${when}: words of English`);
  assert.deepEqual(texts.filter(([, text]) => hasEnglishMarks(text)), [], `${when}: numbers as in English`);
  return texts;
}

async function opened(options, look) {
  await withPage({ mounts, ...options }, async (given) => {
    await whole(given.page);
    await look(given);
  });
}

async function openDrawers(page) {
  for (const drawer of await page.locator('[part=drawer], [part=table], [part=working]').all()) {
    await drawer.locator('summary').click();
    await drawer.locator('.assumption, td, li').first().waitFor();
  }
}

test('every page says in which language it is', async () => {
  const names = await readdir(strange, { recursive: true });
  const pages = names.filter((name) => name.endsWith('.html'));
  assert.ok(pages.length > 10);
  for (const page of pages) assert.match(await readFile(join(strange, page), 'utf8'), new RegExp(`^<!doctype html>\n<html lang="${CODE}">`), page);
  const manifest = JSON.parse(await readFile(join(strange, 'manifest.webmanifest'), 'utf8'));
  assert.equal(manifest.lang, CODE);
  await opened({}, async ({ page }) => assert.equal(await page.locator('.inside').getAttribute('lang'), CODE));
});

test('what machines and installed programs are told is in the language', async () => {
  const names = (await readdir(strange, { recursive: true })).filter((name) => /(?:oembed|embed\/[\w-]+)\.json$/.test(name));
  const oembeds = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(strange, name), 'utf8')).title));
  const { name, description } = JSON.parse(await readFile(join(strange, 'manifest.webmanifest'), 'utf8'));
  assert.ok(oembeds.length > 10);
  assert.deepEqual([...oembeds, name, description].filter(isEnglish), []);
});

test('a picture of a scenario is in the language', async () => {
  const svg = await readFile(join(strange, 'scenarios/quoted-40000.svg'), 'utf8');
  const texts = Array.from(svg.matchAll(/<(title|desc|text)[^>]*>([^<]*)</g), ([, , text]) => text);
  assert.ok(texts.length > 10);
  assert.deepEqual(texts.filter((text) => isEnglish(text) || hasEnglishMarks(text)), []);
});

for (const { id } of core.views()) {
  test(`nothing on the page is in English while it shows ${id}, its drawers open`, async () => {
    await opened({ path: `index.html#1~quoted-40000~${id}` }, async ({ page }) => {
      await page.locator('svg text').first().waitFor();
      assert.equal(await text(page, '[part=headline]'), core.evaluate(await inputs(page)).text);
      await openDrawers(page);
      const texts = (await readsWell(page, id)).map(([, text]) => text).join('\n');
      assert.match(texts, /\d’\d{3}/, 'thousands');
      assert.match(texts, /\d٫\d/, 'decimals');
    });
  });
}

test('what is read in a figure is in the language', async () => {
  for (const { id } of core.views().filter(({ id }) => id !== 'bar')) {
    await opened({ path: `index.html#1~quoted-40000~${id}` }, async ({ page }) => {
      const cursor = page.locator('.cursor:not([hidden])').first();
      await cursor.focus();
      for (const key of ['ArrowRight', 'End', 'n']) {
        await cursor.press(key);
        await page.locator('.readout:not([hidden])').waitFor();
        const texts = await readsWell(page, `${id}, ${key}`);
        assert.ok(texts.some(([where]) => where.includes('aria-valuetext')), id);
      }
    });
  }
});

test('what a reader does is answered in the language', async () => {
  await opened({}, async ({ page }) => {
    const place = field(page, 'tariff');
    for (const typed of ['5 ♥', '7', '', '0٫06']) {
      await place.fill(typed);
      await readsWell(page, `typed “${typed}”`);
      await place.press('Enter');
      await readsWell(page, `entered “${typed}”`);
    }
    for (const tool of ['undo', 'redo', 'link', 'restart']) {
      await page.locator(`button[name=${tool}]`).click();
      await readsWell(page, tool);
    }
    await page.locator('button[name=embed]').click();
    await page.locator('dialog textarea').waitFor();
    for (const choice of await page.locator('dialog input[type=radio]').all()) {
      await choice.check();
      await readsWell(page, 'the dialog');
    }
  });
});

test('a link or an attribute that says what is not known is answered in the language', async () => {
  await opened({ allowErrors: true, path: 'index.html#1~nowhere~hologram~colour_3' }, async ({ page }) => {
    const mistake = await page.locator('break-even').evaluate((element) => {
      const told = new Promise((done) => element.addEventListener('configerror', ({ detail }) => done(detail.message)));
      element.setAttribute('controls', 'tariff colours');
      return told;
    });
    await painted(page);
    const texts = [mistake, ...(await page.evaluate(readAll)).map(([, text]) => text)];
    // What was given is told as it was, and beside it ids, which are typed.
    const given = ['nowhere', 'hologram', 'colours', 'colour'];
    for (const word of given) assert.ok(texts.some((text) => text.includes(word)), word);
    const ids = [...core.views(), ...core.scenarios(), ...core.input_table()].map(({ id }) => id);
    const untranslated = [...given, 'scenario', 'view', 'input', 'controls', ...ids].sort((one, other) => other.length - one.length);
    const left = texts.map((text) => untranslated.reduce((text, word) => text.replaceAll(word, ''), text));
    assert.deepEqual(left.filter(isEnglish), []);
  });
});

for (const path of ['embed.html', 'embed/enegix.html', 'breakeven.html']) {
  test(`${path} is in the language`, async () => {
    await opened({ path }, async ({ page }) => {
      await page.locator('svg text').first().waitFor();
      await openDrawers(page);
      await readsWell(page, path);
    });
  });
}

test('the page without script is in the language', async () => {
  for (const path of ['index.html', 'embed.html', 'breakeven.html']) {
    await withPage({ path, mounts, javaScriptEnabled: false }, async ({ page }) => {
      const texts = (await page.evaluate(readAll)).map(([, text]) => text);
      assert.ok(texts.length > 20, path);
      assert.deepEqual(texts.filter((text) => isEnglish(text) || hasEnglishMarks(text)), [], path);
    });
  }
});

for (const width of [280, 390]) {
  test(`nothing jumps, begins with a comma or is cut off: ${width} px`, async () => {
    await opened({ width }, async ({ page }) => {
      assert.deepEqual(await page.evaluate(lookThrough, 4), []);
      await page.evaluate(() => scrollTo(0, 0));
      await screenshot(page, `language-${width}`);
      await page.locator('button[name=embed]').click();
      await page.locator('dialog textarea').waitFor();
      const wide = await page.locator('dialog').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
      assert.ok(wide <= 0, `the dialog, by ${wide} px`);
    });
  });
}

test('a number is taken with the marks of the language, in a field and in the sentence', async () => {
  await opened({ width: 1280 }, async ({ page }) => {
    const sentence = page.getByRole('spinbutton', { name: core.input_table().find(({ id }) => id === 'price').label });
    for (const [id, place, typed, value] of [
      ['tariff', field(page, 'tariff'), '0٫0625', 0.0625],
      ['efficiency', field(page, 'efficiency'), '17٫500', 17.5],
      ['hashrate', field(page, 'hashrate'), '1’000', 1000],
      // A phone's own keys may know no other.
      ['hashrate', field(page, 'hashrate'), '300.25', 300.25],
      ['price', sentence, '41’500٫5', 41_500.5],
    ]) {
      await place.fill(typed);
      await place.press('Enter');
      await place.blur();
      assert.equal((await inputs(page))[id], value, typed);
    }
    await painted(page);
    assert.equal(await field(page, 'tariff').inputValue(), '0٫0625');
    assert.equal(await text(page, '[part=headline]'), core.evaluate(await inputs(page)).text);
  });
});

test('a locale has its own marks, in what is read and in what is typed', async () => {
  for (const [locale, price, typed, shown] of [
    ['de', '$12.990', '0,0625', '0,0625'],
    ['en', '$12,990', '0.0625', '0.0625'],
    [CODE.slice(0, 2), '$12,990', '0.0625', '0.0625'],
    ['no such locale', '$12’990', '0٫0625', '0٫0625'],
  ]) {
    await opened({}, async ({ page }) => {
      await page.locator('break-even').evaluate((element, locale) => element.setAttribute('locale', locale), locale);
      await painted(page);
      const answer = await text(page, '[part=headline]');
      assert.ok(answer.includes(price), `${locale}: ${answer}`);
      await field(page, 'tariff').fill(typed);
      await field(page, 'tariff').press('Enter');
      assert.equal((await inputs(page)).tariff, 0.0625, locale);
      assert.equal(await field(page, 'tariff').inputValue(), shown);
    });
  }
});

test('a link from the page opens the same mine on a page in English, and one from there on it', async () => {
  const there = { '/': strange, '/en/': dist };
  for (const [from, to] of [['', 'en/'], ['en/', '']]) {
    await opened({ path: `${from}index.html`, mounts: there }, async ({ page, origin }) => {
      await field(page, 'efficiency').fill('31.5');
      await field(page, 'efficiency').press('Enter');
      await page.waitForURL(/efficiency_31\.5/);
      const [sent, { hash }] = [await inputs(page), new URL(page.url())];
      await page.goto(`${origin}/${to}index.html${hash}`);
      await page.locator('[part=slider]').first().waitFor();
      await painted(page);
      assert.deepEqual(await inputs(page), sent);
      assert.equal(await page.evaluate(() => location.hash), hash);
    });
  }
});
