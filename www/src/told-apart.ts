/** The same as told.ts, from a classic script: a frame's own script, which cannot load modules, is lighter by it. */
import type { Sources } from '../whole/breakeven.js';
import type { Days } from './day.js';
import { loadBeside } from './beside.js';

interface Told {
  sources: Sources;
  days: Days;
}

/** Where www/build/told.ts leaves it. */
const KEY = Symbol.for('break-even told');

async function told(): Promise<Told> {
  const page = globalThis as unknown as Record<symbol, Told | undefined>;
  if (!page[KEY]) await loadBeside('told');
  return page[KEY]!;
}

export const sources = async (): Promise<Sources> => (await told()).sources;
export const days = async (): Promise<Days> => (await told()).days;
