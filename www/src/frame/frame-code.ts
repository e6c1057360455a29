/** A frame as it is pasted into a page: by src/page/snippet.ts, and by the build for oEmbed. */

export interface Room {
  /** How high the element is, as an expression of CSS in which `100%` is its width. */
  element: string;
  /** What a frame needs more, and what is enough for one of any width, in CSS pixels. */
  margin: number;
  height: number;
}

/** A link of the frame opens in a tab of its own. */
export const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The script for hosts, then the frame in a box that is as high as it will need at its width, with or without that
 * script. It wants the whole window's width and takes its column's: a container that fits what is in it, as those that
 * centre do, would else give it the 300 px of any frame. Where a host refuses styles the attributes count: the full width,
 * and a height that is enough for each.
 */
export function framed(host: string, address: string, title: string, { element, margin, height }: Room): string[] {
  const reserve = `grid-area:1/1;font-size:medium;padding-top:calc(${element} + ${margin}px)`;
  return [
    `<script async src="${escape(host)}"></script>`,
    `<div class="breakeven" style="display:grid;grid-template-columns:100%"><i style="${reserve}"></i>`,
    `<iframe data-breakeven src="${escape(address)}" title="${escape(title)}" width="100%" height="${height}"` +
      ` style="grid-area:1/1;width:100vw;max-width:100%;height:100%;border:0" loading="lazy" sandbox="${SANDBOX}"></iframe></div>`,
  ];
}

/** Text within an element or an attribute. */
export function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}
