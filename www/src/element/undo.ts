/** What the reader has changed, to be undone and done again. */
import type { Model, Moment } from '../model/model.js';

/** As many as anybody goes back. */
const MOST = 200;

export class Undo {
  readonly #past: Moment[] = [];
  readonly #future: Moment[] = [];
  readonly #mine: () => Model | undefined;
  readonly #told: () => void;

  /** `told` is called when the mine is another by this. */
  constructor(mine: () => Model | undefined, told: () => void) {
    this.#mine = mine;
    this.#told = told;
  }

  /** The reader has changed something, and this is what stood before. */
  note(before: Moment): void {
    this.#past.push(before);
    if (this.#past.length > MOST) this.#past.shift();
    this.#future.length = 0;
  }

  forget(): void {
    this.#past.length = this.#future.length = 0;
  }

  get undoable(): boolean {
    return this.#past.length > 0;
  }

  get redoable(): boolean {
    return this.#future.length > 0;
  }

  undo(): void {
    this.#step(this.#past, this.#future);
  }

  redo(): void {
    this.#step(this.#future, this.#past);
  }

  /** Takes back all that the reader has moved, which is a change as any other. */
  restart(): void {
    const mine = this.#mine();
    if (!mine?.isMoved) return;
    this.note(mine.moment);
    this.#comeBack(mine, { ...mine.moment, moved: {} });
  }

  /** While something is being typed the keys are the field's own. */
  readonly keyed = (event: KeyboardEvent): void => {
    const what = undoKey(event);
    const [field] = event.composedPath();
    const typing = field instanceof HTMLInputElement && field.type !== 'range' && this.#mine()?.isTyped;
    if (!what || event.defaultPrevented || typing) return;
    event.preventDefault();
    this[what]();
  };

  #step(from: Moment[], to: Moment[]): void {
    const mine = this.#mine();
    const there = mine && from.pop();
    if (!there) return;
    to.push(mine.moment);
    this.#comeBack(mine, there);
  }

  #comeBack(mine: Model, moment: Moment): void {
    mine.comeBack(moment);
    this.#told();
  }
}

/** Of keys that undo or do again, which; on a Mac with ⌘, elsewhere with Ctrl. */
export function undoKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo';
  return pressed === 'y' && !shiftKey ? 'redo' : undefined;
}
