/**
 * What the host and the reader have set, and what the core answers.
 * There is no DOM here and no arithmetic. What a reader changes is taken if the core takes it, otherwise the last good
 * answer stays and the refusal is kept beside its input. What a host sets is evaluated once, when somebody asks what
 * follows, however much it sets; of what the core refuses the host is told, and the reader sees the scenario's value.
 */
import {
  check_input,
  evaluate,
  format_field,
  input_table,
  isWhole,
  may_be_a_part,
  on_day,
  parse_field,
  parse_input,
  read_link,
  scenarios,
  whole,
  write_link,
  type Dated,
  type InputError,
  type InputId,
  type Inputs,
  type InputSpec,
  type Origin,
  type Report,
  type Scenario,
  type View,
} from './core.js';
import widest from 'virtual:widest';
import { say } from 'virtual:words';

import { own, over, without } from './layers.js';
import { inLocale, separatorsOf } from './locale.js';
import { unknown, type Mistake } from '../element/mistakes.js';

/** What JavaScript reads just as the core does; for all else the core's rest is needed. */
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Stands beside a field while nothing can read what is typed. */
const LOADING = say('page-not-taken-yet');

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

/** Every input as a control shows it, made when it is asked for: most of them nobody looks at. */
export interface Controls {
  /** `undefined` where the table has no such input. */
  get(id: InputId): Control | undefined;
  /** In the order of the table. */
  all(): Control[];
}

/** Which mine it is at one time, to be come back to. */
export type Moment = Readonly<State>;

interface State {
  scenario: Scenario;
  /** Network and market of another day than the scenario's. */
  dated: Dated | undefined;
  /** Of the day to which the reader went, in its stead. */
  scrubbed: Dated | undefined;
  /** Set by the page that holds the element: attributes and properties. */
  given: Partial<Inputs>;
  /** Set by the reader, over what was given. */
  moved: Partial<Inputs>;
}

interface Draft {
  text: string;
  refusal: string | undefined;
  /** Whether it was taken and perhaps meant otherwise. */
  doubtful?: boolean;
  /** What the reader had set of the input before it was typed. */
  before: Partial<Inputs>;
}

/** No mistake of the host's: the network is gone. */
const NOT_LOADED = new Error(say('page-date-missing'));

/** What is typed before the core can read it. */
const UNREAD = new Error(LOADING);

/** What the core takes in a date's place. */
const LATEST = 'latest';

/** The scenario that stands where none is named. */
const FIRST = 'today';

export class Model {
  readonly scenarios = scenarios();
  /** Why something that a reader asked for, or a date whose figures did not come, is not shown. */
  notice: string | undefined;
  /** What the host asked for in vain, until it is told. */
  readonly mistakes: Mistake[] = [];
  /** How numbers are written. */
  locale: string | null = null;

  readonly #table = input_table;
  #state: State;
  /** Of the state, once somebody has asked for it. */
  #report: Report | undefined;
  /** All that the host set and that is allowed by itself: another scenario may take what this one refused. */
  readonly #asked = new Map<InputId, number>();
  /** What it set and nothing could read yet. */
  readonly #unread = new Map<InputId, string>();
  readonly #drafts = new Map<InputId, Draft>();
  /** The controls as they were made last, each with what it was made of; none after what may have left a text in a field. */
  readonly #made = new Map<InputId, { control: Control; of: readonly unknown[] }>();
  #editing: InputId | undefined;
  /** The date that was asked for last. */
  #day: string | null = null;

  constructor() {
    const scenario = this.scenarios.find(({ id }) => id === FIRST) ?? this.scenarios[0];
    if (!scenario) throw new Error('the core holds no scenario');
    this.#state = { scenario, dated: undefined, scrubbed: undefined, given: {}, moved: {} };
  }

