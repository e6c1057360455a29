/** What the core told when the page was built, fetched when a reader asks for it. */
import type { Sources } from '../whole/breakeven.js';
import type { Days } from './day.js';

/** What the numbers mean and where they are from. */
export const sources = async (): Promise<Sources> => (await import('virtual:sources')).default;

/** Network and market on each day. */
export const days = async (): Promise<Days> => (await import('virtual:days')).default;
