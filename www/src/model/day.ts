/** Network and market of a day, which the rest of the core knows. */
import { say } from 'virtual:words';

import { isInputError, whole } from './core.js';

/** No mistake of the host's: the network is gone. */
export const NOT_LOADED = new Error(say('page-date-missing'));

/** What the core takes in a date's place. */
const LATEST = 'latest';

/**
 * Has the core go to a day once it can. Rejects with {@link NOT_LOADED}, or with words for whoever asked for a day that is
 * not known.
 */
export async function theDay(wanted: string, go: () => unknown): Promise<void> {
  await whole().catch(() => {
    throw NOT_LOADED;
  });
  try {
    go();
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new Error(say('page-date-unknown', { value: wanted, allowed: error.allowed, latest: LATEST }));
  }
}
