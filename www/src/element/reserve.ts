/** The room that an element keeps free in somebody's page, while it comes and afterwards. */
import { unsafeCSS } from 'lit';

import css from '../styles/reserve.css?inline';
import { soonSeen } from '../frame/seen.js';
import { afterFrame } from '../load/pacing.js';
import type { BreakEven } from './element.js';
import { styles } from './styles.js';

const reserve = unsafeCSS(css);
const RELEASED = 'released';

/** Has each element keep its room free; to be called before the first is defined. */
export function reserving(element: typeof BreakEven): void {
  element.styles = [styles, reserve];
  // Made here, and not when the first element comes.
  void reserve.styleSheet;
}

/**
 * What it turned out not to need, with the reader's fonts, it gives back where that is below what is seen, and what may
 * be by the time it is drawn: there nobody sees anything move.
 */
export async function releaseUnseen(element: BreakEven, seen = soonSeen()): Promise<void> {
  // Before it, all that was just rendered would have to be laid out at once.
  await afterFrame();
  const { classList } = element.renderRoot.querySelector('.inside')!;
  // The room is not taken again under who reads.
  if (classList.contains(RELEASED)) return;
  classList.add(RELEASED);
  if (element.getBoundingClientRect().bottom < seen) classList.remove(RELEASED);
}
