/** The ways to a running core, the best first: the page takes the first that carries. */
import { run, type Rest } from './rest.js';

/** `bytes` and `streaming` are the same module, fetched; `inlined` came with the script; `translated` is JavaScript. */
export type RungName = 'streaming' | 'bytes' | 'inlined' | 'translated';

/** `rest` where the core comes in two parts. */
export type Rung = readonly [name: RungName, exports: () => Promise<WebAssembly.Exports>, rest?: Rest];

/** Loads the core and tells by which rung; where none carries it throws the reason of each. */
export async function climb(rungs: readonly Rung[]): Promise<RungName> {
  const reasons: string[] = [];
  for (const [name, exports, rest] of rungs) {
    try {
      run(await exports(), rest);
      if (reasons.length) console.warn(`break-even: the core came by “${name}”, for ${reasons.join('; ')}`);
      return name;
    } catch (error) {
      reasons.push(`${name}: ${error}`);
    }
  }
  throw new Error(reasons.join('; '));
}
