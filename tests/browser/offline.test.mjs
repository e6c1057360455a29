// After the first visit the page needs no network; with one, a correction is there at once; and no reader gets a page that is
// put together from two versions.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { core, showsTheAnswer, whole } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { eventually } from './support/eventually.mjs';
import { dist, withPage } from './support/page.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
const online = { serviceWorkers: 'allow', path: 'calc/index.html' };
const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A server that can be cut off, can fail or hang at its page, or be given another version. */
function host(first = dist) {
  const mounts = { '/calc/': first };
  const state = { mounts, gone: false, page: 'served', asked: [] };
  state.intercept = (request, response) => {
    state.asked.push(request.url);
    if (state.gone) response.destroy();
    const isPage = /\/calc\/(index\.html)?(\?.*)?$/.test(request.url);
    if (isPage && state.page === 'failing') response.writeHead(503).end('<!doctype html><title>Down</title>');
    return state.gone || (isPage && state.page !== 'served');
  };
  return state;
}

/** The worker of this page has all that it wants and serves it. */
function installed(page) {
  return page.waitForFunction(async () => (await navigator.serviceWorker.ready).active.state === 'activated');
}

/** Another visit: a page of its own, while none is open. */
async function visit(context, address, look) {
  for (const page of context.pages()) await page.close();
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('[part=slider]').first().waitFor();
  return look(page);
}

/** The next version's worker has taken over, as it does once no page of the one before is open: seen from outside its folder. */
async function takenOver(context, origin) {
  const pages = context.pages();
  const outside = await context.newPage();
  await outside.goto(`${origin}/outside`);
  for (const page of pages) await page.close();
  const workers = async () => {
    const { waiting, active } = await navigator.serviceWorker.getRegistration('/calc/');
    return [waiting?.state, active?.state];
  };
  await eventually(async () => assert.deepEqual(await outside.evaluate(workers), [undefined, 'activated']));
}

const caches = (page) => page.evaluate(() => caches.keys());

/** A copy of dist/ as a next build would make it: another title, and another name for each of its scripts. */
async function nextVersion() {
  const folder = await mkdtemp(join(tmpdir(), 'breakeven-next-'));
  folders.push(folder);
  await cp(dist, folder, { recursive: true });
  const scripts = (await readdir(join(folder, 'assets'))).filter((file) => file.endsWith('.js'));
  const names = scripts.map((old, i) => [old, old.replace(/-[\w-]{8}\.js$/, `-NEXT${i}.js`)]);
  const renamed = (text) => names.reduce((text, [old, name]) => text.replaceAll(old, name), text);
  for (const [old, name] of names) await rename(join(folder, 'assets', old), join(folder, 'assets', name));
  for (const file of ['index.html', ...names.map(([, name]) => `assets/${name}`)]) {
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), renamed(text).replace('<title>', '<title>Next: '));
  }
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const [, listed] = worker.match(/^const FILES=(.*);\n/);
  const files = JSON.parse(renamed(listed));
  for (const listed of [files.now, files.later]) {
    for (const file of Object.keys(listed)) {
      const digest = createHash('sha256').update(await readFile(join(folder, file))).digest('base64');
      listed[file] = `sha256-${digest}`;
    }
  }
  files.version = 'next';
  await writeFile(join(folder, 'sw.js'), worker.replace(listed, () => JSON.stringify(files)));
  return folder;
}

/** All of the core has come to `page`, and a worker would have been asked for by then; none was, and none is there. */
async function hasNoWorker(page, server) {
  await whole(page);
  await page.locator('break-even').evaluate((element) => element.updateComplete);
  await wait(500);
  assert.ok(server.asked.some((path) => path.startsWith('/calc/')), server.asked.join(' '));
  assert.deepEqual(server.asked.filter((path) => /\/sw\.js/.test(path)), []);
}

/** A page of somebody else's, which holds `body`. */
function holding(server, body) {
  const answer = article(body);
  return { ...online, ...server, path: 'article.html', intercept: (...given) => server.intercept(...given) || answer(...given) };
}

