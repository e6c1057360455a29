// Chromiums of other years, as npm packages ship them: xtask/src/old_engines.rs fetches them. Playwright and Puppeteer
// know their protocol no more, so this speaks it itself.

import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { atExit } from './children.mjs';
import { environment } from './fonts.mjs';

/** Where they lie, each in a folder of its version; nowhere on a machine that they do not run on. */
const FOLDER = process.env.BREAKEVEN_OLD_ENGINES;

/** Why a test with them has to be skipped, if it has. */
export const skip = FOLDER ? false : 'these engines are built for Linux on x86-64 alone';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--hide-scrollbars',
  '--lang=en-US',
  '--remote-debugging-pipe',
];

/**
 * Starts the Chromium of this `version`. `open(address, { width, height })` gives a page with `evaluate(run, given)`,
 * the same in its frame as `inFrame`, `told` (what it and its frames wrote to the console or threw), `screenshot()` and `close()`.
 */
export async function start(version, { fonts = 'narrow' } = {}) {
  const profile = await mkdtemp(join(tmpdir(), `breakeven-chromium-${version}-`));
  const folder = join(FOLDER, String(version));
  const chromium = spawn(join(folder, 'chromium'), [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
    env: { ...environment(fonts), HOME: profile, LD_LIBRARY_PATH: join(folder, 'lib') },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const kill = () => chromium.kill('SIGKILL');
  const goesOn = atExit(kill);
  const { send, listen } = connection(chromium);
  await send('Browser.getVersion');
  return {
    open: (address, size) => open(send, listen, address, size),
    async close() {
      const ended = new Promise((resolve) => chromium.once('exit', resolve));
      kill();
      await ended;
      goesOn();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function open(send, listen, address, { width = 390, height = 844 } = {}) {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method, params) => send(method, params, sessionId);
  const told = [];
  /** Where scripts of a frame run, the latest last. */
  const worlds = [];
  const silence = listen(sessionId, (method, params) => {
    if (method === 'Runtime.exceptionThrown') {
      const { text, exception } = params.exceptionDetails;
      told.push({ type: 'thrown', text: exception?.description ?? text });
    }
    if (method === 'Runtime.consoleAPICalled') {
      told.push({ type: params.type, text: params.args.map(({ value, description }) => value ?? description).join(' ') });
    }
    if (method === 'Runtime.executionContextCreated') worlds.push(params.context);
    if (method === 'Runtime.executionContextsCleared') worlds.length = 0;
    if (method === 'Log.entryAdded') told.push({ type: params.entry.level, text: params.entry.text });
  });
  await Promise.all(['Page.enable', 'Runtime.enable', 'Log.enable'].map((method) => ask(method)));
  await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  await ask('Page.navigate', { url: address });
  const evaluate = async (run, given, contextId) => {
    const expression = `(async () => (${run})(${JSON.stringify(given) ?? ''}))()`;
    const answer = await ask('Runtime.evaluate', { expression, contextId, awaitPromise: true, returnByValue: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
    return answer.result.value;
  };
  return {
    told,
    evaluate: (run, given) => evaluate(run, given),
    inFrame(run, given) {
      const world = worlds.findLast(({ auxData }) => auxData.isDefault && auxData.frameId !== targetId);
      return world ? evaluate(run, given, world.id) : Promise.reject(new Error('there is no frame'));
    },
    async screenshot() {
      const { data } = await ask('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    async close() {
      silence();
      await send('Target.closeTarget', { targetId });
    },
  };
}

/** Waits until `evaluate(run, given)` gives something true, and returns it; `undefined` after a minute and a half. */
export async function soon(evaluate, run, given) {
  for (const end = Date.now() + 90_000; Date.now() < end; await wait(100)) {
    // While the page is on its way there, it has nothing to run this in.
    const found = await evaluate(run, given).catch(() => undefined);
    if (found) return found;
  }
  return undefined;
}

/** How long it may take to answer, ms: what is asked of a page that is just leaving, it may forget for ever. */
const PATIENCE = 30_000;

/** Messages of JSON, each ended by a zero byte. */
function connection(chromium) {
  const [, , , input, output] = chromium.stdio;
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  let left = '';
  chromium.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`Chromium ended with ${code}`));
  });
  // It may end while something is written to it.
  input.on('error', () => {});
  output.setEncoding('utf8').on('data', (chunk) => {
    const messages = (left + chunk).split('\0');
    left = messages.pop();
    for (const { id, method, params, result, error, sessionId } of messages.map((text) => JSON.parse(text))) {
      if (id === undefined) listeners.get(sessionId)?.(method, params);
      else if (error) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
      waiting.delete(id);
    }
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const given = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`Chromium gave no answer to ${method} ${JSON.stringify(params)}`));
        }, PATIENCE);
        const done = (settle) => (value) => {
          clearTimeout(given);
          settle(value);
        };
        waiting.set(id, { resolve: done(resolve), reject: done(reject) });
        input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      }),
    listen(sessionId, heard) {
      listeners.set(sessionId, heard);
      return () => listeners.delete(sessionId);
    },
  };
}
