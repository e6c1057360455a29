import { html, type TemplateResult } from 'lit';
import conclusions from 'virtual:conclusions';
import { say } from 'virtual:words';

import { copies, saying } from './copies.js';
import { guard } from './guard.js';
import type { NamedMine } from '../model/core.js';

interface Choice {
  scenarios: readonly NamedMine[];
  chosen: NamedMine;
  /** Whether nobody has changed anything since. */
  isAsPublished: boolean;
  /** As the reader reads numbers. */
  written: (text: string) => string;
  /** Why something else that was asked for is not shown. */
  notice: string | undefined;
}

const options = copies((scenarios: readonly NamedMine[]) =>
  scenarios.map(({ id, title }) => saying('option', [title], { value: id })),
);

/** Unseen, each in the place of the one that is shown: so the longest has its room. */
const room = copies((scenarios: readonly NamedMine[]) =>
  scenarios.map((_, place) => saying('p', [published(place)], { 'aria-hidden': 'true' })),
);

const published = (place: number): string => say('page-as-published', { conclusion: conclusions[place]! });

/** The scenarios by title, and what follows from the chosen one as it stands. */
export function scenarioPicker(
  { scenarios, chosen, isAsPublished, written, notice }: Choice,
  open: (id: string) => void,
): TemplateResult {
  const picked = (event: Event): void => {
    event.stopPropagation();
    open((event.target as HTMLSelectElement).value);
  };
  const place = scenarios.indexOf(chosen);
  const conclusion = isAsPublished ? conclusions[place]! : published(place);
  return html`
    <div class="scenario" part="scenario">
      <label for="scenario">${say('page-scenario')}</label>
      <select
        id="scenario"
        aria-describedby="conclusion"
        .value=${chosen.id}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${picked}
      >
        ${guard([scenarios], () => chosenAmong(scenarios, chosen))}
      </select>
      <p class=${notice ? 'refusal' : 'conclusion'} id="conclusion">${notice ?? written(conclusion)}</p>
      ${guard([scenarios], () => room(scenarios))}
    </div>
  `;
}

/** The choice is set before there is anything to choose from: what is chosen at first says so itself. */
function chosenAmong(scenarios: readonly NamedMine[], chosen: NamedMine): DocumentFragment {
  const all = options(scenarios);
  all.querySelector(`[value="${chosen.id}"]`)!.setAttribute('selected', '');
  return all;
}
