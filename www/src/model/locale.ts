/** Numbers as a locale writes them. The core writes them as the page's language does; only what separates digits changes. */
import { with_separators } from './core.js';

interface Separators {
  group: string;
  decimal: string;
}

const known = new Map<string, Separators | undefined>();

/** A text of the core, its numbers as `locale` writes them; as they are where nobody knows that locale. */
export function inLocale(text: string, locale: string | null | undefined): string {
  const separators = separatorsOf(locale);
  return separators ? with_separators(text, separators.decimal, separators.group) : text;
}

/** None where none is named, and for a locale that the browser refuses or does not have: those of the page's language stay. */
export function separatorsOf(locale: string | null | undefined): Separators | undefined {
  if (!locale) return undefined;
  if (!known.has(locale)) known.set(locale, ask(locale));
  return known.get(locale);
}

function ask(locale: string): Separators | undefined {
  try {
    // One that is merely well formed would be the browser's own.
    const [supported = ''] = Intl.NumberFormat.supportedLocalesOf(locale);
    const marks = (12345678.9).toLocaleString(supported, { numberingSystem: 'latn' }).match(/\D/g)!;
    return { decimal: marks.pop()!, group: marks[0] ?? '' };
  } catch {
    return undefined;
  }
}