/** Opens the drawer, whose parts come when they are asked for. */
async function openDrawer(page) {
  await page.getByText('Assumptions and sources').click();
  await page.locator('.assumption .source').first().waitFor();
}

test('with the network gone, the second visit is as good as the first, with all that was looked at in it', async () => {
  const server = host();
  await withPage({ ...online, ...server, allowErrors: true }, async ({ page, context, origin }) => {
    await installed(page);
    await openDrawer(page);
    server.gone = true;
    for (const path of ['calc/index.html', 'calc/', 'calc/index.html?tariff=0.07#there']) {
      await visit(context, `${origin}/${path}`, async (page) => {
        assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
        assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'streaming');
        await openDrawer(page);
      });
    }
  });
});

test('the worker comes after the answer, and asks for nothing that the page could do without', async () => {
  const server = host();
  await withPage({ ...online, ...server }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    await installed(page);
    const answer = server.asked.findIndex((path) => path.endsWith('.wasm'));
    const began = server.asked.indexOf('/calc/sw.js');
    assert.ok(began > answer);
    const [first, then] = [server.asked.slice(0, began), server.asked.slice(began + 1)];
    const beyond = new Set(then.filter((path) => !first.includes(path)));
    // Icon and manifest are the browser's to ask for, and a browser without a window does not.
    for (const path of ['/calc/icon.svg', '/calc/manifest.webmanifest']) beyond.delete(path);
    // What a print needs, and what reads in a figure, the page itself asks for, before the worker or after it.
    for (const path of beyond) if (/\/(?:table|readout)-[\w-]+\.js$/.test(path)) beyond.delete(path);
    assert.deepEqual([...beyond], [], 'what the page has not loaded the worker does not load');
  });
});

test('what was needed once, as JavaScript in place of WebAssembly, is there again', async () => {
  const server = host();
  const options = { ...online, ...server, allowErrors: true, before: () => delete globalThis.WebAssembly };
  await withPage(options, async ({ page, context, origin }) => {
    await installed(page);
    const translated = () => server.asked.filter((path) => path.includes('translated'));
    await visit(context, `${origin}/calc/`, (page) => showsTheAnswer(page));
    assert.equal(translated().length > 0, true);
    server.gone = true;
    await visit(context, `${origin}/calc/`, async (page) => {
      assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
      assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'translated');
    });
  });
});

test('a correction is there at the next visit, as a whole, and then without a network too', async () => {
  const server = host();
  await withPage({ ...online, ...server, allowErrors: true }, async ({ page, context, origin }) => {
    await installed(page);
    const [first] = await caches(page);
    server.mounts['/calc/'] = await nextVersion();

    await visit(context, `${origin}/calc/`, async (page) => {
      assert.match(await page.title(), /^Next/);
      await showsTheAnswer(page);
      const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      assert.ok(loaded.some((name) => /start-NEXT\d+\.js$/.test(name)));
      await openDrawer(page);
      const waits = async () => (await navigator.serviceWorker.getRegistration()).waiting !== null;
      await eventually(async () => assert.ok(await page.evaluate(waits), 'the next worker does not wait'));
    });

    await takenOver(context, origin);
    server.gone = true;
    await visit(context, `${origin}/calc/`, async (page) => {
      await showsTheAnswer(page);
      assert.match(await page.title(), /^Next/);
      const left = await caches(page);
      assert.ok(left.length === 1 && left[0] !== first && left[0].endsWith(' next'), left.join());
    });
  });
});

test('before the next version is kept as a whole, a reader without a network has the old one as a whole', async () => {
  const server = host();
  await withPage({ ...online, ...server, allowErrors: true }, async ({ page, context, origin }) => {
    await installed(page);
    const next = await nextVersion();
    await rm(join(next, 'sw.js'));
    server.mounts['/calc/'] = next;
    await visit(context, `${origin}/calc/`, async (page) => assert.match(await page.title(), /^Next/));
    server.gone = true;
    await visit(context, `${origin}/calc/`, async (page) => {
      assert.doesNotMatch(await page.title(), /^Next/);
      await showsTheAnswer(page);
    });
  });
});

