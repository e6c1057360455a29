/** What a host asked for in vain. The host is told, in the console and by an event; its readers are not. */
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

/** Of the attributes that changed, each a list of names, those names that are none of the `known`. */
export function unknownNames<Attribute extends string>(
  element: NoInfer<Readonly<Record<Attribute, string | null>>>,
  changed: ReadonlyMap<PropertyKey, unknown>,
  known: Readonly<Record<Attribute, readonly string[]>>,
): Mistake[] {
  return (Object.keys(known) as Attribute[]).flatMap((attribute) => {
    const names = changed.has(attribute) ? (element[attribute]?.match(/\S+/g) ?? []) : [];
    return names
      .filter((name) => !known[attribute].includes(name))
      .map((name) => unknown(attribute, name, known[attribute]));
  });
}

export function tell(element: Element, mistake: Mistake): void {
  console.warn(`break-even: ${mistake.message}`, element);
  element.dispatchEvent(new CustomEvent('configerror', { bubbles: true, composed: true, detail: mistake }));
}
