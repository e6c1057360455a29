/**
 * What the host and the reader have set, and what the core answers.
 * There is no DOM here and no arithmetic: a change is taken if the core takes it,
 * otherwise the last good answer stays and the refusal is kept beside its input.
 */
import {
  evaluate,
  format_field,
  input_table,
  parse_input,
  scenarios,
  type InputError,
  type InputId,
  type Inputs,
  type InputSpec,
  type Origin,
  type Report,
  type Scenario,
} from './core.js';

/** One input as a control shows it. */
export interface Control {
  spec: InputSpec;
  value: number;
  /** What stands in the number field: the value, or what somebody is typing. */
  text: string;
  /** Whether it is being typed where it otherwise stands with its unit. */
  editing: boolean;
  /** Why the text is not taken. */
  refusal: string | undefined;
  /** The value to which the input resets, and where it comes from. */
  origin: { value: number; fact: Origin | undefined };
}

/** Every input by its id, in the order of the core's table. */
export type Controls = ReadonlyMap<InputId, Control>;

interface State {
  scenario: Scenario;
  /** Set by the page that holds the element: attributes and properties. */
  given: Partial<Inputs>;
  /** Set by the reader, over what was given. */
  moved: Partial<Inputs>;
}

interface Draft {
  text: string;
  refusal?: string;
}

/** The scenario that stands where none is named. */
const FIRST = 'today';

export class Model {
  readonly scenarios = scenarios();
  report: Report;
  /** Why a scenario that was asked for is not shown. */
  unknownScenario: string | undefined;

  readonly #table = input_table();
  #state: State;
  /** All that the host asked for, taken or not: another scenario may take what this one refused. */
  readonly #asked = new Map<InputId, number | string>();
  readonly #drafts = new Map<InputId, Draft>();
  #editing: InputId | undefined;

  constructor() {
    const scenario = this.scenarios.find(({ id }) => id === FIRST) ?? this.scenarios[0];
    if (!scenario) throw new Error('the core holds no scenario');
    this.#state = { scenario, given: {}, moved: {} };
    this.report = evaluate(scenario.inputs);
  }

  get inputs(): Inputs {
    return this.report.inputs;
  }

  get scenario(): Scenario {
    return this.#state.scenario;
  }

  controls(): Controls {
    return new Map(this.#table.map((spec) => [spec.id, this.#control(spec)]));
  }

  /** The host sets an input, or takes its setting back with `null`. */
  give(id: InputId, wanted: number | string | null | undefined): void {
    const given = without(this.#state.given, id);
    const moved = without(this.#state.moved, id);
    if (wanted === null || wanted === undefined) {
      this.#asked.delete(id);
      this.#take(id, '', { given, moved });
      return;
    }
    this.#asked.set(id, wanted);
    this.#parse(id, String(wanted), (value) => ({ given: { ...given, [id]: value }, moved }));
  }

  /** The reader moves an input to a value that came from the core. */
  move(id: InputId, value: number): boolean {
    return this.#take(id, format_field(value), { moved: { ...this.#state.moved, [id]: value } });
  }

  /** The reader begins to type in the sentence, or stops. */
  edit(id: InputId | undefined): void {
    if (id) this.#drafts.delete(id);
    this.#editing = id;
  }

  /** The reader types; the text stays as typed until {@link settle}. */
  type(id: InputId, text: string): boolean {
    const taken = this.#parse(id, text, (value) => ({ moved: { ...this.#state.moved, [id]: value } }));
    if (taken) this.#drafts.set(id, { text });
    return taken;
  }

  /** The reader is done typing: what was taken is written as the core writes it. */
  settle(id: InputId): void {
    if (!this.#drafts.get(id)?.refusal) this.#drafts.delete(id);
  }

  /** What was typed is dropped, whether taken or not; the last good value stays. */
  abandon(id: InputId): void {
    this.#drafts.delete(id);
  }

  /** Back to the scenario's value. */
  reset(id: InputId): boolean {
    this.#asked.delete(id);
    return this.#take(id, format_field(this.scenario.inputs[id]), {
      given: without(this.#state.given, id),
      moved: without(this.#state.moved, id),
    });
  }

  /** Opens a scenario; `null` is the one that stands where none is named. What the reader moved goes; what the host gave may stay. */
  open(wanted: string | null, { keepGiven }: { keepGiven: boolean }): void {
    const id = wanted ?? FIRST;
    const scenario = this.scenarios.find((one) => one.id === id);
    if (!scenario) {
      const known = this.scenarios.map((one) => one.id).join(', ');
      this.unknownScenario = `There is no scenario “${id}”. Known: ${known}.`;
      return;
    }
    if (!keepGiven) this.#asked.clear();
    this.unknownScenario = undefined;
    this.#drafts.clear();
    this.#state = { scenario, given: {}, moved: {} };
    this.report = evaluate(scenario.inputs);
    for (const [input, wanted] of this.#asked) this.give(input, wanted);
  }

  #parse(id: InputId, text: string, change: (value: number) => Partial<State>): boolean {
    try {
      return this.#take(id, text, change(parse_input(id, text)));
    } catch (error) {
      return this.#refuse(id, text, error);
    }
  }

  #take(id: InputId, text: string, change: Partial<State>): boolean {
    const state = { ...this.#state, ...change };
    try {
      this.report = evaluate({ ...state.scenario.inputs, ...state.given, ...state.moved });
    } catch (error) {
      return this.#refuse(id, text, error);
    }
    this.#state = state;
    this.#drafts.delete(id);
    return true;
  }

  #refuse(id: InputId, text: string, error: unknown): false {
    if (!isInputError(error)) throw error;
    this.#drafts.set(id, { text, refusal: `Not taken. Allowed: ${error.allowed}` });
    return false;
  }

  #control(spec: InputSpec): Control {
    const { id } = spec;
    const draft = this.#drafts.get(id);
    const fact = this.scenario.facts.find(({ input }) => input === id);
    return {
      spec,
      value: this.inputs[id],
      text: draft?.text ?? format_field(this.inputs[id]),
      editing: id === this.#editing,
      refusal: draft?.refusal,
      origin: { value: this.scenario.inputs[id], fact },
    };
  }
}

function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError';
}

function without(values: Partial<Inputs>, id: InputId): Partial<Inputs> {
  const { [id]: _, ...rest } = values;
  return rest;
}
