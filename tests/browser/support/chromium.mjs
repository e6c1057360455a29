// Finds Chromium and starts it.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Playwright itself turns off what would call home: updates, sync, background networking.
const FLAGS = ['--disable-gpu', '--disable-quic'];

/** A headless Chromium with a fresh profile, which goes with it. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? find(),
    args: FLAGS,
  });
}

function find() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (!found) throw new Error('no Chromium on PATH: install it, or name it in the variable CHROMIUM');
  return found;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
