import { hearScenario, whole } from '../model/core.js';
import { BreakEven, NAME } from '../element/element.js';
import { climb, type Rung } from './ladder.js';
import type { Nearness } from './when-near.js';
import { task } from './pacing.js';

/**
 * Defines `<break-even>` at once, and loads the core: when the first element is `near`, where that is given, else at
 * once too. Resolves to whether the elements run. Until then, and where no core can be had, their content stands.
 * Called twice, or by two copies of the script, it does no harm: an element is never put in another's place. Where
 * there is no page it does nothing.
 */
export function start(rungs: () => readonly Rung[], near?: () => Nearness): Promise<boolean> {
  if (!globalThis.customElements || !globalThis.ResizeObserver) return Promise.resolve(false);
  const defined = customElements.get(NAME) as typeof BreakEven | undefined;
  if (defined) return defined.ready;
  const nearness = near?.();
  if (nearness) BreakEven.connected = nearness.watch;
  BreakEven.ready = run(rungs, nearness?.come);
  customElements.define(NAME, BreakEven);
  return BreakEven.ready;
}

async function run(rungs: () => readonly Rung[], come?: Promise<unknown>): Promise<boolean> {
  await come;
  BreakEven.connected = undefined;
  try {
    const rung = await climb(rungs());
    do await task();
    while (hearScenario() && hearScenario() && hearScenario());
    await task();
    BreakEven.rung = rung;
    // After the first view, which does without; whoever needs it tries again, and is told.
    void whole().catch(() => {});
    return true;
  } catch (error) {
    console.error(`break-even: the static answer stays, for the core did not come: ${error}`);
    return false;
  }
}
