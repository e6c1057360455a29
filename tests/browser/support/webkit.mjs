// WebKitGTK, the nearest to Safari that runs here, through its WebDriver and on a screen of its own.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { Builder, Key, Origin } from 'selenium-webdriver';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

import { environment } from './fonts.mjs';
import { program } from './program.mjs';

/** In ms: a browser that is not there by then has died at its start. Its driver would wait for it for ever. */
const START = 60_000;
const TRIES = 3;

/** Starts the driver; each page is a browser with a fresh profile. `size` is that of the page. */
export async function start(options) {
  let driver = await startDriver(options);
  return {
    async open() {
      for (let tries = 1; ; tries += 1) {
        const session = await within(START, newSession(driver.address, options));
        if (session) return page(session, options.size);
        await driver.close();
        if (tries === TRIES) throw new Error(`WebKit did not start in ${TRIES} times ${START / 1000} s`);
        driver = await startDriver(options);
      }
    },
    close: () => driver.close(),
  };
}

/** What `promise` gives, or `undefined` after so many ms. */
function within(ms, promise) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, ms)));
  promise.catch(() => {}); // where it is too late nobody hears of it
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function newSession(address, { script, size }) {
  const args = ['--automation', '--full-screen', ...(script ? [] : ['--enable-javascript=false'])];
  const session = await new Builder()
    .usingServer(address)
    .withCapabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { args } })
    .build();
  await session.manage().window().setRect(size);
  return session;
}

async function startDriver({ wasm, fonts }) {
  const screen = await startScreen();
  const port = await findFreePort();
  const service = new DriverService(program('WEBKIT_DRIVER', ['WebKitWebDriver']), {
    loopback: true,
    port,
    args: [`--port=${port}`],
    env: {
      ...environment(fonts),
      DISPLAY: screen.display,
      // As in lockdown mode, where the whole object is missing.
      ...(wasm ? {} : { JSC_useWasm: '0' }),
    },
  });
  const address = await service.start().catch((error) => {
    screen.close();
    throw error;
  });
  return {
    address,
    async close() {
      await service.kill();
      screen.close();
    },
  };
}

function page(driver, size) {
  let turned = 0;
  // What a function leaves undefined the protocol makes null.
  const evaluate = async (run, given) => (await driver.executeScript(run, given)) ?? undefined;
  return {
    evaluate,
    goto: (address) => driver.get(address),
    async inFrame(run, given) {
      await driver.switchTo().frame(0);
      try {
        return await evaluate(run, given);
      } finally {
        await driver.switchTo().defaultContent();
      }
    },
    press: (key) => driver.actions().sendKeys(KEYS[key] ?? key).perform(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    click: (x, y) => driver.actions().move({ x, y, origin: Origin.VIEWPORT }).click().perform(),
    // It takes no touches from anybody, not even from its WebDriver. So the page gets the events of one, as they
    // come on a phone: where a finger goes up or down more than sideways, it is taken away, and the page scrolls.
    swipe: (points, { cancelled = false } = {}) => driver.executeScript(touch, points, cancelled),
    async wheel(down) {
      // What it takes is how far the wheel has been turned in all.
      turned += down;
      await driver.actions().scroll(size.width / 2, size.height / 2, 0, turned, Origin.VIEWPORT).perform();
    },
    screenshot: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
    close: () => driver.quit(),
  };
}

const KEYS = { ArrowRight: Key.ARROW_RIGHT, Escape: Key.ESCAPE, Enter: Key.ENTER, Tab: Key.TAB };

/** Runs in the page. */
function touch([first, ...others], cancelled) {
  let target = document;
  while (target.shadowRoot ?? target === document) target = (target.shadowRoot ?? target).elementFromPoint(...first);
  const tell = (type, [clientX, clientY]) => {
    const finger = { pointerId: 1, pointerType: 'touch', isPrimary: true, button: 0 };
    target.dispatchEvent(new PointerEvent(type, { ...finger, clientX, clientY, bubbles: true, composed: true }));
  };
  tell('pointerdown', first);
  for (const point of others) {
    tell('pointermove', point);
    const [across, along] = [Math.abs(point[0] - first[0]), Math.abs(point[1] - first[1])];
    if (Math.hypot(across, along) > 15 && along > across) {
      tell('pointercancel', point);
      scrollBy(0, first[1] - others.at(-1)[1]);
      return;
    }
  }
  tell(cancelled ? 'pointercancel' : 'pointerup', others.at(-1) ?? first);
}

/** Xvfb takes the first number that is free, and tells it. */
async function startScreen() {
  const xvfb = spawn(program('XVFB', ['Xvfb']), ['-displayfd', '3', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = () => xvfb.kill();
  process.once('exit', close);
  const [number] = await Promise.race([
    once(xvfb.stdio[3], 'data'),
    once(xvfb, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a screen'))),
  ]);
  return { display: `:${String(number).trim()}`, close };
}
