// Finds Chromium and starts it.

import { chromium } from 'playwright-core';

import { environment } from './fonts.mjs';
import { program } from './program.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

// Playwright itself turns off what would call home: updates, sync, background networking.
const FLAGS = ['--disable-gpu', '--disable-quic', '--lang=en-US'];

/**
 * A headless Chromium with a fresh profile, which goes with it; `fonts` is one of fonts.mjs. Its scrollbars lie over
 * the page and are not drawn, or, where they are to be `classic`, take room from it.
 */
export function launch({ flags = [], fonts = 'narrow', scrollbars = 'overlaid' } = {}) {
  return chromium.launch({
    ignoreDefaultArgs: scrollbars === 'classic' ? ['--hide-scrollbars'] : [],
    executablePath: program('CHROMIUM', NAMES),
    args: [...FLAGS, ...flags],
    // In containers and for the superuser it cannot start; what it opens here is our own.
    chromiumSandbox: false,
    // Debian's script of that name would add what the machine's owner likes.
    env: { ...environment(fonts), CHROMIUM_FLAGS: '' },
  });
}
