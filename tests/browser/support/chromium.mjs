// Finds Chromium and starts it.

import { chromium } from 'playwright-core';

import { program } from './program.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Playwright itself turns off what would call home: updates, sync, background networking.
const FLAGS = ['--disable-gpu', '--disable-quic'];

/** A headless Chromium with a fresh profile, which goes with it. */
export function launch({ flags = [] } = {}) {
  return chromium.launch({ executablePath: program('CHROMIUM', NAMES), args: [...FLAGS, ...flags] });
}
