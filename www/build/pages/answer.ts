/**
 * The answer for a reader without script: the sentence, the three break-evens, the figure and a link, written into the
 * page when it is built, by the same core that the page runs.
 */
import type { Scenario } from '../../whole/breakeven.js';
import type { WholeCore } from '../core/whole-core.ts';
import { PICTURE } from '../pictures/picture.ts';
import { say } from '../words/words.ts';
import { escape, tag } from './template.ts';

export function find(scenarios: Scenario[], id: string): Scenario {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`the core has no scenario ${id}`);
  return scenario;
}

interface Beside {
  /** The address of the scenario's picture. */
  picture: string;
  /** Where else there is more of it. */
  link?: string | undefined;
}

export function answer(core: WholeCore, scenario: Scenario, { picture, link }: Beside): string {
  const report = core.evaluate(scenario.inputs);
  const unit = core.input_table().find(({ id }) => id === 'price')?.field_unit ?? '';
  const price = (value: number | null): string =>
    value === null ? (report.reason ?? '') : `${core.format_field(value)} ${unit}`;
  const rows = [
    ['shutdown', say('static-shutdown'), say('static-shutdown-what'), price(report.shutdown_price)],
    ['cash', say('static-cash'), say('static-cash-what'), price(report.cash_price)],
    ['all-in', say('static-all-in'), say('static-all-in-what'), price(report.all_in_price)],
  ] as const;
  const sentence = report.sentence.map(({ text, role }) => `<span class="${role}">${escape(text)}</span>`);
  const { width, height } = PICTURE;
  const lines = [
    `<p class="headline">${sentence.join('')}</p>`,
    '<table>',
    `  <caption>${escape(scenario.title)}, ${scenario.date}</caption>`,
    '  <tbody>',
    ...rows.map(
      ([role, name, what, value]) =>
        `    <tr><th scope="row"><b class="${role}">${escape(name)}</b> ${escape(what)}</th><td>${escape(value)}</td></tr>`,
    ),
    '  </tbody>',
    '</table>',
    ...(link === undefined ? [] : [`<p>${link}</p>`]),
    // The last: where it comes late, it moves nothing.
    tag('img', { src: picture, alt: report.text, width: String(width), height: String(height), loading: 'lazy' }),
  ];
  return lines.join('\n');
}
