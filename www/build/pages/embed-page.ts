/**
 * `embed.html` and `embed/ID.html`: the calculator for a frame in somebody else's page, and in it the answer of its mine
 * for a reader without script.
 */
import type { Rolldown } from 'vite';

import { fileOf } from '../bundle.ts';
import { image } from '../pictures/scenario-images.ts';
import { EMBED_SCRIPTS } from '../scripts/embed-scripts.ts';
import { answer } from './answer.ts';
import { hashSource, styleSources } from './policy.ts';
import type { Shared } from './shared.ts';
import { say } from '../words/words.ts';
import { escape, indented, page, tag } from './template.ts';

interface Frame extends Shared {
  title: string;
  /** From the page to the root of dist/, with a slash at its end. */
  folder: string;
  /** Puts the others in. */
  loader: string;
}

export function embedPage(bundle: Rolldown.OutputBundle, { core, scenario, css, card, title, folder, loader }: Frame): string {
  // A sandbox would leave the calculator without script, and who reads an article does not want to leave it.
  const calculator = { href: `${folder}index.html#1~${scenario.id}~tariff`, target: '_blank', rel: 'noopener' };
  const link = `${tag('a', calculator)}${escape(say('static-link'))}</a>`;
  const scripts = Object.entries(EMBED_SCRIPTS).map(([attribute, name]) => [attribute, folder + fileOf(bundle, name)]);
  return page({
    policy: {
      sources: {
        'script-src': ["'self'", hashSource(loader), "'strict-dynamic'", "'wasm-unsafe-eval'"],
        'style-src': [hashSource(css), ...styleSources('element', 'reserve', 'table', 'working', 'assumptions')],
        'img-src': ["'self'"],
      },
      types: ['lit-html', 'break-even', 'break-even-first'],
    },
    robots: 'noindex',
    title,
    head: [
      tag('link', { rel: 'icon', href: `${folder}icon.svg`, type: 'image/svg+xml' }),
      // A frame may be laid out while a style sheet is on the way, and would shift when it comes.
      `<style>${css}</style>`,
      ...card,
    ],
    body: [
      `${tag('break-even', { scenario: scenario.id })}
      ${indented(6, answer(core, scenario, { picture: folder + image(scenario.id, 'svg'), link }))}
    </break-even>`,
      `${tag('script', Object.fromEntries(scripts))}${loader}</script>`,
    ],
  });
}
