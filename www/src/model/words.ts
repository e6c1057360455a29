/** What is said of one number, among all that the core says of all. */
import { placeOf, scenarios, type InputId } from './core.js';

/** Where one number of a scenario comes from, beyond what the core says of it in the page. */
export type Fact = readonly [date: string, source: string, reason: string, address: string | null];

/** What a page shows of all that the core says. Scenarios share most facts, so each stands once. */
export interface Sources {
  /** In the order of the table: what the input is, its facts, and of each scenario in their order which of them is its own. */
  inputs: readonly (readonly [help: string, facts: readonly Fact[], whose: readonly number[]])[];
  differences: readonly { title: string; explanation: string; example: string }[];
}

/** What is said of one input of a scenario. */
export interface Words {
  help: string;
  fact: Fact;
}

export function wordsOn(sources: Sources, scenario: string, input: InputId): Words {
  const [help, facts, whose] = sources.inputs[placeOf(input)]!;
  return { help, fact: facts[whose[scenarios().findIndex(({ id }) => id === scenario)]!]! };
}
