// The element in React, Vue and Svelte: the projects of examples/, built by Vite and opened.

import assert from 'node:assert/strict';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { build } from 'vite';

import { core } from '../browser/support/answer.mjs';
import { withPage } from '../browser/support/page.mjs';
import { run, withProject } from './support/project.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const enegix = core.scenarios().find(({ id }) => id === 'enegix').inputs;

/** The packages that a project of each has beside ours. */
const packages = {
  react: ['react', 'react-dom', '@types/react', '@types/react-dom', 'scheduler', 'csstype'],
  vue: ['vue', '@vue', '@vitejs/plugin-vue'],
  svelte: ['svelte', '@sveltejs/vite-plugin-svelte'],
};

/** Hands over a project with the example in it, the package and those of the framework. */
function withExample(name, test, files = {}) {
  return withProject(files, async (folder) => {
    await cp(join(root, 'examples', name), folder, { recursive: true });
    for (const one of packages[name]) {
      const place = join(folder, 'node_modules', one);
      await mkdir(dirname(place), { recursive: true });
      await symlink(join(root, 'node_modules', one), place, 'dir');
    }
    await test(folder);
  });
}

for (const name of Object.keys(packages)) {
  test(`in ${name} an input is there at first mount, follows a change, and the reader’s moves are told`, async () => {
    await withExample(name, async (folder) => {
      const settings = { outDir: 'built', chunkSizeWarningLimit: 1_000 };
      await build({ root: folder, logLevel: 'warn', base: './', build: settings });
      await withPage({ mounts: { '/': join(folder, 'built') } }, async ({ page }) => {
        await page.locator('[part=slider]').first().waitFor();
        const element = page.locator('break-even');
        const fee = () => element.evaluate(({ pool_fee }) => pool_fee);
        assert.equal(await fee(), 0.03);
        assert.equal(await page.locator('#tariff-field').inputValue(), core.format_field(enegix.tariff));
        await page.getByRole('button', { name: 'A dearer pool' }).click();
        await page.waitForFunction(() => document.querySelector('break-even').pool_fee === 0.04);

        await page.locator('#tariff-field').fill('0.07');
        const told = page.locator('output');
        await page.waitForFunction(() => document.querySelector('output').textContent !== '');
        assert.equal(await told.textContent(), core.evaluate({ ...enegix, pool_fee: 0.04, tariff: 0.07 }).text);

        await element.evaluate((element) => element.setAttribute('scenario', 'kazakh'));
        await page.waitForFunction(() => /there is no “kazakh”/.test(document.querySelector('output').textContent));
      });
    });
  });
}

const REACT = `
import 'breakeven/react';

export const mine = <break-even pool_fee={0.03} tariff="0.05" urlSync view="bar" className="mine" />;
// @ts-expect-error there is no such figure
export const pie = <break-even view="pie" />;
// @ts-expect-error an input is a number or its text
export const fee = <break-even pool_fee={{}} />;
`;

const VUE = `
import type { GlobalComponents } from 'vue';
import 'breakeven/vue';

type Props = InstanceType<GlobalComponents['break-even']>['$props'];
export const mine: Props = { pool_fee: 0.03, tariff: '0.05', urlSync: true, view: 'bar', class: 'mine' };
// @ts-expect-error there is no such figure
export const pie: Props = { view: 'pie' };
export const told = (element: InstanceType<GlobalComponents['break-even']>) => element.report?.text;
`;

const SVELTE = `
import type { SvelteHTMLElements } from 'svelte/elements';
import 'breakeven/svelte';

type Props = SvelteHTMLElements['break-even'];
export const mine: Props = {
  pool_fee: 0.03,
  tariff: '0.05',
  view: 'bar',
  class: 'mine',
  oninput: ({ currentTarget }) => console.log(currentTarget.report?.text),
  onconfigerror: ({ detail }) => console.log(detail.attribute),
};
// @ts-expect-error there is no such figure
export const pie: Props = { view: 'pie' };
`;

for (const [name, file, source] of [
  ['react', 'types.tsx', REACT],
  ['react', 'main.tsx', undefined],
  ['vue', 'types.ts', VUE],
  ['svelte', 'types.ts', SVELTE],
]) {
  test(`the types for ${name} hold in ${source ? 'a strict project' : 'the example'}`, async () => {
    await withExample(name, async (folder) => {
      if (source) await writeFile(join(folder, file), source);
      const options = { target: 'ES2022', strict: true, noEmit: true, jsx: 'react-jsx', lib: ['ES2022', 'DOM', 'DOM.Iterable'] };
      // The types of the frameworks themselves are theirs to check.
      const compilerOptions = { ...options, types: [], module: 'ESNext', moduleResolution: 'bundler', skipLibCheck: true };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }));
      const told = await run(process.execPath, [tsc, '--project', folder]).then(({ stdout }) => stdout, ({ stdout }) => stdout);
      assert.equal(told, '');
    });
  });
}

test('what React writes on a server runs in a page: an attribute may have the name of a property', async () => {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import 'breakeven/react';
    console.log(renderToString(createElement('break-even', { scenario: 'enegix', pool_fee: 0.03 }, 'The content.')));
  `;
  await withExample('react', async (folder) => {
    const { stdout } = await run(process.execPath, ['server.js'], { cwd: folder });
    assert.equal(stdout.trim(), '<break-even scenario="enegix" pool_fee="0.03">The content.</break-even>');
    const own = join(folder, 'node_modules/breakeven');
    await writeFile(join(folder, 'index.html'), `<!doctype html><script type="module" src="./breakeven/breakeven.js"></script>${stdout}`);
    await withPage({ mounts: { '/': folder, '/breakeven/': own } }, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.equal(await page.locator('break-even').evaluate(({ pool_fee }) => pool_fee), 0.03);
    });
  }, { 'server.js': script });
});
