/** How the prices come about, line by line, to be checked by hand: what is in its drawer. */
import { html, unsafeCSS, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import type { WorkingLine } from '../model/core.js';
import type { Content } from './drawer.js';
import type { Subject } from './figure.js';
import { guard } from './guard.js';
import css from '../styles/working.css?inline';

export const working: Content<Subject> = {
  sheet: unsafeCSS(css),
  show: ({ mine, changes, locale }) => html`
    <p class="help">${say('page-working-help')}</p>
    ${guard([changes, locale], () => html`<ol>${mine.working().map(line)}</ol>`)}
  `,
};

function line({ name, formula, numbers, result, unit }: WorkingLine): TemplateResult {
  return html`
    <li>
      <b>${name}</b> <b class="result">${result} ${unit}</b>
      <p>${formula}</p>
      <p class="numbers">${numbers}</p>
    </li>
  `;
}