for (const how of ['failing', 'hanging']) {
  test(`from a server that is ${how} a returning reader has the page as it was`, async () => {
    const server = host();
    await withPage({ ...online, ...server, allowErrors: true }, async ({ page, context, origin }) => {
      await installed(page);
      server.page = how;
      await visit(context, `${origin}/calc/`, (page) => showsTheAnswer(page));
      assert.ok(server.asked.filter((path) => path === '/calc/').length > 0, 'the server was asked first');
    });
  });
}

test('a part that was not looked at does not come without a network, which is said', async () => {
  const server = host();
  await withPage({ ...online, ...server, allowErrors: true }, async ({ page, context, origin }) => {
    await installed(page);
    server.gone = true;
    await visit(context, `${origin}/calc/`, async (page) => {
      await page.getByText('Assumptions and sources').click();
      await page.getByText(/did not load/).first().waitFor();
      server.gone = false;
      await page.getByText('Assumptions and sources').click();
      await openDrawer(page);
    });
  });
});

test('where the disk is full, what cannot be kept comes all the same', async () => {
  await withPage({ ...online, ...host() }, async ({ page, context, origin }) => {
    await installed(page);
    await visit(context, `${origin}/calc/`, async (page) => {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await openDrawer(page);
    });
  });
});

test('a version that is only half there is not taken', async () => {
  const server = host();
  await withPage({ ...online, ...server, allowErrors: true }, async ({ page, context, origin }) => {
    await installed(page);
    const half = await nextVersion();
    await writeFile(join(half, 'index.html'), await readFile(join(dist, 'index.html')));
    server.mounts['/calc/'] = half;
    const next = await page.evaluateHandle(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
      return registration.installing;
    });
    await eventually(async () => assert.equal(await next.evaluate((worker) => worker?.state), 'redundant'));
    server.gone = true;
    await visit(context, `${origin}/calc/`, async (page) => {
      assert.doesNotMatch(await page.title(), /^Next/);
      await showsTheAnswer(page);
    });
  });
});

test('two copies on one origin do not touch each other', async () => {
  const server = host();
  server.mounts['/other/'] = dist;
  await withPage({ ...online, ...server }, async ({ page, context, origin }) => {
    await installed(page);
    await visit(context, `${origin}/other/`, async (page) => {
      await installed(page);
      const kept = await caches(page);
      assert.deepEqual(kept.map((name) => new URL(name.split(' ')[1]).pathname).sort(), ['/calc/', '/other/']);
    });
  });
});

test('a host that leads index.html elsewhere does not break it', async () => {
  const server = host();
  const direct = server.intercept;
  server.intercept = (request, response) => {
    if (direct(request, response)) return true;
    if (request.url !== '/calc/index.html') return false;
    response.writeHead(301, { location: '/calc/' }).end();
    return true;
  };
  await withPage({ ...online, path: 'calc/', ...server, allowErrors: true }, async ({ page, context, origin }) => {
    await installed(page);
    server.gone = true;
    await visit(context, `${origin}/calc/`, (page) => showsTheAnswer(page));
  });
});

const ELEMENT = '<script type="module" src="./calc/breakeven.js"></script><break-even scenario="quoted-40000"></break-even>';

for (const [what, given] of [
  ['the embedded page', (server) => ({ ...online, ...server, path: 'calc/embed.html' })],
  ['a page that holds the element', (server) => holding(server, ELEMENT)],
]) {
  test(`${what} leaves no worker behind`, async () => {
    const server = host();
    await withPage(given(server), async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      await showsTheAnswer(page);
      await hasNoWorker(page, server);
      assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
      assert.deepEqual(await caches(page), []);
    });
  });
}

test('the calculator in a frame of another page leaves no worker behind', async () => {
  const server = host();
  await withPage(holding(server, '<iframe src="./calc/index.html">'), async ({ page }) => {
    const frame = page.frameLocator('iframe');
    await frame.locator('[part=slider]').first().waitFor();
    await hasNoWorker(frame, server);
    assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
  });
});
