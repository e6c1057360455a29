/**
 * The answer for a reader without script: the sentence, the three break-evens, the figure and a
 * link, in a frame to the calculator, written into the page when it is built, by the same core that the page runs.
 */
import type { Plugin } from 'vite';

import type { Scenario } from '../../whole/breakeven.js';
import { escape } from './markup.ts';
import { PICTURE } from './picture.ts';
import { image } from './scenario-images.ts';
import { loadCore, type WholeCore } from '../core/whole-core.ts';

interface Options {
  /** The folder of the core, from the repository's root. */
  core: string;
  scenario: string;
}

const MARK = '<!-- static answer -->';
const MODULE = 'breakeven_first.wasm';

export function staticAnswer(options: Options): Plugin {
  let core: WholeCore;
  let scenario: Scenario;

  return {
    name: 'static-answer',
    apply: 'build',

    async buildStart() {
      core = await loadCore(options.core);
      scenario = find(core.scenarios(), options.scenario);
    },

    transformIndexHtml: {
      order: 'post',
      handler(html, { filename, bundle = {} }) {
        if (!html.includes(MARK)) return html;
        const address = (name: string): string => {
          const asset = Object.values(bundle).find((one) => one.type === 'asset' && one.names.includes(name));
          if (!asset) throw new Error(`the bundle has no ${name}`);
          return `./${asset.fileName}`;
        };
        // Without the preload the module would be asked for only after the script has come.
        const preload = { rel: 'preload', as: 'fetch', type: 'application/wasm', crossorigin: true };
        const fetches = html.includes('type="module"');
        const place = { folder: './', framed: filename.endsWith('embed.html') };
        return {
          html: html.replace(MARK, () => answer(core, scenario, place)),
          tags: fetches ? [{ tag: 'link', attrs: { ...preload, href: address(MODULE) }, injectTo: 'head' }] : [],
        };
      },
    },
  };
}

export function find(scenarios: Scenario[], id: string): Scenario {
  const scenario = scenarios.find((one) => one.id === id);
  if (!scenario) throw new Error(`the core has no scenario ${id}`);
  return scenario;
}

interface Place {
  /** From the page to the root of dist/, with a slash at its end. */
  folder: string;
  /** Whether the calculator is another page than this one. */
  framed: boolean;
}

export function answer(core: WholeCore, scenario: Scenario, { folder, framed }: Place): string {
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
  const picture = `src="${folder}${image(scenario.id, 'svg')}" alt="${escape(report.text)}"`;
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
    framed ? calculator(`${folder}index.html#1~${scenario.id}~tariff`) : figure(folder + image(scenario.id, 'png')),
    // The last: where it comes late, it moves nothing.
    `<img ${picture} width="${PICTURE.width}" height="${PICTURE.height}" loading="lazy">`,
  ];
  return lines.join('\n        ');
}

/** A sandbox would leave the calculator without script, and who reads an article does not want to leave it. */
function calculator(address: string): string {
  return `<p><a href="${address}" target="_blank" rel="noopener">Move the numbers of this mine</a></p>`;
}

/** On the calculator's own page: to be enlarged, and to be kept. */
function figure(address: string): string {
  return `<p><a href="${address}">The figure as a picture</a></p>`;
}
