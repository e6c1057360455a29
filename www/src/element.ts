/** `<break-even>`: the sentence, the bar, the controls and the figure of one mine. */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';

import { input_table, step_input, type InputId, type View } from './core.js';
import { drawer } from './drawer.js';
import { AXIS, Figure } from './figure.js';
import { headline } from './headline.js';
import type { RungName } from './load/ladder.js';
import { Model, type Controls } from './model.js';
import type { Reader } from './reader.js';
import { scenarioPicker } from './scenario-picker.js';
import { slider } from './slider.js';
import { loadSources, type Sources } from './sources.js';
import { styles } from './styles.js';

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
      view: { reflect: true, useDefault: true },
      controls: { reflect: true, useDefault: true },
      theme: { reflect: true },
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
  /** The inputs that get a slider: ids, separated by spaces. */
  declare controls: string;
  /** `light` or `dark`; without it the reader's preference counts. */
  declare theme: string | null;

  readonly #model = new Model();
  readonly #bar = new Figure(this);
  readonly #figure = new Figure(this);
  readonly #reader = this.#readerOf(this.#model);
  #sources: Sources | undefined;
  /** The answer for a screen reader: once a change is made, not while it is being made. */
  #announcement = '';

  constructor() {
    super();
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

  /** However many events a frame brings, it is drawn once. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await new Promise(requestAnimationFrame);
    super.scheduleUpdate();
  }

  protected override render(): TemplateResult {
    const { report, scenario, scenarios, unknownScenario } = this.#model;
    const controls = this.#model.controls();
    const sliders = this.controls.split(/\s+/).flatMap((id) => {
      const control = controls.get(id as InputId);
      return control?.spec.slider ? [control] : [];
    });
    return html`
      ${scenarioPicker({ scenarios, chosen: scenario, unknown: unknownScenario }, this.#pick)}
      ${headline(report.sentence, controls, this.#reader)}
      <div class="instrument">
        <div class="bar" part="bar">${this.#bar.show('bar', report.inputs)}</div>
        <div class="sliders" part="controls">${sliders.map((control) => slider(control, this.#reader))}</div>
        ${this.#plot(controls)}
      </div>
      ${drawer(
        {
          controls: [...controls.values()],
          sliders,
          scenario: scenario.id,
          sources: this.#sources,
          opened: this.#tellSources,
        },
        this.#reader,
      )}
      <p class="announcement" role="status">${this.#announcement}</p>
    `;
  }

  #plot(controls: Controls): TemplateResult | typeof nothing {
    if (!Object.hasOwn(AXIS, this.view) || this.view === 'bar') return nothing;
    const svg = this.#figure.show(this.view, this.#model.inputs);
    const axis = AXIS[this.view];
    const drag = (down: PointerEvent): void => {
      if (axis) this.#figure.drag(down, controls.get(axis)!.spec, this.#reader);
    };
    return html`<div class="figure" part="figure" @pointerdown=${drag}>${svg}</div>`;
  }

  #tellSources = async (): Promise<void> => {
    this.#sources ??= await loadSources();
    this.requestUpdate();
  };

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
    if (type === 'change') this.#announcement = this.#model.report.text;
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
