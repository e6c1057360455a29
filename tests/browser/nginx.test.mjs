// dist/ in a folder of nginx, under the configuration that docs/hosting/ gives.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { get } from 'node:http';
import { extname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';

import { core, showsTheAnswer } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { serveByNginx } from './support/nginx.mjs';
import { dist, withPage } from './support/page.mjs';
import { TYPES } from './support/server.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

let nginx;
let sums;
let folder;
before(async () => {
  nginx = await serveByNginx(dist);
  folder = `${nginx.origin}/tools/breakeven/`;
  const lines = (await readFile(join(dist, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  sums = new Map(lines.map((line) => line.split('  ').reverse()));
});
after(() => nginx?.close());

/** The answer as it came over the line: `fetch` would unpack it. */
function ask(file, encoding = 'identity') {
  return new Promise((resolve, reject) => {
    get(folder + file, { headers: { 'accept-encoding': encoding } }, async (response) => {
      const chunks = await response.toArray();
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) });
    }).once('error', reject);
  });
}

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');

test('every file is served whole, with its type, its time to live, and for everybody', async () => {
  assert.ok(sums.size > 40);
  for (const [file, expected] of sums) {
    const { status, headers, body } = await ask(file);
    assert.equal(status, 200, file);
    assert.equal(sum(body), expected, file);
    const [type] = (TYPES[extname(file)] ?? 'text/plain').split(';');
    assert.equal(headers['content-type'], type, file);
    const hashed = file.startsWith('assets/');
    assert.equal(headers['cache-control'], hashed ? 'public, max-age=31536000, immutable' : 'no-cache', file);
    assert.equal(headers['access-control-allow-origin'], '*', file);
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin', file);
    assert.equal(headers['x-content-type-options'], 'nosniff', file);
  }
});

test('what lies there packed comes packed to whoever can unpack it', async () => {
  const packed = [...sums.keys()].filter((file) => sums.has(`${file}.gz`));
  assert.ok(packed.length > 10);
  for (const file of packed) {
    const { headers, body } = await ask(file, 'gzip');
    assert.equal(headers['content-encoding'], 'gzip', file);
    assert.equal(headers.vary, 'Accept-Encoding', file);
    assert.equal(sum(body), sums.get(`${file}.gz`), file);
    assert.equal(sum(gunzipSync(body)), sums.get(file), file);
  }
});

test('the page runs from the folder itself, its module compiled while it streams', async () => {
  await withPage({ path: folder }, async ({ page, requests }) => {
    await page.locator('[part=slider]').first().waitFor();
    assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'streaming');
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    assert.deepEqual(requests.filter((address) => !address.startsWith(folder)), []);
    const [module, size] = await page.evaluate(() => {
      const { name, encodedBodySize } = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('.wasm'));
      return [name, encodedBodySize];
    });
    assert.equal(size, (await stat(join(dist, `${module.slice(folder.length)}.gz`))).size);
  });
});

test('the element runs in a page of another origin', async () => {
  const intercept = article(
    `<script type="module" src="${folder}breakeven.js"></script><break-even scenario="quoted-40000"></break-even>`,
  );
  await withPage({ path: 'article.html', intercept }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'streaming');
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
  });
});
