/** The embed dialog: which form, numbers and colours, the code to paste, and what it will look like. */
import { html, nothing, render, unsafeCSS, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import { copied } from './clipboard.js';
import { input_table, Mine, scenarios, whole, type InputId, type Inputs } from '../model/core.js';
import type { BreakEven } from '../element/element.js';
import { SANDBOX } from '../frame/frame-code.js';
import { dress } from './sheet.js';
import { frameAddress, settings, snippet, type Embedding, type Form, type Theme } from './snippet.js';
import css from '../styles/embed-dialog.css?inline';

/** What an editor chooses. */
interface Chosen {
  form: Form;
  numbers: 'pinned' | typeof LATEST;
  theme: Theme;
}

/** The scenario whose network and market are those of each release. */
const NEWEST = 'today';
const LATEST = 'latest';
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
  // On a slow line it may have been asked for twice.
  if (document.querySelector('dialog.embed')) return;
  if (!dressed) dress(unsafeCSS(css));
  dressed = true;
  const dialog = document.createElement('dialog');
  // Before Firefox 98 and Safari 15.4 it would stand open in the page, for good.
  if (!('showModal' in dialog)) throw new TypeError();
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
  /** On the newest day. */
  readonly #latest = mineOf(NEWEST, LATEST);
  readonly #place: Place;
  readonly #chosen: Chosen = { form: 'frame', numbers: 'pinned', theme: '' };
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
    const date = this.#element.date ?? embedding.scenario.date;
    render(
      html`
        <form method="dialog"><button class="close" aria-label="${say('embed-close')}">×</button></form>
        <h2 id="embed-title">${say('embed-title')}</h2>
        <div class="choices">
          ${this.#choice('form', say('embed-form'), [
            ['frame', say('embed-frame'), say('embed-frame-what')],
            ['element', say('embed-element'), say('embed-element-what')],
          ])}
          ${this.#choice('numbers', say('embed-numbers'), [
            ['pinned', say('embed-pinned', { date }), say('embed-pinned-what')],
            ['latest', say('embed-latest'), say('embed-latest-what', { date: this.#latest.date()! })],
          ])}
          ${this.#choice('theme', say('embed-theme'), [
            ['', say('embed-either'), say('embed-either-what')],
            ['light', say('embed-light')],
            ['dark', say('embed-dark')],
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

  #choice<Of extends keyof Chosen>(
    of: Of,
    legend: string,
    values: readonly (readonly [value: Chosen[Of], name: string, what?: string])[],
  ): TemplateResult {
    const picked = (value: Chosen[Of]) => (): void => {
      this.#chosen[of] = value;
      this.#said = '';
      this.show();
    };
    return html`
      <fieldset>
        <legend>${legend}</legend>
        ${values.map(
          ([value, name, what]) => html`
            <label>
              <input type="radio" name=${of} .checked=${value === this.#chosen[of]} @change=${picked(value)} />
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
    const { view, date } = this.#element;
    const { inputs: own } = this.#element.report!;
    const scenario = scenarios().find(({ id }) => id === this.#element.scenario)!;
    const start = mineOf(scenario.id, null).report().inputs;
    const shown = (date: string | null, moved: Partial<Inputs>, kept: readonly InputId[] = []): Embedding => {
      const mine = mineOf(scenario.id, date);
      const before = mine.report().inputs;
      const ids = input_table.map(({ id }) => id).filter((id) => kept.includes(id) || (id in moved && moved[id] !== before[id]));
      for (const id of ids) mine.give(id, own[id]);
      const { text, inputs } = mine.report();
      return {
        ...this.#chosen,
        folder: this.#place.folder,
        scenario,
        view,
        date: date ?? undefined,
        inputs: Object.fromEntries(ids.map((id) => [id, own[id]])),
        sentence: date === LATEST ? `${mine.date()}: ${text}` : text,
        picture: differing(inputs, start).length > 0 ? pictured(scenario, mine.written('price', start.price)) : undefined,
        link: date === LATEST ? mine.moment().link(view) : this.#element.state,
      };
    };
    if (this.#chosen.numbers === LATEST) return shown(LATEST, Object.fromEntries(differing(own, start)));
    // A release moves what a day decides in the scenario that follows it.
    return shown(date, own, scenario.id === NEWEST && date === null ? decidedBy(this.#latest) : []);
  }
}

/** A scenario, on a day perhaps. */
function mineOf(scenario: string, date: string | null): Mine {
  const mine = new Mine();
  mine.open(scenario, false);
  // So a link says the day, which it does of a reader's alone.
  if (date) mine.scrub_to(date);
  return mine;
}

/** The inputs that the day of a mine decides. */
function decidedBy(mine: Mine): InputId[] {
  const day = mine.date();
  return input_table.flatMap(({ id }) => (mine.origin(id).date === day ? [id] : []));
}

function differing(inputs: Inputs, from: Inputs): [keyof Inputs, number][] {
  return (Object.entries(inputs) as [keyof Inputs, number][]).filter(([id, value]) => value !== from[id]);
}

/** The picture is the scenario's own, whatever was changed. */
function pictured({ title, date }: Embedding['scenario'], price: string): string {
  return say('embed-picture', { title, date, price });
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
