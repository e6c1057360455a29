/**
 * The answer for a reader without script: the sentence, the three break-evens and the figure, written
 * into the page when it is built, by the same core that the page runs.
 */
import type { Plugin } from 'vite';

import type { Scenario } from '../whole/breakeven.js';
import { loadCore, type WholeCore } from './whole-core.ts';

interface Options {
  /** The folder of the core, from the repository's root. */
  core: string;
  scenario: string;
}

const MARK = '<!-- static answer -->';
const MODULE = 'breakeven_bg.wasm';
const FIGURE = { width: 720, height: 420 };

export function staticAnswer(options: Options): Plugin {
  const figureName = `${options.scenario}.svg`;
  let core: WholeCore;
  let scenario: Scenario;

  return {
    name: 'static-answer',
    apply: 'build',

    async buildStart() {
      core = await loadCore(options.core);
      scenario = find(core.scenarios(), options.scenario);
      const source = core.figure_svg('tariff', scenario.inputs, FIGURE.width, FIGURE.height);
      this.emitFile({ type: 'asset', name: figureName, source });
    },

    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        if (!html.includes(MARK)) return html;
        const address = (name: string): string => {
          const asset = Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name));
          if (!asset) throw new Error(`the bundle has no ${name}`);
          return `./${asset.fileName}`;
        };
        // Without the preload the module would be asked for only after the script has come.
        const preload = { rel: 'preload', as: 'fetch', type: 'application/wasm', crossorigin: true };
        const fetches = html.includes('type="module"');
        return {
          html: html.replace(MARK, () => answer(core, scenario, address(figureName))),
          tags: fetches ? [{ tag: 'link', attrs: { ...preload, href: address(MODULE) }, injectTo: 'head' }] : [],
        };
      },
    },
  };
}

function find(scenarios: Scenario[], id: string): Scenario {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`the core has no scenario ${id}`);
  return scenario;
}

function answer(core: WholeCore, scenario: Scenario, figure: string): string {
  const report = core.evaluate(scenario.inputs);
  const unit = core.input_table().find(({ id }) => id === 'price')?.unit ?? '';
  const price = (value: number | null): string =>
    value === null ? (report.reason ?? '') : `${core.format_field(value)} ${unit}`;
  const rows = [
    ['shutdown', 'Shutdown price', 'pays for the electricity', price(report.shutdown_price)],
    ['cash', 'Cash break-even', 'pays for staff and site too', price(report.cash_price)],
    ['all-in', 'All-in break-even', 'earns back the machines too', price(report.all_in_price)],
  ] as const;
  const sentence = report.sentence.map(({ text, role }) => `<span class="${role}">${escape(text)}</span>`);
  const lines = [
    `<p class="headline">${sentence.join('')}</p>`,
    '<table>',
    `  <caption>${escape(scenario.title)}, ${scenario.date}</caption>`,
    '  <tbody>',
    ...rows.map(
      ([role, name, what, value]) =>
        `    <tr><th scope="row"><b class="${role}">${name}</b> ${what}</th><td>${escape(value)}</td></tr>`,
    ),
    '  </tbody>',
    '</table>',
    // Where the figure is to be drawn live the style hides its picture, and what is lazy and hidden is not loaded.
    `<img src="${figure}" alt="${escape(report.text)}" width="${FIGURE.width}" height="${FIGURE.height}" loading="lazy">`,
  ];
  return lines.join('\n        ');
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`);
}
