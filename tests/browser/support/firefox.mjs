// Firefox, through WebDriver BiDi.

import { setTimeout as wait } from 'node:timers/promises';

import puppeteer from 'puppeteer-core';

import { downloadFolder, savedIn } from './downloads.mjs';
import { PACE, REST } from './finger.mjs';
import { environment, FOLDERS } from './fonts.mjs';
import { program } from './program.mjs';

/** Starts it without a window; each page has cookies, storage and caches of its own. `size` is that of the page. */
export async function start({ script, wasm, fonts, finger, size }) {
  const folder = downloadFolder();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('FIREFOX', ['firefox', 'firefox-esr']),
    env: environment(fonts),
    // Touches that scroll are made by the browser itself; those of its WebDriver reach the page alone.
    args: finger ? ['--remote-allow-system-access'] : [],
    extraPrefsFirefox: {
      // Its sandbox knows the system's fonts alone.
      'security.sandbox.content.read_path_whitelist': FOLDERS.join(','),
      'intl.accept_languages': 'en-US',
      // The screen's, whatever it is.
      'layout.css.devPixelsPerPx': '1.0',
      // As readers have it; Puppeteer lets files read each other.
      'security.fileuri.strict_origin_policy': true,
      'javascript.enabled': script,
      'dom.w3c_touch_events.enabled': finger ? 1 : 0,
      // In ms: a machine with much else to do answers late, and then it scrolls unasked. Readers have 400.
      'apz.content_response_timeout': 60_000,
      // A page that is let go stands: nothing scrolls on by itself.
      'apz.fling_min_velocity_threshold': '100000.0',
      'javascript.options.wasm': wasm,
      // A folder that is named.
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
    },
  });
  return {
    async open() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(size);
      return {
        evaluate: (run, given) => page.evaluate(run, given),
        goto: (address) => page.goto(address),
        inFrame: (run, given) => page.frames()[1].evaluate(run, given),
        press: (key) => page.keyboard.press(key),
        type: (text) => page.keyboard.type(text),
        click: (x, y) => page.mouse.click(x, y),
        async swipe(points, { cancelled = false } = {}) {
          await page.bringToFront();
          // What shows the page must know where it was scrolled to.
          await wait(REST);
          await inBrowser(browser, touch, { points, cancelled, PACE, REST });
        },
        async wheel(down) {
          await page.mouse.move(size.width / 2, size.height / 2);
          await page.mouse.wheel({ deltaY: down });
        },
        saved: (name) => savedIn(folder, name),
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Runs `run` with what it is given in the browser's own window, around the pages. */
async function inBrowser({ connection }, run, given) {
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: String(run),
    awaitPromise: true,
    target: { context: tree.contexts[0].context },
    arguments: [{ type: 'string', value: JSON.stringify(given) }],
  });
  if (result.type === 'exception') throw new Error(JSON.stringify(result.exceptionDetails));
}

/** Runs in the browser's window: as a touch screen, see widget/headless/HeadlessWidget.cpp. */
async function touch(given) {
  const { points, cancelled, PACE, REST } = JSON.parse(given);
  const { windowUtils, mozInnerScreenX, mozInnerScreenY, devicePixelRatio, gBrowser } = window;
  const page = gBrowser.selectedBrowser.getBoundingClientRect();
  const put = ([x, y], state) => {
    const at = [mozInnerScreenX + page.x + x, mozInnerScreenY + page.y + y].map((px) => Math.round(px * devicePixelRatio));
    windowUtils.sendNativeTouchPoint(0, state, ...at, 1, 90, null);
  };
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  for (const point of points) {
    put(point, windowUtils.TOUCH_CONTACT);
    await wait(PACE);
  }
  if (points.length > 1) await wait(REST);
  put(points.at(-1), cancelled ? windowUtils.TOUCH_CANCEL : windowUtils.TOUCH_REMOVE);
}
