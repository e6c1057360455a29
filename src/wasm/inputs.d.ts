/** A state that was read from a link; each part that was left out has a warning. */
export interface ReadLink {
  scenario: string;
  inputs: Inputs;
  view: View;
  /** The day, `YYYY-MM-DD`, whose network and market were chosen. */
  date?: string;
  warnings: { name: string; message: string }[];
}
