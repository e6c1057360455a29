/** The figure as a table: what is in its drawer, fetched when it is opened. */
import { html, unsafeCSS, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { say } from 'virtual:words';

import { table_in_words } from '../model/core.js';
import { separatorsOf } from '../model/locale.js';
import type { Content } from './drawer.js';
import { originOf } from './field.js';
import type { Subject } from './figure.js';
import type { Control } from '../model/model.js';
import css from '../styles/table.css?inline';

export interface Tabled extends Subject {
  /** Every input. */
  controls: readonly Control[];
}

export const table: Content<Tabled> = {
  sheet: unsafeCSS(css),
  show: (subject) => html`
    <div class="tabled">
      ${guard([subject.view, subject.inputs, subject.locale], () => tableOf(subject))}
      <ul class="assumed" aria-label="${say('page-assumed')}">${subject.controls.map(assumed)}</ul>
    </div>
  `,
};

/** It scrolls within itself, so that what stands below stays near; whoever has only keys gets into it by Tab. */
function tableOf({ view, inputs, locale }: Subject): TemplateResult {
  const separators = separatorsOf(locale);
  const { caption, heads, rows } = table_in_words(view, inputs, separators?.decimal, separators?.group);
  return html`
    <div class="scroll" role="region" aria-label="${say('page-table')}" tabindex="0">
      <table>
        <caption>${caption}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${rows.map(row)}</tbody>
      </table>
    </div>
  `;
}

function row([first, ...others]: readonly string[]): TemplateResult {
  return html`<tr><th scope="row">${first}</th>${others.map((cell) => html`<td>${cell}</td>`)}</tr>`;
}

/** From what the figure follows. */
function assumed(control: Control): TemplateResult {
  const { label, field_unit: unit } = control.spec;
  return html`<li>${label} <b>${control.shown} ${unit}</b> <span>${originOf(control)}</span></li>`;
}
