/** Where many elements come at once, each has a frame of its own, so that the page around them never stands still. */
let last: Promise<void> | undefined;

/** Resolves in the next task for the first one, a frame later for each that waits behind it. */
export function turn(): Promise<void> {
  const mine = last ?? new Promise<void>((next) => setTimeout(next));
  // A task after the frame: what is rendered then is laid out in another one.
  last = mine.then(() => new Promise((next) => requestAnimationFrame(() => setTimeout(next))));
  return mine;
}
