/** Network and market on a day: looked up in what the core told when the page was built. */
import { say } from 'virtual:words';

import { evaluate, type Inputs } from './core.js';

/** What is known of a day. */
export interface Dated {
  /** YYYY-MM-DD. */
  date: string;
  inputs: Partial<Inputs>;
}

/** The values of an input, and the day of each from which on it holds, counted from the first. */
export interface Steps {
  days: number[];
  values: number[];
}

export interface Days {
  /** YYYY-MM-DD, as the last. */
  first: string;
  last: string;
  /** The newest network and market, beyond those days; its day stands for its month. */
  latest: Dated;
  steps: Partial<Record<keyof Inputs, Steps>>;
}

/** The newest network and market, whichever they are in the release that is served. */
const LATEST = 'latest';
const DAY = 86_400_000;

/** What is known of a day; throws words for a reader where nothing is. */
export function onDay(wanted: string, { first, last, latest, steps }: Days): Dated {
  if (wanted === LATEST || wanted === latest.date) return latest;
  const time = Date.parse(wanted);
  const day = (time - Date.parse(first)) / DAY;
  if (!isDay(wanted, time) || wanted < first || wanted > last) {
    throw new Error(say('page-date-unknown', { value: wanted, first, last, latest: LATEST }));
  }
  const value = ({ days, values }: Steps): number | undefined => values[days.filter((from) => from <= day).length - 1];
  const inputs: Partial<Inputs> = Object.fromEntries(Object.entries(steps).map(([id, step]) => [id, value(step)]));
  // The hash rate follows from the difficulty, and not the other way round.
  return { date: wanted, inputs: { ...inputs, hashrate: evaluate(inputs).inputs.hashrate } };
}

/** Some browsers take the 30th of February for a day of March. */
function isDay(date: string, time: number): boolean {
  return !Number.isNaN(time) && new Date(time).toISOString() === `${date}T00:00:00.000Z`;
}
