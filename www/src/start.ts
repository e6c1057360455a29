import { input_table, scenarios } from './core.js';
import { BreakEven, define, NAME } from './element.js';
import { climb, type Rung } from './load/ladder.js';
import { task } from './turn.js';

let running: Promise<boolean> | undefined;

/**
 * Loads the core, then defines `<break-even>`; resolves to whether it runs. Where no core can be had, the element
 * stays undefined and its content stands: the static answer. Called twice, or by two copies of the script, it
 * does no harm: a core is never put in another's place.
 */
export function start(rungs: () => readonly Rung[]): Promise<boolean> {
  return (running ??= run(rungs));
}

async function run(rungs: () => readonly Rung[]): Promise<boolean> {
  if (customElements.get(NAME)) return true;
  try {
    BreakEven.rung = await climb(rungs());
    await task();
    input_table();
    scenarios();
    await task();
    define();
    return true;
  } catch (error) {
    console.error(`break-even: the static answer stays, for the core did not come: ${error}`);
    return false;
  }
}
