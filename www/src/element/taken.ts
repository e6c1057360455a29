/**
 * What is taken along in one archive: the table, what its columns hold, the figure, and a text that says what all of it is.
 * The command line writes the same, and a sentence for each column.
 */
import { say } from 'virtual:words';

import { scenarios, type Mine } from '../model/core.js';
import { sources } from '../model/prepared.js';
import { wordsOn, type Source } from '../model/words.js';
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

/** Of what has no head, for people read the reason in its cell, and of what there says its unit in each cell. */
const TITLES: Readonly<Record<string, string>> = {
  reason: say('column-reason'),
  low: say('column-low'),
  high: say('column-high'),
};

/** The files by their names; `drawn` is the figure as SVG. */
export async function taken(figure: Filed, drawn: string): Promise<[name: string, text: string][]> {
  const { view, mine } = figure;
  const csv = mine.csv(view);
  const [names = ''] = csv.split('\n', 1);
  const { heads } = mine.table(view);
  const columns = names.split(',').map((name, place): Column => [name, TITLES[name] ?? heads[place]!]);
  const known = await sourcesOf(figure);
  return [
    [`${view}.csv`, csv],
    [`${view}.csv-metadata.json`, metadata(figure, columns, known)],
    [`${view}.svg`, drawn],
    ['README.md', readme(figure, columns, known)],
  ];
}

type Column = readonly [name: string, title: string];

/** Of the numbers that nobody changed and nobody assumed, each once. */
async function sourcesOf({ scenario, controls }: Filed): Promise<Source[]> {
  const told = await sources();
  const found = new Set<Source>();
  for (const { spec, value, origin } of controls) {
    const { fact, source } = wordsOn(told, scenario, spec.id);
    if (value === origin.value && fact[0] === origin.date && origin.basis !== 'assumed') found.add(source);
  }
  return [...found];
}

/** What the columns hold, and the numbers of the mine, for programs: https://www.w3.org/TR/tabular-metadata/ */
function metadata(
  { view, mine, svg, controls, link }: Filed,
  columns: readonly Column[],
  known: readonly Source[],
): string {
  const noted = (id: string, name: string, value: number | string, unit?: string): object => ({
    '@type': 'schema:PropertyValue',
    'schema:propertyID': id,
    'schema:name': name,
    'schema:value': value,
    'schema:unitText': unit,
  });
  const described = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': say('language') }],
    url: `${view}.csv`,
    'dc:title': svg.getAttribute('aria-label'),
    'dc:description': mine.table(view).caption,
    'dc:creator': 'Breakeven',
    'dc:source': known.map(([text, address]) => (address ? { '@id': address, 'dc:title': text } : text)),
    dialect: { lineTerminators: ['\n'] },
    tableSchema: {
      columns: columns.map(([name, title]) => ({
        name,
        // A program holds the head of the CSV against them.
        titles: [name, title],
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

/** What the page says of the mine. */
export function answerOf(mine: Mine): string {
  return mine.sentence(false).map(({ text }) => text).join('');
}

/** Markdown that reads as well where nobody makes a page of it. */
function readme(
  { view, mine, scenario, svg, controls, link }: Filed,
  columns: readonly Column[],
  known: readonly Source[],
): string {
  const { title, summary } = scenarios().find(({ id }) => id === scenario)!;
  const { caption } = mine.table(view);
  const answer = answerOf(mine);
  const code = (text: string): string => `\`${text}\``;
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join('');
  const part = (heading: string, text: string): string => `\n## ${heading}\n\n${text}`;
  const source = ([text, address]: Source): string => (address ? say('readme-source', { source: text, address }) : text);
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
    part(say('readme-columns'), list(columns.map(([name, title]) => say('readme-column', { name: code(name), description: title })))),
    part(say('readme-mine'), `${title}. ${summary}\n\n${list(inputs)}`),
    known.length ? part(say('readme-sources'), list(known.map(source))) : '',
    part(say('readme-again'), list([say('readme-link', { link: code(link) }), say('readme-command', { link })])),
  ].join('');
}
