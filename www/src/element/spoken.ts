/** What a screen reader is told: once, when what changes has come to rest, however long a key is held down. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** In ms: longer than any key takes to repeat. */
const REST = 600;

export class Spoken implements ReactiveController {
  /** Stands in a status that was there before it. */
  text = '';
  /** What a reader has heard or read already: it is not said again. */
  known = '';
  readonly #host: ReactiveControllerHost;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#resting);
  }

  /** `words` are asked for once nothing more is said. */
  say(words: () => string): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      const text = words();
      if (text === this.known) return;
      this.known = this.text = text;
      this.#host.requestUpdate();
    }, REST);
  }
}
