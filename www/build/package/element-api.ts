/**
 * What `<break-even>` offers to the page that holds it. Its manifest and its types are made of this; a test holds it
 * against the element itself.
 */
import { readFile } from 'node:fs/promises';

import type { WholeCore } from '../core/whole-core.ts';

export interface Property {
  name: string;
  /** In TypeScript's words: what is read. */
  type: string;
  /** What may be written, where that is more. */
  takes?: string;
  readonly?: boolean;
  /** The attribute that sets it. */
  attribute?: string;
  /** Whether setting it sets the attribute. */
  reflects?: boolean;
  /** As an attribute has it. */
  default?: string;
  text: string;
}

export interface Named {
  name: string;
  text: string;
}

export interface ElementApi {
  properties: Property[];
  /** None takes or gives anything. */
  methods: Named[];
  /** Each with its class. */
  events: (Named & { type: string })[];
  parts: Named[];
  /** Each with what stands where it is not set. */
  cssProperties: (Named & { default: string })[];
}

const SETTINGS: Property[] = [
  {
    name: 'scenario',
    type: 'string',
    takes: 'string | null',
    attribute: 'scenario',
    default: 'today',
    text: 'The named mine from which the inputs start.',
  },
  {
    name: 'view',
    type: 'View',
    attribute: 'view',
    reflects: true,
    default: 'tariff',
    text: 'The figure beside the controls.',
  },
  {
    name: 'views',
    type: 'string | null',
    attribute: 'views',
    reflects: true,
    text: 'The figures from which a reader may choose, as tabs: ids separated by spaces. Without it there is no choice.',
  },
  {
    name: 'controls',
    type: 'string',
    attribute: 'controls',
    reflects: true,
    default: 'tariff efficiency hashrate',
    text: 'The inputs that get a slider: the ids of any of them, separated by spaces.',
  },
  {
    name: 'date',
    type: 'string | null',
    attribute: 'date',
    text: 'The day whose network and market stand in the place of the scenario’s, `YYYY-MM-DD` or `latest`; reading it gives the day in effect.',
  },
  {
    name: 'locale',
    type: 'string | null',
    attribute: 'locale',
    reflects: true,
    text: 'The language whose marks stand in numbers, such as `de` for 40.000,5; the words stay English.',
  },
  {
    name: 'theme',
    type: 'string | null',
    attribute: 'theme',
    reflects: true,
    text: '`light` or `dark`; without it the reader’s preference counts.',
  },
  { name: 'compact', type: 'boolean', attribute: 'compact', reflects: true, text: 'Only the sentence, the bar and the sliders.' },
  {
    name: 'urlSync',
    type: 'boolean',
    attribute: 'url-sync',
    reflects: true,
    text: 'On one element of a page: keeps the state in the page’s address; a scenario is a step in its history. Without it the address is never touched.',
  },
];

const ANSWERS: Property[] = [
  {
    name: 'report',
    type: 'Readonly<Report> | null',
    readonly: true,
    text: 'What the core answers to the inputs in effect; `null` until it has come. It cannot be changed.',
  },
  {
    name: 'state',
    type: 'string',
    takes: 'string | null',
    text: 'Scenario, view and inputs as the text of a link, `1~quoted-40000~tariff~efficiency_29.5`; setting it shows what it says, and what is no link changes nothing.',
  },
  { name: 'undoable', type: 'boolean', readonly: true, text: 'Whether the reader has changed anything that can be undone.' },
  { name: 'redoable', type: 'boolean', readonly: true, text: 'Whether anything was undone and can be done again.' },
  { name: 'moved', type: 'boolean', readonly: true, text: 'Whether anything is as the reader has put it.' },
  {
    name: 'updateComplete',
    type: 'Promise<boolean>',
    readonly: true,
    text: 'Resolves when what was set last is drawn; to `false` where no core can be had.',
  },
];

const METHODS: Named[] = [
  { name: 'undo', text: 'Undoes the reader’s last change, as Ctrl+Z in the element does.' },
  { name: 'redo', text: 'Does again what was undone last, as Ctrl+Y in the element does.' },
  { name: 'restart', text: 'Takes back all that the reader has moved; that can be undone, too.' },
];

