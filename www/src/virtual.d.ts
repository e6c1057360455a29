declare module 'virtual:table' {
  /** Id, label, unit, and the ends of the allowed range. */
  const table: (readonly [import('../core/breakeven.js').InputId, string, string, number, number])[];
  export default table;
}

declare module 'virtual:views' {
  const views: (readonly [import('../core/breakeven.js').View, dragged: 'inputs' | 'date' | null, label: string])[];
  export default views;
}

declare module 'virtual:conclusions' {
  /** What follows from each scenario as it stands, in their order. */
  const conclusions: string[];
  export default conclusions;
}

declare module 'virtual:sources' {
  const sources: import('./model/words.js').Sources;
  export default sources;
}

declare module 'virtual:widest' {
  /** Of a sentence its texts, plain and bold in turn; of a field the number. */
  const widest: { sentences: string[][]; fields: Record<import('../whole/breakeven.js').InputId, string> };
  export default widest;
}

declare module 'virtual:words' {
  /**
   * A text of words/, put in its place when the page is built: its id, and what goes into its slots. The id `language` is the
   * code of the language. See www/build/words/said.ts.
   */
  export function say(id: string, slots?: Readonly<Record<string, string | number>>): string;
}

declare module 'virtual:inlined-core' {
  const letters: string;
  export default letters;
}

/** What the core offers, without the ways to load it. */
declare module 'virtual:whole-core';

declare module '*/core/translated.js';

/** What www/build/pages/heights.ts makes of www/heights.json. */
declare module 'virtual:heights' {
  export const COLUMNS: Record<'whole' | 'compact', import('./frame/height-at.js').Columns>;
  /** The height of the element with three sliders as an expression of CSS: without a figure, and with one. */
  export const RESERVED: readonly [without: string, whole: string];
  /** A frame of any width: its height, and what it needs more than the element, in CSS pixels. */
  export const FRAME: { height: number; margin: number };
}
