/** What is said of one number, among all that the core says of all. */
import type { Fact, InputId, Sources } from '../../whole/breakeven.js';

/** What is said of one input of a scenario. */
export interface Words {
  help: string | undefined;
  fact: Fact | undefined;
}

export function wordsOn(sources: Sources, scenario: string, input: InputId): Words {
  return {
    help: sources.inputs.find(({ id }) => id === input)?.help,
    fact: mine(sources, scenario)?.facts.find((fact) => fact.input === input),
  };
}

/** What follows from the scenario as it stands. */
export function conclusionOf(sources: Sources, scenario: string): string | undefined {
  return mine(sources, scenario)?.conclusion;
}

function mine(sources: Sources, scenario: string): Sources['scenarios'][number] | undefined {
  return sources.scenarios.find(({ id }) => id === scenario);
}
