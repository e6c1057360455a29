/**
 * What the host and the reader have set, and what the core answers.
 * There is no DOM here and no arithmetic. What a reader changes is taken if the core takes it, otherwise the last good
 * answer stays and the refusal is kept beside its input. What a host sets is evaluated once, when somebody asks what
 * follows, however much it sets; of what the core refuses the host is told, and the reader sees the scenario's value.
 */
import { say } from 'virtual:words';

import { MadeControls, type Controls, type Draft } from './controls.js';
import {
  check_input,
  format_field,
  isInputError,
  isWhole,
  may_be_a_part,
  parse_field,
  parse_input,
  read_link,
  scenarios,
  whole,
  write_link,
  type InputId,
  type Inputs,
  type Report,
  type Scenario,
  type View,
} from './core.js';
import { loadDay, NOT_LOADED } from './day.js';
import { own, over, without } from './layers.js';
import { inLocale, separatorsOf } from './locale.js';
import { answer, authorOf, dayOf, originOf, type Moment, type State } from './state.js';
import { unknown, type Mistake } from '../element/mistakes.js';

/** What JavaScript reads just as the core does; for all else the core's rest is needed. */
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Stands beside a field while nothing can read what is typed. */
const LOADING = say('page-not-taken-yet');

/** What is typed before the core can read it. */
const UNREAD = new Error(LOADING);

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

  #state: State;
  /** Of the state, once somebody has asked for it. */
  #report: Report | undefined;
  /** All that the host set and that is allowed by itself: another scenario may take what this one refused. */
  readonly #asked = new Map<InputId, number>();
  /** What it set and nothing could read yet. */
  readonly #unread = new Map<InputId, string>();
  readonly #drafts = new Map<InputId, Draft>();
  readonly #made = new MadeControls();
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
    const { inputs, locale } = this;
    return this.#made.of({ state: this.#state, inputs, drafts: this.#drafts, editing: this.#editing, locale });
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
    return authorOf(this.#state);
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
    this.#made.forget();
    if (id) this.#drafts.delete(id);
    this.#editing = id;
  }

  /**
   * The reader types; the text stays as typed until {@link settle}. While it is refused, what was in effect before is so
   * again.
   */
  type(id: InputId, text: string): boolean {
    this.#made.forget();
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
    this.#made.forget();
    if (!this.#drafts.get(id)?.refusal) this.#drafts.delete(id);
  }

  /** What was typed is dropped, whether taken or not, and what was in effect before is so again. */
  abandon(id: InputId): void {
    this.#made.forget();
    const draft = this.#drafts.get(id);
    this.#drafts.delete(id);
    if (draft) this.#restore(id, draft.before);
  }

  /** Back to the scenario's value. */
  reset(id: InputId): boolean {
    this.#asked.delete(id);
    return this.#take(id, () => format_field(originOf(this.#state, id).value, id), {
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
}
