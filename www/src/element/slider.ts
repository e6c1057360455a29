/** One of the inputs that a reader moves first: label, number field, range, origin. */
import { html, noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { say } from 'virtual:words';

import { slider_position, slider_value, type InputId } from '../model/core.js';
import { dragFrom } from './drag.js';
import { known, less, more, note, numberField } from './field.js';
import { live } from './live.js';
import type { Control } from '../model/controls.js';
import { slid, type Reader } from './reader.js';

/** Of the height of the track, as styles/controls.css has both. */
const THUMB = 1.75 / 2.75;

/** Paints so much of an element: by this one property, for a style as text would be read anew with each move. */
const painted = directive(
  class extends Directive {
    render(_: number): unknown {
      return noChange;
    }

    override update({ element }: ElementPart, [part]: [number]): unknown {
      (element as HTMLElement).style.backgroundSize = `${100 * part}% 100%`;
      return noChange;
    }
  },
);

export function slider(control: Control, reader: Reader): TemplateResult {
  const { id, label, field_unit: unit } = control.spec;
  const position = slider_position(id, control.value);
  const origin = slider_position(id, control.origin.value);
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
      <span
        class="track"
        .style=${`--origin: ${origin}`}
        @pointerdown=${(down: PointerEvent) => drag(down, id, reader)}
        @mousedown=${focus}
      >
        <span class="gone" ${painted(position)}></span>
        <input
          type="range"
          min="0"
          max="1"
          step="any"
          aria-label="${say('page-slider', { input: label })}"
          aria-valuetext=${reader.drags ? noChange : `${control.shown} ${unit}`}
          .value=${live(String(position))}
          @input=${moved}
          @change=${released}
          @keydown=${slid(reader, id)}
        />
      </span>
      ${more(control, reader)} ${note(control, reader, known(control.origin))}
    </div>
  `;
}

/**
 * A range of its own takes a finger's place for a value before anybody knows whether it will scroll, and on an iPhone
 * it does not let it scroll. So no pointer gets through to it: it is there for keys and for screen readers.
 */
function drag(down: PointerEvent, id: InputId, reader: Reader): void {
  const { left, width, height } = (down.currentTarget as Element).getBoundingClientRect();
  const thumb = THUMB * height;
  const move = (event: PointerEvent): void => {
    reader.move(id, slider_value(id, (event.clientX - left - thumb / 2) / (width - thumb)));
  };
  dragFrom(down, {
    atOnce: true,
    begun: () => reader.grasp(id),
    moved: move,
    released: (event, dragged) => {
      if (!dragged) move(event);
      reader.settle(id);
    },
  });
}

/** A press goes to the track, the focus to the range in it. */
function focus(press: MouseEvent): void {
  press.preventDefault();
  ((press.currentTarget as Element).lastElementChild as HTMLElement).focus({ preventScroll: true });
}
