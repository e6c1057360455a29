/** What in the sources of the page a person reads as words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseSync } from 'vite';

/** Attributes that readers hear or see. */
const SHOWN = /^(?:alt|aria-label|aria-description|aria-roledescription|aria-valuetext|data-room|label|placeholder|title)$/;

/** The words in the sources below a folder, each with its file; `withErrors` counts those of errors, too. */
export function wordsBelow(folder, { withErrors = true } = {}) {
  const files = readdirSync(folder, { recursive: true }).sort();
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file))
    .flatMap((file) => wordsIn(file, readFileSync(file, 'utf8'), withErrors).map((text) => `${file}: ${text}`));
}

/**
 * The literal texts in `code` that read as words: two in a row, or one that begins with a capital; of HTML, whatever
 * has letters between its tags and in attributes that are shown.
 */
export function wordsIn(file, code, withErrors = true) {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`);
  const found = [];
  const see = (node) => {
    if (asksForNodes(node)) {
      visit(node.callee, see);
      return false;
    }
    if (node.type === 'ImportDeclaration' || isOfTypes(node) || isImport(node) || isLogged(node)) return false;
    if (!withErrors && node.type === 'NewExpression' && node.callee.name === 'Error') return false;
    const text = textOf(node);
    if (text === undefined) return true;
    const isHtml = /<\/?[a-z]|[a-z]="/.test(text);
    found.push(...(isHtml ? shownIn(text).filter(hasLetters) : [text].filter(readsAsWords)));
    return true;
  };
  visit(program, see);
  return found.map((text) => text.trim());
}

const isImport = ({ type, source }) => /^(?:Import|Export)/.test(type) && source;

/** What is there for the compiler alone; in an expression of a type, and in an enumeration, are values too. */
const isOfTypes = ({ type }) => type.startsWith('TS') && !/^TS(?:\w+Expression|TypeAssertion|Enum\w+|Module\w+)$/.test(type);

/** What the console is told. */
const isLogged = ({ type, callee }) => type === 'CallExpression' && callee.object?.name === 'console';

/** What a selector finds. */
const asksForNodes = ({ type, callee }) =>
  type === 'CallExpression' && /^(?:matches|closest|querySelector(?:All)?)$/.test(callee.property?.name);

/** The text of a literal; what is put into a template stands in it as `…`. */
function textOf({ type, value, quasis }) {
  if (type === 'TemplateLiteral') return quasis.map(({ value }) => value.cooked).join('…');
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

function shownIn(html) {
  const attributes = [...html.matchAll(/\s([\w-]+)="([^"]*)"/g)].filter(([, name]) => SHOWN.test(name));
  // A text may be a part of a tag.
  const between = html.replace(/<style>.*?<\/style>/g, '').replace(/\s?[\w-]+="[^"]*"/g, '').split(/<[^>]*(?:>|$)/);
  return [...between, ...attributes.map(([, , value]) => value)];
}

/** An address is no word. */
const hasLetters = (text) => /\p{L}{2}/u.test(text.replace(/\S+:\/\/\S*/g, ''));

function readsAsWords(text) {
  const words = text.split(/\s+/).map((word) => word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
  const isWord = (word = '') => /^[\p{L}'’-]{2,}$/u.test(word);
  return words.some((word, i) => isWord(word) && (isWord(words[i + 1]) || /^\p{Lu}.*\p{Ll}$/u.test(word)));
}

function visit(node, see) {
  if (!see(node)) return;
  for (const child of Object.values(node).flat()) if (typeof child?.type === 'string') visit(child, see);
}
