/** `<break-even>`: the sentence, the bar, the controls and the figure of one mine. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { AddressSync } from './address.js';
import { input_table, step_input, type InputId, type Report, type View } from './core.js';
import { Drawer } from './drawer.js';
import { AXIS, Figure, type Subject } from './figure.js';
import { headline } from './headline.js';
import type { RungName } from './load/ladder.js';
import { Model, type Control, type Controls } from './model.js';
import type { Reader } from './reader.js';
import { scenarioPicker } from './scenario-picker.js';
import { slider } from './slider.js';
import { styles } from './styles.js';
import { frame, turn } from './turn.js';

export const NAME = 'break-even';

/** Each input of the core's table is a property; reading it gives the value in effect. */
export interface BreakEven extends Record<InputId, number> {}

export class BreakEven extends LitElement {
  static override styles = styles;
  /** How the core came. */
  static rung: RungName | undefined;

  static override get properties(): PropertyDeclarations {
    const inputs = input_table().map(({ id }) => [id, { attribute: id.replaceAll('_', '-') }]);
    return {
      scenario: { noAccessor: true },
      date: { noAccessor: true },
      view: { reflect: true, useDefault: true },
      controls: { reflect: true, useDefault: true },
      theme: { reflect: true },
      locale: { reflect: true },
      compact: { type: Boolean, reflect: true },
      urlSync: { type: Boolean, reflect: true, attribute: 'url-sync' },
      ...Object.fromEntries(inputs),
    };
  }

