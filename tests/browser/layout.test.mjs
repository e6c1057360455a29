// dist/ is a folder that can be copied to any place of any static host.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { core, showsTheAnswer } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const STABLE = ['breakeven-host.js', 'breakeven.html', 'breakeven.js', 'embed.html', 'icon.svg', 'index.html', 'manifest.webmanifest', 'oembed.json', 'sw.js'];
const DEEP = '/some/deep/folder/';
const mounts = { [DEEP]: dist };
const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

/** All that is in dist/, relative to it. */
async function files() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(dist.length));
}

test('what others link to has a lasting name, all else a hash in it', async () => {
  const plain = (await files()).filter((file) => !/\.(br|gz)$/.test(file) && file !== 'SHA256SUMS');
  for (const file of STABLE) assert.ok(plain.includes(file), file);
  for (const file of plain.filter((file) => file.startsWith('assets/'))) {
    assert.match(file, /^assets\/[\w.-]+-[\w-]{8}\.(css|js|svg|wasm)$/);
  }
});

test('beside each file that shrinks lie its brotli and its gzip', async () => {
  const all = await files();
  const packed = all.filter((file) => /\.(br|gz)$/.test(file));
  for (const file of packed) {
    const plain = await readFile(join(dist, file.replace(/\.\w+$/, '')));
    const bytes = await readFile(join(dist, file));
    const unpacked = file.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes);
    assert.ok(unpacked.equals(plain) && bytes.length < plain.length, file);
  }
  for (const file of all.filter((file) => /\.(css|html|js|wasm)$/.test(file))) {
    const { length } = await readFile(join(dist, file));
    if (length > 300) assert.ok(packed.includes(`${file}.br`) && packed.includes(`${file}.gz`), file);
  }
});

test('SHA256SUMS holds the sum of every other file', async () => {
  const lines = (await readFile(join(dist, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  const named = [];
  for (const line of lines) {
    const [sum, file] = line.split('  ');
    assert.equal(createHash('sha256').update(await readFile(join(dist, file))).digest('hex'), sum, file);
    named.push(file);
  }
  assert.deepEqual(named.sort(), (await files()).filter((file) => file !== 'SHA256SUMS').sort());
});

for (const path of ['', 'index.html', 'embed.html', 'breakeven.html']) {
  test(`${path || 'the folder itself'} works some folders down, and asks for nothing outside of its own`, async () => {
    await withPage({ path: `${DEEP.slice(1)}${path}`, mounts }, async ({ page, requests, origin }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
      assert.deepEqual(requests.filter((address) => !address.startsWith(`${origin}${DEEP}`)), []);
    });
  });
}

test('the manifest names only files that are there', async () => {
  const manifest = JSON.parse(await readFile(join(dist, 'manifest.webmanifest'), 'utf8'));
  const all = await files();
  for (const address of [manifest.start_url, ...manifest.icons.map(({ src }) => src)]) {
    assert.ok(all.includes(address.replace(/^\.\//, '')), address);
  }
});

test('breakeven.js finds its parts beside itself, wherever the page lies', async () => {
  const intercept = article(
    `<script type="module" src=".${DEEP}breakeven.js"></script><break-even scenario="quoted-40000"></break-even>`,
  );
  await withPage({ path: 'article.html', mounts, intercept }, async ({ page, requests }) => {
    await page.locator('[part=slider]').first().waitFor();
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    assert.ok(requests.some((address) => address.includes(`${DEEP}assets/`) && address.endsWith('.wasm')));
  });
});

test('breakeven.js twice, by two names, and once more as a copy is as good as once', async () => {
  const intercept = article(
    `<script type="module" src=".${DEEP}breakeven.js"></script>
     <script type="module" src=".${DEEP}breakeven.js?again"></script>
     <script type="module" src="./copy/breakeven.js"></script>
     <break-even scenario="quoted-40000"></break-even>`,
  );
  const both = { ...mounts, '/copy/': dist };
  await withPage({ path: 'article.html', mounts: both, intercept }, async ({ page, requests }) => {
    await page.locator('[part=slider]').first().waitFor();
    const ran = await page.evaluate(async (addresses) => {
      const all = await Promise.all(addresses.map((address) => import(address)));
      return Promise.all(all.map(({ ready }) => ready));
    }, [`.${DEEP}breakeven.js`, `.${DEEP}breakeven.js?again`, './copy/breakeven.js']);
    assert.deepEqual(ran, [true, true, true]);
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    const modules = requests.filter((address) => /_first-.*\.wasm$/.test(address)).map((address) => basename(address));
    assert.equal(new Set(modules).size, 1);
  });
});

test('breakeven.js gives the class of the element', async () => {
  const intercept = article('<main></main>');
  await withPage({ path: 'article.html', mounts, intercept }, async ({ page }) => {
    const same = await page.evaluate(async (address) => {
      const { BreakEven, ready } = await import(address);
      await ready;
      document.querySelector('main').append(new BreakEven());
      return customElements.get('break-even') === BreakEven;
    }, `.${DEEP}breakeven.js`);
    assert.ok(same);
    await page.locator('[part=slider]').first().waitFor();
    await showsTheAnswer(page);
  });
});
