/** The figure as a table, with what it assumes, and as files: what is in its drawer. */
import { html, unsafeCSS, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import type { Content } from './drawer.js';
import { originOf } from './field.js';
import type { Subject } from './figure.js';
import type { Filed, Kind } from './files.js';
import { guard } from './guard.js';
import { later } from '../load/later.js';
import type { Control } from '../model/controls.js';
import css from '../styles/table.css?inline';

const theFiles = later((_again) => import('./files.js'));

export interface Tabled extends Subject {
  /** Every input. */
  controls: readonly Control[];
  /** The figure's. */
  svg: SVGSVGElement;
  /** The figure as it stands. */
  filed(): Filed;
}

const KINDS: readonly Kind[] = ['CSV', 'SVG', 'PNG', 'ZIP'];

export const table: Content<Tabled> = {
  sheet: unsafeCSS(css),
  show(subject, printed) {
    // Older engines do not know what styles/table.css does for a drawer that is shut.
    const drawer = printed && subject.svg.closest('.inside')?.querySelector<HTMLDetailsElement>('.table:not([open])');
    if (drawer && !CSS.supports('selector(::details-content)')) {
      drawer.open = true;
      addEventListener('afterprint', () => (drawer.open = false), { once: true });
    }
    return html`
      <div class="tabled">
        ${guard([subject.view, subject.changes, subject.locale], () => tableOf(subject))}
        <ul class="assumed" aria-label="${say('page-assumed')}">${subject.controls.map(assumed)}</ul>
      </div>
      <p class="files" @click=${(press: Event) => pressed(press, subject)}>
        ${say('page-save')} ${KINDS.map((kind) => html`<button type="button">${kind}</button>`)}
        <span role="status"></span>
      </p>
    `;
  },
};

async function pressed({ target, currentTarget }: Event, { filed }: Tabled): Promise<void> {
  const { localName, textContent: kind } = target as Element;
  if (localName !== 'button') return;
  const said = (currentTarget as Element).querySelector('span')!;
  try {
    await (await theFiles()).save(kind as Kind, filed(), said);
  } catch {
    said.textContent = say('page-save-missing');
  }
}

/**
 * It scrolls within itself, so that what stands below stays near; whoever has only keys gets into it by Tab. Roles are told,
 * because some engines forget those of a row that is laid out as anything else.
 */
function tableOf({ view, mine }: Subject): TemplateResult {
  const { caption, heads, rows } = mine.table(view);
  return html`
    <div class="scroll" role="region" aria-label="${say('page-table')}" tabindex="0">
      <table class=${view} role="table">
        <caption>${caption}</caption>
        <thead><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
        <tbody>${rows.map(row)}</tbody>
      </table>
    </div>
  `;
}

function row([first, ...others]: readonly string[]): TemplateResult {
  return html`<tr role="row"><th scope="row" role="rowheader">${first}</th>${others.map((cell) => html`<td role="cell">${cell}</td>`)}</tr>`;
}

/** From what the figure follows. */
function assumed(control: Control): TemplateResult {
  const { label, field_unit: unit } = control.spec;
  return html`<li>${label} <b>${control.shown} ${unit}</b> <span>${originOf(control)}</span></li>`;
}
