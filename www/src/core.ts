/** The core: everything that is computed or formatted. Only this file and load/ know where it lies. */
import * as core from '../core/breakeven.js';

export * from '../core/breakeven.js';

let table: core.InputSpec[] | undefined;
let mines: core.Scenario[] | undefined;

/** These never change: the core is asked once, however many elements there are. */
export const input_table = (): core.InputSpec[] => (table ??= core.input_table());
export const scenarios = (): core.Scenario[] => (mines ??= core.scenarios());
