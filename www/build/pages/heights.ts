/**
 * How high `<break-even>` is at each width, from www/heights.json: the style sheets, the host's script, oEmbed and the
 * embed dialog reserve the same. It is made for the wider family of fonts and for the longest words, so that it holds
 * with any other too, and while a reader goes through the scenarios.
 */
import { existsSync, readFileSync } from 'node:fs';

import type { Plugin as PostcssPlugin } from 'postcss';
import type { Plugin } from 'vite';

import type { Room } from '../../src/frame/frame-code.ts';
import { BESIDE, heightAt, type Column, type Columns } from '../../src/frame/height-at.ts';
import { LANGUAGE } from '../words/words.ts';

/** Lengths in em of the default size of text, as {@link Column} has them; `cargo xtask heights` measures them. */
interface Parts {
  above: number;
  slider: number;
  between?: number;
  below?: number;
}

/** The element as a whole, and where it has the attribute `compact`. */
type Kind = 'whole' | 'compact';

interface Class extends Record<Kind, Parts> {
  /** The width at which it begins, em. */
  from: number;
}

type Table = Record<'narrow' | 'wide', Class[]>;

/** What a place reserves. */
interface Shown {
  kind: Kind;
  /** How many sliders; in a style sheet a variable. */
  sliders: number | string;
  /** 1 where there is a figure, 0 where there is none, or a variable. */
  figure: 0 | 1 | string;
}

/** A class that is only so much higher than the wider one after it is worth no step, em. */
const STEP = 1;
/** Under a frame, for the rounding of its sides, CSS pixels. */
const MARGIN = 2;
/** The narrowest column for which room is kept, CSS pixels. */
const NARROWEST = 280;

/** Those of the language's own words, where they were measured; else of English ones. */
const FILE = [`www/heights.${LANGUAGE}.json`, 'www/heights.json'].find(existsSync)!;
const TABLE = JSON.parse(readFileSync(FILE, 'utf8')) as Table;
const FIGURES = figures(readFileSync('www/src/styles/layout.css', 'utf8'));
const COLUMNS: Record<Kind, Columns> = { whole: columns('whole'), compact: columns('compact') };

/** How high a frame must be at a width, both in CSS pixels. */
export function frameHeight(width: number): number {
  return heightAt(COLUMNS.whole, width, 3, true) + MARGIN;
}

/** What a frame of any width needs. */
export const ROOM: Room = {
  element: expression({ kind: 'whole', sliders: 3, figure: 1 }),
  margin: MARGIN,
  height: Math.max(...Array.from({ length: 1200 }, (_, i) => frameHeight(NARROWEST + i))),
};

function columns(kind: Kind): Columns {
  const classes = TABLE.wide.map(({ from, [kind]: wide }, i) => ({ from, ...higher(wide, TABLE.narrow[i]![kind]) }));
  return [
    column(classes.filter(({ from }) => from < BESIDE), FIGURES[0]),
    column(classes.filter(({ from }) => from >= BESIDE), FIGURES[1]),
  ];
}

function higher(one: Parts, other: Parts): Required<Parts> {
  const most = (name: keyof Parts): number => Math.max(one[name] ?? 0, other[name] ?? 0);
  return { above: most('above'), slider: most('slider'), between: most('between'), below: most('below') };
}

function column(classes: (Required<Parts> & { from: number })[], figure: Column['figure']): Column {
  const above: Column['above'] = [];
  for (const { from, above: height } of classes.toReversed()) {
    const last = above.at(-1);
    // The wider one may be the higher one, where the letters grow.
    if (last && height <= last[1] + STEP) above[above.length - 1] = [from, Math.max(height, last[1])];
    else above.push([from, height]);
  }
  const most = (name: keyof Parts): number => Math.max(...classes.map((one) => one[name]));
  return { above, slider: most('slider'), between: most('between'), below: most('below'), figure };
}

/** What layout.css says of the figure, in one column and beside the sliders. */
function figures(css: string): [one: Column['figure'], two: Column['figure']] {
  const rules = css.matchAll(/\.figure svg \{[^}]*?block-size: clamp\(([\d.]+)em, ([\d.]+)cqi, ([\d.]+)em\)/g);
  const [one, two, ...more] = Array.from(rules, ([, ...bounds]) => bounds.map(Number) as Column['figure']);
  if (!one || !two || more.length > 0) throw new Error('layout.css tells the heights of figures in another way now');
  return [one, two];
}

/**
 * The height as an expression of CSS, for what stands in the element's place with the default size of text; `100%` is
 * the element's width. Steps are made by arithmetic: a style attribute has no query, and old browsers have none for
 * the width of an element.
 */
function expression(shown: Shown): string {
  const [one, two] = COLUMNS[shown.kind];
  const [narrow, wide] = [`(${BESIDE}em - 100%)*9999`, `(100% - ${BESIDE - 0.01}em)*9999`];
  return `max(min(${sum(two, shown, true)},${wide}),min(${sum(one, shown, false)},${narrow}))`;
}

function sum({ above, slider, between, below, figure: bounds }: Column, shown: Shown, beside: boolean): string {
  const [least, share, most] = bounds;
  const steps = above.slice(1).map(([, height], i) => {
    const [to, lower] = above[i]!;
    return `clamp(0em,(${to}em - 100%)*999,${height - lower}em)`;
  });
  const drawn = `${between}em + clamp(${least}em,${share}%,${most}em)`;
  const figure = shown.figure === 0 ? '' : shown.figure === 1 ? drawn : `(${drawn})*${shown.figure}`;
  const sliders = typeof shown.sliders === 'number' ? `${slider * shown.sliders}em` : `${slider}em*${shown.sliders}`;
  const moving = beside && figure ? [`max(${sliders},${figure})`] : [sliders, figure];
  return [`${above[0]![1] + below}em`, ...moving, ...steps].filter(Boolean).join(' + ');
}

const MODULE = 'virtual:heights';
/** In a style sheet: `reserve(whole)`. */
const RESERVE = /reserve\((whole|compact)\)/g;

const RESERVES: PostcssPlugin = {
  postcssPlugin: 'heights',
  Declaration(declaration) {
    if (declaration.value.includes('reserve(')) declaration.value = declaration.value.replace(RESERVE, written);
  },
};

function written(_: string, kind: Kind): string {
  const figure = kind === 'whole' ? 'var(--figure,1)' : 0;
  return `calc(${expression({ kind, sliders: 'var(--sliders,3)', figure })} + var(--tabs,0em))`;
}

/** Puts the table into scripts and style sheets. */
export function heights(): Plugin {
  return {
    name: 'heights',
    enforce: 'pre',
    // A style sheet is read with all that it imports, where a transform would see its `@import` alone.
    config: () => ({ css: { postcss: { plugins: [RESERVES] } } }),
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load(id) {
      if (id !== `\0${MODULE}`) return undefined;
      const reserved = ([0, 1] as const).map((figure) => expression({ kind: 'whole', sliders: 3, figure }));
      return [
        `export const COLUMNS = ${JSON.stringify(COLUMNS)};`,
        `export const RESERVED = ${JSON.stringify(reserved)};`,
        `export const FRAME = ${JSON.stringify({ height: ROOM.height, margin: MARGIN })};`,
      ].join('\n');
    },
  };
}
