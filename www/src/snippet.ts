/** What an editor pastes: a frame or the element, and for whoever runs no script the picture, the sentence and a link. */
import type { Inputs, Scenario, View } from './core.js';

export type Form = 'frame' | 'element';

export interface Embedding {
  form: Form;
  /** The folder in which the calculator lies, with a slash at its end. */
  folder: string;
  scenario: Scenario;
  view: View;
  /** `latest` where network and market follow the release. */
  date: string | undefined;
  /** The inputs that stay as they are. */
  inputs: Partial<Inputs>;
  /** The sentence, and what the picture says: it shows the scenario as it is. */
  sentence: string;
  picture: string;
  /** The state that the link opens. */
  link: string;
}

/** As wide as the column; high enough for a phone until the frame tells its height. */
const FRAME_STYLE = 'width:100%;height:1134px;border:0;frame-sizing:content-height';
/** In CSS pixels; the file has twice as many. */
const PICTURE = { width: 720, height: 540 };
/** A link of the frame opens in a tab of its own. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
const TITLE = 'The break-even price of bitcoin';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** At most five lines of HTML. */
export function snippet(embedding: Embedding): string {
  const { form, folder } = embedding;
  const lines =
    form === 'frame'
      ? [
          `<script src="${escape(folder)}breakeven-host.js"></script>`,
          `<iframe data-breakeven src="${escape(folder + frameAddress(embedding))}" title="${TITLE}"` +
            ` sandbox="${SANDBOX}" loading="lazy" style="${FRAME_STYLE}"></iframe>`,
          `<noscript>${picture(embedding)}`,
          `${sentence(embedding)}</noscript>`,
        ]
      : [
          `<script type="module" src="${escape(folder)}breakeven.js"></script>`,
          `<break-even ${settings(embedding).map(([name, value]) => `${name}="${escape(value)}"`).join(' ')}>`,
          `  ${picture(embedding)}`,
          `  ${sentence(embedding)}`,
          '</break-even>',
        ];
  return lines.join('\n');
}

/** The address of the frame, from the folder on. */
export function frameAddress(embedding: Embedding): string {
  const [[, scenario], ...rest] = settings(embedding);
  const query = rest.length ? `?${new URLSearchParams(rest)}` : '';
  return `embed/${scenario}.html${query}`;
}

/** The element's attributes; the first one is the scenario. */
export function settings({ scenario, view, date, inputs }: Embedding): [first: [string, string], ...rest: [string, string][]] {
  const pinned = Object.entries(inputs).map(([id, value]): [string, string] => [id.replaceAll('_', '-'), String(value)]);
  return [
    ['scenario', scenario.id],
    ...(view === 'tariff' ? [] : [['view', view] as [string, string]]),
    ...(date ? [['date', date] as [string, string]] : []),
    ...pinned,
  ];
}

function picture({ folder, scenario, picture }: Embedding): string {
  const { width, height } = PICTURE;
  const address = `${folder}scenarios/${scenario.id}.png`;
  // On a slow line it must not come before the answer.
  const late = 'loading="lazy" fetchpriority="low"';
  const size = `width="${width}" height="${height}" style="max-width:100%;height:auto"`;
  return `<img src="${escape(address)}" alt="${escape(picture)}" ${size} ${late}>`;
}

function sentence({ folder, sentence, link }: Embedding): string {
  return `<p>${escape(sentence)} <a href="${escape(`${folder}index.html#${link}`)}">Move the numbers</a></p>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
