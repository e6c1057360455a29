/**
 * `embed/ID.html`: the target of an iframe with the answer of its own mine in it, for a reader without script.
 * Beside it, and beside `embed.html`, what oEmbed asks for.
 */
import type { Plugin, Rolldown } from 'vite';

import type { Scenario } from '../../whole/breakeven.js';
import { contentOf } from '../styles/inline-style.ts';
import { escape } from './markup.ts';
import { card, locator, oembed, type Subject } from './oembed.ts';
import { image } from './scenario-images.ts';
import { answer, find } from './static-answer.ts';
import { loadCore, type WholeCore } from '../core/whole-core.ts';

interface Options {
  /** The folder of the core, from the repository's root. */
  core: string;
  /** The mine of `index.html` and `embed.html`. */
  scenario: string;
  /** Where dist/ will lie, if that is known. */
  address: string | undefined;
}

const ELEMENT = /<break-even scenario="[^"]*">.*<\/break-even>/s;
const TITLE = /(?<=<title>)[^<]*(?=<\/title>)/;
const DESCRIPTION = /(?<=<meta name="description" content=")[^"]*/;
/** Addresses that count from the page. */
const RELATIVE = /(?<= (?:src|href|data-script|data-translated|data-rest|data-prepared)=")\.\//g;

export function scenarioPages({ core: folder, scenario: first, address }: Options): Plugin {
  return {
    name: 'scenario-pages',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const core = await loadCore(folder);
        const at = locator(address);
        const emit = (fileName: string, source: string): void => {
          this.emitFile({ type: 'asset', fileName, source });
        };
        const headed = (html: string, subject: Subject): string =>
          address === undefined ? html : html.replace('  </head>', (end) => card(subject, at) + end);
        const embed = page(bundle, 'embed.html');
        for (const scenario of core.scenarios()) {
          const subject = about(core, scenario);
          emit(subject.page, headed(embedded(core, scenario, embed.html), subject));
          emit(subject.oembed, oembed(subject, at));
        }

        const general = { ...about(core, find(core.scenarios(), first)), frame: 'embed.html', oembed: 'oembed.json' };
        emit(general.oembed, oembed(general, at));
        embed.write(headed(embed.html, { ...general, page: 'embed.html' }));
        const index = page(bundle, 'index.html');
        const [title = ''] = index.html.match(TITLE) ?? [];
        const [description = ''] = index.html.match(DESCRIPTION) ?? [];
        index.write(headed(index.html, { ...general, page: './', title, description }));
      },
    },
  };
}

function about(core: WholeCore, { id, title, inputs }: Scenario): Subject {
  const page = `embed/${id}.html`;
  const description = core.evaluate(inputs).text;
  return { title, description, page, frame: page, oembed: `embed/${id}.json`, image: image(id, 'png') };
}

/** `html` a folder further down, with another mine. */
function embedded(core: WholeCore, scenario: Scenario, html: string): string {
  const answered = answer(core, scenario, { folder: '../', framed: true });
  const element = `<break-even scenario="${scenario.id}">\n        ${answered}\n      </break-even>`;
  return html
    .replaceAll(RELATIVE, '../')
    .replace(ELEMENT, () => element)
    .replace(TITLE, () => escape(`${scenario.title} · Breakeven`));
}

interface Page {
  html: string;
  write(html: string): void;
}

function page(bundle: Rolldown.OutputBundle, file: string): Page {
  const found = bundle[file];
  if (found?.type !== 'asset') throw new Error(`the bundle has no page ${file}`);
  return {
    html: contentOf(found)!,
    write: (html) => {
      found.source = html;
    },
  };
}
