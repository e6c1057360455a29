import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { say } from 'virtual:words';

import { copies, saying } from './copies.js';
import type { Scenario } from '../model/core.js';

interface Choice {
  scenarios: readonly Scenario[];
  chosen: Scenario;
  /** Why something else that was asked for is not shown. */
  notice: string | undefined;
}

const options = copies((scenarios: readonly Scenario[]) =>
  scenarios.map(({ id, title }) => saying('option', [title], { value: id })),
);

/** Unseen, each in the place of the one that is shown: so the longest has its room. */
const summaries = copies((scenarios: readonly Scenario[]) =>
  scenarios.map(({ summary }) => saying('p', [summary], { 'aria-hidden': 'true' })),
);

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
      <label for="scenario">${say('page-scenario')}</label>
      <select
        id="scenario"
        aria-describedby="scenario-summary"
        aria-invalid=${notice ? 'true' : nothing}
        .value=${chosen.id}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${picked}
      >
        ${guard([scenarios], () => chosenAmong(scenarios, chosen))}
      </select>
      <p class=${notice ? 'refusal' : 'summary'} id="scenario-summary">${notice ?? chosen.summary}</p>
      ${guard([scenarios], () => summaries(scenarios))}
    </div>
  `;
}

/** The choice is set before there is anything to choose from: what is chosen at first says so itself. */
function chosenAmong(scenarios: readonly Scenario[], chosen: Scenario): DocumentFragment {
  const all = options(scenarios);
  all.querySelector(`[value="${chosen.id}"]`)!.setAttribute('selected', '');
  return all;
}
