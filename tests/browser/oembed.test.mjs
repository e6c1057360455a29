// What machines are told of a page: https://oembed.com, https://ogp.me.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';

import { HtmlValidate } from 'html-validate';
import { build } from 'vite';

import { article } from './support/article.mjs';
import { core, text } from './support/answer.mjs';
import { dist, withPage } from './support/page.mjs';

/** What www/heights.json comes to at 720 px: see www/build/pages/heights.ts. */
const FRAME_HEIGHT = 1023;
const ADDRESS = 'https://news.example/tools/breakeven/';
/** Something that a page tells, and something that it loads. */
const TAG = /<(?:link|meta) (?:rel|property|name)="([^"]+)"(?: type="[^"]+")? (?:href|content)="([^"]*)"/g;
/** What a script writes is no address of its page. */
const SCRIPTS = /<script>[^]*?<\/script>/g;
const LOADED = /<(?:script|img|link rel="(?:icon|manifest|preload|stylesheet)")[^>]*(?:src|href)="([^"]+)"/g;
const scenarios = core.scenarios();
const answers = [
  ['oembed.json', 'embed.html', 'quoted-40000'],
  ...scenarios.map(({ id }) => [`embed/${id}.json`, `embed/${id}.html`, id]),
];
const enegix = scenarios.find(({ id }) => id === 'enegix');

/** Checks the fields of an oEmbed whose addresses begin with `address`. */
function holds(json, frame, id, address) {
  const scenario = scenarios.find((one) => one.id === id);
  const { html, provider_url, ...told } = JSON.parse(json);
  assert.deepEqual(told, {
    version: '1.0',
    type: 'rich',
    provider_name: 'Breakeven',
    title: scenario.title,
    width: 720,
    height: FRAME_HEIGHT,
    thumbnail_url: `${address}scenarios/${id}.png`,
    thumbnail_width: 1440,
    thumbnail_height: 1080,
  });
  assert.equal(provider_url, address || './');
  assert.ok(html.split('\n').length <= 5, html);
  assert.match(html, new RegExp(`<iframe [^>]*src="${address}${frame}"`));
}

test('every page for frames has its oEmbed, relative to dist/ where no address is known', async () => {
  for (const [file, frame, id] of answers) holds(await readFile(join(dist, file)), frame, id, '');
});

test('its snippet, put into a page, runs in a sandbox and is as high as it says', async () => {
  const { html, width, height } = JSON.parse(await readFile(join(dist, 'embed/enegix.json')));
  const [, frameAlone] = html.split('</script>\n');
  for (const snippet of [html, frameAlone]) {
    await withPage({ path: 'article.html', width, intercept: article(snippet) }, async ({ page }) => {
      const iframe = page.locator('iframe');
      await iframe.contentFrame().locator('[part=slider]').first().waitFor();
      const [, frame] = page.frames();
      assert.equal(await text(frame, '[part=headline]'), core.evaluate(enegix.inputs).text);
      assert.equal(await frame.evaluate(() => self.origin), 'null');
      assert.equal(await iframe.getAttribute('title'), enegix.title);
      const box = await page.locator('.breakeven').boundingBox();
      assert.ok(box.width === width && Math.abs(box.height - height) < 1, `${box.width} × ${box.height}`);
      assert.ok(height - (await iframe.evaluate((one) => one.clientHeight)) <= 2);
      assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight <= innerHeight));
    });
  }
});

test('where a page refuses styles, the frame is high enough in any column from 280 px on', async () => {
  const { html } = JSON.parse(await readFile(join(dist, 'embed/enegix.json')));
  const [, frameAlone] = html.split('</script>\n');
  for (const fonts of ['narrow', 'wide']) {
    for (const width of [280, 300, 320, 390]) {
      const intercept = article(frameAlone, { 'content-security-policy': "style-src 'none'" });
      await withPage({ path: 'article.html', width: width + 16, fonts, intercept, allowErrors: true }, async ({ page }) => {
        await page.frameLocator('iframe').locator('[part=slider]').first().waitFor();
        const [, frame] = page.frames();
        const [across, room, content] = await frame.evaluate(() => [innerWidth, innerHeight, document.documentElement.scrollHeight]);
        assert.ok(Math.abs(across - width) < 5 && content <= room, `${content} in ${room} at ${across} px, ${fonts}`);
      });
    }
  }
});

test('from its sandbox the link leads to a calculator that runs, in a tab of its own', async () => {
  const { html } = JSON.parse(await readFile(join(dist, 'embed/enegix.json')));
  const intercept = (request, response) => {
    if (!/embed-.*\.js$/.test(request.url)) return article(html)(request, response);
    response.writeHead(404).end();
    return true;
  };
  await withPage({ path: 'article.html', intercept, allowErrors: true }, async ({ page, context }) => {
    const [calculator] = await Promise.all([
      context.waitForEvent('page'),
      page.frameLocator('iframe').locator('break-even a').click(),
    ]);
    await calculator.locator('[part=slider]').first().waitFor();
    assert.match(calculator.url(), /\/index\.html#1~enegix~tariff$/);
    assert.equal(await calculator.evaluate(() => opener), null);
  });
});

test('without an address no page tells one, since a relative one would be of no use', async () => {
  for (const page of ['index.html', 'embed.html', 'embed/enegix.html']) {
    assert.doesNotMatch(await readFile(join(dist, page), 'utf8'), /og:|twitter:|canonical|oembed/, page);
  }
});

let files;
before(async () => {
  process.env.BREAKEVEN_ADDRESS = ADDRESS;
  const { output } = await build({ logLevel: 'error', build: { write: false } });
  files = new Map(output.map((one) => [one.fileName, Buffer.from(one.source ?? one.code).toString()]));
});

test('built for an address, every oEmbed has it', () => {
  for (const [file, frame, id] of answers) holds(files.get(file), frame, id, ADDRESS);
});

test('built for an address, every page tells its own, its oEmbed, a text and an image', async () => {
  const validator = new HtmlValidate(JSON.parse(await readFile(join(dist, '../.htmlvalidate.json'))));
  const pages = [
    ['index.html', '', 'oembed.json', 'quoted-40000'],
    ...answers.map(([file, frame, id]) => [frame, frame, file, id]),
  ];
  for (const [page, address, json, id] of pages) {
    const html = files.get(page);
    const report = await validator.validateString(html);
    assert.ok(report.valid, `${page}: ${JSON.stringify(report.results)}`);
    const tags = html.matchAll(TAG);
    const told = Object.fromEntries(Array.from(tags, ([, name, value]) => [name, value]));
    assert.equal(told.canonical, ADDRESS + address);
    assert.equal(told['og:url'], ADDRESS + address);
    assert.equal(told.alternate, ADDRESS + json);
    assert.equal(told['og:image'], `${ADDRESS}scenarios/${id}.png`);
    assert.equal(told['twitter:card'], 'summary_large_image');
    assert.ok(told['og:title'].length > 5 && told['og:description'].length > 50, page);
    assert.ok(files.has(json) && files.has(`scenarios/${id}.png`));
  }
});

test('built for an address, the single file tells none: nobody knows where it lies', () => {
  assert.ok(!files.get('breakeven.html').includes(ADDRESS));
});

test('built for an address, a page still loads everything from beside itself', () => {
  for (const [page, html] of [...files].filter(([file]) => file.endsWith('.html'))) {
    const loaded = [...html.replaceAll(SCRIPTS, '').matchAll(LOADED)];
    assert.ok(loaded.length > 1, page);
    for (const [, address] of loaded) assert.match(address, /^(\.\.?\/|data:)/, page);
  }
});
