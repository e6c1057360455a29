/** To what an input resets, and how that is known; nobody may have said it. */
export interface Start {
  value: number;
  basis?: 'article' | 'derived' | 'assumed';
  /** When it held: a year, a month or a day. */
  date?: string;
}

/** A value that the page's author has set in vain. */
export interface Refused {
  input: InputId;
  value: number;
  error: InputError;
}

/** What a link shows; each part of it that was left out has a warning. */
export interface Opened {
  view: View;
  warnings: string[];
}
