/** Every number that goes into the answer, and where it comes from: what is in the drawer, fetched when it is opened. */
import { html, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import type { Content } from './drawer.js';
import { BASES, less, more, note, numberField } from './field.js';
import { guard } from './guard.js';
import { scenarios } from '../model/core.js';
import type { Control } from '../model/controls.js';
import type { Reader } from './reader.js';
import css from '../styles/assumptions.css?inline';
import { wordsOn, type Source, type Sources, type Words } from '../model/words.js';

const sheet = unsafeCSS(css);

export interface Assumptions {
  controls: readonly Control[];
  /** They have their field elsewhere already. */
  sliders: readonly Control[];
  scenario: string;
  reader: Reader;
}

export function assumptions(sources: Sources): Content<Assumptions> {
  return { sheet, show: (mine) => assumptionsOf(mine, sources) };
}

function assumptionsOf({ controls, sliders, scenario, reader }: Assumptions, sources: Sources): TemplateResult {
  return html`
    <p class="summary">${scenarios().find(({ id }) => id === scenario)!.summary}</p>
    <div class="assumptions">
      ${controls.map((control) => {
        const hasSlider = sliders.includes(control);
        const words = (): Words => wordsOn(sources, scenario, control.spec.id);
        return guard([control, hasSlider], () => assumption(control, words(), hasSlider, reader));
      })}
    </div>
    <section class="differences">
      <h2>${say('page-differences')}</h2>
      <p class="help">${say('page-differences-of', { title: scenarios()[0]!.title })}</p>
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
      <p class="help">${words.help}</p>
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

function origin({ spec, origin: { shown, basis, date } }: Control, { fact, source }: Words): TemplateResult | typeof nothing {
  if (!basis) return nothing;
  const [day, reason] = fact;
  // Of a day that the host chose there are no words: the data say it.
  const told = day === date;
  return html`
    <p>
      <b class="basis">${BASES[basis]}:</b> ${shown} ${spec.field_unit},
      <time datetime=${date}>${date}</time>. ${told ? reason : nothing}
    </p>
    ${told && basis !== 'assumed' ? html`<p class="source">${linked(source)}</p>` : nothing}
  `;
}

/** In a frame, too, the source opens beside the article. */
function linked([text, address]: Source): TemplateResult | string {
  return address ? html`<a href=${address} target="_blank" rel="noopener">${text}</a>` : text;
}
