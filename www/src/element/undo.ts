/** What the reader has changed, to be undone and done again. */
import type { Moment } from '../model/model.js';

/** As many as anybody goes back. */
const MOST = 200;

export class Undo {
  #past: Moment[] = [];
  #future: Moment[] = [];

  /** The reader has changed something, and this is what stood before. */
  note(before: Moment): void {
    this.#past = [...this.#past.slice(1 - MOST), before];
    this.#future = [];
  }

  /** What stood before the last change; what stands `now` can be come back to. */
  undo(now: Moment): Moment | undefined {
    return step(this.#past, this.#future, now);
  }

  redo(now: Moment): Moment | undefined {
    return step(this.#future, this.#past, now);
  }

  get undoable(): boolean {
    return this.#past.length > 0;
  }

  get redoable(): boolean {
    return this.#future.length > 0;
  }
}

function step(from: Moment[], to: Moment[], now: Moment): Moment | undefined {
  const there = from.pop();
  if (there) to.push(now);
  return there;
}

/** Of keys that undo or do again, which; on a Mac with ⌘, elsewhere with Ctrl. */
export function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo';
  return pressed === 'y' && !shiftKey ? 'redo' : undefined;
}
