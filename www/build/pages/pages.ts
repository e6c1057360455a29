/** All pages of dist/, each rendered from the one template, and what oEmbed asks for beside those that are framed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import type { Scenario } from '../../whole/breakeven.js';
import { contentOf, takeStyle } from '../bundle.ts';
import { lightest } from '../checks/packed.ts';
import { inEachWay } from '../core/letters.ts';
import { loadCore, type WholeCore } from '../core/whole-core.ts';
import { image } from '../pictures/scenario-images.ts';
import { classicScript } from '../scripts/script.ts';
import { find } from './answer.ts';
import { calculatorPage, DESCRIPTION, TITLE } from './calculator-page.ts';
import { embedPage } from './embed-page.ts';
import { firstView, type FirstView } from './first-view.ts';
import { card, locator, oembed, type Subject } from './oembed.ts';
import { singleFile } from './single-file.ts';
import { webManifest } from './web-manifest.ts';

interface Options {
  /** The folder of the core with all that it can do, from the repository's root. */
  core: string;
  /** The mine on which the pages open. */
  scenario: string;
  /** Where dist/ will lie, if that is known. */
  address: string | undefined;
  /** What renders the first view, what puts the scripts of a frame into it, and the script of the single file with its core. */
  prerendered: Script;
  loader: Script;
  single: Script & { module: string };
}

/** Where a script begins, and what it needs to be bundled. */
interface Script {
  entry: string;
  plugins?: Plugin[];
}

export function pages({ core: folder, scenario: first, address, ...scripts }: Options): Plugin {
  const made = ({ entry, plugins }: Script): Promise<string> => classicScript(entry, plugins);
  let copied: string;
  let view: FirstView;
  let loader: string;
  return {
    name: 'pages',
    apply: 'build',
    configResolved({ publicDir }) {
      copied = publicDir;
    },
    async buildStart() {
      const { scenarios } = await loadCore(folder);
      view = await firstView(await made(scripts.prerendered), find(scenarios(), first));
      loader = (await made(scripts.loader)).trim();
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const core = await loadCore(folder);
        const at = locator(address);
        const carded = (subject: Subject): string[] => (address === undefined ? [] : card(subject, at));
        const emit = (fileName: string, source: string): void => {
          this.emitFile({ type: 'asset', fileName, source });
        };
        const [css, framed, single] = ['page.css', 'embed.css', 'single.css'].map((name) => takeStyle(bundle, name)) as [string, string, string];
        const scenario = find(core.scenarios(), first);
        const general = { ...about(core, scenario), frame: 'embed.html', oembed: 'oembed.json' };

        const index = { ...general, page: './', title: TITLE, description: DESCRIPTION };
        emit('index.html', calculatorPage(bundle, view, { core, scenario, css, card: carded(index) }));

        const embed = { core, scenario, css: framed, loader, folder: './', title: TITLE };
        emit('embed.html', embedPage(bundle, { ...embed, card: carded({ ...general, page: 'embed.html' }) }));
        emit(general.oembed, oembed(general, at));
        for (const scenario of core.scenarios()) {
          const subject = about(core, scenario);
          const title = `${scenario.title} · Breakeven`;
          emit(subject.page, embedPage(bundle, { ...embed, scenario, folder: '../', title, card: carded(subject) }));
          emit(subject.oembed, oembed(subject, at));
        }

        emit('manifest.webmanifest', webManifest());

        const icon = readFileSync(join(copied, 'icon.svg'), 'utf8');
        const picture = contentOf(bundle[image(first, 'svg')])!;
        const ways = inEachWay(await made(scripts.single), readFileSync(scripts.single.module));
        const files = ways.map((script) => singleFile({ core, scenario, css: single, script, icon, picture }));
        emit('breakeven.html', await lightest(files));
      },
    },
  };
}

/** What is told of a scenario in a frame of its own. */
function about(core: WholeCore, { id, title, inputs }: Scenario): Subject {
  const page = `embed/${id}.html`;
  const description = core.evaluate(inputs).text;
  return { title, description, page, frame: page, oembed: `embed/${id}.json`, image: image(id, 'png') };
}
