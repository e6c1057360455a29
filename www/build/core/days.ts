/** The inputs that a day decides, as the core gives them for every day of its data. */
import type { Dated, Days, Steps } from '../../src/model/day.js';
import type { WholeCore } from './whole-core.ts';

const DAY = 86_400_000;

export function days(core: WholeCore): Days {
  const [first, last] = known(core);
  const steps: Record<string, Steps> = {};
  const count = (Date.parse(last) - Date.parse(first)) / DAY;
  for (let day = 0; day <= count; day += 1) {
    const date = new Date(Date.parse(first) + day * DAY).toISOString().slice(0, 10);
    // The hash rate follows from the difficulty, and not the other way round.
    const { hashrate: _, ...told } = core.at_date({}, date);
    for (const [id, value] of Object.entries(told)) {
      const step = (steps[id] ??= { days: [], values: [] });
      if (step.values.at(-1) === value) continue;
      step.days.push(day);
      step.values.push(value);
    }
  }
  const decided = Object.entries(steps).filter(([, { days }]) => days.length > 1);
  return { first, last, latest: latest(core, decided.map(([id]) => id)), steps: Object.fromEntries(decided) };
}

/** The newest network and market: those of the scenario `today`, beyond the days of the history. */
function latest(core: WholeCore, decided: string[]): Dated {
  const date = core.scenarios().find(({ id }) => id === 'today')?.date;
  if (!date) throw new Error('the core has no scenario of today');
  const inputs = Object.entries(core.at_date({}, 'latest')).filter(([id]) => id === 'hashrate' || decided.includes(id));
  return { date, inputs: Object.fromEntries(inputs) };
}

/** The first and the last day of the data: what the core allows, asked with a day that it does not. */
function known(core: WholeCore): [first: string, last: string] {
  try {
    core.at_date({}, '1970-01-01');
  } catch (error) {
    const [first, last] = String((error as { allowed?: string }).allowed).split(' to ');
    if (first && last) return [first, last.slice(0, first.length)]; // what follows names the newest month
  }
  throw new Error('the core does not tell its days');
}
