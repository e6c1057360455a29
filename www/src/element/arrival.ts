/**
 * How an element comes: its content stands until its turn, then its parts come, one a frame. Whatever was rendered when
 * the page was built it takes over as a whole. Once it is there, it is drawn once a frame.
 */
import { atFrame, afterFrame, oncePerFrame, task, turnToRender } from '../load/pacing.js';
import { earlyPicture, isEarly, removeEarly } from './early.js';

/** The parts in the order in which they come, each in a frame of its own, but for the first: it is what holds the others. */
export const SCENARIOS = 2;
export const ANSWER = 3;
export const BAR = 4;
export const SLIDERS = 5;
/** With the figure, the last one, comes the drawer. */
const FIGURE = 6;

interface Arriving {
  readonly element: { readonly renderRoot: HTMLElement | DocumentFragment; readonly controls: string };
  /** Resolves once it is known whether there is a core to draw with. */
  ready(): Promise<boolean>;
  /** Resolves when what it shows is known. */
  known(): Promise<void>;
  /** Lives on with these pictures, which stand there since the page was built. */
  adopt(bar: SVGSVGElement | undefined, figure: SVGSVGElement | undefined): void;
}

export class Arrival {
  readonly #arriving: Arriving;
  #parts = 0;
  /** Where the content stands until the answer does. */
  #content: Element | undefined;
  /** When it was drawn last, ms. */
  #drawn = 0;

  constructor(arriving: Arriving) {
    this.#arriving = arriving;
  }

  has(part: number): boolean {
    return this.#parts >= part;
  }

  get isWhole(): boolean {
    return this.has(FIGURE);
  }

  /** Waits until it may be drawn; `false` where it never will be. `drags` says whether a drag is what has changed. */
  async next(drags: boolean): Promise<boolean> {
    // The press that follows a tap must find what the finger found: only a drag is drawn in its own event.
    if (this.isWhole) await (drags ? oncePerFrame(this.#drawn) : atFrame());
    else if (this.#parts) await (this.has(SCENARIOS) ? afterFrame() : task());
    else if (!(await this.#standBy())) return false;
    if (!this.isWhole) this.#parts = this.#takeOver() ? FIGURE : this.#parts + 1;
    return true;
  }

  /** It has been drawn for the first time. */
  begun(): void {
    // What comes before the answer lies beneath it, unseen.
    if (!this.isWhole) this.#arriving.element.renderRoot.append(this.#content!);
  }

  /** It has been drawn. */
  drawn(): void {
    if (this.#parts === ANSWER) this.#content!.remove();
    this.#drawn = performance.now();
  }

  /**
   * Until it is this element's turn its content stands, or what was rendered when the page was built; and before the
   * figures of a date are there, which every number needs.
   */
  async #standBy(): Promise<boolean> {
    const { renderRoot, controls } = this.#arriving.element;
    this.#content = document.createElement('slot');
    const style = `--sliders: ${controls.match(/\S+/g)?.length ?? 0}`;
    const room = Object.assign(document.createElement('div'), { className: 'inside room', style });
    if (!isEarly(renderRoot)) renderRoot.append(room, this.#content);
    const runs = await this.#arriving.ready();
    if (runs) {
      await turnToRender(FIGURE - 1);
      await this.#arriving.known();
    } else if (isEarly(renderRoot)) renderRoot.replaceChildren(this.#content);
    room.remove();
    return runs;
  }

  /** Puts what lives in the place of what was rendered when the page was built, all of it at once; its pictures stay. */
  #takeOver(): boolean {
    const { renderRoot } = this.#arriving.element;
    if (!isEarly(renderRoot)) return false;
    this.#arriving.adopt(earlyPicture(renderRoot, 'bar'), earlyPicture(renderRoot, 'figure'));
    removeEarly(renderRoot);
    return true;
  }
}
