/** The words of the page, from the file of its language: https://projectfluent.org, as far as words/compile.rs says. */
import { readFileSync } from 'node:fs';

import { parse, type Pattern } from '@fluent/syntax';

import { escape } from '../../src/frame/frame-code.ts';

/** Scripts of living languages, by Unicode's codes. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);

/** The language of the page and of its core: the name of a file in words/. `cargo xtask` names it here and to build.rs. */
export const LANGUAGE = process.env['BREAKEVEN_LANGUAGE'] || 'en';

/** The way its letters run, by Unicode's likely script of the language. */
export const DIRECTION: 'ltr' | 'rtl' = RIGHT_TO_LEFT.has(new Intl.Locale(LANGUAGE).maximize().script ?? '') ? 'rtl' : 'ltr';

/** A text, in which slots stand by their names. */
export type Piece = string | { slot: string };

/** The messages of a language by their ids; that of an attribute is `message-attribute`. */
export type Messages = ReadonlyMap<string, readonly Piece[]>;

const FILE = `words/${LANGUAGE}.ftl`;

export const MESSAGES: Messages = read(readFileSync(FILE, 'utf8'));

/** A message of the page's language, its slots filled. */
export function say(id: string, slots: Readonly<Record<string, string>> = {}): string {
  return joined(id, slots, (text) => text);
}

/** The same as HTML; so is what goes into its slots. */
export function html(id: string, slots: Readonly<Record<string, string>>): string {
  return joined(id, slots, escape);
}

function joined(id: string, slots: Readonly<Record<string, string>>, written: (text: string) => string): string {
  return filled(MESSAGES, id, slots)
    .map(({ text, filling }) => (text === undefined ? filling : written(text)))
    .join('');
}

type Filled = { text: string; filling?: never } | { text?: never; filling: string };

/** The pieces of a message; one that is missing, a slot that nobody fills and a filling that nobody asks for stop the build. */
export function filled(messages: Messages, id: string, slots: Readonly<Record<string, string>>): Filled[] {
  const pieces = messages.get(id);
  if (!pieces) throw new Error(`${FILE}: ${id} is missing`);
  const unused = new Set(Object.keys(slots));
  const all = pieces.map((piece): Filled => {
    if (typeof piece === 'string') return { text: piece };
    const filling = slots[piece.slot];
    if (filling === undefined) throw new Error(`${FILE}: nothing fills { $${piece.slot} } of ${id}`);
    unused.delete(piece.slot);
    return { filling };
  });
  for (const slot of unused) throw new Error(`${FILE}: ${id} has no slot { $${slot} }`);
  return all;
}

export function read(text: string): Messages {
  const found = new Map<string, readonly Piece[]>();
  for (const entry of parse(text, {}).body) {
    if (entry.type === 'Junk') throw new Error(`${FILE}: ${entry.annotations[0]?.message} in ${entry.content}`);
    if (entry.type !== 'Message') continue;
    if (entry.value) found.set(entry.id.name, piecesOf(entry.value));
    for (const { id, value } of entry.attributes) found.set(`${entry.id.name}-${id.name}`, piecesOf(value));
  }
  return found;
}

function piecesOf({ elements }: Pattern): Piece[] {
  return elements.map((element) => {
    if (element.type === 'TextElement') return element.value;
    const { expression } = element;
    if (expression.type === 'VariableReference') return { slot: expression.id.name };
    if (expression.type === 'StringLiteral') return expression.parse().value;
    // What selects is the core's, which knows the forms of each language: no script can fill this.
    return { slot: expression.type };
  });
}
