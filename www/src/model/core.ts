/** The core: everything that is computed or formatted. Only this file, load/ and the entries without a page know where it lies. */
import table from 'virtual:table';

import * as core from '../../core/breakeven.js';

export * from '../../core/breakeven.js';
export { isWhole, whole } from '../load/rest.js';

const mines: core.NamedMine[] = [];

/** Of the core's table of inputs what a page shows. */
export type InputSpec = Pick<core.InputSpec, 'id' | 'label' | 'field_unit' | 'min' | 'max'>;

/** Known before the core has come: the core told it when the page was built. */
export const input_table: readonly InputSpec[] = table.map(([id, label, field_unit, min, max]) => ({ id, label, field_unit, min, max }));

/** Where an input stands in the table. */
export function placeOf(id: core.InputId): number {
  return input_table.findIndex((row) => row.id === id);
}

/** Has the core tell one more of its scenarios, and whether there was one. All at once would hold a slow phone up. */
export function hearScenario(): boolean {
  const next = core.scenario_at(mines.length);
  if (next) mines.push(next);
  return next !== undefined;
}

/** They never change: the core is asked once, however many elements there are. */
export function scenarios(): core.NamedMine[] {
  while (hearScenario());
  return mines;
}

/** Whether it is the core that refuses something, and not the page that fails. */
export function isInputError(error: unknown): error is core.InputError {
  return error instanceof Error && error.name === 'InputError';
}
