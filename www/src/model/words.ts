/** What is said of one number, among all that the core says of all. */
import type * as core from '../../whole/breakeven.js';
import type { InputId } from './core.js';

/** Where one number of a scenario comes from, beyond what the core says of it in the page. */
export type Fact = Pick<core.Fact, 'input' | 'date' | 'source' | 'reason' | 'address'>;

/** What a page shows of all that the core says. */
export interface Sources {
  inputs: Pick<core.Sources['inputs'][number], 'id' | 'help'>[];
  scenarios: { id: string; facts: Fact[] }[];
  differences: Pick<core.Sources['differences'][number], 'title' | 'explanation' | 'example'>[];
}

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

