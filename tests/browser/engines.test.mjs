// What differs from engine to engine, shown in each: the ways to a core, files, frames, workers and the hand.

import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { core, SLIDERS } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { eventually } from './support/eventually.mjs';
import { first, notFoundPage, on, wrongType } from './support/faults.mjs';
import { dist, keep } from './support/page.mjs';
import { serve } from './support/server.mjs';

const MODULE = /\.wasm$/;
const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
const ids = core.input_table().map(({ id }) => id);

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'breakeven-'))));
after(() => rm(folder, { recursive: true }));

/** Serves dist/ under /tools/ as long as `test(origin, close)` runs. */
async function served(test, intercept) {
  const server = await serve({ '/tools/': dist }, { intercept });
  let closed;
  const close = () => (closed ??= server.close());
  try {
    await test(server.origin, close);
  } finally {
    await close();
  }
}

/** The same for an article that holds embed.html from another origin in a sandbox. */
function framed(test) {
  return served((elsewhere) => {
    const body = `<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>
      <iframe sandbox="allow-scripts" src="${elsewhere}/tools/embed.html?tariff=0.06" height="1178"></iframe>`;
    return served(test, article(body));
  });
}

/** The element runs, by `rung`, and shows what the core says to its inputs; returns them. */
async function runsBy(evaluate, rung) {
  await until(evaluate, () => !!document.querySelector('break-even')?.shadowRoot?.querySelector('[part=slider]'));
  assert.equal(await evaluate(() => customElements.get('break-even').rung), rung);
  return showsTheAnswer(evaluate);
}

async function showsTheAnswer(evaluate) {
  const { inputs, properties, headline } = await evaluate(async (ids) => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const element = document.querySelector('break-even');
    return {
      inputs: element.report.inputs,
      properties: ids.map((id) => element[id]),
      headline: element.shadowRoot.querySelector('[part=headline]').textContent.replace(/\s+/g, ' ').trim(),
    };
  }, ids);
  assert.deepEqual(properties, ids.map((id) => inputs[id]));
  assert.equal(headline, core.evaluate(inputs).text);
  return inputs;
}

/** A press of a key on the slider of the tariff is followed by the sentence. */
async function followsAKey(page) {
  const before = await showsTheAnswer(page.evaluate);
  await page.evaluate(() => {
    document.querySelector('break-even').shadowRoot.querySelector('[part=slider] input[type=range]').focus();
  });
  await page.press('ArrowRight');
  const { tariff, ...others } = await showsTheAnswer(page.evaluate);
  assert.deepEqual({ tariff, ...others }, { ...before, tariff: core.step_input('tariff', before.tariff, 1) });
  assert.ok(tariff > before.tariff);
}

/** Where a part of the element is, for a click. */
function middle(page, selector) {
  return page.evaluate((selector) => {
    const part = document.querySelector('break-even').shadowRoot.querySelector(selector);
    part.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = part.getBoundingClientRect();
    return [Math.round(x + width / 2), Math.round(y + height / 2), width];
  }, selector);
}

