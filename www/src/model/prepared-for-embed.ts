/** The same as prepared.ts, from a classic script: a frame's own script, which cannot load modules, is lighter by it. */
import { loadEmbedScript } from '../load/embed-script.js';
import type { Sources } from './words.js';

/** Where www/build/core/prepared.ts leaves it. */
const KEY = Symbol.for('break-even prepared');

export async function sources(): Promise<Sources> {
  const page = globalThis as unknown as Record<symbol, Sources | undefined>;
  if (!page[KEY]) await loadEmbedScript('prepared');
  return page[KEY]!;
}
