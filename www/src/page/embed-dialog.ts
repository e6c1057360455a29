/** The embed dialog: which form, which numbers, the code to paste, and what it will look like. */
import { html, nothing, render, unsafeCSS, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import { copied } from './clipboard.js';
import { evaluate, format_field, on_day, scenarios, whole, write_link, type Dated, type InputId, type Inputs } from '../model/core.js';
import type { BreakEven } from '../element/element.js';
import { SANDBOX } from '../frame/frame-code.js';
import { over } from '../model/layers.js';
import { dress } from './sheet.js';
import { frameAddress, settings, snippet, type Embedding, type Form } from './snippet.js';
import css from '../styles/embed-dialog.css?inline';

type Numbers = 'pinned' | 'latest';

/** The scenario whose network and market are those of each release. */
const NEWEST = 'today';
/** Where an address is known to nobody else. */
const OWN_MACHINE = /^(?:localhost|.*\.(?:localhost|local)|127\..*|0\.0\.0\.0|\[::1\]|)$/;

let dressed = false;

/** Where dist/ lies on the web. */
export interface Place {
  /** With a slash at its end. */
  folder: string;
  /** Whether this page lies there too, and so has the frame's page beside it. */
  here: boolean;
}

export async function openDialog(element: BreakEven, place: Place): Promise<void> {
  await whole();
  if (!dressed) dress(unsafeCSS(css));
  dressed = true;
  const dialog = document.createElement('dialog');
  dialog.className = 'embed';
  dialog.setAttribute('aria-labelledby', 'embed-title');
  const shut = (): void => dialog.close();
  // The code is of what was shown when it was opened; a link shows something else.
  addEventListener('hashchange', shut);
  dialog.addEventListener('close', () => {
    removeEventListener('hashchange', shut);
    dialog.remove();
  });
  document.body.append(dialog);
  new Dialog(dialog, element, place).show();
  dialog.showModal();
}

class Dialog {
  readonly #dialog: HTMLDialogElement;
  readonly #element: BreakEven;
  readonly #latest = on_day('latest');
  readonly #place: Place;
  #form: Form = 'frame';
  #numbers: Numbers = 'pinned';
  #said = '';
  /** The preview, and the code whose it is. */
  #shown: { code: string; preview: TemplateResult } | undefined;

  constructor(dialog: HTMLDialogElement, element: BreakEven, place: Place) {
    this.#dialog = dialog;
    this.#element = element;
    this.#place = place;
  }

  show(): void {
    const embedding = this.#embedding();
    const code = snippet(embedding);
    const { date } = embedding.scenario;
    render(
      html`
        <form method="dialog"><button class="close" aria-label="${say('embed-close')}">×</button></form>
        <h2 id="embed-title">${say('embed-title')}</h2>
        <div class="choices">
          ${this.#choice<Form>(say('embed-form'), this.#form, (form) => (this.#form = form), [
            ['frame', say('embed-frame'), say('embed-frame-what')],
            ['element', say('embed-element'), say('embed-element-what')],
          ])}
          ${this.#choice<Numbers>(say('embed-numbers'), this.#numbers, (numbers) => (this.#numbers = numbers), [
            ['pinned', say('embed-pinned', { date }), say('embed-pinned-what')],
            ['latest', say('embed-latest'), say('embed-latest-what', { date: this.#latest.date })],
          ])}
        </div>
        <label for="embed-code">${say('embed-code')}</label>
        <textarea id="embed-code" readonly rows="9" spellcheck="false" .value=${code}></textarea>
        <p class="copy">
          <button type="button" @click=${() => this.#copy(code)}>${say('embed-copy')}</button>
          <span role="status">${this.#said}</span>
        </p>
        ${OWN_MACHINE.test(new URL(embedding.folder).hostname) ? html`<p class="warning">${onlyHere(embedding.folder)}</p>` : nothing}
        <h3>${say('embed-preview')}</h3>
        ${this.#preview(code, embedding)}
      `,
      this.#dialog,
    );
  }

  /** Made anew only where the code is another: it would start from the beginning. */
  #preview(code: string, embedding: Embedding): TemplateResult {
    if (this.#shown?.code !== code) {
      this.#shown = { code, preview: embedding.form === 'frame' && this.#place.here ? frame(embedding) : live(embedding) };
    }
    return this.#shown.preview;
  }

  #choice<Value extends string>(
    legend: string,
    chosen: Value,
    choose: (value: Value) => void,
    values: readonly (readonly [value: Value, name: string, what: string])[],
  ): TemplateResult {
    const picked = (value: Value) => (): void => {
      choose(value);
      this.#said = '';
      this.show();
    };
    return html`
      <fieldset>
        <legend>${legend}</legend>
        ${values.map(
          ([value, name, what]) => html`
            <label>
              <input type="radio" name=${legend} .checked=${value === chosen} @change=${picked(value)} />
              <span><b>${name}</b> ${what}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  async #copy(code: string): Promise<void> {
    const taken = await copied(code);
    if (!taken) this.#dialog.querySelector('textarea')!.select();
    this.#said = taken ? say('embed-copied') : say('embed-selected');
    this.show();
  }

  /** What is shown is the scenario's on a day, but for what is pinned: that alone differs. */
  #embedding(): Embedding {
    const { view } = this.#element;
    const report = this.#element.report!;
    const scenario = scenarios().find(({ id }) => id === this.#element.scenario)!;
    const shown = (dated: Dated | undefined, moved: Partial<Inputs>, kept: Partial<Inputs> = {}): Embedding => {
      const start = over(scenario.inputs, dated?.inputs);
      const inputs = { ...kept, ...differing(moved, start) };
      const { text, inputs: all } = evaluate(over(start, inputs));
      const changed = Object.keys(differing(all, scenario.inputs)).length > 0;
      return {
        form: this.#form,
        folder: this.#place.folder,
        scenario,
        view,
        date: dated?.date,
        inputs,
        sentence: text,
        picture: changed ? pictured(scenario) : text,
        link: write_link(scenario.id, all, view),
      };
    };
    if (this.#numbers === 'latest') {
      const latest = shown(this.#latest, differing(report.inputs, scenario.inputs));
      return { ...latest, date: 'latest', sentence: `${this.#latest.date}: ${latest.sentence}` };
    }
    const date = this.#element.date;
    const dated = date === null ? undefined : on_day(date);
    // A release moves what a day decides in the scenario that follows it.
    const moving = scenario.id === NEWEST && !dated ? Object.keys(this.#latest.inputs) : [];
    const kept = Object.fromEntries(moving.map((id) => [id, report.inputs[id as InputId]]));
    return shown(dated, report.inputs, kept);
  }
}

function differing(inputs: Partial<Inputs>, from: Partial<Inputs>): Partial<Inputs> {
  return Object.fromEntries(Object.entries(inputs).filter(([id, value]) => value !== from[id as keyof Inputs]));
}

/** The picture is the scenario's own, whatever was changed. */
function pictured({ title, date, inputs }: Embedding['scenario']): string {
  return say('embed-picture', { title, date, price: format_field(inputs.price) });
}

function onlyHere(folder: string): string {
  return say('embed-only-here', { folder });
}

function frame(embedding: Embedding): TemplateResult {
  return html`<iframe src="./${frameAddress(embedding)}" title="${say('embed-preview')}" sandbox=${SANDBOX}></iframe>`;
}

function live(embedding: Embedding): TemplateResult {
  const element = document.createElement('break-even');
  for (const [name, value] of settings(embedding)) element.setAttribute(name, value);
  return html`<div class="live">${element}</div>`;
}
