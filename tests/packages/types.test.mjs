// The types of the package, in strict projects that check them too (no `skipLibCheck`).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { run, withProject } from './support/project.mjs';

const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

const PAGE = `
import { BreakEven, ready, type Report } from 'breakeven';
import { evaluate, LiveFigure, solve, type Inputs, type Tier } from 'breakeven/core';

const element = document.createElement('break-even');
const same: BreakEven = element;
element.tariff = 0.05;
element.tariff = '0.05';
element.pool_fee = null;
element.scenario = 'enegix';
element.urlSync = true;
element.addEventListener('input', () => console.log(element.tariff.toFixed(3), element.state));
const report: Readonly<Report> | null = same.report;
if (!report) throw new Error('the core has not come');
const inputs: Inputs = report.inputs;
element.addEventListener('configerror', ({ detail }) => console.log(detail.attribute, detail.value, detail.message));
const tier: Tier = 'all-in';
const solution = solve(inputs, 'tariff', tier, 40_000);
export const found: number | string = 'value' in solution ? solution.value : solution.none;
export const price: number = evaluate({ tariff: 0.05 }).shutdown_price + evaluate().shutdown_price;
export const live = new LiveFigure(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
export const runs: boolean = await ready;
export const rung: 'streaming' | 'bytes' | 'inlined' | 'translated' | undefined = BreakEven.rung;

// @ts-expect-error what the core answers cannot be set
element.report = report;
// @ts-expect-error there is no such figure
element.view = 'pie';
// @ts-expect-error there is no such input
evaluate({ tarif: 0.05 });
`;

/** One that knows of no page. */
const SCRIPT = `
import { evaluate, isInputError, scenarios, type Scenario } from 'breakeven/core';

export const first: Scenario | undefined = scenarios()[0];
export const price: number | null = evaluate({}).all_in_price;
export const told = (thrown: unknown): string => (isInputError(thrown) ? thrown.allowed : '');
`;

/** One that knows of `using`. */
const USING = `
import { Mine } from 'breakeven/core';

using mine = new Mine();
using moment = mine.moment();
export const isAs: boolean = mine.is_as(moment);
`;

const bundled = { module: 'ESNext', moduleResolution: 'bundler' };
const node = { module: 'NodeNext', moduleResolution: 'NodeNext' };

const projects = {
  'a project for a bundler': { source: PAGE, lib: ['ES2022', 'DOM'], ...bundled },
  'a project with the resolution of Node': { source: PAGE, lib: ['ES2022', 'DOM'], ...node },
  'a project that knows of no page': { source: SCRIPT, lib: ['ES2022'], ...node },
  'a project that lets go by `using`': { source: USING, lib: ['ES2022', 'ESNext.Disposable'], ...node },
};

for (const [name, { source, ...options }] of Object.entries(projects)) {
  test(`the types hold in ${name}`, async () => {
    const compilerOptions = { target: 'ES2022', strict: true, noEmit: true, types: [], ...options };
    const files = { 'main.ts': source, 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['main.ts'] }) };
    await withProject(files, async (folder) => {
      const told = await run(process.execPath, [tsc, '--project', folder]).then(
        ({ stdout }) => stdout,
        ({ stdout, stderr }) => stdout + stderr,
      );
      assert.equal(told, '');
      const { stdout } = await run(process.execPath, [tsc, '--project', folder, '--listFilesOnly']);
      assert.match(stdout, /node_modules\/breakeven\/core\.d\.ts/);
    });
  });
}
