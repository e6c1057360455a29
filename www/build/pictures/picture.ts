/** A scenario as one picture: its figure, and around it what a page would tell. */
import { readFileSync } from 'node:fs';

import type { Scenario } from '../../whole/breakeven.js';
import { escape } from '../pages/template.ts';
import { plainStyle } from '../styles/plain-style.ts';
import { say } from '../words/words.ts';
import type { WholeCore } from '../core/whole-core.ts';

/** In px of the figure: so small a figure has letters that can still be read in a column of 390. */
export const PICTURE = { width: 480, height: 360 };

const MARGIN = 16;
/** Above the figure: the title, and the mine in numbers. Below it: where they are from. */
const [ABOVE, BELOW] = [62, 28];

/** The day of the article. */
const ARTICLE = '2023-01-12';

const FRAME = readFileSync('www/build/pictures/picture.css', 'utf8');
const FIGURE = /^<svg [^>]*><title[^>]*>(.*?)<\/title><desc[^>]*>(.*?)<\/desc>\n<style>(.*?)<\/style>\n(.*)<\/svg>\n$/s;

export interface Picture {
  /** For browsers: it follows light and dark. */
  svg: string;
  /** For what makes pixels of it. */
  light: string;
  /** What both remember: the mine as an address has it. */
  link: string;
}

export function picture(core: WholeCore, scenario: Scenario): Picture {
  const { width, height } = PICTURE;
  const figure = core.figure_svg(scenario.view, scenario.inputs, width - 2 * MARGIN, height - ABOVE - BELOW, scenario.id);
  const [, name, description, css, nodes] = figure.match(FIGURE) ?? [];
  if (css === undefined) throw new Error('the core writes its figures in another form than this');
  const style = plainStyle(`${css}\n${FRAME}`);
  const title = escape(scenario.title);
  const link = core.write_link(scenario.id, scenario.inputs, scenario.view);
  const svg = (style: string): string => `<svg xmlns="http://www.w3.org/2000/svg" class="breakeven" \
viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc">\
<title id="title">${title}: ${name}</title><desc id="desc">${description}</desc><metadata>${link}</metadata>
<style>${style}</style>
<rect class="paper" width="${width}" height="${height}"></rect>
<text class="title" x="${MARGIN}" y="29">${title}</text>
<text class="mine" x="${MARGIN}" y="48">${escape(mine(core, scenario))}</text>
<g transform="translate(${MARGIN} ${ABOVE})">
${nodes}</g>
<text class="origin" x="${MARGIN}" y="${height - 11}">${escape(origin(scenario.date))}</text>
</svg>
`;
  return {
    svg: svg(`${style.light}\n@media (prefers-color-scheme: dark) {\n${style.dark}\n}`),
    light: svg(style.light),
    link,
  };
}

/** The mine in numbers, as the sentence has them. */
function mine(core: WholeCore, { inputs }: Scenario): string {
  const numbers = core.evaluate(inputs).sentence.filter(({ role }) => role === 'input');
  return say('picture-mine', { numbers: numbers.map(({ text }) => text).join(', ') });
}

/** The date of the numbers, and the article; a mine of a later day is none of the article's. */
function origin(date: string): string {
  return ['Breakeven', date, ...(date < ARTICLE ? [say('picture-source')] : [])].join(' · ');
}
