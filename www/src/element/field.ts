/** The parts of which every input's control is made: the number, −, +, and the line under them. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import type { InputId, Start } from '../model/core.js';
import { live } from './live.js';
import type { Control } from '../model/controls.js';
import { typed, type Reader } from './reader.js';

/** How a number is known, in a word. */
export const BASES: Readonly<Record<NonNullable<Start['basis']>, string>> = {
  article: say('basis-article'),
  derived: say('basis-derived'),
  assumed: say('basis-assumed'),
};

/**
 * The number and its unit. The control needs a {@link note} too: it describes the number. While something is dragged it
 * stands over its field as text, for to write into a field costs a browser many times as much.
 */
export function numberField(control: Control, reader: Reader): TemplateResult {
  const { id, field_unit: unit } = control.spec;
  const on = typed(reader, id);
  const { drags } = reader;
  return html`
    <span class=${drags ? 'number dragged' : 'number'}
      ><span class="over" aria-hidden="true">${drags ? control.text : nothing}</span
      ><input
        id="${id}-field"
        inputmode="decimal"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="${id}-unit ${id}-note"
        aria-invalid=${control.refusal ? 'true' : nothing}
        .value=${live(drags ? noChange : control.text)}
        @input=${on.input}
        @change=${on.change}
        @blur=${() => reader.leave(id)}
        @keydown=${on.keydown}
      /><span class="unit" id="${id}-unit">${unit}</span></span
    >
  `;
}

export function less({ spec }: Control, reader: Reader): TemplateResult {
  return html`
    <button type="button" class="step less" aria-label="${say('page-less', { input: spec.label })}" @click=${() => reader.step(spec.id, -1)}>
      −
    </button>
  `;
}

export function more({ spec }: Control, reader: Reader): TemplateResult {
  return html`
    <button type="button" class="step more" aria-label="${say('page-more', { input: spec.label })}" @click=${() => reader.step(spec.id, 1)}>
      +
    </button>
  `;
}

/** Where its number is from, in a few words; nothing where nobody says it. */
export function originOf({ spec, value, origin }: Control): string {
  if (value !== origin.value) return say('page-yours', { value: origin.shown, unit: spec.field_unit });
  return known(origin);
}

/** How a number is known, and when it held; nothing where nobody says it. */
export function known({ basis, date }: Start): string {
  return basis ? `${BASES[basis]}, ${date}` : '';
}

/** How a text was read that is written in another way, or perhaps meant in another. */
export function readAs({ reread, shown, spec }: Control): string | undefined {
  return reread ? say('page-read-as', { value: shown, unit: spec.field_unit }) : undefined;
}

/** Why a text is not taken, or that the number is the reader's, and the way back; otherwise `untouched`. */
export function note(control: Control, reader: Reader, untouched = ''): TemplateResult {
  const { id, label, field_unit: unit } = control.spec;
  const { value, shown } = control.origin;
  const moved = control.refusal !== undefined || control.value !== value;
  const yours = (value: string): string => say('page-yours', { value, unit });
  const origin = readAs(control) ?? (moved ? yours(shown) : untouched);
  // What may come to stand here has its room from the start, and so has what resets it.
  return html`
    <span class="note" data-room=${yours(control.widest)}>
      <span id="${id}-note" class=${control.refusal ? 'refusal' : 'origin'}>${control.refusal ?? origin}</span>
      <button
        type="button"
        class="reset"
        aria-label="${say('page-reset-input', { input: label })}"
        ?hidden=${!moved}
        @click=${(press: MouseEvent) => reset(press, id, reader)}
      >
        ${say('page-reset')}
      </button>
    </span>
  `;
}

/** Its button goes; a key that pressed it goes on in the number. */
function reset({ currentTarget, detail }: MouseEvent, id: InputId, reader: Reader): void {
  reader.reset(id);
  if (!detail) (currentTarget as Element).closest('[role]')!.querySelector('input')!.focus();
}
