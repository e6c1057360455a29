/** What the host asks of the mine: kept until there is one, and done in its order. */
import type { Model } from '../model/model.js';

/** Some of it takes time: a date, a link, a text that is no plain number. */
type Ask = (model: Model) => Promise<unknown> | undefined | void;

export class Asked {
  /** By what it concerns. */
  readonly #asks = new Map<string, Ask>();
  readonly #changed: () => void;
  #settled: Promise<void> | undefined;
  #held = false;

  /** `changed` is called when something that took time is in effect. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Of what is asked twice, the last counts. */
  note(what: string, ask: Ask): void {
    this.#asks.delete(what);
    this.#asks.set(what, ask);
  }

  forget(): void {
    this.#asks.clear();
  }

  /** Does what was asked for, up to what holds the rest up. */
  do(model: Model): void {
    for (const [what, ask] of this.#asks) {
      if (this.#held) return;
      this.#asks.delete(what);
      const done = ask(model);
      const before = this.#settled;
      if (done) this.#settled = done.then(this.#changed).then(() => before);
    }
  }

  /** Whatever is asked for after this waits until it is done. */
  hold(done: Promise<unknown>, model: Model): Promise<unknown> {
    this.#held = true;
    return done.finally(() => {
      this.#held = false;
      this.do(model);
    });
  }

  /** Settles when all that was asked for is in effect, or refused. */
  get settled(): Promise<void> | undefined {
    return this.#settled;
  }
}
