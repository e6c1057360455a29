/** A figure of the core in the page: sized by CSS, redrawn when its inputs or its size change. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import views from 'virtual:views';

import { isWhole, LiveFigure, whole, type InputId, type Inputs, type Mine, type View } from '../model/core.js';
import { dragFrom } from './drag.js';
import { later } from '../load/later.js';
import { inLocale } from '../model/locale.js';
import type { Reader } from './reader.js';
import type { Read, Readout } from './readout.js';
import { task } from '../load/pacing.js';

/** What is dragged in each figure, if anything. */
export const DRAGGED = new Map(views.map(([id, dragged]) => [id, dragged]));

const readout = later((_again) => import('./readout.js'));

/** The sizes that the core draws, in CSS pixels. */
const SMALLEST = { width: 120, height: 80 };
const LARGEST = 4096;
/** The font size of the text beside which the core's letters are of the right size, px. */
const LETTERS = 16;

/** Width and height for A4 and Letter, px: beside the sliders there, letters of 12 px come out as ones of 8 pt. */
const PRINTED: Partial<Record<View, [number, number]>> = { bar: [792, 80], true: [504, 364] };

/** Before a part that did not come is asked for again, ms. */
const PAUSE = 2000;

/** What a figure shows. */
export interface Subject {
  view: View;
  mine: Mine;
  /** Which mine it is: another number where anything differs. */
  changes: number;
  /** How its numbers are written. */
  locale: string | null;
}

export class Figure implements ReactiveController {
  readonly #svg: SVGSVGElement;
  /** What is measured: of an SVG, engines of 2022 tell the size of what is drawn in it, which is nothing yet. */
  readonly #frame = document.createElement('div');
  #live: LiveFigure | undefined;
  #picture: HTMLImageElement | undefined;
  readonly #resize = new ResizeObserver(([entry]) => {
    this.#fit(entry!.contentRect);
    // The first time, what is drawn has a task of its own: the layout before it is work enough for one.
    if (this.#live) this.#draw();
    else void task().then(() => this.#draw());
  });
  #width = 0;
  #height = 0;
  /** How much larger the reader has letters than the core draws them. */
  #scale = 1;
  #subject: Subject | undefined;
  /** What reads in it, once both have come. */
  #readout: Readout | undefined;
  /** When it may be asked for again where it did not come: not with each move of a drag. */
  #again = 0;
  /** Whether the part of the core that draws is being waited for. */
  #waits = false;
  readonly #host: ReactiveControllerHost & Element;

  /** `picture`, where there is one, the core drew when the page was built: until there is more to show it stands. */
  constructor(host: ReactiveControllerHost & Element, picture?: SVGSVGElement) {
    this.#host = host;
    this.#svg = picture ?? document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.#svg.setAttribute('class', 'breakeven');
    this.#svg.setAttribute('role', 'img');
    this.#frame.append(this.#svg);
    host.addController(this);
  }

  hostConnected(): void {
    this.#resize.observe(this.#frame);
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  /** What the core holds of the page would otherwise never go. */
  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    this.#readout?.hide();
    this.#letGo();
  }

