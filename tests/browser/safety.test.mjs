// Nothing is asked of anybody else, nothing is stored, and no text from outside becomes anything but text.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';

import { core, field, painted, showsTheAnswer, text, whole } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const HOSTILE = [
  '<img src=x onerror=globalThis.hit=1>',
  '"><script>globalThis.hit=1</script>',
  "';globalThis.hit=1;//",
  'javascript:globalThis.hit=1',
  '${globalThis.hit=1}',
  '</style><svg onload=globalThis.hit=1>',
  'tariff" onclick="globalThis.hit=1',
  '__proto__',
  'constructor',
  '\u0000\u202e\ufeff',
  '1'.repeat(100_000),
];
/** Of an element in its page: what markup could have brought, and whether anything ran. */
const harm = (page) =>
  page.evaluate(() => {
    const root = document.querySelector('break-even').shadowRoot;
    const handlers = [...root.querySelectorAll('*')].flatMap((node) => node.getAttributeNames().filter((name) => name.startsWith('on')));
    return [globalThis.hit, root.querySelectorAll('img, script, iframe, object, embed, a, style, link').length, handlers.length];
  });
const UNHARMED = [undefined, 0, 0];

test('a hostile attribute or property is refused as a text', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const attributes = await page.evaluate(() => customElements.get('break-even').observedAttributes);
    for (const value of HOSTILE) {
      await page.locator('break-even').evaluate(
        (element, { attributes, value }) => {
          for (const name of attributes) element.setAttribute(name, value);
          element.state = value;
          for (const name of attributes) element.removeAttribute(name);
          for (const name of attributes) element.setAttribute(name, value);
          element.compact = false;
        },
        { attributes, value },
      );
      await painted(page);
      assert.deepEqual(await harm(page), UNHARMED, value.slice(0, 60));
      assert.match(await text(page, '[part=headline]'), /^At \$/);
    }
  });
});

test('a hostile address is told as a text', async () => {
  for (const value of HOSTILE.slice(0, 8)) {
    const link = `1~${encodeURI(value)}~${encodeURI(value)}~tariff_${encodeURI(value)}~${encodeURI(value)}_1`;
    await withPage({ path: `index.html#${link}` }, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.deepEqual(await harm(page), UNHARMED, value);
      assert.match(await text(page, '#conclusion'), /^link: /);
    });
  }
});

test('a message from outside changes nothing in a frame', async () => {
  const frame = '<iframe src="./embed/enegix.html" width="390" height="1178"></iframe>';
  await withPage({ path: 'article.html', mounts: { '/': dist }, intercept: article(frame) }, async ({ page }) => {
    const inner = page.frames()[1];
    await whole(inner);
    const before = await inner.locator('break-even').evaluate((element) => element.state);
    await page.evaluate((hostile) => {
      for (const data of [null, undefined, 1, [], {}, ...hostile, { state: '1~today~bar' }, { type: 'embed-size', height: 1e9 }]) {
        frames[0].postMessage(data, '*');
      }
    }, HOSTILE);
    await page.waitForTimeout(100);
    assert.equal(await inner.locator('break-even').evaluate((element) => element.state), before);
    assert.equal(await inner.evaluate(() => globalThis.hit), undefined);
  });
});

test('typed nonsense stays text', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    for (const value of HOSTILE.slice(0, 9)) {
      await field(page, 'tariff').fill(value);
      await painted(page);
      assert.match(await text(page, '#tariff-note'), /^Not taken\./);
      assert.deepEqual(await harm(page), UNHARMED);
    }
    await field(page, 'tariff').fill('0.06');
    await showsTheAnswer(page);
  });
});

const pages = ['index.html', 'embed.html', ...(await readdir(join(dist, 'embed'))).filter((file) => file.endsWith('.html')).map((file) => `embed/${file}`)];

test('every page has the policy: nothing from elsewhere, no inline script but by its hash, Trusted Types', async () => {
  for (const page of [...pages, 'breakeven.html']) {
    const html = await readFile(join(dist, page), 'utf8');
    const [, policy] = html.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/) ?? [];
    assert.ok(policy, page);
    const directives = new Map(policy.split(/;\s*/).map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));
    assert.deepEqual(directives.get('default-src'), ["'none'"], page);
    assert.deepEqual(directives.get('require-trusted-types-for'), ["'script'"], page);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/, page);
    assert.doesNotMatch(html, /\son\w+="/, page);
  }
});

for (const path of ['index.html', 'embed/enegix.html']) {
  test(`${path} writes no HTML, under a policy that would refuse it`, async () => {
    await withPage({ path, allowErrors: true }, async ({ page, errors }) => {
      await page.locator('[part=slider]').first().waitFor();
      await page.getByText('Assumptions and sources').click();
      await page.locator('.assumption .source').first().waitFor();
      assert.deepEqual(errors, []);
      const refused = await page.evaluate(() => {
        try {
          document.createElement('p').innerHTML = '<b>';
        } catch (error) {
          return error.name;
        }
      });
      assert.equal(refused, 'TypeError');
    });
  });
}

for (const path of ['index.html', 'embed/enegix.html', 'breakeven.html']) {
  test(`${path} asks nobody else and keeps nothing`, async () => {
    await withPage({ path, serviceWorkers: 'allow' }, async ({ page, requests, origin, context }) => {
      await page.locator('[part=slider]').first().waitFor();
      await field(page, 'tariff').fill('0.06');
      await page.getByText('Assumptions and sources').click();
      await page.locator('.assumption .source').first().waitFor();
      if (path === 'index.html') {
        await page.getByRole('button', { name: 'Embed' }).click();
        await page.frameLocator('dialog iframe').locator('[part=slider]').first().waitFor();
      }
      await page.waitForTimeout(500);
      const elsewhere = requests.filter((address) => !address.startsWith(`${origin}/`) && !address.startsWith('data:'));
      assert.deepEqual(elsewhere, []);
      assert.deepEqual(await context.cookies(), []);
      const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
      assert.deepEqual(kept, [0, 0, 0]);
    });
  });
}
