// What comes a moment later, on a slow machine many moments.

import { setTimeout as wait } from 'node:timers/promises';

/** In ms between two looks, and in all. */
const PACE = 100;
const AT_MOST = 30_000;

/** Runs `check`, which throws while something is not yet so, until it does not. Returns what it returns. */
export async function eventually(check) {
  for (const start = performance.now(); ; ) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() - start > AT_MOST) throw error;
      await wait(PACE);
    }
  }
}
