/** The same as prepared.ts, from a classic script: a frame's own script, which cannot load modules, is lighter by it. */
import { loadBeside } from '../load/script-beside.js';
import type { Sources } from './words.js';

/** Where www/build/core/prepared.ts leaves it. */
const KEY = Symbol.for('break-even prepared');

export async function sources(): Promise<Sources> {
  const page = globalThis as unknown as Record<symbol, Sources | undefined>;
  if (!page[KEY]) await loadBeside('prepared');
  return page[KEY]!;
}
