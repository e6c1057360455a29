import { html, nothing, type TemplateResult } from 'lit';

import type { Scenario } from '../model/core.js';

interface Choice {
  scenarios: readonly Scenario[];
  chosen: Scenario;
  /** Why something else that was asked for is not shown. */
  notice: string | undefined;
}

/** The scenarios by title, and what the chosen one is in a line. */
export function scenarioPicker(
  { scenarios, chosen, notice }: Choice,
  open: (id: string) => void,
): TemplateResult {
  const picked = (event: Event): void => {
    event.stopPropagation();
    open((event.target as HTMLSelectElement).value);
  };
  return html`
    <div class="scenario" part="scenario">
      <label for="scenario">Scenario</label>
      <select
        id="scenario"
        aria-describedby="scenario-summary"
        aria-invalid=${notice ? 'true' : nothing}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${picked}
      >
        ${scenarios.map(
          ({ id, title }) => html`<option value=${id} .selected=${id === chosen.id}>${title}</option>`,
        )}
      </select>
      <p class=${notice ? 'refusal' : 'summary'} id="scenario-summary">${notice ?? chosen.summary}</p>
      ${scenarios.map(({ summary }) => html`<p aria-hidden="true">${summary}</p>`)}
    </div>
  `;
}
