// Firefox, through WebDriver BiDi.

import puppeteer from 'puppeteer-core';

import { environment, FOLDERS } from './fonts.mjs';
import { program } from './program.mjs';

/** Starts it without a window; each page has cookies, storage and caches of its own. `size` is that of the page. */
export async function start({ script, wasm, fonts, size }) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: program('FIREFOX', ['firefox', 'firefox-esr']),
    env: environment(fonts),
    extraPrefsFirefox: {
      // Its sandbox knows the system's fonts alone.
      'security.sandbox.content.read_path_whitelist': FOLDERS.join(','),
      'intl.accept_languages': 'en-US',
      // The screen's, whatever it is.
      'layout.css.devPixelsPerPx': '1.0',
      // As readers have it; Puppeteer lets files read each other.
      'security.fileuri.strict_origin_policy': true,
      'javascript.enabled': script,
      'javascript.options.wasm': wasm,
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
        screenshot: () => page.screenshot(),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
