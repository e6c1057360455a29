/** Columns, one row for each difficulty period since 2009; NaN where something is not known. */
export interface History {
  /** The day of the period's first block, UTC, as `Date` counts: milliseconds since 1970. */
  time: Float64Array;
  difficulty: Float64Array;
  /** USD/BTC, mean of the period. */
  price: Float64Array;
  /** BTC/block; where they are not known, prices count the subsidy only. */
  fees: Float64Array;
  /** USD/BTC: the shutdown price of this mine. */
  shutdown: Float64Array;
  /** USD/BTC: that of the best machine then on sale. */
  best: Float64Array;
  /** USD/PH/day. */
  hashprice: Float64Array;
}

export interface Machine {
  name: string;
  hashrate_ths: number;
  power_w: number;
  /** J/TH. */
  efficiency: number;
  /** YYYY-MM-DD, the first day of the month. */
  released: string;
}

/** Days are the first of their difficulty period, YYYY-MM-DD. */
export interface UnderWater {
  first: string | null;
  /** From here to the end of the data without a break. */
  for_good: string | null;
  came_back: boolean;
}
