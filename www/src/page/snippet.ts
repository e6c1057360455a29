/** What an editor pastes: a frame or the element, and for whoever runs no script the picture, the sentence and a link. */
import { FRAME, RESERVED } from 'virtual:heights';
import { say } from 'virtual:words';

import type { Inputs, NamedMine, View } from '../model/core.js';
import { escape, framed } from '../frame/frame-code.js';

export type Form = 'frame' | 'element';
/** As the reader's device is set, where it is none. */
export type Theme = '' | 'light' | 'dark';

export interface Embedding {
  form: Form;
  /** The folder in which the calculator lies, with a slash at its end. */
  folder: string;
  scenario: NamedMine;
  view: View;
  theme: Theme;
  /** `latest` where network and market follow the release. */
  date: string | undefined;
  /** The inputs that stay as they are. */
  inputs: Partial<Inputs>;
  sentence: string;
  /** What the picture shows where that is something else: the scenario as it is. */
  picture: string | undefined;
  /** The state that the link opens. */
  link: string;
}

/** In CSS pixels; the file has twice as many. */
const PICTURE = { width: 720, height: 540 };
const TITLE = say('snippet-title');

/** At most five lines of HTML. */
export function snippet(embedding: Embedding): string {
  const { form, folder } = embedding;
  const lines =
    form === 'frame'
      ? [
          ...framed(`${folder}breakeven-host.js`, folder + frameAddress(embedding), TITLE, {
            element: reserved(embedding),
            ...FRAME,
          }),
          `<noscript><style>.breakeven{display:none!important}</style>${picture(embedding)}`,
          `${sentence(embedding)}</noscript>`,
        ]
      : [
          `<script type="module" src="${escape(folder)}breakeven.js"></script>`,
          `<style>${untilDefined(embedding)}</style>`,
          `<break-even ${settings(embedding).map(([name, value]) => `${name}="${escape(value)}"`).join(' ')}>`,
          `  ${picture(embedding)}`,
          `  ${sentence(embedding)}</break-even>`,
        ];
  return lines.join('\n');
}

function reserved({ view }: Embedding): string {
  return RESERVED[view === 'bar' ? 0 : 1];
}

/** Seconds after which a script that has not come will not. */
const PATIENCE = 30;

/** What the element takes up before its script has come; where it does not, and without script, its content is all there is. */
function untilDefined(embedding: Embedding): string {
  const element = `break-even${embedding.view === 'tariff' ? '' : `[view=${embedding.view}]`}:not(:defined)`;
  const given = `animation:breakeven-late 0s ${PATIENCE}s forwards`;
  const before = `content:"";float:left;font-size:medium;padding-top:${reserved(embedding)};${given}`;
  const late = '@keyframes breakeven-late{to{padding-top:0}}';
  return `@media(scripting:enabled){${element}{display:flow-root}${element}::before{${before}}${late}}`;
}

/** The address of the frame, from the folder on. */
export function frameAddress(embedding: Embedding): string {
  const [[, scenario], ...rest] = settings(embedding);
  const query = rest.length ? `?${new URLSearchParams(rest)}` : '';
  return `embed/${scenario}.html${query}`;
}

/** The element's attributes; the first one is the scenario. */
export function settings({ scenario, view, theme, date, inputs }: Embedding): [first: [string, string], ...rest: [string, string][]] {
  // The element's difficulty is that of its hash rate.
  const pinned = Object.entries(inputs).flatMap(([id, value]): [string, string][] =>
    id === 'difficulty' ? [] : [[id.replaceAll('_', '-'), String(value)]],
  );
  const chosen = Object.entries({ view: view !== 'tariff' && view, theme, date });
  return [['scenario', scenario.id], ...chosen.filter((one): one is [string, string] => !!one[1]), ...pinned];
}

function picture({ folder, scenario, picture, sentence }: Embedding): string {
  const { width, height } = PICTURE;
  const address = `${folder}scenarios/${scenario.id}.png`;
  // On a slow line it must not come before the answer.
  const late = 'loading="lazy" fetchpriority="low"';
  const size = `width="${width}" height="${height}" style="max-width:100%;height:auto"`;
  const shown = `<img src="${escape(address)}" alt="${escape(picture ?? sentence)}" ${size} ${late}>`;
  return picture ? `${shown} <small aria-hidden="true">${escape(picture)}</small>` : shown;
}

/** In an article that writes from right to left, the date at its beginning would follow the words. */
function sentence({ folder, sentence, link }: Embedding): string {
  return `<p dir="ltr">${escape(sentence)} <a href="${escape(`${folder}index.html#${link}`)}">${escape(say('snippet-link'))}</a></p>`;
}
