/** The part of the core that the first view does without: what reads what people type, and links. */
import { adopt } from '../../core/breakeven.js';
import { later } from './later.js';

/** From the exports of the first part those of the rest. `again` tells a further try from the first. */
export type Rest = (first: WebAssembly.Exports, again: string) => Promise<WebAssembly.Exports>;

let complete: (() => Promise<void>) | undefined;
let coming: Promise<void> | undefined;

/** Takes the core that is to run, and the way to the rest of it, where that is not there yet. */
export function run(first: WebAssembly.Exports, rest: Rest | undefined): void {
  adopt(first);
  complete =
    rest &&
    later(async (again) => {
      adopt({ ...first, ...(await rest(first, again)) });
      complete = undefined;
    });
}

/** Whether all of the core is there. */
export const isWhole = (): boolean => !complete;

/** Resolves when it is. Each call after a failure tries anew. */
export function whole(): Promise<void> {
  if (!complete) return Promise.resolve();
  coming ??= complete().finally(() => (coming = undefined));
  return coming;
}
