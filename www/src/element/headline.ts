/** The answer in one sentence. Its numbers are controls: drag them, type them, step them. */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import widest from 'virtual:widest';

import {
  slider_position,
  slider_value,
  type InputId,
  type InputSpec,
  type Segment,
} from '../model/core.js';
import { copies, saying } from './copies.js';
import { dragFrom } from './drag.js';
import { readAs } from './field.js';
import { guard } from './guard.js';
import { live } from './live.js';
import { inLocale } from '../model/locale.js';
import type { Control, Controls } from '../model/controls.js';
import { typed, type Reader } from './reader.js';

/** A drag over this many pixels takes a number from one end of its slider to the other. */
const SLIDER_DRAG = 480;

/** Of how many characters a sentence surely fits into the room that is kept for it. */
const FITS = 0.9 * Math.min(...widest.sentences.map((texts) => texts.join('').length));

export function headline(
  sentence: readonly Segment[],
  controls: Controls,
  reader: Reader,
  locale: string | null,
): TemplateResult {
  const edited = sentence.map(({ input }) => input && controls.get(input)).find((control) => control?.editing);
  const length = sentence.reduce((sum, { text }) => sum + text.length, 0);
  return html`
    <div class="answer">
      <p class="headline" part="headline">
        <span class=${length > FITS ? 'said long' : 'said'}>
          ${sentence.map(({ text, role, input }) => {
            const control = input && controls.get(input);
            if (!control) return html`<span class=${role}>${text}</span>`;
            return guard([control, text], () => number(text, control, reader));
          })}
        </span>
      </p>
      ${guard([locale], () => room(locale))}
      <p id="headline-note" class=${edited?.refusal ? 'refusal' : 'origin'}>${edited && (edited.refusal ?? readAs(edited))}</p>
    </div>
  `;
}

/** Unseen and in the same place: so the sentence has the room that it may need, whatever the font, and nothing jumps. */
const room = copies((locale: string | null) => {
  const said = (text: string, i: number): string | Node => {
    const written = inLocale(text, locale);
    return i % 2 ? saying('b', [written]) : written;
  };
  return widest.sentences.map((texts) => saying('p', texts.map(said), { class: 'headline', 'aria-hidden': 'true' }));
});

function number(text: string, control: Control, reader: Reader): TemplateResult {
  const { id, label, field_unit: unit } = control.spec;
  const shown = control.editing ? control.text : text;
  const on = typed(reader, id);
  const unlessDragged = <Value>(value: Value): Value | typeof noChange => (reader.drags ? noChange : value);
  // The copy is what is read, and gives the field over it the width of its text, in whatever font the host chose. It
  // stands last: between it and a comma nothing may come by which a line could break.
  return html`<span class="live-number"
    ><input
      role="spinbutton"
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      aria-label="${label}, ${unit}"
      aria-valuenow=${unlessDragged(decimal(control.value))}
      aria-valuemin=${decimal(control.spec.min)}
      aria-valuemax=${control.spec.max}
      aria-valuetext=${unlessDragged(text)}
      aria-invalid=${(control.editing && !!control.refusal) || nothing}
      aria-describedby=${control.editing ? 'headline-note' : nothing}
      .value=${live(unlessDragged(shown))}
      @input=${on.input}
      @change=${on.change}
      @focus=${(event: FocusEvent) => edit(event, control, reader)}
      @blur=${() => leave(id, reader)}
      @keydown=${on.keydown}
      @mousedown=${keepUnfocused}
      @pointerdown=${(down: PointerEvent) => drag(down, control, reader)}
    /><span aria-hidden="true">${shown || '\u2007'}</span></span
  >`;
}

/** ARIA takes no exponent, and no input differs by less. */
function decimal(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '');
}

/** While it is typed, a number stands there without its unit, ready to be typed over. */
function edit(event: FocusEvent, control: Control, reader: Reader): void {
  const field = event.currentTarget as HTMLInputElement;
  reader.edit(control.spec.id);
  field.value = control.shown;
  field.select();
}

/** A refused text does not stay in the sentence: what it says is true. */
function leave(id: InputId, reader: Reader): void {
  reader.leave(id);
  reader.abandon(id);
  reader.edit(undefined);
}

function drag(down: PointerEvent, { spec, value }: Control, reader: Reader): void {
  const field = down.currentTarget as HTMLInputElement;
  if (field.matches(':focus')) return;
  dragFrom(down, {
    begun: () => reader.grasp(spec.id),
    moved: (event) => reader.move(spec.id, dragged(spec, value, event.clientX - down.clientX)),
    released: (_, moved) => {
      if (moved) return reader.settle(spec.id);
      field.focus();
    },
  });
}

function dragged({ id }: InputSpec, from: number, distance: number): number {
  const position = slider_position(id, from) + distance / SLIDER_DRAG;
  return slider_value(id, Math.min(1, Math.max(0, position)));
}

/** A press on a number may become a drag: neither a caret nor a selection until it is released. */
function keepUnfocused(event: MouseEvent): void {
  if (!(event.currentTarget as Element).matches(':focus')) event.preventDefault();
}
