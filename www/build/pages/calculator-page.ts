/** `index.html`, the calculator's own page, and what it has in common with the single file. */
import type { Rolldown } from 'vite';

import { fileOf } from '../bundle.ts';
import { image } from '../pictures/scenario-images.ts';
import { answer } from './answer.ts';
import { CHOICE, type FirstView } from './first-view.ts';
import { hashSource, styleSources } from './policy.ts';
import type { Shared } from './shared.ts';
import { indented, page, tag } from './template.ts';

export const TITLE = 'Breakeven: what must bitcoin cost for a mine to pay?';
export const DESCRIPTION =
  'The break-even price of bitcoin from electricity tariff, hardware efficiency and network hash rate. Move a slider and see what follows.';

/** The style sheets that its script may bring. */
export const STYLES = ['element', 'assumptions', 'embed-dialog'];

export function calculatorPage(bundle: Rolldown.OutputBundle, view: FirstView, { core, scenario, css, card }: Shared): string {
  const [entry, ...more] = Object.values(bundle).filter((one) => one.type === 'chunk' && one.name === 'index');
  if (entry?.type !== 'chunk' || more.length > 0) throw new Error('the bundle has not one script of the page');
  const link = `${tag('a', { href: `./${image(scenario.id, 'png')}` })}The figure as a picture</a>`;
  const content = [view.root(), answer(core, scenario, { picture: `./${image(scenario.id, 'svg')}`, link })];
  return page({
    policy: {
      sources: {
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'", hashSource(css), ...view.styles().map(hashSource), ...styleSources(...STYLES)],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'frame-src': ["'self'"],
      },
      types: ['lit-html', 'break-even'],
    },
    title: TITLE,
    description: DESCRIPTION,
    head: [
      tag('link', { rel: 'icon', href: './icon.svg', type: 'image/svg+xml' }),
      tag('link', { rel: 'manifest', href: './manifest.webmanifest' }),
      `${tag('script', { type: 'module', crossorigin: true, src: `./${entry.fileName}` })}</script>`,
      `<style>${css}</style>`,
      // What the script imports is asked for together with it, and so is the module.
      ...entry.imports.map((file) => tag('link', { rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
      tag('link', {
        rel: 'preload',
        as: 'fetch',
        type: 'application/wasm',
        crossorigin: true,
        href: `./${fileOf(bundle, 'breakeven_first.wasm')}`,
      }),
      ...card,
    ],
    body: calculator(scenario.id, content.join('\n')),
  });
}

/** The body around the element, which holds `content`; `tool` comes before what is to be done with a mine. */
export function calculator(scenario: string, content: string, tool?: string): string[] {
  return [
    `<header>
      <h1>Breakeven <span>What must bitcoin cost for a mine to pay?</span></h1>
    </header>`,
    `<main>
      ${tag('break-even', { scenario, ...CHOICE, 'url-sync': true })}
        ${indented(8, content)}
      </break-even>
      <div class="tools" hidden>
        ${[
          ...(tool === undefined ? [] : [tool]),
          '<button type="button" name="undo" disabled>Undo</button>',
          '<button type="button" name="redo" disabled>Redo</button>',
          '<button type="button" name="restart" disabled>Back to the scenario’s values</button>',
          '<button type="button" name="link">Copy link</button>',
          '<button type="button" name="embed">Embed</button>',
          '<span role="status"></span>',
        ].join('\n        ')}
      </div>
    </main>`,
    `<footer>
      <p>
        After <cite>“Bitcoin mining was booming in Kazakhstan. Then it was gone.”</cite> by Peter Guest,
        <i>MIT Technology Review</i>, 12 January 2023. An unnamed miner there put the break-even at $40,000, twice
        the price of the day.
      </p>
    </footer>`,
  ];
}
