/** The host is told what it asked for in vain, in the console and by an event; its readers are not. */
import { unknown, type Mistake } from '../model/mistake.js';

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
