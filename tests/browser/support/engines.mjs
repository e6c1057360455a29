// One interface to the three engines, for what has to be shown in each of them.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import * as chromium from './chromium.mjs';
import { downloadFolder, savedIn } from './downloads.mjs';
import { PACE, REST } from './finger.mjs';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

const engines = { Chromium: { start: startChromium }, Firefox: firefox, WebKit: webkit };
const started = new Map();

export const ENGINES = Object.keys(engines);

/** A phone's. */
export const SIZE = { width: 390, height: 844 };

after(() => Promise.allSettled([...started.values()].map(async (browser) => (await browser).close())));

/**
 * Opens `address` in a fresh profile of `engine` and runs `look(page)`. `script` and `wasm` are switched off in the
 * browser's own settings, as a reader would; `fonts` is one of fonts.mjs.
 *
 * A page has `evaluate(run, given)`, the same in its first frame as `inFrame`, `goto(address)`, and what a reader
 * does: `press(key)`, `type(text)`, `click(x, y)`, `wheel(down)` by so many pixels in the middle; `saved(name)`, the bytes
 * of a file that it saved; and `screenshot()`, a PNG. With a
 * `finger` the screen is one to be touched: `swipe(points, { cancelled })` puts a finger down on the first point, moves it over the others and lifts it,
 * or lets the system take it away; what scrolls has come to rest then. WebKitGTK knows no touch: see webkit.mjs.
 */
export async function visit(engine, address, look, { script = true, wasm = true, fonts = 'narrow', finger = false } = {}) {
  const key = `${engine} ${script} ${wasm} ${fonts} ${finger}`;
  if (!started.has(key)) started.set(key, engines[engine].start({ script, wasm, fonts, finger, size: SIZE }));
  for (let tries = 1; ; tries += 1) {
    const page = await (await started.get(key)).open();
    try {
      await page.goto(address);
      await look(page);
      return;
    } catch (error) {
      // Now and then WebKitGTK stands still, whatever it shows. Where it does so again, the page is to blame.
      if (!(error instanceof webkit.StoodStill) || tries === 2) throw error;
    } finally {
      await page.close();
    }
  }
}

/** Waits until `run(given)`, in the page or its frame as `evaluate` does it, gives `true`. A page on its way throws. */
export async function until(evaluate, run, given) {
  let thrown;
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      if ((await evaluate(run, given)) === true) return;
      thrown = undefined;
    } catch (error) {
      if (error instanceof webkit.StoodStill) throw error;
      thrown = error;
    }
    await wait(50);
  }
  throw thrown ?? new assert.AssertionError({ message: `it never came to this: ${run}` });
}

async function startChromium({ script, wasm, fonts, finger, size }) {
  // Without its compiler of machine code V8 has no WebAssembly.
  const browser = await chromium.launch({ flags: wasm ? [] : ['--js-flags=--jitless'], fonts });
  const folder = downloadFolder();
  return {
    async open() {
      const context = await browser.newContext({ viewport: size, javaScriptEnabled: script, hasTouch: finger });
      const page = await context.newPage();
      page.on('download', (download) => void download.saveAs(join(folder, download.suggestedFilename())));
      const devtools = await context.newCDPSession(page);
      const touch = (type, ...points) =>
        devtools.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
      return {
        evaluate: (run, given) => page.evaluate(run, given),
        goto: (address) => page.goto(address),
        inFrame: (run, given) => page.frames()[1].evaluate(run, given),
        press: (key) => page.keyboard.press(key),
        type: (text) => page.keyboard.type(text),
        click: (x, y) => page.mouse.click(x, y),
        async swipe([first, ...others], { cancelled = false } = {}) {
          await touch('touchStart', first);
          for (const point of others) {
            await touch('touchMove', point);
            await wait(PACE);
          }
          if (others.length) await wait(REST);
          await touch(cancelled ? 'touchCancel' : 'touchEnd');
        },
        async wheel(down) {
          await page.mouse.move(size.width / 2, size.height / 2);
          await page.mouse.wheel(0, down);
        },
        saved: (name) => savedIn(folder, name),
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
