// One page of the built site in a real browser, for the length of one test.

import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { after } from 'node:test';

import { launch } from './chromium.mjs';
import { serve } from './server.mjs';
import { slowPhone } from './slow.mjs';

const root = new URL('../../../', import.meta.url);
export const dist = fileURLToPath(new URL('dist/', root));
const screenshots = new URL('target/screenshots/', root);

/** By the fonts that they have. */
const browsers = new Map();
after(() => Promise.all([...browsers.values()].map(async (browser) => (await browser).close())));

/**
 * Opens `path`, or an address elsewhere, and runs `test({ page, requests, errors, warnings, origin, context })`.
 *
 * `requests` is every address that was asked for, `errors` all that the page threw or logged as an
 * error; a test fails on them unless it allows them. `before` runs in every frame before any script.
 * `mounts` are folders to serve, `intercept` may answer in their place: see server.mjs. With a
 * slow `line` the browser is slow too: see slow.mjs. `fonts` is one of fonts.mjs, `scrollbars` as in
 * chromium.mjs. What is left of the options goes to
 * the browser's context: `colorScheme`, `javaScriptEnabled`, `forcedColors`, …
 */
export async function withPage(
  {
    path = 'index.html',
    width = 390,
    height = 844,
    allowErrors = false,
    mounts = { '/': dist },
    intercept,
    line,
    before,
    fonts = 'narrow',
    scrollbars = 'overlaid',
    // Its own tests are in offline.test.mjs; elsewhere each page comes from the server.
    serviceWorkers = 'block',
    ...options
  },
  test,
) {
  const server = await serve(mounts, { intercept, line });
  const kind = `${fonts} ${scrollbars}`;
  if (!browsers.has(kind)) browsers.set(kind, launch({ fonts, scrollbars }));
  const context = await (await browsers.get(kind)).newContext({ viewport: { width, height }, serviceWorkers, ...options });
  try {
    if (before) await context.addInitScript(before);
    const page = await context.newPage();
    if (line) {
      page.setDefaultTimeout(120_000);
      await slowPhone(page);
    }
    const requests = [];
    const errors = [];
    const warnings = [];
    context.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'warning') warnings.push(message.text());
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
    });

    // A slow line takes its time, and more of it where the machine is busy; how long is nothing that a test asserts.
    await page.goto(new URL(path, server.origin).href, { waitUntil: 'load', timeout: line ? 120_000 : 30_000 });
    await test({ page, requests, errors, warnings, origin: server.origin, context });
    if (!allowErrors) assert.deepEqual(errors, [], 'the page reported errors');
  } finally {
    await context.close();
    await server.close();
  }
}

/** Writes what `page` (or a locator) shows to target/screenshots/NAME.png. */
export async function screenshot(page, name, options = {}) {
  await keep(name, await page.screenshot(options));
}

/** Writes a picture to target/screenshots/NAME.png. */
export async function keep(name, png) {
  await mkdir(screenshots, { recursive: true });
  await writeFile(new URL(`${name}.png`, screenshots), png);
}
