/**
 * What is taken along in one archive: the table, what its columns hold, the figure, and a text that says what all of it is.
 * The command line writes the same, with where each number stands.
 */
import { say } from 'virtual:words';

import { scenarios } from '../model/core.js';
import { originOf } from './field.js';
import type { Filed } from './files.js';

/** What a column holds that is no number: https://www.w3.org/TR/tabular-metadata/#datatypes */
const KINDS: Readonly<Record<string, string>> = {
  date: 'date',
  running: 'boolean',
  tier: 'string',
  input: 'string',
  unit: 'string',
  best_machine: 'string',
  reason: 'string',
};

/** The files by their names; `drawn` is the figure as SVG. */
export function taken(figure: Filed, drawn: string): [name: string, text: string][] {
  const { view, mine } = figure;
  const csv = mine.csv(view);
  return [
    [`${view}.csv`, csv],
    [`${view}.csv-metadata.json`, metadata(figure, csv)],
    [`${view}.svg`, drawn],
    ['README.md', readme(figure)],
  ];
}

/** What the columns hold, and the numbers of the mine, for programs: https://www.w3.org/TR/tabular-metadata/ */
function metadata({ view, mine, svg, controls, link }: Filed, csv: string): string {
  const { caption, heads } = mine.table(view);
  const [names = ''] = csv.split('\n', 1);
  const noted = (id: string, name: string, value: number | string, unit?: string): object => ({
    '@type': 'schema:PropertyValue',
    'schema:propertyID': id,
    'schema:name': name,
    'schema:value': value,
    'schema:unitText': unit,
  });
  const described = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': say('language') }],
    '@type': 'Table',
    url: `${view}.csv`,
    'dc:title': svg.getAttribute('aria-label'),
    'dc:description': caption,
    'dc:creator': 'Breakeven',
    dialect: { lineTerminators: ['\n'] },
    tableSchema: {
      columns: names.split(',').map((name, place) => ({
        name,
        // A program holds the head of the CSV against them.
        titles: [name, ...heads.slice(place, place + 1)],
        datatype: KINDS[name] ?? 'number',
        null: '',
      })),
    },
    notes: [
      ...controls.map(({ spec: { id, label, field_unit: unit }, value }) =>
        // In a field a share is in per cent, and here it is a part of one.
        noted(id, label, value, unit.startsWith('%') ? undefined : unit),
      ),
      noted('link', say('readme-link-name'), link),
    ],
  };
  return `${JSON.stringify(described, undefined, 2)}\n`;
}

/** Markdown that reads as well where nobody makes a page of it. */
function readme({ view, mine, scenario, svg, controls, link }: Filed): string {
  const { title, summary } = scenarios().find(({ id }) => id === scenario)!;
  const { caption } = mine.table(view);
  const answer = mine.sentence().map(({ text }) => text).join('');
  const code = (text: string): string => `\`${text}\``;
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');
  const part = (heading: string, text: string): string => `\n## ${heading}\n\n${text}`;
  const inputs = controls.map((control) => {
    const { spec, shown } = control;
    return say('readme-input', { name: spec.label, value: `${shown} ${spec.field_unit}`, origin: originOf(control) });
  });
  return [
    `# ${svg.getAttribute('aria-label')}\n\n${caption}\n`,
    // Some figures say the answer themselves.
    caption.includes(answer) ? '' : `\n${answer}\n`,
    part(
      say('readme-files'),
      list([
        say('readme-csv', { file: code(`${view}.csv`) }),
        say('readme-metadata', { file: code(`${view}.csv-metadata.json`) }),
        say('readme-svg-seen', { file: code(`${view}.svg`) }),
      ]),
    ),
    part(say('readme-mine'), `${title}. ${summary}\n\n${list(inputs)}`),
    part(say('readme-again'), list([say('readme-link', { link: code(link) }), say('readme-command', { link })])),
  ].join('');
}
