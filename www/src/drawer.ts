/** Assumptions and sources: every number that goes into the answer, and where it comes from. */
import { html, nothing, type TemplateResult } from 'lit';

import { format_field } from './core.js';
import { less, more, note, numberField } from './field.js';
import type { Control } from './model.js';
import type { Reader } from './reader.js';
import { conclusionOf, wordsOn, type Sources, type Words } from './sources.js';

interface Drawer {
  controls: readonly Control[];
  /** They have their field elsewhere already. */
  sliders: readonly Control[];
  scenario: string;
  /** Known once the drawer has been opened. */
  sources: Sources | undefined;
  opened: () => void;
}

export function drawer({ controls, sliders, scenario, sources, opened }: Drawer, reader: Reader): TemplateResult {
  const toggled = (event: Event): void => {
    if ((event.target as HTMLDetailsElement).open) opened();
  };
  return html`
    <details class="drawer" part="drawer" @toggle=${toggled}>
      <summary>Assumptions and sources</summary>
      ${sources ? html`<p class="conclusion">${conclusionOf(sources, scenario)}</p>` : nothing}
      <div class="assumptions">
        ${controls.map((control) => {
          const words = wordsOn(sources, scenario, control.spec.id);
          return assumption(control, words, sliders.includes(control), reader);
        })}
      </div>
      ${sources ? differences(sources) : nothing}
    </details>
  `;
}

function differences(sources: Sources): TemplateResult {
  return html`
    <section class="differences">
      <h2>Why do others differ?</h2>
      <dl>
        ${sources.differences.map(
          ({ title, explanation, example }) => html`
            <dt>${title}</dt>
            <dd>${explanation} <span class="example">${example}</span></dd>
          `,
        )}
      </dl>
    </section>
  `;
}

function assumption(control: Control, words: Words, hasSlider: boolean, reader: Reader): TemplateResult {
  const { id, label } = control.spec;
  return html`
    <div class="assumption" role="group" aria-label=${label}>
      ${hasSlider ? html`<p class="name">${label}</p>` : html`<label for="${id}-field">${label}</label>`}
      ${words.help ? html`<p class="help">${words.help}</p>` : nothing}
      ${hasSlider ? nothing : field(control, reader)} ${origin(control, words)}
    </div>
  `;
}

function field(control: Control, reader: Reader): TemplateResult {
  return html`
    <span class="stepped">${less(control, reader)} ${numberField(control, reader)} ${more(control, reader)}</span>
    ${note(control, reader)}
  `;
}

function origin({ spec, origin: { value, fact } }: Control, words: Words): TemplateResult | typeof nothing {
  if (!fact) return nothing;
  return html`
    <p>
      <b class="basis ${fact.basis}">${fact.basis}:</b> ${format_field(value)} ${spec.unit},
      <time datetime=${fact.date}>${fact.date}</time>. ${words.fact?.reason}
    </p>
    ${words.fact && fact.basis !== 'assumed' ? html`<p class="source">${words.fact.source}</p>` : nothing}
  `;
}
