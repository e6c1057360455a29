/**
 * The work of a page that starts, in pieces: the page around the elements never stands still for long, however many
 * they are and however slow the phone.
 */
let last: Promise<void> | undefined;

/** Resolves in a task of its own. */
export function task(): Promise<void> {
  return new Promise((next) => setTimeout(next));
}

/** A frame of another origin that is out of sight, and a page in the background, have no frames. */
const LONGEST = 100;

/** Resolves in the next frame, before it is laid out. */
export function atFrame(): Promise<unknown> {
  return new Promise((next) => {
    const late = setTimeout(next, LONGEST);
    requestAnimationFrame((now) => {
      clearTimeout(late);
      next(now);
    });
  });
}

/** Less than a frame of any screen, ms. */
const FRAME = 6;

/**
 * For the moves of a pointer, which browsers hand over frame by frame: what waits for that frame once more has them begin
 * another one, for nothing. Resolves at once, or in the next frame where something was drawn `last` in this one.
 */
export async function oncePerFrame(last: number): Promise<void> {
  if (performance.now() - last < FRAME) await atFrame();
}

/** Resolves in a task after the next frame: what is rendered then is laid out in another one. */
export async function afterFrame(): Promise<void> {
  await atFrame();
  await task();
}

/** The turn of an element to be rendered, which takes so many frames. */
export function turnToRender(frames: number): Promise<void> {
  const mine = last ?? task();
  last = mine;
  for (let i = 0; i < frames; i += 1) last = last.then(afterFrame);
  return mine;
}

/** Does something once no call has come for so long: with one timer for all calls of a drag, for a timer costs much. */
export class Debounce {
  readonly #length: number;
  readonly #done: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ends = 0;

  constructor(length: number, done: () => void) {
    this.#length = length;
    this.#done = done;
  }

  begin(): void {
    this.#ends = performance.now() + this.#length;
    this.#timer ??= setTimeout(this.#look, this.#length);
  }

  /** Returns whether it was awaited. */
  cancel(): boolean {
    const awaited = this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return awaited;
  }

  #look = (): void => {
    const left = this.#ends - performance.now();
    this.#timer = left > 0 ? setTimeout(this.#look, left) : undefined;
    if (this.#timer === undefined) this.#done();
  };
}
