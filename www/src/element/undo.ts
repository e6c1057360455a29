/** What the reader has changed, to be undone and done again. */
import type { Moment, View } from '../model/core.js';
import type { Model } from '../model/model.js';

/** As many as anybody goes back. */
const MOST = 200;

/** A mine, and the figure in which it was seen. */
interface Step {
  moment: Moment;
  view: View;
}

export class Undo {
  readonly #past: Step[] = [];
  readonly #future: Step[] = [];
  readonly #host: { view: View };
  readonly #model: Model;
  readonly #drags: () => boolean;
  readonly #told: () => void;

  /** While something `drags` there is no going back from under it; `told` is called when the mine is another by this. */
  constructor(host: { view: View }, model: Model, drags: () => boolean, told: () => void) {
    this.#host = host;
    this.#model = model;
    this.#drags = drags;
    this.#told = told;
  }

  /** The reader has changed something, and this is what stood before. */
  note(before: Moment): void {
    this.#past.push(this.#step(before));
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
    this.#go(this.#past, this.#future);
  }

  redo(): void {
    this.#go(this.#future, this.#past);
  }

  /** Takes back all that the reader has moved, which is a change as any other. */
  restart(): void {
    if (!this.#model.isMoved) return;
    this.note(this.#model.moment);
    this.#model.restart();
    this.#told();
  }

  /** While something is being typed the keys are the field's own. */
  readonly keyed = (event: KeyboardEvent): void => {
    const what = undoKey(event);
    const [field] = event.composedPath();
    const typing = field instanceof HTMLInputElement && field.type !== 'range' && this.#model.isTyped(field.value);
    if (!what || event.defaultPrevented || typing) return;
    event.preventDefault();
    this[what]();
  };

  #step(moment: Moment): Step {
    return { moment, view: this.#host.view };
  }

  #go(from: Step[], to: Step[]): void {
    const there = this.#drags() ? undefined : from.pop();
    if (!there) return;
    const { moment, scenario } = this.#model;
    to.push(this.#step(moment));
    this.#model.comeBack(there.moment);
    // With another scenario the figure may have changed, which nobody chose by itself.
    if (this.#model.scenario !== scenario) this.#host.view = there.view;
    this.#told();
  }
}

/** Their codes are the Latin letters' where a keyboard has those of another script, too. */
const Y = 89;
const Z = 90;

/** Of keys that undo or do again, which; on a Mac with ⌘, elsewhere with Ctrl. */
export function undoKey({ keyCode, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || ctrlKey === metaKey) return undefined;
  // ⌘Y is the browser's own.
  if (shiftKey ? keyCode === Z : keyCode === Y && ctrlKey) return 'redo';
  return keyCode === Z ? 'undo' : undefined;
}
