// What all pages but ours have in common: a sentence, three sliders, room for a figure. Everything happens in the
// slider's event, as the libraries' own examples do it.

import { curves, prices, SLIDERS, valueAt } from './mine.js';

export const COLORS = ['#0067a8', '#8a6100', '#a8246f'];
export const NAMES = ['Electricity', 'Cash', 'All-in'];
/** As large as ours, which is as wide as a phone's column. */
export const SIZE = { width: 358, height: 280 };

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 4 });

/** `create(figure, curves)` draws a first time, and returns what draws other curves: `redraw(curves, tariff)`. */
export function start(create) {
  const values = SLIDERS.map(({ value }) => value);
  const sentence = document.body.appendChild(document.createElement('p'));
  const fields = SLIDERS.map((slider, i) => {
    const row = document.body.appendChild(document.createElement('label'));
    const value = document.createElement('output');
    const range = document.createElement('input');
    Object.assign(range, { type: 'range', min: 0, max: 1, step: 'any' });
    range.value = String(Math.log(slider.value / slider.from) / Math.log(slider.to / slider.from));
    range.addEventListener('input', () => {
      values[i] = valueAt(slider, range.valueAsNumber);
      write();
      redraw(curves(values[1], values[2]), values[0]);
    });
    row.append(slider.label, value, range);
    return value;
  });
  const figure = document.body.appendChild(document.createElement('div'));
  figure.className = 'figure';

  function write() {
    const [tariff, efficiency, hashrate] = values.map((value) => digits.format(value));
    const [shutdown, cash, allIn] = prices(...values).map((price) => dollars.format(price));
    SLIDERS.forEach(({ unit }, i) => (fields[i].value = `${digits.format(values[i])} ${unit}`));
    sentence.textContent =
      `At $${tariff}/kWh, ${efficiency} J/TH and ${hashrate} EH/s, this mine pays its power above ${shutdown} ` +
      `a bitcoin, its bills above ${cash}, its machines above ${allIn}.`;
  }

  write();
  const redraw = create(figure, curves(values[1], values[2]));
}
