/**
 * The first view in the page itself: sentence, bar and figure stand there before any script comes, exactly where they
 * will live. It is what `<break-even>` renders, in a document of the build's own, as a declarative shadow root; the
 * element puts its own in the place of it, and goes on with the pictures. Browsers that know no such root, and readers
 * without script, have the static answer.
 */
import { Window, type Element, type Node, type ShadowRoot } from 'happy-dom';

import type { Scenario, View } from '../../whole/breakeven.js';
import { styleText } from '../styles/own-styles.ts';
import { escape, tag } from './template.ts';

export interface FirstView {
  /** The declarative shadow root. */
  root(): string;
  /** The styles in it, which the page's policy has to allow; known when all scripts are bundled. */
  styles(): string[];
}

interface Size {
  width: number;
  height: number;
}

/** The sizes of the figures in a column. */
type Column = Record<'bar' | 'figure', Size>;

/** For a phone, and for a column in which the figure stands beside the sliders; CSS pixels. Between them they are scaled. */
const COLUMNS: Record<'narrow' | 'wide', Column> = {
  narrow: { bar: { width: 358, height: 96 }, figure: { width: 358, height: 368 } },
  wide: { bar: { width: 1152, height: 96 }, figure: { width: 768, height: 415 } },
};

/** The figures from which the reader of the page may choose. */
export const CHOICE = { views: 'tariff true time lifetime drivers frontier' };

/** `script` renders the element in a document of the build's own. */
export async function firstView(script: string, { id, view }: Scenario): Promise<FirstView> {
  const { html, css } = await rendered(script, id, view);
  const style = (): string => styleText('element') + styleText('early') + css;
  return {
    root: () => `<template shadowrootmode="open"><style class="early">${style()}</style>${html}${WITHOUT_SCRIPT}</template>`,
    styles: () => [style(), HIDDEN],
  };
}

/** Nothing would ever live: the content of the element stands instead. */
const HIDDEN = 'div.early{display:none}';
const WITHOUT_SCRIPT = `<noscript class="early"><style>${HIDDEN}</style><slot></slot></noscript>`;

interface Shown {
  html: string;
  /** What the element sets through the CSSOM, and a strict policy refuses as an attribute. */
  css: string;
}

/** The element's shadow root as it stands when all of it is there. */
async function rendered(script: string, scenario: string, view: View): Promise<Shown> {
  const window = new Window({
    console,
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  });
  const { document } = window;
  const frames: ((column: Column) => void)[] = [];
  /** Nothing is laid out here: a figure has the size that is wanted. */
  class Sized {
    readonly #resized: (entries: object[]) => void;
    constructor(resized: (entries: object[]) => void) {
      this.#resized = resized;
    }
    observe(frame: Element): void {
      frames.push((column) => {
        this.#resized([{ contentRect: column[frame.parentElement?.className as keyof Column] }]);
      });
    }
    disconnect(): void {}
  }
  Object.assign(window, { ResizeObserver: Sized, getComputedStyle: () => ({ fontSize: '16px' }) });
  document.body.innerHTML = '<break-even></break-even>';
  window.eval(script);
  const element = document.querySelector('break-even')!;
  for (const [name, value] of Object.entries({ scenario, view, ...CHOICE })) element.setAttribute(name, value);
  const runs = await (window as unknown as { rendered: Promise<boolean> }).rendered;
  const root = element.shadowRoot!;
  const pictures = async (name: keyof typeof COLUMNS): Promise<string[]> => {
    for (const resize of frames) resize(COLUMNS[name]);
    await window.happyDOM.waitUntilComplete();
    return [...root.querySelectorAll('svg')].map((svg) => {
      svg.setAttribute('class', `breakeven ${name}`);
      return svg.firstChild ? svg.outerHTML : '';
    });
  };
  const narrow = await pictures('narrow');
  const wide = await pictures('wide');
  if (!runs || !narrow[1]) throw new Error('the first view was not rendered');
  root.querySelectorAll('svg').forEach((svg, i) => {
    svg.outerHTML = narrow[i]! + wide[i]!;
  });
  const shown = still(root, scenario);
  await window.happyDOM.close();
  return shown;
}