  get report(): Report {
    return (this.#report ??= this.#answer());
  }

  get inputs(): Inputs {
    return this.report.inputs;
  }

  get scenario(): Scenario {
    return this.#state.scenario;
  }

  /** The day whose network and market stand in the scenario's place. */
  get date(): string | null {
    return dayOf(this.#state)?.date ?? null;
  }

  /** A text of the core as this reader reads it. */
  words(text: string): string {
    return inLocale(text, this.locale);
  }

  controls(): Controls {
    const get = (id: InputId): Control | undefined => {
      const spec = this.#table.find((row) => row.id === id);
      return spec && this.#control(spec);
    };
    return { get, all: () => this.#table.map((spec) => this.#control(spec)) };
  }

  /**
   * The host sets an input, or takes its setting back with `null`. Where that is no plain number, it may take until the
   * rest of the core has come.
   */
  give(id: InputId, wanted: number | string | null | undefined): Promise<void> | undefined {
    const text = wanted === null || wanted === undefined ? undefined : String(wanted);
    this.#unread.delete(id);
    if (text === undefined || PLAIN.test(text) || isWhole()) {
      this.#give(id, text);
      return undefined;
    }
    this.#unread.set(id, text);
    return whole().then(
      () => {
        if (this.#unread.get(id) === text) this.#give(id, text);
      },
      () => this.#mistake(id, text, new Error(say('page-input-missing', { id }))),
    );
  }

  #give(id: InputId, text: string | undefined): void {
    this.#asked.delete(id);
    this.#drafts.delete(id);
    try {
      if (text !== undefined) this.#asked.set(id, PLAIN.test(text) ? check_input(id, Number(text)) : parse_input(id, text));
    } catch (error) {
      this.#mistake(id, text!, error);
    }
    this.#set({ given: this.#allAsked(), moved: without(this.#state.moved, id) });
  }

  /**
   * The host sets the day of network and market, or takes it back; done when it is in effect or refused. What host
   * and reader set by itself goes before.
   */
  async dateTo(wanted: string | null): Promise<void> {
    this.#day = wanted;
    if (this.notice === NOT_LOADED.message) this.notice = undefined;
    try {
      const dated = wanted === null ? undefined : await loadDay(wanted);
      if (this.#day === wanted) this.#set({ dated, scrubbed: undefined, given: this.#allAsked() });
    } catch (error) {
      if (this.#day !== wanted) return;
      if (error === NOT_LOADED) this.notice = NOT_LOADED.message;
      else this.#mistake('date', wanted!, error);
    }
  }

  /**
   * The reader goes to a day, and what was moved of that which it tells goes; done when it is in effect, and then `true`, or
   * when another one is wanted.
   */
  async scrubTo(wanted: string): Promise<boolean> {
    this.#day = wanted;
    try {
      const scrubbed = await loadDay(wanted);
      if (this.#day !== wanted || this.date === wanted) return false;
      const moved = Object.entries(this.#state.moved).filter(([id]) => !(id in scrubbed.inputs));
      this.#set({ scrubbed, moved: Object.fromEntries(moved) });
      return true;
    } catch (error) {
      this.notice = (error as Error).message;
      return false;
    }
  }

  /** Writes the text that {@link openLink} takes for what is in effect now; needs the whole core. */
  linkNow(view: View): () => string {
    const { scenario, inputs } = this;
    return () => write_link(scenario.id, inputs, view);
  }

  /** Shows what a link says and returns its view; all else goes. Needs the whole core. */
  openLink(link: string): View {
    const { scenario: id, inputs, view, warnings } = read_link(link);
    this.open(id, { keepGiven: false });
    const { inputs: start } = this.scenario;
    const same = (id: keyof Inputs): boolean => inputs[id] === start[id];
    const ids = (Object.keys(inputs) as (keyof Inputs)[]).filter((id) => !same(id));
    // The one of them may be rounded to the same where the other is not.
    if (!same('hashrate') || !same('difficulty')) ids.push('hashrate', 'difficulty');
    this.#set({ moved: Object.fromEntries(ids.map((id) => [id, inputs[id]])) });
    if (warnings.length) this.notice = warnings.map(({ message }) => message).join('. ');
    return view;
  }

  /** The reader moves an input to a value that came from the core. */
  move(id: InputId, value: number): boolean {
    return this.#take(id, () => format_field(value, id), { moved: over(this.#state.moved, { [id]: value }) });
  }

  get moment(): Moment {
    return this.#state;
  }

  /** All is as it was then; what is being typed goes. */
  comeBack(moment: Moment): void {
    this.#asked.clear();
    for (const [id, value] of Object.entries(moment.given)) this.#asked.set(id as InputId, value);
    this.#day = dayOf(moment)?.date ?? null;
    this.notice = undefined;
    this.#drafts.clear();
    this.#set(moment);
  }

  /** Whether a text stands that was typed and is not settled. */
  get isTyped(): boolean {
    return this.#drafts.size > 0;
  }

  /** The mine as its author has it: before the reader moved anything. */
  get author(): Partial<Inputs> {
    const { scenario, dated, given } = this.#state;
    return over(scenario.inputs, dated?.inputs, given);
  }

  /** Whether the reader has moved anything. */
  get isMoved(): boolean {
    return this.#state.scrubbed !== undefined || Object.keys(this.#state.moved).length > 0;
  }

  /** Remembers an input as the reader has it; what it returns brings that back. */
  keep(id: InputId): () => void {
    const draft = this.#drafts.get(id);
    const { [id]: value } = this.#state.moved;
    return () => {
      const others = without(this.#state.moved, id);
      this.#take(id, () => '', { moved: value === undefined ? others : { ...others, [id]: value } });
      if (draft) this.#drafts.set(id, draft);
    };
  }

  /** The reader begins to type in the sentence, or stops. */
  edit(id: InputId | undefined): void {
    this.#made.clear();
    if (id) this.#drafts.delete(id);
    this.#editing = id;
  }

  /**
   * The reader types; the text stays as typed until {@link settle}. While it is refused, what was in effect before is so
   * again.
   */
  type(id: InputId, text: string): boolean {
    this.#made.clear();
    const before = this.#drafts.get(id)?.before ?? own(this.#state.moved, id);
    let taken = false;
    let doubtful = false;
    try {
      if (!isWhole()) throw UNREAD;
      const value = parse_field(id, text, separatorsOf(this.locale)?.decimal);
      doubtful = may_be_a_part(id, value);
      taken = this.#take(id, () => text, { moved: over(this.#state.moved, { [id]: value }) });
    } catch (error) {
      this.#refuse(id, text, error);
    }
    this.#drafts.set(id, { text, refusal: this.#drafts.get(id)?.refusal, doubtful, before });
    if (!taken) this.#restore(id, before);
    return taken;
  }

  /** What was typed and nothing could read yet. */
  unread(id: InputId): string | undefined {
    const draft = this.#drafts.get(id);
    return draft?.refusal === LOADING ? draft.text : undefined;
  }

  /** The reader is done typing: what was taken is written as the core writes it. */
  settle(id: InputId): void {
    this.#made.clear();
    if (!this.#drafts.get(id)?.refusal) this.#drafts.delete(id);
  }

  /** What was typed is dropped, whether taken or not, and what was in effect before is so again. */
  abandon(id: InputId): void {
    this.#made.clear();
    const draft = this.#drafts.get(id);
    this.#drafts.delete(id);
    if (draft) this.#restore(id, draft.before);
  }

  /** Back to the scenario's value. */
  reset(id: InputId): boolean {
    this.#asked.delete(id);
    return this.#take(id, () => format_field(this.#origin(id), id), {
      given: without(this.#state.given, id),
      moved: without(this.#state.moved, id),
    });
  }

  /**
   * Opens a scenario; `null` is the one that stands where none is named. What the reader moved goes; what the host
   * gave may stay.
   */
  open(wanted: string | null, { keepGiven }: { keepGiven: boolean }): void {
    const id = wanted || FIRST;
    const scenario = this.scenarios.find((one) => one.id === id);
    if (!scenario) {
      this.mistakes.push(unknown('scenario', id, this.scenarios.map((one) => one.id)));
      return;
    }
    if (!keepGiven) {
      this.#asked.clear();
      this.#day = null;
    }
    this.notice = undefined;
    this.#drafts.clear();
    const dated = keepGiven ? this.#state.dated : undefined;
    this.#set({ scenario, dated, scrubbed: undefined, given: this.#allAsked(), moved: {} });
  }

  #allAsked(): Partial<Inputs> {
    return Object.fromEntries(this.#asked);
  }

  /** Whatever stands then is evaluated when somebody asks. */
  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#report = undefined;
  }

  /** Only what the host gave can be refused here: a value that this scenario does not go with. */
  #answer(): Report {
    try {
      return answer(this.#state);
    } catch (error) {
      const { given } = this.#state;
      const [id] = Object.keys(given) as InputId[];
      if (!id || !isInputError(error)) throw error;
      const refused = Object.keys(given).includes(error.field) ? (error.field as InputId) : id;
      this.#mistake(refused, String(given[refused]), error);
      this.#state = { ...this.#state, given: without(given, refused) };
      return this.#answer();
    }
  }

  #mistake(name: InputId | 'date', value: string, error: unknown): void {
    if (!(error instanceof Error)) throw error;
    this.mistakes.push({ attribute: name.replaceAll('_', '-'), value, message: error.message });
  }

  #restore(id: InputId, before: Partial<Inputs>): void {
    const { moved } = this.#state;
    if (before[id] !== moved[id]) this.#set({ moved: over(without(moved, id), before) });
  }

  /** `written` is the text that stays where the change is refused. */
  #take(id: InputId, written: () => string, change: Partial<State>): boolean {
    const state = { ...this.#state, ...change };
    try {
      this.#report = answer(state);
    } catch (error) {
      return this.#refuse(id, written(), error);
    }
    this.#state = state;
    this.#drafts.delete(id);
    return true;
  }

  #refuse(id: InputId, text: string, error: unknown): false {
    if (error !== UNREAD && !isInputError(error)) throw error;
    const refusal = isInputError(error) ? say('page-not-taken', { allowed: this.words(error.allowed) }) : LOADING;
    this.#drafts.set(id, { text, refusal, before: own(this.#state.moved, id) });
    return false;
  }

  /** The value that stands where nobody set another. */
  #origin(id: InputId): number {
    return dayOf(this.#state)?.inputs[id] ?? this.scenario.inputs[id];
  }

  /** The same object as last time where nothing in it differs. */
  #control(spec: InputSpec): Control {
    const { id } = spec;
    const { scenario, dated } = this.#state;
    const of = [this.inputs[id], this.#drafts.get(id), this.#editing === id, scenario, dated, this.locale];
    const old = this.#made.get(id);
    if (old && of.every((part, i) => part === old.of[i])) return old.control;
    const control = this.#makeControl(spec);
    this.#made.set(id, { control, of });
    return control;
  }

  #makeControl(spec: InputSpec): Control {
    const { id } = spec;
    const draft = this.#drafts.get(id);
    const value = this.inputs[id];
    const origin = this.#origin(id);
    const [shown, shownOrigin] = [value, origin].map((number) => this.words(format_field(number, id))) as [string, string];
    const { text = shown, refusal, doubtful } = draft ?? {};
    return {
      spec,
      value,
      shown,
      widest: this.words(widest.fields[id]),
      text,
      reread: !refusal && (text !== shown || doubtful === true),
      editing: id === this.#editing,
      refusal,
      origin: { value: origin, shown: shownOrigin, fact: this.#fact(id) },
    };
  }

  #fact(id: InputId): Origin | undefined {
    const { scenario } = this.#state;
    const dated = dayOf(this.#state);
    const value = dated?.inputs[id];
    if (dated && value !== undefined) return { input: id, value, basis: 'derived', date: dated.date };
    return scenario.facts.find(({ input }) => input === id);
  }
}

function answer(state: State): Report {
  return evaluate(over(state.scenario.inputs, dayOf(state)?.inputs, state.given, state.moved));
}

function dayOf({ dated, scrubbed }: Moment): Dated | undefined {
  return scrubbed ?? dated;
}

async function loadDay(wanted: string): Promise<Dated> {
  await whole().catch(() => {
    throw NOT_LOADED;
  });
  try {
    return on_day(wanted);
  } catch (error) {
    if (!isInputError(error)) throw error;
    throw new Error(say('page-date-unknown', { value: wanted, allowed: error.allowed, latest: LATEST }));
  }
}

function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError';
}
