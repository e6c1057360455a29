/** `<break-even>`: the sentence, the bar, the controls and the figure of one mine. */
import { type CSSResult, html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import { AddressSync, LINK } from './address.js';
import { ANSWER, Arrival, BAR, SCENARIOS, SLIDERS } from './arrival.js';
import { Asked } from './asked.js';
import { DEFAULTS, isInput, KNOWN, MINE_OF, PROPERTIES, VIEWS } from './attributes.js';
import { isWhole, whole, type InputId, type Report, type View } from '../model/core.js';
import type { Assumptions } from './assumptions.js';
import { Drawers } from './drawers.js';
import { readerOf, type Consequences } from './edits.js';
import { DRAGGED, Figure, type Subject } from './figure.js';
import { headline } from './headline.js';
import type { RungName } from '../load/ladder.js';
import { tell, unknownNames } from './mistakes.js';
import type { Filed } from './files.js';
import { guard } from './guard.js';
import { frozen } from '../model/frozen.js';
import type { Control, Controls } from '../model/controls.js';
import { Model, written } from '../model/model.js';
import type { Reader } from './reader.js';
import type { Tabled } from './table.js';
import { scenarioPicker } from './scenario-picker.js';
import { slider } from './slider.js';
import { Spoken } from './spoken.js';
import { styles } from './styles.js';
import { choices, panel, reveal } from './tabs.js';
import { uncover } from './uncover.js';
import { Undo } from './undo.js';
import { task } from '../load/pacing.js';

export const NAME = 'break-even';

/** Each input of the core's table is a property; reading it gives the value in effect, NaN until the core has come. */
export interface BreakEven extends Record<InputId, number> {}

export class BreakEven extends LitElement {
  static override styles: CSSResult[] = [styles];
  /** How the core came, once it has. */
  static rung: RungName | undefined;
  /** Whether the elements run: known once the core has come or has failed to. */
  static ready: Promise<boolean>;
  /** Hears of each that is there with all its parts. */
  static whole: ((element: BreakEven) => void) | undefined;
  /** Hears of each that is put into a page. */
  static connected: ((element: Element) => void) | undefined;

  static override properties = PROPERTIES;

  /** By either name: where frameworks do not know of a property, they set an attribute of its name. */
  static override get observedAttributes(): string[] {
    return super.observedAttributes.flatMap((name) => [name, name.replaceAll('-', '_')]);
  }

  /** An input is kept by the model, not by the element; what nobody has set costs an element nothing when it is made. */
  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclarations[string],
  ): PropertyDescriptor | undefined {
    const read = (options.type ?? written) as (value: unknown) => unknown;
    return {
      ...super.getPropertyDescriptor(name, key, options),
      ...(isInput(name)
        ? {
            get(this: BreakEven) {
              return this.#model?.value(name) ?? NaN;
            },
            set(this: BreakEven, wanted: number | string | null) {
              this.#ask(name, (model) => model.give(name, wanted));
            },
          }
        : {
            get(this: BreakEven) {
              return read(this[key as keyof BreakEven] ?? DEFAULTS[name as string]);
            },
          }),
    };
  }

  /** The figure beside the controls. */
  declare view: View;
  /** The figures from which the reader may choose: ids separated by spaces; without it there is no choice. */
  declare views: string | null;
  /** The inputs that get a slider: the ids of any of them, separated by spaces. */
  declare controls: string;
  /** `light` or `dark`; without it the reader's preference counts. */
  declare theme: string | null;
  /** The language whose separators numbers have, such as `de`; without it they are as the page's words have them. */
  declare locale: string | null;
  /** Only sentence, bar and sliders. */
  declare compact: boolean;
  /** Whether the page's address keeps what the reader sees. */
  declare urlSync: boolean;

  /** What was set before it was one of these, in its order. */
  readonly #early: [string, unknown][] = Object.entries(this).filter(
    ([name]) => name in PROPERTIES && delete this[name as keyof BreakEven],
  );
  readonly #asked = new Asked(() => this.requestUpdate());
  #mine: Model | undefined;
  /** Whether what its attributes said of the mine when it came is among what was asked. */
  #heard = false;
  #bar: Figure | undefined;
  #figure: Figure | undefined;
  #drawers!: Drawers;
  #reader!: Reader;
  #spoken: Spoken | undefined;
  #undo: Undo | undefined;
  readonly #address = new AddressSync(this, () => this.#followed());
  /** The view whose tab was brought into sight last. */
  #revealed: View | undefined;
  readonly #arrival = new Arrival({
    element: this,
    ready: () => BreakEven.ready,
    known: () => this.#known(),
    adopt: (bar, figure) => {
      this.#bar = new Figure(this, bar);
      this.#figure = new Figure(this, figure);
      this.renderOptions.renderBefore = null;
    },
  });

  /** Lit would keep what was set early until it draws, and put it over what was set since. */
  override hasOwnProperty(name: PropertyKey): boolean {
    return super.hasOwnProperty(name) && !(name in PROPERTIES);
  }

  override connectedCallback(): void {
    Object.assign(this, Object.fromEntries(this.#early.splice(0)));
    super.connectedCallback();
    BreakEven.connected?.(this);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    // What a host writes again as it was is no news: the reader may have moved it since.
    if (old === value) return;
    const property = MINE_OF.get(name);
    if (!property) return super.attributeChangedCallback(name.replaceAll('_', '-'), old, value);
    // Those that it comes with are read at its turn: of many elements, each with many of them, every step counts.
    if (!this.#heard && old === null) return;
    // Of one that was set anew before that, what stood first: it may yet be the one that can be read.
    if (!this.#heard) Object.assign(this, { [property]: old });
    value ??= this.getAttribute(property) ?? this.getAttribute(property.replaceAll('_', '-'));
    Object.assign(this, { [property]: value });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Who types in it has left it, which engines do not tell.
    this.#reader?.edit(undefined);
  }

  /** Takes what its attributes said of the mine when it came; what is asked for afterwards counts for more. */
  #hear(): void {
    if (this.#heard) return;
    this.#heard = true;
    for (const { name, value } of this.attributes) {
      if (MINE_OF.has(name)) this.attributeChangedCallback(name, null, value);
    }
  }

  /** The mine, once the core has come, and with it all that lives on it: an upgrade of many elements is short. */
  get #model(): Model | undefined {
    if (!this.#mine && BreakEven.rung) {
      const model = (this.#mine = new Model());
      this.#reader = readerOf(model, this.#address, this.#consequences);
      this.#drawers = new Drawers(this);
      const drags = (): boolean => this.#reader.drags;
      this.#spoken = new Spoken(this, model, drags);
      this.#undo = new Undo(this, model, drags, () => this.#tellAnother());
      this.addEventListener('keydown', this.#undo.keyed);
      this.#hear();
      this.#asked.do(this.#mine);
    }
    return this.#mine;
  }

  /** What the host asks for is done once there is a mine. */
  #ask(...asked: Parameters<Asked['note']>): void {
    this.#hear();
    this.#asked.note(...asked);
    if (this.#model) this.#asked.do(this.#model);
    this.requestUpdate();
  }

  get scenario(): string {
    return this.#model?.scenario.id ?? '';
  }

  set scenario(id: string | null) {
    // One that is not known must not hide the one before.
    this.#ask(`scenario ${id}`, (model) => model.open(id, { keepGiven: true }));
  }

  /** The day, `YYYY-MM-DD`, whose network and market are in effect; `null` where they are the scenario's. */
  get date(): string | null {
    return this.#model?.date ?? null;
  }

  set date(wanted: string | null) {
    this.#ask('date', (model) => model.dateTo(written(wanted)));
  }

  /** What the core answers to the inputs in effect; `null` until it has come. */
  get report(): Report | null {
    return frozen(this.#model?.report ?? null);
  }

  /**
   * Scenario, inputs, view and the day that the reader chose as a short text, as it stands in a link; empty until the core
   * has come as a whole. Setting it shows what it says.
   */
  get state(): string {
    return (isWhole() && this.#model?.moment.link(this.#shownView)) || '';
  }

  set state(wanted: string | null) {
    const link = written(wanted);
    if (!link) return;
    if (LINK.test(link)) this.follow(link, true);
    else this.#ask(`state ${link}`, (model) => model.miss('state', link, ['1~…']));
  }

  /** What a link says is shown; of what it says in vain the `host` is told that set it, else the reader. */
  follow(link: string, host?: boolean): void {
    this.#heard = true;
    this.#asked.forget();
    this.#ask('state', (model) => {
      const open = (): void => void (this.view = model.openLink(link, host));
      const unread = (): void => void ([model.notice, this.#address.missed] = [say('page-link-missing'), !host]);
      return isWhole() ? open() : this.#asked.hold(whole().then(open, unread), model);
    });
  }

  /** Whether the reader has changed anything that can be undone. */
  get undoable(): boolean {
    return this.#undo?.undoable ?? false;
  }

  /** Whether anything was undone and can be done again. */
  get redoable(): boolean {
    return this.#undo?.redoable ?? false;
  }

  /** Whether anything is as the reader has put it, not as the scenario and the host have it. */
  get moved(): boolean {
    return this.#mine?.isMoved ?? false;
  }

  /** Undoes the reader's last change, as Ctrl+Z does. */
  undo(): void {
    this.#undo?.undo();
  }

  /** Does again what was undone last, as Ctrl+Y does. */
  redo(): void {
    this.#undo?.redo();
  }

  /** Takes back all that the reader has moved; that can be undone, too. */
  restart(): void {
    this.#undo?.restart();
  }

  linkNow(): () => string {
    const [{ moment }, view] = [this.#mine!, this.#shownView];
    return () => moment.link(view);
  }

  get #shownView(): View {
    return VIEWS.includes(this.view) ? this.view : 'tariff';
  }

  /** However many events a frame brings, it is drawn once. Where no core can be had, nothing ever is. */
  protected override async scheduleUpdate(): Promise<void> {
    if (await this.#arrival.next(this.#reader?.drags ?? false)) super.scheduleUpdate();
  }

  /** What it shows is known, each piece of work in a task of its own. */
  async #known(): Promise<void> {
    const model = this.#model!;
    await this.#asked.settled;
    await task();
    void [model.sentence(), model.controls()];
    await task();
  }

  /** A print waits for no frame. */
  renderNow(): void {
    if (this.#arrival.isWhole) this.performUpdate();
  }

  protected override firstUpdated(): void {
    this.#spoken!.know();
    this.#arrival.begun();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    let complete = false;
    do {
      complete = await super.getUpdateComplete();
      await this.#asked.settled;
      await whole().catch(() => {});
    } while (BreakEven.rung && (!this.#arrival.isWhole || this.isUpdatePending));
    return complete;
  }

  /** The host is told what it got wrong, and the reader, who sees what stands in its place, what is not shown. */
  protected override updated(changed: PropertyValues): void {
    const mistakes = [...this.#model!.takeMistakes(), ...unknownNames(this, changed, KNOWN)];
    for (const mistake of mistakes) tell(this, mistake);
    if (!this.#arrival.isWhole) this.requestUpdate();
    else if (this.#revealed !== this.view || changed.has('compact')) {
      this.#revealed = this.view;
      reveal(this.renderRoot);
      if (!this.compact) this.#drawers.prepare();
      BreakEven.whole?.(this);
    }
    this.#spoken!.heed(this.#model!.notice);
    this.#arrival.drawn();
  }

  protected override render(): TemplateResult {
    const model = this.#model!;
    model.locale = this.locale;
    const controls = model.controls();
    const sliders = controls.listed(this.controls);
    const answered = this.#arrival.has(ANSWER);
    return html`
      <div class=${answered ? 'inside' : 'inside room'} lang="${say('language')}" .style=${`--sliders: ${sliders.length}`}>
        ${this.#arrival.has(SCENARIOS) ? this.#scenarios(model) : nothing}
        ${answered ? headline(model.sentence(this.#address.held), controls, this.#reader, this.locale) : nothing}
        ${this.#arrival.has(BAR) ? this.#instrument(model, controls, sliders) : nothing}
        <p class="announcement" role="status">${this.#spoken!.text}</p>
      </div>
    `;
  }

  #instrument(model: Model, controls: Controls, sliders: readonly Control[]): TemplateResult {
    const bar = (this.#bar ??= new Figure(this));
    return html`
      <div class="instrument" @focusin=${uncover}>
        <div class="bar" part="bar">${bar.show(this.#subject('bar', model))}</div>
        <div class="sliders" part="controls">
          ${this.#arrival.has(SLIDERS) ? sliders.map((control) => guard([control], () => slider(control, this.#reader))) : nothing}
        </div>
        ${this.#plot(model)}
      </div>
      ${this.compact || !this.#arrival.isWhole ? nothing : this.#folded(model, controls, sliders)}
    `;
  }

  #folded(model: Model, controls: Controls, sliders: readonly Control[]): TemplateResult {
    const reader = this.#reader;
    // What a drag changes is read when it rests.
    const shown = this.#subject(this.#shownView, model);
    const subject = (): Tabled | undefined => {
      if (reader.drags) return undefined;
      const { svg } = (shown.view === 'bar' ? this.#bar : this.#figure)!;
      const told = { ...shown, svg, controls: controls.all() };
      const filed = (): Filed => ({ ...told, scenario: model.scenario.id, link: this.state });
      return { ...told, filed };
    };
    const assumptions = (): Assumptions => ({ controls: controls.all(), sliders, scenario: model.scenario.id, reader });
    return this.#drawers.render(subject, assumptions);
  }

  #scenarios(model: Model): unknown {
    const { scenario, scenarios, notice } = model;
    if (this.compact) return html`<p class="refusal">${notice}</p>`;
    const written = (text: string): string => model.words(text);
    const isAsPublished = model.mine.is_as_published();
    return guard([scenario, notice, this.locale, isAsPublished], () =>
      scenarioPicker({ scenarios, chosen: scenario, isAsPublished, written, notice }, this.#pick),
    );
  }

  #plot(model: Model): unknown {
    const view = this.#shownView;
    if (this.compact || view === 'bar' || !this.#arrival.isWhole) return nothing;
    const figure = (this.#figure ??= new Figure(this));
    const svg = figure.show(this.#subject(view, model));
    const drag = DRAGGED.get(view) && this.#drag;
    return guard([view, this.views], () => panel({ svg, view, views: choices(this.views), drag, choose: this.#choose }));
  }

  #drag = (down: PointerEvent): void => this.#figure!.drag(down, this.#reader);

  #choose = (view: View): void => {
    if (view === this.view) return;
    this.view = view;
    this.#tell('change');
  };

  #subject(view: View, model: Model): Subject {
    const { mine, changes } = model;
    return { view, mine, changes, locale: this.locale };
  }

  #pick = (scenario: string): void => {
    this.#undo!.note(this.#mine!.moment);
    this.#address.step(() => {
      this.#mine!.open(scenario, { keepGiven: false });
      // Where there is a choice, each mine opens with the figure that answers its question.
      const { view } = this.#mine!.scenario;
      if (choices(this.views).includes(view)) this.view = view;
    });
    this.#tellAnother();
  };

  /** The reader has another mine by one press. */
  #tellAnother(): void {
    this.#tell('input');
    this.#tell('change');
    this.#spoken?.speakAnew();
  }

  /** What follows when the reader has changed something. */
  readonly #consequences: Consequences = {
    touched: (id) => (this.#spoken!.touched = id),
    done: (before) => this.#undo!.note(before),
    tell: (type) => this.#tell(type),
    speak: () => this.#spoken!.speak(),
    update: () => this.requestUpdate(),
  };

  /** A link is another beginning. */
  #followed(): void {
    this.#undo?.forget();
    this.#spoken?.speakAnew();
  }

  /** Only what the reader does is told, as with the elements of HTML. */
  #tell(type: 'input' | 'change'): void {
    this.#address.note();
    this.#spoken!.speak();
    this.requestUpdate();
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'break-even': BreakEven;
  }
}