  show(subject: Subject): Element {
    const { view, changes, locale } = subject;
    const old = this.#subject;
    if (view !== old?.view || changes !== old.changes || locale !== old.locale) {
      this.#subject = subject;
      // A stop is a place in one figure.
      if (this.#readout && view !== old?.view) this.#readout.held = false;
      if (old && !this.#live) this.#frame.classList.add('stale');
      this.#draw();
    }
    return this.#frame;
  }

  /** What is drawn. */
  get svg(): SVGSVGElement {
    return this.#svg;
  }

  /** What is dragged depends on the figure; the keyboard has the sliders. */
  drag(down: PointerEvent, reader: Reader): void {
    if (DRAGGED.get(this.#subject!.view) === 'date') this.#scrub(down, reader);
    else this.#move(down, reader);
  }

  /** Moves the input along the axis, and the one upwards too. */
  #move(down: PointerEvent, reader: Reader): void {
    const toFigure = this.#svg.getScreenCTM()?.inverse();
    const draggedTo = (event: PointerEvent): Partial<Inputs> => {
      const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toFigure);
      return this.#live?.dragged_to(x, y) ?? {};
    };
    const ids = Object.keys(draggedTo(down)) as InputId[];
    if (ids.length === 0) return;
    dragFrom(down, {
      bothWays: ids.length > 1,
      clicked: true,
      begun: () => {
        const undone = ids.map((id) => reader.grasp(id));
        return () => undone.forEach((undo) => undo());
      },
      moved: (event) => {
        for (const [id, value] of Object.entries(draggedTo(event))) reader.move(id as InputId, value);
      },
      released: () => reader.settle(...ids),
    });
  }

  /** Goes to the day under the pointer. */
  #scrub(down: PointerEvent, reader: Reader): void {
    const readout = this.#readout;
    if (!readout) return;
    let scrub: ReturnType<Reader['scrub']> | undefined;
    dragFrom(down, {
      clicked: true,
      begun: () => {
        readout.held = true;
        scrub = reader.scrub();
        return () => {
          readout.held = false;
          readout.hide();
          scrub!.undo();
        };
      },
      moved: (event) => {
        const day = readout.dayAt(event);
        if (day) scrub!.to(day);
      },
      released: () => {
        scrub?.settle();
        readout.held = false;
      },
    });
  }

  /** Drawn for a window, its letters would be too small on paper, whose width no script can ask for. */
  #print = ({ type }: Event): void => {
    if (type === 'afterprint') this.#fit(this.#frame.getBoundingClientRect());
    else if (this.#subject) {
      [this.#width, this.#height] = PRINTED[this.#subject.view] ?? [504, 288];
      this.#scale = 1;
    }
    this.#draw();
  };

  #fit({ width, height }: DOMRectReadOnly): void {
    [this.#width, this.#height] = [width, height];
    this.#scale = Math.max(1, Number.parseFloat(getComputedStyle(this.#svg).fontSize) / LETTERS);
  }

  #letGo(): void {
    this.#resize.disconnect();
    this.#width = 0;
    this.#live?.free();
    this.#live = undefined;
  }

  #draw(): void {
    if (!this.#subject || this.#width === 0 || this.#height === 0) return;
    if (!isWhole()) return this.#await();
    // In a place that is smaller or larger than a figure can be, the figure is scaled.
    const width = within(SMALLEST.width, this.#width / this.#scale, LARGEST);
    const height = within(SMALLEST.height, this.#height / this.#scale, LARGEST);
    const { view, mine } = this.#subject;
    try {
      // Made when it is first needed: there may be many figures on a page.
      this.#live ??= new LiveFigure(this.#svg);
      this.#live.draw_mine(view, mine, width, height);
    } catch (error) {
      this.#letGo();
      return this.#showPicture(error);
    }
    this.#frame.classList.remove('stale');
    this.#picture?.remove();
    if (view !== 'bar') void this.#beRead();
  }

  /** What reads in it comes when it stands; without it, it is a picture. */
  async #beRead(): Promise<void> {
    if (this.#readout) return this.#readout.drawn();
    if (performance.now() < this.#again) return;
    const part = await readout().catch(() => void (this.#again = performance.now() + PAUSE));
    const words = (text: string): string => inLocale(text, this.#subject!.locale);
    const read = (): Read | undefined => this.#live && { live: this.#live, mine: this.#subject!.mine, words };
    if (part) this.#readout ??= new part.Readout(this.#frame, this.#svg, read);
  }

  /** What draws comes after the answer. Until then nothing stands as true that shows another mine. */
  #await(): void {
    if (this.#waits) return;
    this.#waits = true;
    const come = whole().finally(() => (this.#waits = false));
    come.then(
      () => this.#draw(),
      (error) => {
        this.#frame.classList.add('stale');
        if (!this.#svg.firstChild) this.#showPicture(error);
      },
    );
  }

  /** In place of the figure stands the picture of the static answer, where there is one; it is as large as the figure. */
  #showPicture(error: unknown): void {
    console.error(`break-even: the figure “${this.#subject!.view}” cannot be drawn: ${error}`);
    this.#picture ??= this.#host.querySelector('img')?.cloneNode() as HTMLImageElement | undefined;
    if (this.#picture) this.#frame.prepend(this.#picture);
  }
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