const EVENTS: ElementApi['events'] = [
  {
    name: 'input',
    type: 'Event',
    text: 'While the reader moves or types; it bubbles and is composed. Setting a property is silent.',
  },
  {
    name: 'change',
    type: 'Event',
    text: 'When the reader is done, and when another figure is chosen; it bubbles and is composed. Setting a property is silent.',
  },
  {
    name: 'configerror',
    type: 'CustomEvent<Mistake>',
    text: 'When an attribute or a property says what cannot be shown, which the console tells too; what stands in its place is shown to the reader. It bubbles and is composed.',
  },
];

const PARTS: Named[] = [
  { name: 'headline', text: 'The answer in one sentence, whose numbers are controls.' },
  { name: 'scenario', text: 'The choice of the scenario, and what it is in a line.' },
  { name: 'bar', text: 'The three break-evens and the market price.' },
  { name: 'controls', text: 'The sliders together.' },
  { name: 'slider', text: 'One of them: label, number, range, origin.' },
  { name: 'figure', text: 'The figure that `view` names.' },
  { name: 'tabs', text: 'The tabs between the figures that `views` lists.' },
  { name: 'table', text: 'The figure as a table, folded away.' },
  { name: 'working', text: 'How the prices are computed, folded away.' },
  { name: 'drawer', text: 'Assumptions and sources.' },
];

const LOOK: Named[] = [
  { name: '--breakeven-paper', text: 'The ground.' },
  { name: '--breakeven-ink', text: 'Text, and what can be moved.' },
  { name: '--breakeven-quiet', text: 'Text beside the matter: units, notes, summaries.' },
  { name: '--breakeven-line', text: 'Rules, axes and the track of a slider.' },
  { name: '--breakeven-shade', text: 'Stretches of time in a figure.' },
  { name: '--breakeven-alarm', text: 'What is not taken.' },
  { name: '--breakeven-shutdown', text: 'The shutdown price, wherever it stands.' },
  { name: '--breakeven-cash', text: 'The cash break-even, wherever it stands.' },
  { name: '--breakeven-all-in', text: 'The all-in break-even, wherever it stands.' },
  { name: '--breakeven-market', text: 'The market price, wherever it stands.' },
  { name: '--breakeven-serif', text: 'The typeface of the sentence.' },
  { name: '--breakeven-sans', text: 'The typeface of all else.' },
  {
    name: '--breakeven-sticky-top',
    text: 'How far below the top of the window the bar stays: the height of a fixed header.',
  },
];

/** Where a host's values are read, each with what stands in for it. */
const SHEETS = ['www/src/styles/colours.css', 'www/src/styles/layout.css'];

export async function elementApi(core: WholeCore): Promise<ElementApi> {
  const sheets = await Promise.all(SHEETS.map((sheet) => readFile(sheet, 'utf8')));
  const defaults = standIns(sheets.join(''));
  const cssProperties = LOOK.map((property) => {
    const value = defaults.get(property.name);
    if (value === undefined) throw new Error(`${property.name} is read in none of ${SHEETS.join(', ')}`);
    return { ...property, default: value };
  });
  return { properties: [...SETTINGS, ...inputs(core), ...ANSWERS], methods: METHODS, events: EVENTS, parts: PARTS, cssProperties };
}

/** By a property's name what stands where it is not set; the first holds for readers who ask for nothing more. */
function standIns(css: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const { 0: opening, 1: name, index } of css.matchAll(/var\((--breakeven-[\w-]+), /g)) {
    const from = index + opening.length;
    let to = from;
    for (let open = 1; open > 0; to += 1) open += { '(': 1, ')': -1 }[css[to]!] ?? 0;
    if (!found.has(name!)) found.set(name!, css.slice(from, to - 1));
  }
  return found;
}

/** What an input's help in the page does not need. */
const MORE: Record<string, string> = {
  hashrate:
    'It stands for the difficulty, of which it is 2³²/600; one that is exact to the last bit comes with `date`, or with `state`: `1~today~tariff~difficulty_36835682546788`.',
};

function inputs(core: WholeCore): Property[] {
  const words = new Map(core.sources().inputs.map(({ id, help }) => [id, help]));
  return core.input_table().map(({ id, label, unit, min, max }) => ({
    name: id,
    type: 'number',
    takes: 'number | string | null',
    attribute: id.replaceAll('_', '-'),
    text: `${label} [${unit}], ${core.format_field(min)} to ${core.format_field(max)}. ${words.get(id) ?? ''} ${MORE[id] ?? ''}`.trim(),
  }));
}
