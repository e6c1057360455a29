/** One of the inputs that a reader moves first: label, number field, range, origin. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

import { slider_position, slider_value } from './core.js';
import { less, more, note, numberField } from './field.js';
import type { Control } from './model.js';
import { slid, type Reader } from './reader.js';

export function slider(control: Control, reader: Reader): TemplateResult {
  const { id, label, unit } = control.spec;
  const position = slider_position(id, control.value);
  const origin = slider_position(id, control.origin.value);
  const { fact } = control.origin;
  const moved = (event: InputEvent): void => {
    event.stopPropagation();
    reader.move(id, slider_value(id, (event.target as HTMLInputElement).valueAsNumber));
  };
  const released = (event: Event): void => {
    event.stopPropagation();
    reader.settle(id);
  };
  // `.style` goes through the CSSOM; a strict policy refuses a style attribute.
  return html`
    <div class="slider" part="slider" role="group" aria-label=${label}>
      <label for="${id}-field">${label}</label>
      ${numberField(control, reader)} ${less(control, reader)}
      <input
        type="range"
        min="0"
        max="1"
        step="any"
        aria-label="${label}, slider"
        aria-valuetext="${control.shown} ${unit}"
        .style=${`--position: ${position}; --origin: ${origin}`}
        .value=${live(String(position))}
        @input=${moved}
        @change=${released}
        @keydown=${slid(reader, id)}
      />
      ${more(control, reader)} ${note(control, reader, fact && `${fact.basis}, ${fact.date}`)}
    </div>
  `;
}
