/** What a host asked for in vain. */
import { say } from 'virtual:words';

export interface Mistake {
  /** The attribute at fault, also where the property was set. */
  attribute: string;
  /** What it says. */
  value: string;
  /** Why it is not taken, and what would be. */
  message: string;
}

/** `value` is none of the ids that are known. */
export function unknown(attribute: string, value: string, known: readonly string[]): Mistake {
  return { attribute, value, message: say('page-unknown', { attribute, value, known: known.join(', ') }) };
}
