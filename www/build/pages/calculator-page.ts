/** `index.html`, the calculator's own page, and what it has in common with the single file. */
import type { Rolldown } from 'vite';

import { fileOf } from '../bundle.ts';
import type { Scenario } from '../../whole/breakeven.js';
import { image } from '../pictures/scenario-images.ts';
import { answer } from './answer.ts';
import { CHOICE, type FirstView } from './first-view.ts';
import { hashSource, styleSources } from './policy.ts';
import type { Shared } from './shared.ts';
import { html, say } from '../words/words.ts';
import { escape, indented, page, tag } from './template.ts';

export const TITLE = say('calculator-title');
export const DESCRIPTION = say('calculator-description');

/** The style sheets that its script may bring. */
export const STYLES = ['element', 'table', 'working', 'assumptions', 'embed-dialog'];

export function calculatorPage(bundle: Rolldown.OutputBundle, view: FirstView, { core, scenario, css, card }: Shared): string {
  const [entry, ...more] = Object.values(bundle).filter((one) => one.type === 'chunk' && one.name === 'index');
  if (entry?.type !== 'chunk' || more.length > 0) throw new Error('the bundle has not one script of the page');
  const link = `${tag('a', { href: `./${image(scenario.id, 'png')}` })}${escape(say('static-picture'))}</a>`;
  const content = [view.root(), answer(core, scenario, { picture: `./${image(scenario.id, 'svg')}`, link })];
  return page({
    policy: {
      sources: {
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'", hashSource(css), ...view.styles().map(hashSource), ...styleSources(...STYLES)],
        'img-src': ["'self'"],
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
    body: calculator(scenario, content.join('\n')),
  });
}

/** The body around the element, which holds `content`; `tool` comes before what is to be done with a mine. */
export function calculator({ id, view }: Scenario, content: string, tool?: string): string[] {
  return [
    `<header>
      <h1>Breakeven <span>${escape(say('calculator-question'))}</span></h1>
    </header>`,
    `<main>
      ${tag('break-even', { scenario: id, view, ...CHOICE, 'url-sync': true })}
        ${indented(8, content)}
      </break-even>
      <div class="tools" hidden>
        ${[
          ...(tool === undefined ? [] : [tool]),
          button('undo', say('tools-undo'), { 'aria-disabled': 'true' }),
          button('redo', say('tools-redo'), { 'aria-disabled': 'true' }),
          button('restart', say('tools-restart'), { 'aria-disabled': 'true' }),
          button('link', say('tools-copy-link')),
          button('embed', say('tools-embed')),
          '<span role="status"></span>',
        ].join('\n        ')}
      </div>
    </main>`,
    `<footer>
      <p>
        ${html('calculator-source', {
          article: `<cite>${escape(say('calculator-article'))}</cite>`,
          magazine: `<i>${escape(say('calculator-magazine'))}</i>`,
        })}
      </p>
    </footer>`,
  ];
}

function button(name: string, text: string, attributes: Record<string, string> = {}): string {
  return `${tag('button', { type: 'button', name, ...attributes })}${escape(text)}</button>`;
}