/** What can be acted on later only holds its room, and nothing is said of it. */
const INERT = 'select, .sliders, .tabs, details';
const UNSAID = /^(?:aria-|part$|role$|id$|for$|tabindex$|autocomplete$|spellcheck$|inputmode$|min$|max$|step$)/;

/** More decimals than can be seen. */
const DECIMALS = /\d+\.\d{4,}/g;

/** How many of the conclusions that keep the room for one another: the longest, for all others are shorter in any font. */
const CONCLUSIONS = 6;

function still(root: ShadowRoot, scenario: string): Shown {
  const all = (selector: string): Element[] => [...root.querySelectorAll(selector)];
  all('.inside')[0]!.classList.add('early');
  for (const empty of all('.refusal, .announcement, .live-number input, .cursor, .readout')) empty.remove();
  for (const text of all('.live-number span')) text.removeAttribute('aria-hidden');
  // The longest gives the list its width.
  const [, ...others] = all('option').sort(byLength);
  for (const option of others) if (option.getAttribute('value') !== scenario) option.remove();
  for (const conclusion of all('.scenario p[aria-hidden]').sort(byLength).slice(CONCLUSIONS)) conclusion.remove();
  // A page may be painted while it is read: what keeps the room comes before what stands in it.
  for (const room of all('p[aria-hidden]').reverse()) room.parentElement!.prepend(room);
  for (const input of all('input')) {
    input.setAttribute('value', (input as unknown as { value: string }).value);
    if (!input.hasAttribute('type')) input.setAttribute('type', 'text');
  }
  // A panel without tabs that answer is no panel.
  for (const panel of all('[role=tabpanel]')) {
    for (const name of ['role', 'id', 'aria-labelledby']) panel.removeAttribute(name);
  }
  for (const part of all('[part]')) part.removeAttribute('part');
  for (const part of all('[class=""]')) part.removeAttribute('class');
  for (const inert of all(INERT)) {
    inert.setAttribute('inert', '');
    for (const one of [inert, ...inert.querySelectorAll('*')]) {
      for (const { name } of [...one.attributes]) {
        // What keeps the room for others stays unseen by that.
        if (UNSAID.test(name) && name !== 'aria-hidden') one.removeAttribute(name);
      }
      // A range without ends goes to a hundred, in whole steps.
      if (one.getAttribute('type') === 'range') one.setAttribute('value', (100 * Number(one.getAttribute('value'))).toFixed());
    }
  }
  const css = all('[style]').map((one, i) => {
    const rule = `.s${i}{${one.getAttribute('style')!.replace(/\s|;$/g, '').replace(DECIMALS, (number) => `${Number(Number(number).toFixed(3))}`)}}`;
    one.removeAttribute('style');
    one.classList.add(`s${i}`);
    return rule;
  });
  return { html: compact(root), css: css.join('') };
}

/** The longest first. */
function byLength(one: Element, other: Element): number {
  return other.textContent.length - one.textContent.length;
}

/** What is in a node as HTML, without the marks that Lit renders by and the blanks of its templates. */
function compact(parent: Node): string {
  const texts: string[] = [];
  let text = '';
  const flush = (): void => {
    const blank = text.replace(/[ \n]+/g, ' ');
    if (blank !== ' ') texts.push(escape(blank));
    text = '';
  };
  for (const node of parent.childNodes) {
    // A comment parts no text.
    if (node.nodeType === node.TEXT_NODE) text += node.textContent;
    else if (node.nodeType === node.ELEMENT_NODE) {
      flush();
      texts.push(element(node as Element));
    }
  }
  flush();
  return texts.join('');
}

function element(one: Element): string {
  const name = one.localName;
  const opening = tag(name, Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value || true])));
  return VOID.has(name) ? opening : `${opening}${compact(one)}</${name}>`;
}

/** Elements without an end. */
const VOID = new Set(['br', 'hr', 'img', 'input', 'wbr']);
