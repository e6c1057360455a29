/** The embed dialog: which form, which numbers, the code to paste, and what it will look like. */
import { html, render, unsafeCSS, type TemplateResult } from 'lit';

import { copied } from './clipboard.js';
import { evaluate, format_field, scenarios, write_link, type Inputs } from './core.js';
import { onDay, type Dated } from './day.js';
import type { BreakEven } from './element.js';
import { frameAddress, SANDBOX, settings, snippet, type Embedding, type Form } from './snippet.js';
import css from './styles/embed-dialog.css?inline';
import { days } from './told.js';

type Numbers = 'pinned' | 'latest';

const sheet = unsafeCSS(css).styleSheet!;

/** Where dist/ lies on the web. */
export interface Place {
  /** With a slash at its end. */
  folder: string;
  /** Whether this page lies there too, and so has the frame's page beside it. */
  here: boolean;
}

export async function openDialog(element: BreakEven, place: Place): Promise<void> {
  const latest = onDay('latest', await days());
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
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
  new Dialog(dialog, element, latest, place).show();
  dialog.showModal();
}

class Dialog {
  readonly #dialog: HTMLDialogElement;
  readonly #element: BreakEven;
  readonly #latest: Dated;
  readonly #place: Place;
  #form: Form = 'frame';
  #numbers: Numbers = 'pinned';
  #said = '';

  constructor(dialog: HTMLDialogElement, element: BreakEven, latest: Dated, place: Place) {
    this.#dialog = dialog;
    this.#element = element;
    this.#latest = latest;
    this.#place = place;
  }

  show(): void {
    const embedding = this.#embedding();
    const code = snippet(embedding);
    const { date } = embedding.scenario;
    render(
      html`
        <form method="dialog"><button class="close" aria-label="Close">×</button></form>
        <h2 id="embed-title">Embed this figure</h2>
        <div class="choices">
          ${this.#choice<Form>('Form', this.#form, (form) => (this.#form = form), [
            ['frame', 'A frame', 'goes into any editor; figure and page cannot disturb each other'],
            ['element', 'The element', 'takes your width and, where you set them, your colours and fonts'],
          ])}
          ${this.#choice<Numbers>('Numbers', this.#numbers, (numbers) => (this.#numbers = numbers), [
            ['pinned', `As of ${date}`, 'every number stays as you see it now'],
            ['latest', 'Latest data', `network and price follow each release (now ${this.#latest.date}); what you changed stays`],
          ])}
        </div>
        <label for="embed-code">Paste this</label>
        <textarea id="embed-code" readonly rows="9" spellcheck="false" .value=${code}></textarea>
        <p class="copy">
          <button type="button" @click=${() => this.#copy(code)}>Copy the code</button>
          <span role="status">${this.#said}</span>
        </p>
        <h3>Preview</h3>
        ${this.#form === 'frame' && this.#place.here ? frame(embedding) : live(embedding)}
      `,
      this.#dialog,
    );
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
    this.#said = taken ? 'Copied.' : 'Selected: copy it with your keyboard or menu.';
    this.show();
  }

  #embedding(): Embedding {
    const { view } = this.#element;
    const report = this.#element.report!;
    const scenario = scenarios().find(({ id }) => id === this.#element.scenario)!;
    const changed = Object.entries(report.inputs).filter(([id, value]) => value !== scenario.inputs[id as keyof Inputs]);
    const moved = Object.fromEntries(changed) as Partial<Inputs>;
    const common = { form: this.#form, folder: this.#place.folder, scenario, view };
    if (this.#numbers === 'latest') {
      const { date, inputs } = this.#latest;
      const shown = evaluate({ ...scenario.inputs, ...inputs, ...moved });
      const sentence = `${date}: ${shown.text}`;
      const link = write_link(scenario.id, shown.inputs, view);
      return { ...common, date: 'latest', inputs: moved, sentence, picture: pictured(scenario), link };
    }
    const picture = changed.length ? pictured(scenario) : report.text;
    const link = this.#element.state;
    return { ...common, date: undefined, inputs: report.inputs, sentence: report.text, picture, link };
  }
}

/** The picture is the scenario's own, whatever was changed. */
function pictured({ title, date, inputs }: Embedding['scenario']): string {
  return `Figure: the break-even prices of “${title}”, ${date}, against the tariff; bitcoin at $${format_field(inputs.price)}`;
}

function frame(embedding: Embedding): TemplateResult {
  return html`<iframe src="./${frameAddress(embedding)}" title="Preview" sandbox=${SANDBOX}></iframe>`;
}

function live(embedding: Embedding): TemplateResult {
  const element = document.createElement('break-even');
  for (const [name, value] of settings(embedding)) element.setAttribute(name, value);
  return html`<div class="live">${element}</div>`;
}
