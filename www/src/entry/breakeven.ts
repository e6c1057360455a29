/** `breakeven.js`: the element for any page, `<script type="module" src="…/breakeven.js">`. */
import { served } from '../load/served.js';
import { near } from '../load/when-near.js';
import { start } from '../load/start.js';

export { BreakEven } from '../element/element.js';

/** Whether `<break-even>` runs: known once one has come near what is seen, and its core has come or has failed to. */
export const ready = start(served, near);
