/** With `url-sync`, the page's address keeps what the reader sees, as `#1~scenario~view~…`, and a link is followed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Browsers refuse more than a hundred changes in half a minute. */
const REST = 400;
/** Any other fragment is the page's own. */
const LINK = /^#\d+(?:~|%7e)/i;

interface Synced extends ReactiveControllerHost {
  urlSync: boolean;
  state: string;
}

export class AddressSync implements ReactiveController {
  readonly #host: Synced;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Synced) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#follow);
    this.#follow();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#follow);
    clearTimeout(this.#resting);
    this.#resting = undefined;
  }

  /** The reader has changed something. */
  note(): void {
    if (this.#host.urlSync) this.#resting ??= setTimeout(this.#write, REST);
  }

  #follow = (): void => {
    if (this.#host.urlSync && LINK.test(location.hash)) this.#host.state = location.hash;
  };

  #write = (): void => {
    this.#resting = undefined;
    try {
      history.replaceState(history.state, '', `#${this.#host.state}`);
    } catch {
      // A document without an address of its own has nothing to keep.
    }
  };
}
