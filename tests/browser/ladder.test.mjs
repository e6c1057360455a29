// Whatever a server, a browser or a policy refuses, the reader gets the best answer that is left.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, field, showsTheAnswer, text } from './support/answer.mjs';
import { all, broken, cut, gone, notFoundPage, on, page as anyPage, truncated, wrongType } from './support/faults.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';

const MODULE = /\.wasm$/;
const TRANSLATED = /^translated-.*\.js$/;
const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

/** How the core came: the element's own word for it. */
async function rung(page) {
  await page.locator('[part=slider]').first().waitFor();
  return page.evaluate(() => customElements.get('break-even').rung);
}

/** The page answers, follows a change, and got its core by `wanted`. */
async function answersBy(page, wanted) {
  assert.equal(await rung(page), wanted);
  assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
  await field(page, 'tariff').fill('0.0731');
  assert.equal((await showsTheAnswer(page)).tariff, 0.0731);
}

async function showsTheStaticAnswer(page) {
  await page.locator(':root.static').waitFor();
  assert.equal(await page.evaluate(() => customElements.get('break-even').rung), undefined);
  const report = core.evaluate(quoted.inputs);
  assert.equal(await text(page, 'break-even .headline'), report.text);
  assert.ok(await page.locator('break-even table').isVisible());
  const picture = page.locator('break-even img');
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((image) => image.decode());
  assert.equal(await picture.getAttribute('alt'), report.text);
}

test('where nothing is refused, the module is compiled while it streams, and nothing is said', async () => {
  await withPage({}, async ({ page, requests, warnings }) => {
    await answersBy(page, 'streaming');
    assert.deepEqual(warnings.filter((text) => text.startsWith('break-even')), []);
    assert.deepEqual(requests.filter((address) => /translated|\.svg$/.test(address) && !/icon/.test(address)), []);
  });
});

const bytes = {
  'with a wrong type': { intercept: on(MODULE, wrongType) },
  'to a browser that cannot compile a stream': { before: () => delete WebAssembly.instantiateStreaming },
};

for (const [how, options] of Object.entries(bytes)) {
  test(`a module served ${how} is fetched once and compiled from its bytes`, async () => {
    await withPage(options, async ({ page, requests, warnings }) => {
      await answersBy(page, 'bytes');
      assert.equal(requests.filter((address) => /_first-.*\.wasm$/.test(address)).length, 1);
      assert.equal(warnings.filter((text) => text.startsWith('break-even: the core came by “bytes”')).length, 1);
    });
  });
}

const translated = {
  'the module is not there': { intercept: on(MODULE, notFoundPage) },
  'a page comes in its place': { intercept: on(MODULE, anyPage) },
  'the server fails': { intercept: on(MODULE, broken) },
  'half of it comes': { intercept: on(MODULE, truncated) },
  'the line goes down in the middle': { intercept: on(MODULE, cut) },
  'its connection is closed': { intercept: on(MODULE, gone) },
  'the browser has no WebAssembly': { before: () => delete globalThis.WebAssembly },
};

for (const [how, options] of Object.entries(translated)) {
  test(`where ${how}, the same core runs as JavaScript`, async () => {
    await withPage({ ...options, allowErrors: true }, async ({ page, warnings }) => {
      await answersBy(page, 'translated');
      const [said, ...more] = warnings.filter((text) => text.startsWith('break-even:'));
      assert.deepEqual(more, []);
      assert.match(said, /came by “translated”, for streaming: \w*Error: .+; bytes: \w*Error: .+/);
    });
  });
}

test('in a page whose policy refuses WebAssembly, the same core runs as JavaScript', async () => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
  const intercept = (request, response) => {
    if (request.url !== '/article.html') return false;
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(
      '<!doctype html><title>An article</title><script type="module" src="/tools/mine/breakeven.js"></script>' +
        '<break-even scenario="quoted-40000">What must bitcoin cost?</break-even>',
    );
    return true;
  };
  const mounts = { '/tools/mine/': dist };
  await withPage({ path: 'article.html', mounts, intercept, allowErrors: true }, async ({ page, warnings }) => {
    await answersBy(page, 'translated');
    assert.match(warnings.join('\n'), /Content Security Policy/);
  });
});

const lost = {
  'neither the module nor its translation comes': { intercept: all(on(MODULE, broken), on(TRANSLATED, notFoundPage)) },
  'without WebAssembly the translation comes as a page': {
    before: () => delete globalThis.WebAssembly,
    intercept: on(TRANSLATED, anyPage),
  },
};

for (const [how, options] of Object.entries(lost)) {
  test(`where ${how}, the static answer stays and the console says why`, async () => {
    await withPage({ ...options, allowErrors: true }, async ({ page, errors }) => {
      await showsTheStaticAnswer(page);
      const said = errors.find((text) => text.startsWith('break-even: the static answer stays'));
      assert.match(said, /streaming: .+; bytes: .+; translated: .+/);
      assert.doesNotMatch(await page.locator('body').innerText(), /loading/i);
      await screenshot(page, 'static-answer', { fullPage: true });
    });
  });
}

test('while the module is on its way, the answer can be read', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const intercept = async (request) => {
    if (MODULE.test(request.url)) await held;
    return false;
  };
  await withPage({ intercept }, async ({ page }) => {
    assert.equal(await text(page, '.early .headline:not([aria-hidden])'), core.evaluate(quoted.inputs).text);
    assert.ok(await page.locator('.early .figure svg.narrow').isVisible());
    release();
    await answersBy(page, 'streaming');
  });
});
