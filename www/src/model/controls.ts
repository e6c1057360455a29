/** Every input as a control shows it. */
import widest from 'virtual:widest';

import { input_table, placeOf, type InputId, type InputSpec, type Mine, type Moment, type Start } from './core.js';
import { inLocale } from './locale.js';

/** One input as a control shows it. */
export interface Control {
  spec: InputSpec;
  value: number;
  /** The value as text. */
  shown: string;
  /** The widest that this text gets. */
  widest: string;
  /** What stands in the number field: the value, or what somebody is typing. */
  text: string;
  /** Whether it is being typed where it otherwise stands with its unit. */
  editing: boolean;
  /** Whether what is typed is taken, and written in another way or perhaps meant in another. */
  reread: boolean;
  /** Why the text is not taken. */
  refusal: string | undefined;
  /** The value to which the input resets, and where it comes from. */
  origin: Start & { shown: string };
}

/** They are made when they are asked for: most of them nobody looks at. */
export interface Controls {
  /** `undefined` where the table has no such input. */
  get(id: InputId): Control | undefined;
  /** Those of ids separated by spaces, each once, in their order. */
  listed(ids: string): Control[];
  /** In the order of the table. */
  all(): Control[];
}

/** A text that is typed and not settled. */
export interface Draft {
  text: string;
  refusal: string | undefined;
  /** Whether it was taken and perhaps meant otherwise. */
  doubtful?: boolean;
  /** The mine before it was typed. */
  before: Moment;
}

/** What controls are made of. */
export interface Shown {
  mine: Mine;
  /** The values in effect, in the order of the table. */
  values: Float64Array;
  drafts: ReadonlyMap<InputId, Draft>;
  /** What is being typed where it otherwise stands with its unit. */
  editing: InputId | undefined;
  /** How numbers are written. */
  locale: string | null;
}

/** The controls as they were made last, each with what it was made of. */
export class MadeControls {
  readonly #made = new Map<InputId, { control: Control; of: readonly unknown[] }>();
  /** To what inputs reset, and of which scenario and day. */
  #starts = new Map<InputId, Control['origin']>();
  #startsOf: readonly unknown[] = [];

  /** Each is made anew, though it would be the same: a text may have been left in its field. */
  forget(): void {
    this.#made.clear();
  }

  /** The same objects as last time where nothing in them differs. */
  of(shown: Shown): Controls {
    const startsOf = [shown.mine.origins(), shown.locale];
    if (!isSame(startsOf, this.#startsOf)) this.#starts = new Map();
    this.#startsOf = startsOf;
    const get = (id: InputId): Control | undefined => {
      const spec = input_table[placeOf(id)];
      return spec && this.#control(spec, shown);
    };
    const listed = (ids: string): Control[] =>
      [...new Set(ids.split(/\s+/))].flatMap((id) => get(id as InputId) ?? []);
    return { get, listed, all: () => input_table.map((spec) => this.#control(spec, shown)) };
  }

  #control(spec: InputSpec, { mine, values, drafts, editing, locale }: Shown): Control {
    const { id } = spec;
    const value = values[placeOf(id)]!;
    const draft = drafts.get(id);
    const of = [value, draft, editing === id, this.#starts];
    const old = this.#made.get(id);
    if (old && isSame(of, old.of)) return old.control;
    const shown = mine.written(id, value);
    const { text = shown, refusal, doubtful } = draft ?? {};
    const control: Control = {
      spec,
      value,
      shown,
      widest: inLocale(widest.fields[id], locale),
      text,
      reread: !refusal && (text !== shown || doubtful === true),
      editing: id === editing,
      refusal,
      origin: this.#start(id, mine),
    };
    this.#made.set(id, { control, of });
    return control;
  }

  #start(id: InputId, mine: Mine): Control['origin'] {
    const known = this.#starts.get(id);
    if (known) return known;
    const start = mine.origin(id);
    const made = { ...start, shown: mine.written(id, start.value) };
    this.#starts.set(id, made);
    return made;
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((part, i) => part === other[i]);
}
