/** A line that a pocket calculator can check. */
export interface WorkingLine {
  /** What is computed. */
  name: string;
  /** In symbols. */
  formula: string;
  /** The same with numbers; empty where the months differ too much to be put into one line. */
  numbers: string;
  /** What comes out, as the next lines use it. */
  result: string;
  unit: string;
}
