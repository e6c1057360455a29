/** What the core told when the page was built, fetched when a reader asks for it. */
import { later } from '../load/later.js';
import type { Sources } from './words.js';

const theSources = later((_again) => import('virtual:sources'));

/** What the numbers mean and where they are from. */
export const sources = async (): Promise<Sources> => (await theSources()).default;
