/** Every input as a control shows it. */
import widest from 'virtual:widest';

import { format_field, input_table, type InputId, type Inputs, type InputSpec, type Origin } from './core.js';
import { inLocale } from './locale.js';
import { originOf, type Moment } from './state.js';

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
  origin: { value: number; shown: string; fact: Origin | undefined };
}

/** They are made when they are asked for: most of them nobody looks at. */
export interface Controls {
  /** `undefined` where the table has no such input. */
  get(id: InputId): Control | undefined;
  /** In the order of the table. */
  all(): Control[];
}

/** A text that is typed and not settled. */
export interface Draft {
  text: string;
  refusal: string | undefined;
  /** Whether it was taken and perhaps meant otherwise. */
  doubtful?: boolean;
  /** What the reader had set of the input before it was typed. */
  before: Partial<Inputs>;
}

/** What controls are made of. */
export interface Shown {
  state: Moment;
  /** The values in effect. */
  inputs: Inputs;
  drafts: ReadonlyMap<InputId, Draft>;
  /** What is being typed where it otherwise stands with its unit. */
  editing: InputId | undefined;
  /** How numbers are written. */
  locale: string | null;
}

/** The controls as they were made last, each with what it was made of. */
export class MadeControls {
  readonly #made = new Map<InputId, { control: Control; of: readonly unknown[] }>();

  /** Each is made anew, though it would be the same: a text may have been left in its field. */
  forget(): void {
    this.#made.clear();
  }

  /** The same objects as last time where nothing in them differs. */
  of(shown: Shown): Controls {
    const get = (id: InputId): Control | undefined => {
      const spec = input_table.find((row) => row.id === id);
      return spec && this.#control(spec, shown);
    };
    return { get, all: () => input_table.map((spec) => this.#control(spec, shown)) };
  }

  #control(spec: InputSpec, shown: Shown): Control {
    const { id } = spec;
    const { state, inputs, drafts, editing, locale } = shown;
    const of = [inputs[id], drafts.get(id), editing === id, state.scenario, state.dated, state.scrubbed, locale];
    const old = this.#made.get(id);
    if (old && of.every((part, i) => part === old.of[i])) return old.control;
    const control = made(spec, shown);
    this.#made.set(id, { control, of });
    return control;
  }
}

function made(spec: InputSpec, { state, inputs, drafts, editing, locale }: Shown): Control {
  const { id } = spec;
  const { [id]: value } = inputs;
  const { value: start, fact } = originOf(state, id);
  const written = (number: number): string => inLocale(format_field(number, id), locale);
  const shown = written(value);
  const { text = shown, refusal, doubtful } = drafts.get(id) ?? {};
  return {
    spec,
    value,
    shown,
    widest: inLocale(widest.fields[id], locale),
    text,
    reread: !refusal && (text !== shown || doubtful === true),
    editing: id === editing,
    refusal,
    origin: { value: start, shown: written(start), fact },
  };
}
