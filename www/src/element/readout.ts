/** What is read at a place of a figure: the same for a pointer, a finger, keys and a screen reader. */
import { say } from 'virtual:words';

import { Debounce } from '../load/pacing.js';
import type { LiveFigure, Mine } from '../model/core.js';

const enum Within {
  /** A tap is as short and as steady as this: ms and px. */
  Short = 500,
  Steady = 10,
  /** So long after the last change what is heard is told anew, ms. */
  Rest = 300,
}

/** What is read. */
export interface Read {
  live: LiveFigure;
  mine: Mine;
  /** A text of the core as this reader reads it. */
  words(text: string): string;
}

/** Where a cursor goes. */
const enum Way {
  /** Along x, or from row to row. */
  Across,
  /** In a figure with an input upwards: there, at the x of the other one. */
  Upwards,
}

export class Readout {
  /** It goes on with the figure that is dragged. */
  held = false;
  readonly #frame: HTMLElement;
  readonly #svg: SVGSVGElement;
  readonly #read: () => Read | undefined;
  /** Native ranges: keys and screen readers know them. They lie over the figure, and no pointer gets to them. */
  readonly #cursors = [Way.Across, Way.Upwards].map((way) => this.#cursor(way));
  readonly #text = document.createElement('div');
  readonly #quiet = new Debounce(Within.Rest, () => this.#renew());
  /** While it is shown. */
  #shown: AbortController | undefined;
  /** The finger that was put down last. */
  #down: PointerEvent | undefined;

  constructor(frame: HTMLElement, svg: SVGSVGElement, read: () => Read | undefined) {
    this.#frame = frame;
    this.#svg = svg;
    this.#read = read;
    const text = Object.assign(this.#text, { className: 'readout', hidden: true });
    text.setAttribute('aria-hidden', 'true');
    frame.append(...this.#cursors, text);
    frame.addEventListener('pointermove', (event) => {
      if (event.pointerType !== 'touch' && !event.buttons) this.#showNear(event);
    });
    frame.addEventListener('pointerleave', ({ pointerType }) => {
      // A pen leaves where it is lifted, and reads as a finger does.
      if (pointerType === 'mouse') this.hide();
    });
    frame.addEventListener('pointerdown', (down) => {
      // What is pressed with a mouse may be dragged.
      if (down.pointerType === 'mouse') this.hide();
      else {
        this.#down = down;
        // The same listener each time: where a browser scrolls no finger is lifted.
        document.addEventListener('pointerup', this.#lifted, { once: true });
      }
    });
    this.drawn();
  }

  /** The figure shows something else. */
  drawn(): void {
    if (this.held) this.#show(Way.Across, this.#cursors[Way.Across]!.valueAsNumber);
    else this.hide();
    this.#quiet.begin();
  }

  /** Shows what is nearest to a pointer; in a figure over days, tells its day. */
  dayAt(event: PointerEvent): string | undefined {
    this.#showNear(event);
    return this.#read()?.live.day_of_stop(this.#cursors[Way.Across]!.valueAsNumber);
  }

  hide(): void {
    if (!this.#shown) return;
    this.#shown.abort();
    this.#shown = undefined;
    this.#text.hidden = true;
    const read = this.#read();
    if (!read) return;
    this.#cursors.forEach((cursor, way) => this.#tell(read, way, cursor.valueAsNumber, false));
  }

  #cursor(way: Way): HTMLInputElement {
    const cursor = Object.assign(document.createElement('input'), { type: 'range', className: 'cursor', dir: 'ltr', hidden: true });
    if (way === Way.Upwards) cursor.setAttribute('aria-orientation', 'vertical');
    const show = (): void => this.#show(way, cursor.valueAsNumber);
    cursor.addEventListener('keydown', (event) => this.#pressed(way, event));
    cursor.addEventListener('input', (event) => {
      event.stopPropagation();
      show();
    });
    cursor.addEventListener('change', (event) => event.stopPropagation());
    cursor.addEventListener('focus', show);
    cursor.addEventListener('blur', () => this.hide());
    return cursor;
  }

  #showNear(event: PointerEvent): void {
    const stop = this.#nearest(event);
    if (stop === undefined || (this.#shown && !this.held && stop === this.#cursors[Way.Across]!.valueAsNumber)) return;
    this.#show(Way.Across, stop);
  }

  #show(way: Way, stop: number): void {
    const read = this.#read();
    if (!read) return;
    if (!this.#shown) {
      this.#shown = new AbortController();
      const listen = (type: string, heard: (event: Event) => void): void =>
        document.addEventListener(type, heard, { signal: this.#shown!.signal, capture: true });
      listen('keydown', (event) => {
        if ((event as KeyboardEvent).key !== 'Escape') return;
        // What it puts away is enough for one press: a dialog around it stays.
        event.preventDefault();
        this.hide();
      });
      listen('scroll', () => this.#cursors.some((cursor) => cursor.matches(':focus')) || this.hide());
      listen('pointerdown', (event) => event.composedPath().includes(this.#frame) || this.hide());
    }
    // A line may end after what ends a part of it, and neither in a name nor between a number and its sign or unit.
    this.#text.textContent = this.#tell(read, way, stop, true)
      .replace(/[−/-]/g, '$&\u2060')
      .replace(/([^:;,.]) /g, '$1\u00a0');
    this.#text.hidden = false;
  }

  /** To the ear. Returns what is told. */
  #tell(read: Read, way: Way, stop: number, marked: boolean): string {
    const text = read.words(read.live.read_stop(way === Way.Upwards, stop, marked));
    const cursor = this.#cursors[way]!;
    cursor.value = String(stop);
    cursor.setAttribute('aria-valuetext', text);
    return text;
  }

  /** The cursors have come with the first drawing, and are told of each that stays. */
  #renew(): void {
    const read = this.#read();
    if (!read) return;
    if (!this.#shown) read.live.set_author_of(read.mine);
    this.#cursors.forEach((cursor, way) => {
      const own = read.live.stop_by_key(way === Way.Upwards, 0, 'own', 0, 0);
      cursor.hidden = own === undefined;
      if (own === undefined) return;
      cursor.max = String(read.live.stop_by_key(way === Way.Upwards, 0, 'end', 0, 0));
      const title = this.#svg.getAttribute('aria-label')!;
      cursor.setAttribute('aria-label', way === Way.Upwards ? say('page-cursor-upwards', { title }) : title);
      if (!this.#shown) this.#tell(read, way, own, false);
    });
  }

  #nearest(event: PointerEvent): number | undefined {
    if (this.#quiet.cancel()) this.#renew();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.#svg.getScreenCTM()?.inverse());
    return this.#read()?.live.stop_by_key(false, 0, 'nearest', x, y);
  }

  #pressed(way: Way, event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { valueAsNumber } = this.#cursors[way]!;
    const stop = this.#read()?.live.stop_by_key(way === Way.Upwards, valueAsNumber, event.key.toLowerCase(), 0, 0);
    if (stop === undefined) return;
    event.preventDefault();
    this.#show(way, stop);
  }

  /** A finger that was put down may scroll or drag; if it does neither, it reads, or puts away what it read before. */
  #lifted = (up: PointerEvent): void => {
    const down = this.#down!;
    const far = Math.hypot(up.clientX - down.clientX, up.clientY - down.clientY);
    if (up.pointerId !== down.pointerId || far > Within.Steady || up.timeStamp - down.timeStamp > Within.Short) return;
    const stop = this.#nearest(up);
    if (this.#shown && stop === this.#cursors[Way.Across]!.valueAsNumber) this.hide();
    else if (stop !== undefined) this.#show(Way.Across, stop);
  };
}
