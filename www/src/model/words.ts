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
    fact: sources.scenarios.find(({ id }) => id === scenario)?.facts.find((fact) => fact.input === input),
  };
}

