/** What the attributes of the element are called, and what they may say. */
import type { PropertyDeclarations } from 'lit';

import { input_table, type InputId } from '../model/core.js';
import { DRAGGED } from './figure.js';

const INPUTS: readonly string[] = input_table.map(({ id }) => id);

export const VIEWS: readonly string[] = [...DRAGGED.keys()];

/** Of those that are lists of names, the names that there are. */
export const KNOWN = { view: VIEWS, views: VIEWS, theme: ['light', 'dark'], controls: INPUTS };

/** What says which mine it is: the property, by the attribute's name in either spelling. */
export const MINE_OF: ReadonlyMap<string, string> = new Map(
  ['scenario', 'date', ...INPUTS].flatMap((id) => [[id, id], [hyphenated(id), id]] as const),
);

export const PROPERTIES: PropertyDeclarations = {
  scenario: { noAccessor: true },
  date: { noAccessor: true },
  state: { noAccessor: true, attribute: false },
  view: { reflect: true },
  views: { reflect: true },
  controls: { reflect: true },
  theme: { reflect: true },
  locale: { reflect: true },
  compact: { type: Boolean, reflect: true },
  urlSync: { type: Boolean, reflect: true, attribute: 'url-sync' },
  ...Object.fromEntries(INPUTS.map((id) => [id, { attribute: hyphenated(id) }])),
};

/** What the others say where they are not set; where there is nothing, it is `null` or `false`. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {
  view: 'tariff',
  controls: 'tariff efficiency hashrate',
};

export function isInput(name: PropertyKey): name is InputId {
  return INPUTS.includes(name as string);
}

function hyphenated(id: string): string {
  return id.replaceAll('_', '-');
}
