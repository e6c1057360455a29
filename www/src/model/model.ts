/**
 * One mine of the core, and what a page has beside it: texts that are typed and not settled, what waits for the rest of the
 * core, and what somebody is to be told.
 * There is no DOM here, no arithmetic, and no value of the mine. What a reader changes is taken if the core takes it,
 * otherwise the refusal is kept beside its input. Of what the core refuses a host, the host is told, and the reader sees
 * the scenario's value.
 */
import { say } from 'virtual:words';

import { MadeControls, type Controls, type Draft } from './controls.js';
import {
  isInputError,
  isWhole,
  Mine,
  placeOf,
  scenarios,
  whole,
  type InputId,
  type Moment,
  type NamedMine,
  type Report,
  type Segment,
  type View,
} from './core.js';
import { NOT_LOADED, theDay } from './day.js';
import { inLocale, separatorsOf } from './locale.js';
import { unknown, type Mistake } from './mistake.js';

/** What JavaScript reads just as the core does; for all else the core's rest is needed. */
const PLAIN = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** Stands beside a field while nothing can read what is typed. */
const LOADING = say('page-not-taken-yet');

/** What is typed before the core can read it. */
const UNREAD = new Error(LOADING);

/** The scenario that stands where none is named. */
const FIRST = 'today';

