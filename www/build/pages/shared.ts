/** What every page is made of. */
import type { Scenario } from '../../whole/breakeven.js';
import type { WholeCore } from '../core/whole-core.ts';

export interface Shared {
  core: WholeCore;
  scenario: Scenario;
  /** The page's own style, which is there before the first layout. */
  css: string;
  /** What machines are told of it. */
  card: string[];
}
