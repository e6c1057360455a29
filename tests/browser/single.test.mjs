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
import { totalShift } from './support/shifts.mjs';

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
    await page.locator('[part=slider]').first().waitFor();
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

for (const [width, height] of [[390, 844], [1280, 900], [390, 2600]]) {
  test(`while it comes nothing that is seen moves, ${width} × ${height} px`, async () => {
    await fromDisk(
      async ({ page }) => {
        await page.locator('footer').waitFor();
        assert.equal(await page.getByRole('button', { name: 'Copy link' }).isVisible(), true);
        assert.ok((await totalShift(page)) < 0.001);
      },
      { viewport: { width, height } },
    );
  });
}

const ADDRESS = 'https://news.example/tools/breakeven/';
const MOVED = '1~quoted-40000~true~tariff_0.0731';

test('a link and the code to embed it are of the address that is filled in', async () => {
  await fromDisk(async ({ page, errors, requests }) => {
    await page.locator('[part=slider]').first().waitFor();
    await field(page, 'tariff').fill('0.0731');
    const address = page.getByLabel('The calculator’s address on the web');
    const said = page.locator('.tools [role=status]');
    for (const nonsense of ['', 'news', 'C:\\breakeven.html', 'file:///breakeven.html', 'javascript:alert(1)']) {
      await address.fill(nonsense);
      for (const name of ['Copy link', 'Embed']) {
        await page.getByRole('button', { name }).click();
        assert.equal(await said.textContent(), 'First fill in where the calculator lies on the web.', nonsense);
        assert.equal(await address.getAttribute('aria-invalid'), 'true');
        assert.ok(await address.evaluate((field) => field === document.activeElement));
      }
    }
    assert.equal(await page.locator('dialog').count(), 0);

    // Of a folder, whose last slash few people copy; a file keeps its name.
    for (const [told, folder] of [[ADDRESS.slice(0, -1), ADDRESS], [' news.example/tools/breakeven ', ADDRESS], [`${ADDRESS}index.html`, ADDRESS], ['https://news.example', 'https://news.example/']]) {
      await address.fill(told);
      await page.getByRole('button', { name: 'Embed' }).click();
      await page.getByRole('dialog').waitFor();
      assert.ok((await page.getByLabel('Paste this').inputValue()).includes(`"${folder}embed/quoted-40000.html`), told);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }

    await address.fill(ADDRESS);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${ADDRESS}#${MOVED}`);

    await page.getByRole('button', { name: 'Embed' }).click();
    const dialog = page.getByRole('dialog', { name: 'Embed this figure' });
    await dialog.waitFor();
    const code = page.getByLabel('Paste this');
    assert.ok((await code.inputValue()).includes(`${ADDRESS}embed/quoted-40000.html`));
    assert.doesNotMatch(await code.inputValue(), /file:/);
    for (const form of ['A frame', 'The element']) {
      await page.getByRole('radio', { name: form }).check();
      await dialog.locator('break-even [part=slider]').first().waitFor();
      assert.equal(await dialog.locator('break-even').evaluate((element) => element.tariff), 0.0731);
    }
    assert.ok((await code.inputValue()).includes(`${ADDRESS}breakeven.js`));
    await screenshot(page, 'single-file-embed');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual([errors, requests], [[], []]);
    await page.locator('.tools').scrollIntoViewIfNeeded();
    await screenshot(page, 'single-file-tools');
  }, { permissions: ['clipboard-read', 'clipboard-write'] });
});

test('a scenario is a step in the history, and the address keeps what is seen, on a disk too', async () => {
  await fromDisk(async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    await page.getByLabel('Scenario').selectOption('enegix');
    await page.waitForFunction(() => location.hash === '#1~enegix~tariff');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('break-even').scenario === 'quoted-40000');
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
  });
});

test('its own policy lets nothing else run', async () => {
  const html = await readFile(join(folder, 'breakeven.html'), 'utf8');
  const [policy] = html.match(/default-src 'none'[^"]*/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|self/);
  await fromDisk(async ({ page, errors }) => {
    await page.locator('[part=slider]').first().waitFor();
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
