/** How high the element is at a width: the arithmetic over www/heights.json, for the build and for src/entry/host.ts. */

/** One way in which the element lies. All lengths are in em of the default size of text. */
export interface Column {
  /** Above the sliders from each width on, in falling order of the widths. */
  above: [from: number, height: number][];
  /** One slider, and the gap after it. */
  slider: number;
  /** From the last slider to the figure; beside each other, the gap that the last slider does not need. */
  between: number;
  /** After the figure. */
  below: number;
  /** A figure is as high as its share of the width in per cent, but no less and no more than this. */
  figure: [least: number, share: number, most: number];
}

/** In one column, and with the figure beside the sliders. */
export type Columns = [one: Column, two: Column];

/** From this width on, in em, the figure stands beside the sliders: styles/layout.css says so too. */
export const BESIDE = 43;

/** The default size of text, in CSS pixels; where a reader has set another, the frame tells what it needs. */
const EM = 16;

/** In whole CSS pixels, at a width in CSS pixels. */
export function heightAt(columns: Columns, width: number, sliders: number, hasFigure: boolean): number {
  const wide = width / EM;
  const beside = wide >= BESIDE;
  const { above, slider, between, below, figure } = columns[beside ? 1 : 0];
  const [, words] = above.find(([from]) => wide >= from) ?? above[above.length - 1]!;
  const [least, share, most] = figure;
  const drawn = hasFigure ? between + Math.min(most, Math.max(least, (share / 100) * wide)) : 0;
  const moving = sliders * slider;
  return Math.ceil(EM * (words + below + (beside ? Math.max(moving, drawn) : moving + drawn)));
}
