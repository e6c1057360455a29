// breakeven.html: one file that needs nothing, not even a server.

import assert from 'node:assert/strict';
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { core, field, showsTheAnswer, text } from './support/answer.mjs';
import { launch } from './support/chromium.mjs';
import { dist, screenshot } from './support/page.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

let browser;
let folder;
before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), 'breakeven-'));
  await copyFile(join(dist, 'breakeven.html'), join(folder, 'breakeven.html'));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

/** Opens the file from the disk with the network off. */
async function fromDisk(test, { init, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, offline: true, ...options });
  try {
    if (init) await context.addInitScript(init);
    const page = await context.newPage();
    const [requests, errors] = [[], []];
    context.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const address = pathToFileURL(join(folder, 'breakeven.html')).href;
    await page.goto(address);
    await test({ page, errors, requests: requests.filter((one) => one !== address && !one.startsWith('data:')) });
  } finally {
    await context.close();
  }
}

test('copied to an empty folder and opened from the disk with the network off, it calculates', async () => {
  assert.deepEqual(await readdir(folder), ['breakeven.html']);
  await fromDisk(async ({ page, errors, requests }) => {
    await page.locator('.slider').first().waitFor();
    assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'inlined');
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    await field(page, 'tariff').fill('0.0731');
    assert.equal((await showsTheAnswer(page)).tariff, 0.0731);
    await page.getByLabel('Scenario').selectOption('enegix');
    await showsTheAnswer(page);
    await page.getByText('Assumptions and sources').click();
    await page.locator('.assumption .source').first().waitFor();
    assert.deepEqual([errors, requests], [[], []]);
    await screenshot(page, 'single-file', { fullPage: true });
  });
});

test('its own policy lets nothing else run', async () => {
  const html = await readFile(join(folder, 'breakeven.html'), 'utf8');
  const [policy] = html.match(/default-src 'none'[^"]*/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|self/);
  await fromDisk(async ({ page, errors }) => {
    await page.locator('.slider').first().waitFor();
    const refused = await page.evaluate(() => {
      document.body.append(Object.assign(new Image(), { src: 'https://example.org/pixel.png' }));
      const script = document.createElement('script');
      script.append('globalThis.ran = true');
      document.body.append(script);
      try {
        document.body.innerHTML = '<p>Anything';
      } catch (error) {
        return String(error);
      }
    });
    assert.match(refused, /TrustedHTML/);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
    for (const what of [/Content Security Policy.*img-src/, /TrustedScript/, /TrustedHTML/]) {
      assert.match(errors.join('\n'), what);
    }
  });
});

for (const [how, options] of Object.entries({
  'without script': { javaScriptEnabled: false },
  'without WebAssembly': { init: () => delete globalThis.WebAssembly },
})) {
  test(`${how} the sentence, the table and the figure stand in it`, async () => {
    await fromDisk(async ({ page, requests }) => {
      const picture = page.locator('break-even img');
      await picture.waitFor();
      assert.equal(await text(page, 'break-even .headline'), core.evaluate(quoted.inputs).text);
      assert.ok(await page.locator('break-even table').isVisible());
      await picture.scrollIntoViewIfNeeded();
      assert.ok((await picture.boundingBox()).height > 100);
      assert.deepEqual(requests, []);
    }, options);
  });
}
