/** What a screen reader is told: once, when what changes has come to rest, however long a key is held down. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { isWhole, type InputId, type Moment } from '../model/core.js';
import { Debounce } from '../load/pacing.js';
import type { Model } from '../model/model.js';

/** In ms: longer than any key takes to repeat. */
const REST = 600;

export class Spoken implements ReactiveController {
  /** Stands in a status that was there before it. */
  text = '';
  /** The input that the reader touched last. */
  touched: InputId | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #model: Model;
  readonly #held: () => boolean;
  /** The mine that a reader has heard or read of already: it is not said again. */
  #known: Moment | undefined;
  /** The refusal that was said last. */
  #refused: string | undefined;
  /** The notice that was said last. */
  #noticed: string | undefined;
  readonly #quiet = new Debounce(REST, () => this.#say());

  /** While a drag goes on the mine is `held`, and nothing new is said. */
  constructor(host: ReactiveControllerHost, model: Model, held: () => boolean) {
    this.#host = host;
    this.#model = model;
    this.#held = held;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#quiet.cancel();
  }

  /** The answer as it stands can be read. */
  know(): void {
    this.#known = this.#model.moment;
  }

  /** Says the answer, or why there is another one than was asked for. */
  speak(): void {
    this.#quiet.begin();
  }

  #say(): void {
    const text = this.#words();
    if (text === undefined) return;
    this.text = text;
    this.#host.requestUpdate();
  }

  /** Of another mine the answer is told, not what is another in it. */
  speakAnew(): void {
    this.#known = undefined;
    this.speak();
  }

  /** A notice that is shown is said, each time that it comes. */
  heed(notice: string | undefined): void {
    if (!notice) this.#noticed = undefined;
    else if (notice !== this.#noticed) this.speak();
  }

  /** What is new to the reader; `undefined` where nothing is. */
  #words(): string | undefined {
    if (this.#held()) return undefined;
    const model = this.#model;
    const control = this.touched && model.controls().get(this.touched);
    const refused = control?.refusal && `${control.spec.label}: ${control.refusal}`;
    const mended = !refused && this.#refused;
    if (refused && refused === this.#refused) return undefined;
    this.#refused = refused;
    if (refused) return refused;
    const news = model.notice === this.#noticed ? undefined : model.notice?.replace(/\.?$/, '. ');
    this.#noticed = model.notice;
    const { mine } = model;
    const before = this.#known;
    this.#known = model.moment;
    if (!news && !mended && before && mine.is_as(before)) return undefined;
    const changed = news || !before || !isWhole() ? undefined : mine.change_since(before);
    return changed ?? model.words(news ?? '') + model.sentence().map(({ text }) => text).join('');
  }
}
