/** The rest of the core for `embed.html`, which can fetch nothing: from a classic script, made by www/build/scripts/embed-scripts.ts. */
import { imports } from '../../core/breakeven.js';
import { bytes } from './letters.js';
import type { Rest } from './rest.js';
import { loadBeside } from './script-beside.js';

const KEY = Symbol.for('break-even rest');

export const restBeside: Rest = async (first) => {
  await loadBeside('rest');
  const module = bytes((globalThis as unknown as Record<symbol, string>)[KEY]!);
  return (await WebAssembly.instantiate(module, { ...imports(), first })).instance.exports;
};
