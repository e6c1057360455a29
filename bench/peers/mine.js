// The mine of the scenario `quoted-40000` in closed form: what a chart library's user would write by hand.
// `bench/moves.mjs` holds it against the core before it measures anything.

/** What the three sliders leave alone. */
const [PUE, LEVY, UPTIME, POOL_FEE, OPEX] = [1.03, 0.0023, 88 / 168, 0.02, 5];
const [MACHINE, SITE, DISCOUNT] = [60, 833, 1.1];
/** Rewards per block before and after the halving, which falls into the middle of 36 months. */
const [BEFORE, AFTER] = [6.25 + 0.11, 3.125 + 0.11];
const HOURS = (365.25 / 12) * 24;

/** Discounted months: the first 18, and the other 18. */
const [FIRST, SECOND] = [1, 19].map((from) => {
  let sum = 0;
  for (let month = from; month < from + 18; month += 1) sum += DISCOUNT ** (-month / 12);
  return sum;
});

/** USD/kWh, J/TH, EH/s: the ends of the sliders, which are logarithmic, and where they stand. */
export const SLIDERS = [
  { id: 'tariff', label: 'Electricity tariff', unit: 'USD/kWh', from: 0.001, to: 0.5, value: 0.05 },
  { id: 'efficiency', label: 'Hardware efficiency', unit: 'J/TH', from: 8, to: 150, value: 34.2 },
  { id: 'hashrate', label: 'Network hash rate', unit: 'EH/s', from: 10, to: 2000, value: 263.6800864404874 },
];

/** The value at a position from 0 to 1, to three digits. */
export function valueAt({ from, to }, position) {
  return Number((from * (to / from) ** position).toPrecision(3));
}

/** Shutdown, cash and all-in price in USD per bitcoin. */
export function prices(tariff, efficiency, hashrate) {
  // A block comes every 600 seconds; per TH/s and month.
  const share = (UPTIME * HOURS * 3600 * 1e12 * (1 - POOL_FEE)) / (hashrate * 1e18 * 600);
  const [before, after] = [share * BEFORE, share * AFTER];
  const power = UPTIME * HOURS * (efficiency / 1000) * PUE * (tariff + LEVY);
  const fixed = (efficiency / 1000) * OPEX;
  const capital = MACHINE + (SITE * efficiency * PUE) / 1000;

  const shutdown = power / before;
  const cash = shutdown + fixed / before;
  // With the machines on to the end, or switched off at the halving: whichever asks for less.
  const always = (capital + (power + fixed) * (FIRST + SECOND)) / (before * FIRST + after * SECOND);
  const untilThen = (capital + fixed * (FIRST + SECOND) + power * FIRST) / (before * FIRST);
  return [shutdown, cash, Math.min(always, untilThen)];
}

const POINTS = 512;
export const TARIFFS = Array.from({ length: POINTS }, (_, i) => 0.001 * 500 ** (i / (POINTS - 1)));

/** The three curves over `TARIFFS`. */
export function curves(efficiency, hashrate) {
  const [shutdown, cash, allIn] = [new Array(POINTS), new Array(POINTS), new Array(POINTS)];
  TARIFFS.forEach((tariff, i) => {
    [shutdown[i], cash[i], allIn[i]] = prices(tariff, efficiency, hashrate);
  });
  return [shutdown, cash, allIn];
}
