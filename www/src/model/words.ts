/** What is said of one number, among all that the core says of all. */
import { placeOf, scenarios, type InputId } from './core.js';

/** Where one number of a scenario comes from, beyond what the core says of it in the page. */
export type Fact = readonly [date: string, reason: string, source: number];
/** Where numbers stand: a text, and its address in the web where it has one. */
export type Source = readonly [text: string, address: string | null];

/** What a page shows of all that the core says. Scenarios share most facts, and facts their sources, so each stands once. */
export interface Sources {
  /** In the order of the table: what the input is, its facts, and of each scenario in their order which of them is its own. */
  inputs: readonly (readonly [help: string, facts: readonly Fact[], whose: readonly number[]])[];
  sources: readonly Source[];
  differences: readonly { title: string; explanation: string; example: string }[];
}

/** What is said of one input of a scenario. */
export interface Words {
  help: string;
  fact: Fact;
  source: Source;
}

export function wordsOn(sources: Sources, scenario: string, input: InputId): Words {
  const [help, facts, whose] = sources.inputs[placeOf(input)]!;
  const fact = facts[whose[scenarios().findIndex(({ id }) => id === scenario)]!]!;
  return { help, fact, source: sources.sources[fact[2]]! };
}
