/** The core as JavaScript, which leaves its one function under a symbol: see xtask/src/translated.rs. */
import { imports } from '../../core/breakeven.js';

type Translated = (imports: WebAssembly.Imports) => WebAssembly.Exports;

const KEY = Symbol.for('break-even translated');

export async function translated(load: () => Promise<unknown>): Promise<WebAssembly.Exports> {
  await load();
  return (globalThis as unknown as Record<symbol, Translated>)[KEY]!(imports());
}
