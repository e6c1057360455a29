/** Which mine it is: a scenario, over it a day, over that what the host set, and over all what the reader moved. */
import { evaluate, type Dated, type InputId, type Inputs, type Origin, type Report, type Scenario } from './core.js';
import { over } from './layers.js';

export interface State {
  scenario: Scenario;
  /** Network and market of another day than the scenario's. */
  dated: Dated | undefined;
  /** Of the day to which the reader went, in its stead. */
  scrubbed: Dated | undefined;
  /** Set by the page that holds the element: attributes and properties. */
  given: Partial<Inputs>;
  /** Set by the reader, over what was given. */
  moved: Partial<Inputs>;
}

/** Which mine it is at one time, to be come back to. */
export type Moment = Readonly<State>;

/** What the core answers; throws where it refuses. */
export function answer(state: Moment): Report {
  return evaluate(over(state.scenario.inputs, dayOf(state)?.inputs, state.given, state.moved));
}

/** The day whose network and market stand in the scenario's place. */
export function dayOf({ dated, scrubbed }: Moment): Dated | undefined {
  return scrubbed ?? dated;
}

/** The mine as its author has it: before the reader moved anything. */
export function authorOf({ scenario, dated, given }: Moment): Partial<Inputs> {
  return over(scenario.inputs, dated?.inputs, given);
}

/** The value that stands where nobody set another, and where it comes from. */
export function originOf(state: Moment, id: InputId): { value: number; fact: Origin | undefined } {
  const day = dayOf(state);
  const value = day?.inputs[id];
  if (day && value !== undefined) return { value, fact: { input: id, value, basis: 'derived', date: day.date } };
  const { inputs, facts } = state.scenario;
  return { value: inputs[id], fact: facts.find(({ input }) => input === id) };
}
