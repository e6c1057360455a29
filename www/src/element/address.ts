/** With `url-sync`, the page's address keeps what the reader sees, as `#1~scenario~view~…`, and a link is followed. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import { isWhole, whole, type InputId } from '../model/core.js';

/** Browsers refuse more than a hundred changes in half a minute. */
const REST = 400;
/** Any other fragment is the page's own, and any other text no link. */
export const LINK = /^#?\d+(?:~|%7e)/i;

interface Synced extends ReactiveControllerHost {
  urlSync: boolean;
  isConnected: boolean;
  /** Empty until it can be told. */
  readonly state: string;
  follow(link: string): void;
  /** Writes the link to what is seen now, whatever is seen when it is called; needs the whole core. */
  linkNow(): () => string;
}

export class AddressSync implements ReactiveController {
  /** The input that is being dragged: it may yet be taken back, and then nothing of it is to be found in the address. */
  held: InputId | 'date' | undefined;
  /** The link in the address could not be read: who moves something does not write over it. */
  missed = false;
  readonly #host: Synced;
  readonly #followed: () => void;
  #resting: ReturnType<typeof setTimeout> | undefined;
  /** When the address was kept last. */
  #kept = -REST;
  /** The fragment that was written or followed last; none before the address counts. */
  #known: string | undefined;
  /** What was seen before a link was followed from an address without one. */
  #bare = '';
  /** Another one that was found in its place. */
  #found: string | undefined;
  /** Goes up where what waits for the whole core is not to be written any more. */
  #era = 0;

  /** `followed` is called when the reader has followed a link, or has gone back or forward. */
  constructor(host: Synced, followed: () => void) {
    this.#host = host;
    this.#followed = followed;
    host.addController(this);
  }

  hostConnected(): void {
    // Between entries that a host has made with another query, no `hashchange` is told.
    addEventListener('popstate', this.#changed);
    this.#takeHash();
  }

  /** It may be told late that the address counts. */
  hostUpdate(): void {
    this.#known ?? this.#takeHash();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#changed);
    this.held = undefined;
  }

  /** The reader has changed something. */
  note(): void {
    if (!this.held) this.#later();
  }

  /** What `change` shows is a step in the history: Back returns to what is seen before it. */
  step(change: () => void): void {
    this.#keep('replaceState');
    change();
    this.#keep('pushState');
  }

  #changed = (): void => {
    if (this.#takeHash()) this.#followed();
  };

  /** Follows what is new in the address, if it is a link. Put elsewhere in its page, an element goes on as it was. */
  #takeHash(): boolean {
    const { hash, href } = location;
    if (!this.#host.urlSync || hash === this.#known) return false;
    const isLink = LINK.test(hash);
    // Back where there was none; with a `#` and nothing behind it, the host goes to the top of its page.
    const link = isLink ? hash : href.includes('#') ? '' : this.#bare;
    if (isLink && this.#known === '') this.#bare = this.#host.state;
    this.#known = hash;
    if (!link) return false;
    // What waits to be written is of a mine that is gone.
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#era += 1;
    this.missed = false;
    this.#host.follow(link);
    return true;
  }

  /** At once after a rest: who reloads, or goes away and comes back, finds the last change. */
  #later(): void {
    this.#resting ??= setTimeout(() => this.#keep('replaceState'), this.#kept + REST - performance.now());
  }

  #keep(how: 'pushState' | 'replaceState'): void {
    clearTimeout(this.#resting);
    this.#resting = undefined;
    this.#kept = performance.now();
    if (this.held) return this.#later();
    if (!this.#host.urlSync) return;
    const link = this.#host.linkNow();
    if (isWhole()) return this.#write(how, link());
    const era = this.#era;
    whole().then(() => era === this.#era && this.#write(how, link()), () => {});
  }

  #write(how: 'pushState' | 'replaceState', link: string): void {
    // Of an element that was taken away nothing is written; one that was only put elsewhere is back by now.
    if (!this.#host.isConnected) return;
    const { hash } = location;
    // A link that was followed a moment ago must not be written over: its event is on its way. What a host wrote has none,
    // and is written over with the next try.
    if (how === 'replaceState' && hash !== this.#known && hash !== this.#found) {
      this.#found = hash;
      return this.#later();
    }
    if (this.missed) how = 'pushState';
    this.missed = false;
    try {
      // A fragment alone would be one of the page's base.
      history[how](history.state, '', new URL(`#${link}`, location.href));
    } catch {
      // A document without an address of its own has nothing to keep.
    }
    this.#known = location.hash;
  }
}
