/**
 * The element as a package. Bundlers do not agree on how a script names a file beside it, so the core comes within;
 * the core as JavaScript is a module like any other.
 */
import { BreakEven } from '../element/element.js';
import { releaseUnseen, reserving } from '../element/reserve.js';
import { inlined } from '../load/inlined.js';
import { translated } from '../load/translated.js';
import { near } from '../load/when-near.js';
import { start } from '../load/start.js';

export { BreakEven };

reserving(BreakEven);
BreakEven.whole = (element) => void releaseUnseen(element);

/** Whether `<break-even>` runs: known once one has come near what is seen, and its core has come or has failed to. */
export const ready = start(
  () => [inlined, ['translated', () => translated(() => import('../../core/translated.js'))]],
  near,
);
