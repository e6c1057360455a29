/** A figure as a table that people read. */
export interface TableInWords {
  /** What the figure shows, in a sentence. */
  caption: string;
  /** What stands over each column, with its unit. */
  heads: string[];
  /** Cells in the order of the heads; one that is empty is not known. */
  rows: string[][];
}