  /** An input is kept by the model, not by the element. */
  protected static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclarations[string],
  ): PropertyDescriptor | undefined {
    const input = input_table().find(({ id }) => id === name);
    if (!input) return super.getPropertyDescriptor(name, key, options);
    return {
      configurable: true,
      enumerable: true,
      get(this: BreakEven) {
        return this.#model.inputs[input.id];
      },
      set(this: BreakEven, wanted: number | string | null) {
        this.#model.give(input.id, wanted);
        this.requestUpdate();
      },
    };
  }

  /** The figure beside the controls. */
  declare view: View;
  /** The inputs that get a slider: the ids of any of them, separated by spaces. */
  declare controls: string;
  /** `light` or `dark`; without it the reader's preference counts. */
  declare theme: string | null;
  /** The language whose separators numbers have, such as `de`; without it they are as in English. */
  declare locale: string | null;
  /** Only sentence, bar and sliders. */
  declare compact: boolean;
  /** Whether the page's address keeps what the reader sees. */
  declare urlSync: boolean;

  readonly #model = new Model();
  readonly #bar = new Figure(this);
  readonly #figure = new Figure(this);
  readonly #drawer = new Drawer(this);
  readonly #reader = this.#readerOf(this.#model);
  readonly #address = new AddressSync(this);
  /** Settles when the date is in effect, or refused. */
  #dated: Promise<void> | undefined;
  /** The answer for a screen reader: once a change is made, not while it is being made. */
  #announcement = '';
  /** Whether all of it is there, and not the answer alone. */
  #whole = false;

  constructor() {
    super();
    this.compact = false;
    this.urlSync = false;
    this.view = 'tariff';
    this.controls = 'tariff efficiency hashrate';
  }

  get scenario(): string {
    return this.#model.scenario.id;
  }

  set scenario(id: string | null) {
    this.#model.open(id, { keepGiven: true });
    this.requestUpdate();
  }

  /** The day, `YYYY-MM-DD`, whose network and market are in effect; `null` where they are the scenario's. */
  get date(): string | null {
    return this.#model.date;
  }

  set date(wanted: string | null) {
    this.#dated = this.#model.dateTo(wanted).then(() => this.requestUpdate());
    this.requestUpdate();
  }

  /** What the core answers to the inputs in effect. */
  get report(): Report {
    return this.#model.report;
  }

  /** Scenario, inputs and view as a short text, as it stands in a link. Setting it shows what it says. */
  get state(): string {
    return this.#model.link(Object.hasOwn(AXIS, this.view) ? this.view : 'tariff');
  }

  set state(link: string) {
    this.view = this.#model.follow(link);
    this.requestUpdate();
  }

  /** However many events a frame brings, it is drawn once. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.#whole) await new Promise(requestAnimationFrame);
    else if (this.hasUpdated) await frame();
    else await this.#standBy();
    this.#whole = this.hasUpdated;
    super.scheduleUpdate();
  }

  /** The answer comes first; what moves it follows a frame later. */
  protected override firstUpdated(): void {
    this.requestUpdate();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    let complete = false;
    do complete = await super.getUpdateComplete();
    while (!this.#whole);
    return complete;
  }

  /** Until it is this element's turn the content stands; and before the figures of a date are there, which every number needs. */
  async #standBy(): Promise<void> {
    const content = document.createElement('slot');
    this.renderRoot.append(content);
    await Promise.all([turn(), this.#dated]);
    content.remove();
  }

  protected override render(): TemplateResult {
    const { report } = this.#model;
    this.#model.locale = this.locale;
    const controls = this.#model.controls();
    const sliders = this.controls.split(/\s+/).flatMap((id) => {
      const control = controls.get(id as InputId);
      return control ? [control] : [];
    });
    const sentence = report.sentence.map((segment) => ({ ...segment, text: this.#model.words(segment.text) }));
    return html`
      <div class="inside" lang="en">
        ${this.#scenarios()} ${headline(sentence, controls, this.#reader)}
        ${this.#whole ? this.#instrument(controls, sliders) : nothing}
        <p class="announcement" role="status">${this.#announcement}</p>
      </div>
    `;
  }

  #instrument(controls: Controls, sliders: readonly Control[]): TemplateResult {
    return html`
      <div class="instrument">
        <div class="bar" part="bar">${this.#bar.show(this.#subject('bar'))}</div>
        <div class="sliders" part="controls">${sliders.map((control) => slider(control, this.#reader))}</div>
        ${this.#plot(controls)}
      </div>
      ${this.compact ? nothing : this.#drawer.render(controls, sliders, this.scenario, this.#reader)}
    `;
  }

  #scenarios(): TemplateResult {
    const { scenario, scenarios, notice } = this.#model;
    if (this.compact) return html`<p class="refusal">${notice}</p>`;
    return scenarioPicker({ scenarios, chosen: scenario, notice }, this.#pick);
  }

  #plot(controls: Controls): TemplateResult | typeof nothing {
    if (this.compact || !Object.hasOwn(AXIS, this.view) || this.view === 'bar') return nothing;
    const svg = this.#figure.show(this.#subject(this.view));
    const axis = AXIS[this.view];
    const drag = (down: PointerEvent): void => {
      if (axis) this.#figure.drag(down, controls.get(axis)!.spec, this.#reader);
    };
    return html`<div class="figure" part="figure" @pointerdown=${drag}>${svg}</div>`;
  }

  #subject(view: View): Subject {
    return { view, inputs: this.#model.inputs, locale: this.locale };
  }

  #pick = (scenario: string): void => {
    this.#model.open(scenario, { keepGiven: false });
    this.#tell('input');
    this.#tell('change');
  };

  #readerOf(model: Model): Reader {
    const unsettled = new Set<InputId>();
    const changed = (id: InputId, taken: boolean): void => {
      if (taken) unsettled.add(id);
      if (taken) this.#tell('input');
      this.requestUpdate();
    };
    const settle = (id: InputId): void => {
      model.settle(id);
      if (unsettled.delete(id)) this.#tell('change');
      this.requestUpdate();
    };
    return {
      settle,
      edit: (id) => {
        model.edit(id);
        this.requestUpdate();
      },
      move: (id, value) => changed(id, model.move(id, value)),
      type: (id, text) => changed(id, model.type(id, text)),
      step: (id, count) => {
        changed(id, model.move(id, step_input(id, model.inputs[id], count)));
        settle(id);
      },
      reset: (id) => {
        changed(id, model.reset(id));
        settle(id);
      },
      abandon: (id) => {
        model.abandon(id);
        settle(id);
      },
    };
  }

  /** Only what the reader does is told, as with the elements of HTML. */
  #tell(type: 'input' | 'change'): void {
    if (type === 'change') this.#announcement = this.#model.words(this.#model.report.text);
    this.#address.note();
    this.requestUpdate();
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'break-even': BreakEven;
  }
}

/** Defines `<break-even>`. The core must be loaded: its table says which properties there are. */
export function define(): void {
  if (!customElements.get(NAME)) customElements.define(NAME, BreakEven);
}