for (const engine of ENGINES) {
  const there = (origin) => `${origin}/tools/index.html`;

  test(`${engine}: what is served is compiled while it streams, and follows a key`, () =>
    served((origin) =>
      visit(engine, there(origin), async (page) => {
        assert.deepEqual(await runsBy(page.evaluate, 'streaming'), quoted.inputs);
        await followsAKey(page);
        await keep(`served-${engine}`, await page.screenshot());
      }),
    ));

  for (const [how, fault, rung] of [
    ['with a wrong type', wrongType, 'bytes'],
    ['as a page that says that it is not there', notFoundPage, 'translated'],
  ]) {
    test(`${engine}: a module that comes ${how} is made good by “${rung}”`, () =>
      served(
        (origin) =>
          visit(engine, there(origin), async (page) => {
            assert.deepEqual(await runsBy(page.evaluate, rung), quoted.inputs);
            await followsAKey(page);
          }),
        on(MODULE, fault),
      ));
  }

  test(`${engine}: in a page whose policy refuses WebAssembly, the same core runs as JavaScript`, () => {
    const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
    const body = '<script type="module" src="/tools/breakeven.js"></script><break-even scenario="quoted-40000">';
    return served(
      (origin) =>
        visit(engine, `${origin}/article.html`, async (page) => {
          assert.deepEqual(await runsBy(page.evaluate, 'translated'), quoted.inputs);
          await followsAKey(page);
        }),
      article(body, { 'content-security-policy': policy }),
    );
  });

  test(`${engine}: without WebAssembly the same core runs as JavaScript`, () =>
    served((origin) =>
      visit(
        engine,
        there(origin),
        async (page) => {
          assert.deepEqual(await runsBy(page.evaluate, 'translated'), quoted.inputs);
          assert.equal(await page.evaluate(() => typeof WebAssembly), 'undefined');
          await followsAKey(page);
        },
        { wasm: false },
      ),
    ));

  test(`${engine}: without script the sentence, the table and the figure stand there`, () =>
    served((origin) =>
      visit(
        engine,
        there(origin),
        async (page) => {
          assert.equal(await page.evaluate(() => customElements.get('break-even')?.rung), undefined);
          await page.evaluate(() => document.querySelector('break-even img').scrollIntoView());
          await until(page.evaluate, () => document.querySelector('break-even img').naturalWidth > 0);
          const [sentence, rows, figure] = await page.evaluate(() => [
            document.querySelector('break-even .headline').textContent,
            document.querySelectorAll('break-even tr').length,
            document.querySelector('break-even img').getBoundingClientRect().height,
          ]);
          assert.equal(sentence, core.evaluate(quoted.inputs).text);
          assert.equal(rows, 3);
          assert.ok(figure > 100);
        },
        { script: false },
      ),
    ));

  test(`${engine}: the single file, alone in a folder on a disk, calculates and asks for nothing`, async () => {
    const alone = join(folder, engine);
    await mkdir(alone);
    await copyFile(join(dist, 'breakeven.html'), join(alone, 'breakeven.html'));
    await visit(engine, pathToFileURL(join(alone, 'breakeven.html')).href, async (page) => {
      assert.deepEqual(await runsBy(page.evaluate, 'inlined'), quoted.inputs);
      await followsAKey(page);
      const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.deepEqual(asked.filter((address) => !address.startsWith('data:')), []);
    });
  });

  test(`${engine}: the single file links to, and embeds from, the address that is filled in`, async () => {
    const alone = join(folder, `${engine}-tools`);
    await mkdir(alone);
    await copyFile(join(dist, 'breakeven.html'), join(alone, 'breakeven.html'));
    await visit(engine, pathToFileURL(join(alone, 'breakeven.html')).href, async (page) => {
      await runsBy(page.evaluate, 'inlined');
      assert.match(await use(page, 'link', ''), /^First fill in/);
      assert.match(await use(page, 'link', 'https://news.example/tools/'), /^Link copied\.$|^The link: https:\/\/news\.example\/tools\/#1~quoted-40000~true$/);
      await use(page, 'embed', 'https://news.example/tools/');
      await until(page.evaluate, () => !!document.querySelector('dialog[open] break-even')?.shadowRoot?.querySelector('[part=slider]'));
      const code = await page.evaluate(() => document.querySelector('dialog textarea').value);
      assert.ok(code.includes('https://news.example/tools/embed/quoted-40000.html'), code);
    });
  });

  test(`${engine}: as its readers have it, a file may not read the file beside it`, async () => {
    const both = join(folder, `${engine}-two`);
    await mkdir(both);
    await writeFile(join(both, 'page.html'), '<!doctype html><title>A page</title>');
    await writeFile(join(both, 'beside.txt'), 'beside');
    await visit(engine, pathToFileURL(join(both, 'page.html')).href, async (page) => {
      const read = await page.evaluate(() => fetch('./beside.txt').then((answer) => answer.text(), () => 'refused'));
      assert.equal(read, 'refused');
    });
  });

  test(`${engine}: in a sandboxed frame of another origin it runs, with and without WebAssembly, and tells its height`, () =>
    framed(async (origin) => {
      await visit(engine, `${origin}/article.html`, async (page) => {
        assert.deepEqual(await runsBy(page.inFrame, 'inlined'), { ...quoted.inputs, tariff: 0.06 });
        assert.equal(await page.inFrame(() => self.origin), 'null');
        const height = await page.inFrame(() => Math.ceil(document.body.getBoundingClientRect().height));
        assert.ok(height > 500);
        const heard = (height) => heard.some((data) => data.sentinel === 'amp' && data.height === height);
        await until(page.evaluate, heard, height);
      });
      const runs = (page) => runsBy(page.inFrame, 'translated');
      await visit(engine, `${origin}/article.html`, runs, { wasm: false });
    }));

  test(`${engine}: where every storage throws, the page runs and touches none`, () =>
    served(
      (origin) =>
        visit(engine, there(origin), async (page) => {
          assert.deepEqual(await runsBy(page.evaluate, 'streaming'), quoted.inputs);
          await followsAKey(page);
          assert.deepEqual(await page.evaluate(() => [globalThis.touched, globalThis.faults]), [[], []]);
          assert.equal(await page.evaluate(countRefusals), 5, 'as the test meant it');
          assert.equal(await page.evaluate(() => globalThis.touched.length), 5);
        }),
      first(forbidStorage),
    ));

  test(`${engine}: with the server gone, the second visit is as good as the first`, () =>
    served((origin, close) =>
      visit(engine, there(origin), async (page) => {
        await runsBy(page.evaluate, 'streaming');
        await until(page.evaluate, async () => (await navigator.serviceWorker.ready).active.state === 'activated');
        await page.goto('about:blank');
        await close();
        await page.goto(there(origin));
        assert.deepEqual(await runsBy(page.evaluate, 'streaming'), quoted.inputs);
        assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
        await followsAKey(page);
      }),
    ));

  test(`${engine}: a number of the sentence whose element is put elsewhere while it is looked at has its unit again`, () =>
    served((origin) =>
      visit(engine, there(origin), async ({ evaluate }) => {
        await until(evaluate, () => !!document.querySelector('break-even')?.state);
        await evaluate(() => document.querySelector('break-even').shadowRoot.querySelector('.live-number input').focus());
        await until(evaluate, () => !document.querySelector('break-even').shadowRoot.querySelector('[part=headline]').textContent.includes('$0.05/kWh'));
        await evaluate(() => document.body.append(document.querySelector('break-even')));
        await showsTheAnswer(evaluate);
      }),
    ));

  test(`${engine}: a slider follows a click, and a number that is typed`, () =>
    served((origin) =>
      visit(engine, there(origin), async (page) => {
        await runsBy(page.evaluate, 'streaming');
        for (const id of SLIDERS) {
          const [x, y, width] = await middle(page, `.slider:has(#${id}-field) input[type=range]`);
          await page.click(x, y);
          const half = core.slider_value(id, 0.5);
          // The thumb's middle is where the finger is, give or take a pixel.
          const [low, high] = [-2, 2].map((off) => core.slider_value(id, 0.5 + off / (width - 28)));
          await eventually(async () => {
            const clicked = (await showsTheAnswer(page.evaluate))[id];
            assert.ok(clicked >= low && clicked <= high, `${id}: ${clicked} is not about ${half}`);
          });
        }
        const [x, y] = await middle(page, '#tariff-field');
        await page.click(x, y);
        await page.evaluate(() => {
          document.querySelector('break-even').shadowRoot.querySelector('#tariff-field').select();
        });
        await page.type('0.0731');
        await eventually(async () => assert.equal((await showsTheAnswer(page.evaluate)).tariff, 0.0731));
      }),
    ));
}

/** Runs in the page, first of all. */
function forbidStorage() {
  globalThis.touched = [];
  globalThis.faults = [];
  addEventListener('error', ({ message }) => globalThis.faults.push(message));
  addEventListener('unhandledrejection', ({ reason }) => globalThis.faults.push(String(reason)));
  const forbid = (object, name) => {
    // A page that catches what is thrown has touched it all the same.
    const get = () => {
      globalThis.touched.push(name);
      throw new DOMException(`${name} is forbidden`, 'SecurityError');
    };
    Object.defineProperty(object, name, { get, set: get });
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) forbid(globalThis, name);
  forbid(Document.prototype, 'cookie');
}

/** Fills in the address, presses a button, and gives what is said then. */
async function use({ evaluate }, name, address) {
  await evaluate(press, { name, address });
  await until(evaluate, () => document.querySelector('.tools [role=status]').textContent !== '…');
  return evaluate(() => document.querySelector('.tools [role=status]').textContent);
}

/** Runs in the page. */
function press({ name, address }) {
  const bar = document.querySelector('.tools');
  bar.querySelector('input').value = address;
  bar.querySelector('[role=status]').textContent = '…';
  bar.querySelector(`[name=${name}]`).click();
}

/** Runs in the page: how many of the storages throw. */
function countRefusals() {
  const reads = [() => localStorage, () => sessionStorage, () => indexedDB, () => caches, () => document.cookie];
  let refusals = 0;
  for (const read of reads) {
    try {
      read();
    } catch {
      refusals += 1;
    }
  }
  return refusals;
}
