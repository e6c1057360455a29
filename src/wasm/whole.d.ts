/** One number of a scenario. */
export interface Origin {
  input: InputId;
  value: number;
  basis: 'article' | 'derived' | 'assumed';
  /** When it held: a year, a month or a day. */
  date: string;
}

/** A named mine, and its numbers. */
export interface Scenario extends NamedMine {
  difficulty: number;
  inputs: Inputs;
  facts: Origin[];
}

/** What the numbers mean and where they are from, in words. */
export interface Sources {
  inputs: { id: InputId; help: string; source: string }[];
  scenarios: {
    id: string;
    difficulty_source: string;
    /** What follows from the scenario, in one sentence. */
    conclusion: string;
    facts: Fact[];
  }[];
  /** Why other calculators come to other figures, with examples of the first scenario. */
  differences: Difference[];
}

/** One number of a scenario, with where it stands and why it is this one. */
export interface Fact extends Origin {
  source: string;
  /** Where the source can be read; null where it has no address in the web. */
  address: string | null;
  reason: string;
}

/** The numbers behind a figure, USD/BTC at each x; all_in is empty where no price pays the mine back. */
export interface Series {
  x: Float64Array;
  shutdown: Float64Array;
  cash: Float64Array;
  all_in: Float64Array;
}

/** By the names of a table's columns: numbers, a day as text, null where there is no value, and then in `reason` why. */
export type Row = Record<string, number | string | null>;

/** A figure. */
export interface ViewRow {
  id: View;
  /** The name for readers, as on a tab. */
  label: string;
  /** The input along its x axis; null where it has none. */
  axis: InputId | null;
  /** What a reader drags in it: the inputs along its axes, or the date of network and market; null where nothing. */
  dragged: 'inputs' | 'date' | null;
  /** In CSS pixels, where nobody asks for another size. */
  width: number;
  height: number;
  /** What it shows, in a sentence. */
  shows: string;
}

/** The three break-evens. */
export type Tier = 'shutdown' | 'cash' | 'all-in';

/** Of the whole site, in a day or a year; money in USD. */
export interface Turnover {
  bitcoin: number;
  energy_mwh: number;
  /** With the levy. */
  electricity: number;
  fixed: number;
  cost: number;
  revenue: number;
}

/** The whole site. */
export interface Fleet {
  capacity_mw: number;
  /** null where the power of one machine is not known. */
  machines: number | null;
  hashrate_ehs: number;
  /** Of the network's hash rate: above 1 where the site is larger. */
  network_share: number;
  /** Homes of 2.4 kW mean load that what the site draws while it runs would supply. */
  homes: number;
  /** USD. */
  capital: number;
  per_day: Turnover;
  per_year: Turnover;
}

/** A named week. */
export interface Schedule {
  id: string;
  hours: number;
}

/** What comes of the mine at the market price, in USD per TH/s, and the whole site. */
export interface Account extends Omit<Report, 'sentence' | 'text'> {
  /** USD/BTC left after the electricity. */
  margin: number;
  npv: number;
  /** Per year; null where there is none. */
  irr: number | null;
  irr_reason?: string;
  /** The first month paid back; null where that never happens. */
  payback_month: number | null;
  payback_reason?: string;
  months_switched_off: number;
  cost: { electricity: number; levy: number; fixed: number; capital: number };
  fleet: Fleet;
}

/** A value, or the reason why there is none in plain words. */
export type Solution = { value: number } | { none: string };

/** A break-even at another value of an input; null where no price is reached. */
export interface Swung {
  value: number;
  /** Whether it would have lain beyond the allowed range, at whose end it is held. */
  held: boolean;
  price: number | null;
}

export interface Driver {
  input: InputId;
  /** Per cent of the break-even for each per cent of the input: 0 where that is 0; null where the break-even is. */
  elasticity: number | null;
  /** How far it swings: a fifth; or, where it is 0, over the scenario's range or by a default. */
  by: 'fifth' | 'range' | 'default';
  /** Less and more of the input. */
  low: Swung;
  high: Swung;
  swing: number | null;
}

/** How far an input may be off, and why. */
export interface Uncertain {
  input: InputId;
  low: number;
  high: number;
  reason: string;
}

/** USD/BTC; null where no price breaks even. */
export interface Interval {
  low: number | null;
  mid: number | null;
  high: number | null;
}

export interface Intervals {
  shutdown: Interval;
  cash: Interval;
  all_in: Interval;
}

/** Why another calculator may come to another figure. */
export interface Difference {
  id: string;
  title: string;
  explanation: string;
  example: string;
}

/** The texts that change, as wide as they get while a reader drags; every digit in them is a zero. */
export interface Widest {
  /** The sentence in each of its wordings. */
  sentences: Segment[][];
  /** The number in the field of each input. */
  fields: Record<InputId, string>;
}