/** What a host sets, as an attribute has it. */
export function written(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

export class Model {
  /** It has scenario and inputs, and says and draws what follows. */
  readonly mine = new Mine();
  readonly scenarios = scenarios();
  /** Why something that a reader asked for, or a date whose figures did not come, is not shown. */
  notice: string | undefined;

  /** What the reader is changing, and what stood before. */
  readonly unsettled = new Map<InputId, Moment>();

  /** What the host asked for in vain, until it is told. */
  #mistakes: Mistake[] = [];
  #locale: string | null = null;
  /** What it set and nothing could read yet. */
  readonly #unread = new Map<InputId, string>();
  readonly #drafts = new Map<InputId, Draft>();
  readonly #made = new MadeControls();
  #editing: InputId | undefined;
  /** The date that was asked for last. */
  #day: string | null | undefined;
  /** As it was told last, and of which mine. */
  #report: { told: Report; changes: number } | undefined;

  /** How numbers are written. */
  get locale(): string | null {
    return this.#locale;
  }

  set locale(locale: string | null) {
    if (locale === this.#locale) return;
    this.#locale = locale;
    const separators = separatorsOf(locale);
    if (locale && !separators) this.miss('locale', locale, ['de', '…']);
    this.mine.write_numbers_with(separators?.decimal, separators?.group);
  }

  /** Goes up with every change. */
  get changes(): number {
    return this.mine.changes();
  }

  /** For a host, in the words of the core: who reads has {@link sentence}. */
  get report(): Report {
    const { changes } = this;
    if (this.#report?.changes !== changes) this.#report = { told: this.mine.report(), changes };
    return this.#report.told;
  }

  /** In pieces; one that is the same as before is the same object. What is typed in it, or `dragged`, stays in it. */
  sentence(dragged?: InputId | 'date'): readonly Segment[] {
    return this.mine.sentence([dragged, this.#editing].includes('price_growth'));
  }

  value(id: InputId): number {
    return this.mine.values()[placeOf(id)]!;
  }

  get scenario(): NamedMine {
    return this.scenarios[this.mine.scenario()!]!;
  }

  /** The day whose network and market stand in the scenario's place. */
  get date(): string | undefined {
    return this.mine.date();
  }

  /** A text of the core as this reader reads it. */
  words(text: string): string {
    return inLocale(text, this.locale);
  }

  controls(): Controls {
    const { mine, locale } = this;
    return this.#made.of({ mine, values: mine.values(), drafts: this.#drafts, editing: this.#editing, locale });
  }

  /** What the host got wrong since this was asked last. */
  takeMistakes(): Mistake[] {
    for (const { input, value, error } of this.mine.take_refused()) this.#mistake(input, String(value), error);
    return this.#mistakes.splice(0);
  }

  /**
   * The host sets an input, or takes its setting back with `null`. Where that is no plain number, it may take until the
   * rest of the core has come.
   */
  give(id: InputId, wanted: number | string | null | undefined): Promise<void> | undefined {
    const text = written(wanted);
    this.#unread.delete(id);
    if (text === null || PLAIN.test(text) || isWhole()) {
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

  #give(id: InputId, text: string | null): void {
    this.#drafts.delete(id);
    try {
      if (text === null || PLAIN.test(text)) this.mine.give(id, text === null ? text : Number(text));
      else this.mine.give_text(id, text);
    } catch (error) {
      this.#mistake(id, text!, error);
    }
  }

  /**
   * The host sets the day of network and market, or takes it back; done when it is in effect or refused. What host
   * and reader set by itself goes before.
   */
  async dateTo(wanted: string | null): Promise<void> {
    this.#day = wanted;
    if (this.notice === NOT_LOADED.message) this.notice = undefined;
    try {
      // Before all of the core is there no date is in effect.
      if (wanted === null) isWhole() && this.mine.date_to();
      else await theDay(wanted, () => this.#day === wanted && this.mine.date_to(wanted));
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
    let taken = false;
    try {
      await theDay(wanted, () => {
        if (this.#day !== wanted || this.date === wanted) return;
        this.mine.scrub_to(wanted);
        taken = true;
      });
    } catch (error) {
      this.notice = (error as Error).message;
    }
    return taken;
  }

  /**
   * Shows what a link says and returns its view; all else goes. Needs the whole core. The `host` that set it is told of
   * what it says in vain, else the reader.
   */
  openLink(link: string, host?: boolean): View {
    const { view, warnings } = this.mine.open_link(link, !host);
    this.#another();
    const message = warnings.join('. ');
    if (message && host) this.#mistakes.push({ attribute: 'state', value: link, message });
    else this.notice = message || undefined;
    return view;
  }

  /** The reader moves an input to a value that came from the core. */
  move(id: InputId, value: number): boolean {
    return this.#take(id, () => this.mine.set(id, value), () => this.mine.written(id, value));
  }

  /** One step of the −/+ buttons or of a key, or several. */
  step(id: InputId, count: number): boolean {
    return this.#take(id, () => this.mine.step(id, count), () => this.mine.written(id, this.value(id)));
  }

  get moment(): Moment {
    return this.mine.moment();
  }

  /** All is as it was then; what is being typed goes. */
  comeBack(moment: Moment): void {
    this.mine.come_back(moment);
    this.#another();
  }

  /** Takes back all that the reader has moved; what is being typed goes. */
  restart(): void {
    this.mine.restart();
    this.#another();
  }

  /** It is another mine by one step. */
  #another(): void {
    this.#made.forget();
    this.#day = this.date;
    this.notice = undefined;
    this.#drafts.clear();
    this.unsettled.clear();
  }

  /** Whether this text was typed and is not settled. */
  isTyped(text: string): boolean {
    return [...this.#drafts.values()].some((draft) => draft.text === text);
  }

  /** Whether the reader has moved anything. */
  get isMoved(): boolean {
    return this.mine.is_moved();
  }

  /** Remembers an input as the reader has it; what it returns brings that back. */
  keep(id: InputId): () => void {
    const draft = this.#drafts.get(id);
    const before = this.moment;
    return () => {
      this.#made.forget();
      this.#drafts.delete(id);
      this.mine.restore(id, before);
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
    const before = this.#drafts.get(id)?.before ?? this.moment;
    let doubtful = false;
    const taken = this.#take(
      id,
      () => {
        if (!isWhole()) throw UNREAD;
        doubtful = this.mine.type_in(id, text, separatorsOf(this.locale)?.decimal);
      },
      () => text,
    );
    this.#drafts.set(id, { text, refusal: this.#drafts.get(id)?.refusal, doubtful, before });
    if (!taken) this.mine.restore(id, before);
    return taken;
  }

  /** What was typed and nothing could read yet. */
  unread(id: InputId): string | undefined {
    const draft = this.#drafts.get(id);
    return draft?.refusal === LOADING ? draft.text : undefined;
  }

  /**
   * The reader is done typing, or dragging what is no input: what was taken is written as the core writes it, and where nothing
   * was left to take the value in effect stands again.
   */
  settle(id?: InputId): void {
    this.#made.forget();
    const draft = id && this.#drafts.get(id);
    if (draft && !(draft.refusal && draft.text.trim())) this.#drafts.delete(id);
  }

  /** What was typed is dropped, whether taken or not, and what was in effect before is so again; `false` where there was none. */
  abandon(id: InputId): boolean {
    this.#made.forget();
    const draft = this.#drafts.get(id);
    this.#drafts.delete(id);
    if (draft) this.mine.restore(id, draft.before);
    return draft !== undefined;
  }

  /** Back to the scenario's value. */
  reset(id: InputId): boolean {
    return this.#take(id, () => this.mine.reset(id), () => this.mine.written(id, this.mine.origin(id).value));
  }

  /**
   * Opens a scenario; `null` is the one that stands where none is named. What the reader moved goes; what the host
   * gave may stay.
   */
  open(wanted: string | null, { keepGiven }: { keepGiven: boolean }): void {
    const scenario = this.scenarios.find(({ id }) => id === (wanted || FIRST));
    if (!scenario) {
      this.miss('scenario', wanted!, this.scenarios.map(({ id }) => id));
      return;
    }
    const day = this.#day;
    this.mine.open(scenario.id, keepGiven);
    this.#another();
    // One that is on its way will come.
    if (keepGiven) this.#day = day;
  }

  /** The host asked for what is none of those that are known. */
  miss(attribute: string, value: string, known: readonly string[]): void {
    this.#mistakes.push(unknown(attribute, value, known));
  }

  /** What is neither the core's refusal nor words of the page's own is a fault of neither host nor reader. */
  #mistake(id: InputId | 'date', value: string, error: unknown): void {
    if (!/^(Input)?Error$/.test((error as Error).name)) throw error;
    this.#mistakes.push({ attribute: id.replaceAll('_', '-'), value, message: (error as Error).message });
  }

  /** `written` is the text that stays where the change is refused. */
  #take(id: InputId, change: () => void, written: () => string): boolean {
    try {
      change();
    } catch (error) {
      return this.#refuse(id, written(), error);
    }
    this.#drafts.delete(id);
    return true;
  }

  #refuse(id: InputId, text: string, error: unknown): false {
    if (error !== UNREAD && !isInputError(error)) throw error;
    const refusal = isInputError(error) ? say('page-not-taken', { allowed: this.words(error.allowed) }) : LOADING;
    this.#drafts.set(id, { text, refusal, before: this.moment });
    return false;
  }
}
