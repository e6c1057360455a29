/** Assumptions and sources: every number that goes into the answer, and where it comes from. */
import { html, nothing, type TemplateResult } from 'lit';

import { format_field } from './core.js';
import { less, more, note, numberField } from './field.js';
import type { Control } from './model.js';
import type { Reader } from './reader.js';

/** `sliders` have their field elsewhere already. */
export function drawer(
  controls: readonly Control[],
  sliders: readonly Control[],
  reader: Reader,
): TemplateResult {
  return html`
    <details class="drawer" part="drawer">
      <summary>Assumptions and sources</summary>
      <div class="assumptions">
        ${controls.map((control) => assumption(control, sliders.includes(control), reader))}
      </div>
    </details>
  `;
}

function assumption(control: Control, hasSlider: boolean, reader: Reader): TemplateResult {
  const { id, label, help } = control.spec;
  return html`
    <div class="assumption" role="group" aria-label=${label}>
      ${hasSlider ? html`<p class="name">${label}</p>` : html`<label for="${id}-field">${label}</label>`}
      <p class="help">${help}</p>
      ${hasSlider ? nothing : field(control, reader)} ${origin(control)}
    </div>
  `;
}

function field(control: Control, reader: Reader): TemplateResult {
  return html`
    <span class="stepped">${less(control, reader)} ${numberField(control, reader)} ${more(control, reader)}</span>
    ${note(control, reader)}
  `;
}

function origin({ spec, origin: { value, fact } }: Control): TemplateResult | typeof nothing {
  if (!fact) return nothing;
  return html`
    <p>
      <b class="basis ${fact.basis}">${fact.basis}:</b> ${format_field(value)} ${spec.unit},
      <time datetime=${fact.date}>${fact.date}</time>. ${fact.reason}
    </p>
    ${fact.basis === 'assumed' ? nothing : html`<p class="source">${fact.source}</p>`}
  `;
}
