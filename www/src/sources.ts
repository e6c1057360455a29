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
  const mine = sources?.scenarios.find(({ id }) => id === scenario);
  return {
    help: sources?.inputs.find(({ id }) => id === input)?.help,
    fact: mine?.facts.find((fact) => fact.input === input),
  };
}
