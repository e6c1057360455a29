/** What the numbers mean and where they are from: fetched once, when a reader first asks. */
import type { Fact, InputId, Sources } from '../whole/breakeven.js';

export type { Sources };

/** What is said of one input of a scenario. */
export interface Words {
  help: string | undefined;
  fact: Fact | undefined;
}

let told: Promise<Sources> | undefined;

export function loadSources(): Promise<Sources> {
  told ??= import('virtual:sources').then((module) => module.default);
  return told;
}

export function wordsOn(sources: Sources | undefined, scenario: string, input: InputId): Words {
  return {
    help: sources?.inputs.find(({ id }) => id === input)?.help,
    fact: mine(sources, scenario)?.facts.find((fact) => fact.input === input),
  };
}

/** What follows from the scenario as it stands. */
export function conclusionOf(sources: Sources, scenario: string): string | undefined {
  return mine(sources, scenario)?.conclusion;
}

function mine(sources: Sources | undefined, scenario: string): Sources['scenarios'][number] | undefined {
  return sources?.scenarios.find(({ id }) => id === scenario);
}
