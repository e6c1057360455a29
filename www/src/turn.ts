/**
 * The work of a page that starts, in pieces: the page around the elements never stands still for long, however many
 * they are and however slow the phone.
 */
let last: Promise<void> | undefined;

/** Resolves in a task of its own. */
export function task(): Promise<void> {
  return new Promise((next) => setTimeout(next));
}

/** Resolves in a task after the next frame: what is rendered then is laid out in another one. */
export function frame(): Promise<void> {
  return new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
}

/** The turn of an element to be rendered; each has two frames, for its answer and for the rest. */
export function turn(): Promise<void> {
  const mine = last ?? task();
  last = mine.then(frame).then(frame);
  return mine;
}
