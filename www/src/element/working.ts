/** How the prices come about, line by line, to be checked by hand: what is in its drawer. */
import { html, unsafeCSS, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { say } from 'virtual:words';

import { working as linesOf, type WorkingLine } from '../model/core.js';
import { inLocale } from '../model/locale.js';
import type { Content } from './drawer.js';
import type { Subject } from './figure.js';
import css from '../styles/working.css?inline';

export const working: Content<Subject> = {
  sheet: unsafeCSS(css),
  show: ({ inputs, locale }) => html`
    <p class="help">${say('page-working-help')}</p>
    ${guard([inputs, locale], () => {
      const line = ({ name, formula, numbers, result, unit }: WorkingLine): TemplateResult => html`
        <li>
          <b>${inLocale(name, locale)}</b> <b class="result">${inLocale(result, locale)} ${unit}</b>
          <p>${inLocale(formula, locale)}</p>
          <p class="numbers">${inLocale(numbers, locale)}</p>
        </li>
      `;
      return html`<ol>${linesOf(inputs).map(line)}</ol>`;
    })}
  `,
};
