// WebKitGTK, the nearest to Safari that runs here, through its WebDriver and on a screen of its own.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { Builder, Key, Origin } from 'selenium-webdriver';
import { findFreePort } from 'selenium-webdriver/net/portprober.js';
import { DriverService } from 'selenium-webdriver/remote/index.js';

import { atExit } from './children.mjs';
import { downloadFolder, savedIn } from './downloads.mjs';
import { environment } from './fonts.mjs';
import { program } from './program.mjs';

/** In ms: it answers in a hundredth of that. A browser that has not by then died at its start, or stands still. */
const ANSWER = 45_000;
/** In ms, for what is ended to be gone. */
const END = 5_000;
const TRIES = 3;

/** It gave no answer, to whatever it was asked. Its driver would wait for it for minutes, or for ever. */
export class StoodStill extends Error {}

/** Starts the driver; each page is a browser with a fresh profile. `size` is that of the page. */
export async function start(options) {
  let driver = await startDriver(options);
  /** Gives what `driver` answers; where it does not, ends it, and what comes next gets one of its own. */
  const answered = async (driver, what, ask) => {
    if (driver.isClosed) throw new StoodStill(`WebKit is gone: ${what}`);
    try {
      return await within(ANSWER, ask());
    } catch (error) {
      // Selenium keeps of a line that is cut no more than the words.
      if (!(error instanceof Late) && !/^ECONN|socket hang up/.test(error.message)) throw error;
      await driver.close();
      throw new StoodStill(`WebKit gave no answer: ${what}: ${error.message}`);
    }
  };
  return {
    async open() {
      for (let tries = 1; ; tries += 1) {
        if (driver.isClosed) driver = await startDriver(options);
        try {
          const session = await answered(driver, 'start', () => newSession(driver.address, options));
          return page(session, options.size, driver.folder, (what, ask) => answered(driver, what, ask));
        } catch (error) {
          if (!(error instanceof StoodStill) || tries === TRIES) throw error;
        }
      }
    },
    close: () => driver.close(),
  };
}

class Late extends Error {}

/** What `promise` gives; after so many ms it is too late. */
function within(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Late(`not in ${ms / 1000} s`)), ms)));
  promise.catch(() => {}); // where it is too late nobody hears of it
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function newSession(address, { script, size }) {
  const args = ['--automation', '--full-screen', ...(script ? [] : ['--enable-javascript=false'])];
  const session = await new Builder()
    .usingServer(address)
    .withCapabilities({
      browserName: 'MiniBrowser',
      // Of its own it waits 300 s for a page, and 30 s for a script, which is too short on a slow machine.
      timeouts: { pageLoad: ANSWER, script: ANSWER },
      'webkitgtk:browserOptions': { args },
    })
    .build();
  await session.manage().window().setRect(size);
  return session;
}

async function startDriver({ wasm, fonts }) {
  const screen = await startScreen();
  const folder = downloadFolder();
  const env = {
    ...environment(fonts),
    DISPLAY: screen.display,
    XDG_CONFIG_HOME: folder,
    // As in lockdown mode, where the whole object is missing.
    ...(wasm ? {} : { JSC_useWasm: '0' }),
  };
  const { service, address } = await startService(env).catch((error) => {
    screen.close();
    throw error;
  });
  const driver = {
    address,
    folder,
    isClosed: false,
    async close() {
      if (driver.isClosed) return;
      driver.isClosed = true;
      // Without a screen its browsers end, those too that hear nothing.
      screen.close();
      await within(END, service.kill()).catch(() => {});
    },
  };
  return driver;
}

/** Somebody else may take a port after it was found free; the driver ends then, and gets another. */
async function startService(env) {
  for (let tries = 1; ; tries += 1) {
    const port = await findFreePort();
    const options = { loopback: true, port, args: [`--port=${port}`], env };
    const service = new DriverService(program('WEBKIT_DRIVER', ['WebKitWebDriver']), options);
    try {
      return { service, address: await service.start() };
    } catch (error) {
      await service.kill().catch(() => {});
      if (tries === TRIES) throw error;
    }
  }
}

/** Each of its questions goes through `answered(what, ask)`. */
function page(session, size, folder, answered) {
  const questions = Object.entries(asked(session, size, folder));
  const bounded = Object.fromEntries(
    questions.map(([what, ask]) => [what, (...given) => answered(`${what} ${given[0] ?? ''}`.slice(0, 100), () => ask(...given))]),
  );
  // What stood still is gone already.
  return { ...bounded, close: () => bounded.close().catch((error) => assert.ok(error instanceof StoodStill, error)) };
}

function asked(driver, size, folder) {
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
    saved: (name) => savedIn(folder, name),
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
  atExit(close);
  const [number] = await Promise.race([
    once(xvfb.stdio[3], 'data'),
    once(xvfb, 'exit').then(() => Promise.reject(new Error('Xvfb ended before it had a screen'))),
  ]);
  return { display: `:${String(number).trim()}`, close };
}
