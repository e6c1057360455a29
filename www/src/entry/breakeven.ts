/** `breakeven.js`: the element for any page, `<script type="module" src="…/breakeven.js">`. */
import { BreakEven } from '../element/element.js';
import { releaseUnseen, reserving } from '../element/reserve.js';
import { styles } from '../element/styles.js';
import { task } from '../load/pacing.js';
import { served } from '../load/served.js';
import { near } from '../load/when-near.js';
import { start } from '../load/start.js';

export { BreakEven };

// The script, what the element is, and the upgrade of however many there are: each has a task of its own.
await task();
reserving(BreakEven);
BreakEven.whole = (element) => void releaseUnseen(element);
void [styles.styleSheet, BreakEven.observedAttributes];
await task();

/** Whether `<break-even>` runs: known once one has come near what is seen, and its core has come or has failed to. */
export const ready = start(served, near);
