// What the npm package holds.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { withProject } from './support/project.mjs';

const root = new URL('../../', import.meta.url);
const read = (path) => readFile(fileURLToPath(new URL(path, root)), 'utf8');

test('the package holds what it exports and its papers, and asks for no other package', async () => {
  await withProject({}, async (folder) => {
    const own = join(folder, 'node_modules/breakeven');
    assert.deepEqual((await readdir(own)).sort(), [
      'CHANGELOG.md',
      'LICENSE-APACHE',
      'LICENSE-MIT',
      'README.md',
      'assumptions.js',
      'breakeven.d.ts',
      'breakeven.html',
      'breakeven.js',
      'core.d.ts',
      'core.js',
      'custom-elements.json',
      'files.js',
      'package.json',
      'react.d.ts',
      'readout.js',
      'shared.js',
      'sources.js',
      'svelte.d.ts',
      'table.js',
      'translated.js',
      'vue.d.ts',
      'working.js',
    ]);
    const installed = (await readdir(join(folder, 'node_modules'))).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['breakeven']);
  });
});

test('page, types and manifest are those of the hosted element', async () => {
  await withProject({}, async (folder) => {
    for (const file of ['breakeven.html', 'breakeven.d.ts', 'custom-elements.json']) {
      const packed = await readFile(join(folder, 'node_modules/breakeven', file), 'utf8');
      assert.equal(packed, await read(`dist/${file}`), file);
    }
  });
});

test('crate and npm package have one version', async () => {
  const [, crate] = (await read('Cargo.toml')).match(/^version = "(.+)"$/m);
  assert.equal(JSON.parse(await read('package.json')).version, crate);
  assert.equal(JSON.parse(await read('target/npm/package/package.json')).version, crate);
});
