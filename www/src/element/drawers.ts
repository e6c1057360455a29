/** What is folded away under the figure: its table, how its prices are computed, and what all of it assumes. */
import { html, type TemplateResult } from 'lit';
import { say } from 'virtual:words';

import type { Assumptions } from './assumptions.js';
import { Drawer, type Host } from './drawer.js';
import { later } from '../load/later.js';
import { whole } from '../model/core.js';
import { sources } from '../model/prepared.js';
import type { Subject } from './figure.js';
import type { Tabled } from './table.js';

const theTable = later((_again) => import('./table.js'));
const theWorking = later((_again) => import('./working.js'));
const theAssumptions = later((_again) => import('./assumptions.js'));

export class Drawers {
  readonly #table: Drawer<Tabled>;
  readonly #working: Drawer<Subject>;
  readonly #assumptions: Drawer<Assumptions>;

  constructor(host: Host) {
    this.#table = new Drawer(host, 'table', say('page-table'), async () => {
      // It asks for what only the whole core can tell.
      await whole();
      return (await theTable()).table;
    });
    this.#working = new Drawer(host, 'working', say('page-working'), async () => {
      await whole();
      return (await theWorking()).working;
    });
    this.#assumptions = new Drawer(host, 'drawer', say('page-assumptions'), async () => {
      const [{ assumptions }, told] = await Promise.all([theAssumptions(), sources()]);
      return assumptions(told);
    });
  }

  /** A print has the table, and waits for nothing. Where it does not come, the print has none. */
  prepare(): void {
    void this.#table.prepare().catch(() => {});
  }

  /** What each shows is asked for when it is seen; where that is `undefined`, it stays as it is. */
  render(tabled: () => Tabled | undefined, assumed: () => Assumptions): TemplateResult {
    return html`${this.#table.render(tabled)} ${this.#working.render(tabled)} ${this.#assumptions.render(assumed)}`;
  }
}
