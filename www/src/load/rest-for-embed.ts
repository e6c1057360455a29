/** The rest of the core for `embed.html`, which can fetch nothing: from a classic script, made by www/build/scripts/embed-scripts.ts. */
import { imports } from '../../core/breakeven.js';
import { bytes } from './letters.js';
import type { Rest } from './rest.js';
import { loadEmbedScript } from './embed-script.js';

const KEY = Symbol.for('break-even rest');

export const restForEmbed: Rest = async (first) => {
  await loadEmbedScript('rest');
  const module = bytes((globalThis as unknown as Record<symbol, string>)[KEY]!);
  return (await WebAssembly.instantiate(module, { ...imports(), first })).instance.exports;
};
