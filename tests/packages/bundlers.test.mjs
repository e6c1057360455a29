// Installed into a project of somebody else's, the element and the core work in each bundler without a setting.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';

import { core, range, showsTheAnswer } from '../browser/support/answer.mjs';
import { eventually } from '../browser/support/eventually.mjs';
import { withPage } from '../browser/support/page.mjs';
import { bundlers, page } from './support/bundlers.mjs';
import { withProject } from './support/project.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

const MAIN = `
import { BreakEven, ready } from 'breakeven';
import { evaluate } from 'breakeven/core';

globalThis.project = { BreakEven, ready, evaluate };
`;

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

/** Serves `mount` below a sub-folder, and `html` in it. */
function opened(mount, html, policy, test) {
  const intercept = (request, response) => {
    if (request.url !== '/news/index.html') return false;
    const headers = policy ? { 'content-security-policy': policy } : {};
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
    return true;
  };
  return withPage({ path: 'news/index.html', mounts: { '/news/': mount }, intercept, allowErrors: !!policy }, test);
}

/** The element runs by `rung`, says what the core says, and follows a change. */
async function runsBy(page, rung) {
  await page.locator('[part=slider]').first().waitFor();
  const { ready, own, came } = await page.evaluate(async () => {
    const element = customElements.get('break-even');
    return {
      ready: await globalThis.project.ready,
      own: element === globalThis.project.BreakEven,
      came: element.rung,
    };
  });
  assert.deepEqual({ ready, own, came }, { ready: true, own: true, came: rung });
  assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
  await range(page, 'tariff').press('ArrowRight');
  assert.equal((await showsTheAnswer(page)).tariff, core.step_input('tariff', quoted.inputs.tariff, 1));
}

const evaluated = (page) => page.evaluate((inputs) => globalThis.project.evaluate(inputs), quoted.inputs);

for (const [name, bundle] of Object.entries(bundlers)) {
  test(`built by ${name} element and core run, and in a strict page the element does as JavaScript`, async () => {
    await withProject({ 'main.js': MAIN }, async (folder) => {
      const html = await bundle(folder);
      const built = join(folder, 'built');

      await opened(built, html, undefined, async ({ page, requests, origin }) => {
        await runsBy(page, 'inlined');
        assert.deepEqual(await evaluated(page), core.evaluate(quoted.inputs));
        assert.deepEqual(requests.filter((address) => !address.startsWith(`${origin}/news/`)), []);
        await page.getByText('Assumptions and sources').click();
        await page.locator('.assumption .source').first().waitFor();
      });

      await opened(built, html, STRICT, async ({ page, warnings }) => {
        await runsBy(page, 'translated');
        assert.match(warnings.join('\n'), /the core came by “translated”, for inlined: CompileError/);
        await assert.rejects(evaluated(page), /breakeven\/core needs WebAssembly, which is refused or missing here/);
      });
    });
  });
}

test('without a bundler the script of the package is all that a page needs', async () => {
  await withProject({}, async (folder) => {
    const scripts = `<script type="module" src="node_modules/breakeven/breakeven.js"></script>
      <script type="module">
        import { BreakEven, ready } from './node_modules/breakeven/breakeven.js';
        import { evaluate } from './node_modules/breakeven/core.js';
        globalThis.project = { BreakEven, ready, evaluate };
      </script>`;
    await opened(folder, page(scripts), undefined, async ({ page, requests }) => {
      await runsBy(page, 'inlined');
      assert.deepEqual(await evaluated(page), core.evaluate(quoted.inputs));
      const asked = () => requests.map((address) => new URL(address).pathname.replace('/news/', ''));
      // The table is there for a print, the readout for whoever points at the figure.
      const needed = ['index.html', ...['breakeven', 'core', 'readout', 'shared', 'table'].map((name) => `node_modules/breakeven/${name}.js`)];
      await eventually(() => assert.deepEqual(asked().sort(), needed));
    });
    const alone = '<script type="module" src="node_modules/breakeven/breakeven.js"></script>';
    await opened(folder, page(alone), STRICT, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'translated');
      assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    });
  });
});
