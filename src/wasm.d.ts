/**
 * A value for each input, in the unit of the table, and the network's difficulty: exact, where the hash rate is its
 * ten-minute equivalent. To change one of the two, leave the other one out.
 */
export interface Inputs extends Record<InputId, number> {
  difficulty: number;
}

/** A row of the core's one table of inputs. */
export interface InputSpec {
  id: InputId;
  /** The name for readers. */
  label: string;
  /** The symbol in formulas. */
  symbol: string;
  /** Of the values; a `share` is a part of one. */
  unit: string;
  /** What stands beside a field: there a share is in per cent. */
  field_unit: string;
  /** The ends of the allowed range. */
  min: number;
  max: number;
  default: number;
  /** The part of the range that a slider offers. */
  slider: { scale: 'log' | 'linear'; from: number; to: number };
  /** What one step changes at the default. */
  step: number;
}

/** Thrown by whatever refuses its input; the message is one line that names field, value and allowed range. */
export interface InputError extends Error {
  name: 'InputError';
  field: string;
  value: string;
  allowed: string;
}

/** What a piece of the sentence is about; the same names stand in the figures. */
export type Role = 'plain' | 'input' | 'shutdown' | 'cash' | 'all-in' | 'market' | 'regime';

/** A piece of the sentence. One with an input is a number that the reader may change. */
export interface Segment {
  text: string;
  role: Role;
  input?: InputId;
}

export interface Report {
  /** USD/BTC: pays the electricity. */
  shutdown_price: number;
  /** USD/BTC: also pays staff and site. */
  cash_price: number;
  /** USD/BTC: also earns the machines back; null where no price does. */
  all_in_price: number | null;
  /** Why the all-in price is null. */
  reason?: string;
  /** USD/PH/day. */
  hashprice: number;
  /** USD/PH/day. */
  hashcost: number;
  /** The power price above which it pays to sell the power rather than mine; below zero where even free power does not pay. */
  strike_usd_per_mwh: number;
  energy_per_bitcoin_kwh: number;
  bitcoin_per_ph_day: number;
  difficulty: number;
  hashrate_ehs: number;
  regime: 'worth-building' | 'runs' | 'switched-off';
  inputs: Inputs;
  /** The report in at most 40 words, in pieces and as one text. */
  sentence: Segment[];
  text: string;
}

/** A named mine, in words. */
export interface NamedMine {
  id: string;
  title: string;
  summary: string;
  /** The figure that answers what is asked of it. */
  view: View;
  /** YYYY-MM-DD. */
  date: string;
}
