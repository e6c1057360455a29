/** The same as prepared.ts, from a classic script: a frame's own script, which cannot load modules, is lighter by it. */
import type { Sources } from '../../whole/breakeven.js';
import type { Days } from './day.js';
import { loadBeside } from '../load/script-beside.js';

interface Prepared {
  sources: Sources;
  days: Days;
}

/** Where www/build/core/prepared.ts leaves it. */
const KEY = Symbol.for('break-even prepared');

async function prepared(): Promise<Prepared> {
  const page = globalThis as unknown as Record<symbol, Prepared | undefined>;
  if (!page[KEY]) await loadBeside('prepared');
  return page[KEY]!;
}

export const sources = async (): Promise<Sources> => (await prepared()).sources;
export const days = async (): Promise<Days> => (await prepared()).days;
