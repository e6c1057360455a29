import type { InputId } from '../model/core.js';

/** A drag through time. */
export interface Scrub {
  /** Network and market are to be those of a day, `YYYY-MM-DD`. */
  to(day: string): void;
  /** It ends. */
  settle(): void;
  /** All is as it was, and was never done. */
  undo(): void;
}

/** What a reader can do to an input; every control speaks to the element through this. */
export interface Reader {
  /** A drag goes on: what only those need who do not drag waits until it rests. */
  readonly drags: boolean;
  /** A drag begins. What it returns undoes it: all is as it was, and was never done. */
  grasp(id: InputId): () => void;
  /** While a slider, a number or the figure is dragged. */
  move(id: InputId, value: number): void;
  /** One step of the −/+ buttons or the arrow keys; ten with the page keys. While a key is `held` its steps are undone as one. */
  step(id: InputId, count: number, held?: boolean): void;
  /** When a number of the sentence is about to be typed, or none any more. */
  edit(id: InputId | undefined): void;
  /** While a number is typed. */
  type(id: InputId, text: string): void;
  /** When a drag ends, of one input or of several at once. */
  settle(...ids: InputId[]): void;
  /** When a typed number is left, be it that a press takes the focus from it and drags the same number already. */
  leave(id: InputId): void;
  /** A drag through time begins. */
  scrub(): Scrub;
  /** The typed text is dropped, and what it changed with it; `false` where there was none. */
  abandon(id: InputId): boolean;
  /** Back to the scenario's value. */
  reset(id: InputId): void;
}

type Steps = Readonly<Record<string, number>>;

const STEPS: Steps = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
/** A slider has no caret, so the horizontal arrows step it too. */
const SLIDER_STEPS: Steps = { ...STEPS, ArrowRight: 1, ArrowLeft: -1 };

/** The handlers of a typed number, in a field or in the sentence. */
export function typed(reader: Reader, id: InputId) {
  const stepped = steppedByKey(reader, id, STEPS);
  return {
    input(event: Event): void {
      event.stopPropagation();
      reader.type(id, (event.target as HTMLInputElement).value);
    },
    change(event: Event): void {
      event.stopPropagation();
      reader.leave(id);
    },
    keydown(event: KeyboardEvent): void {
      // A text that is being composed has these keys for itself.
      if (event.isComposing) return;
      if (event.key !== 'Escape') return stepped(event);
      // What it drops is enough for one press: a dialog around it stays.
      if (reader.abandon(id)) event.preventDefault();
    },
  };
}

/** The key handler of a slider. */
export function slid(reader: Reader, id: InputId) {
  return steppedByKey(reader, id, SLIDER_STEPS);
}

function steppedByKey(reader: Reader, id: InputId, steps: Steps) {
  return (event: KeyboardEvent): void => {
    const count = event.altKey || event.ctrlKey || event.metaKey ? undefined : steps[event.key];
    if (count === undefined) return;
    event.preventDefault();
    reader.step(id, count, event.repeat);
  };
}
