/**
 * `virtual:words`: what a script says is put into it when it is built, as if it had been written there. `say('page-reset')`
 * becomes the text of words/en.ftl, `say('page-more', { input: label })` that text with the value in its place, and
 * within a template of Lit it is a part of the template. So the words cost neither a byte nor a call.
 */
import { parseSync, type ESTree, type Plugin } from 'vite';

import { escape } from '../../src/frame/frame-code.ts';
import { filled, LANGUAGE, MESSAGES, type Messages } from './words.ts';

const NAME = 'virtual:words';

export function said(): Plugin {
  return {
    name: 'said',
    enforce: 'pre',
    transform: (code, id) =>
      /\/www\/src\/.*\.ts$/.test(id) && code.includes(NAME) ? { code: withWords(id, code, MESSAGES), map: null } : undefined,
  };
}

type Node = ESTree.Node;

/** A part of a source, and what stands in its place. */
interface Change {
  start: number;
  end: number;
  text: string;
}

/** The source `code` of the file `path`, the words in it. */
export function withWords(path: string, code: string, messages: Messages): string {
  const { program, errors } = parseSync(path, code);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const said = (call: ESTree.CallExpression) => callOf(path, code, call, messages);
  const changes: Change[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'ImportDeclaration' && node.source.value === NAME) changes.push({ start: node.start, end: node.end, text: '' });
    else if (node.type === 'TaggedTemplateExpression') template(node);
    else if (isCall(node)) changes.push({ start: node.start, end: node.end, text: expression(said(node)) });
    else children(node).forEach(visit);
  };
  const template = ({ tag, quasi }: ESTree.TaggedTemplateExpression): void => {
    const isHtml = tag.type === 'Identifier' && tag.name === 'html';
    for (const part of quasi.expressions) {
      if (isHtml && isCall(part)) changes.push({ ...placeholder(code, part), text: inTemplate(said(part), escape) });
      else visit(part);
    }
  };
  visit(program as Node);
  // The last first, so that all others stay in their place.
  changes.sort((one, other) => other.start - one.start);
  return changes.reduce((code, { start, end, text }) => code.slice(0, start) + text + code.slice(end), code);
}

/** From `${` to `}`. */
function placeholder(code: string, { start, end }: Node): { start: number; end: number } {
  return { start: code.lastIndexOf('${', start), end: code.indexOf('}', end) + 1 };
}

function isCall(node: Node): node is ESTree.CallExpression {
  return node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'say';
}

type Pieces = ReturnType<typeof filled>;

/** What is said, each slot filled by the code of an expression. */
function callOf(path: string, code: string, { arguments: [id, slots] }: ESTree.CallExpression, messages: Messages): Pieces {
  if (id?.type !== 'Literal' || typeof id.value !== 'string') throw new Error(`${path}: what is said is named by a literal`);
  if (id.value === 'language') return [{ text: LANGUAGE }];
  if (slots && slots.type !== 'ObjectExpression') throw new Error(`${path}: ${id.value}: slots are filled by name`);
  const fillings = (slots?.properties ?? []).map((property) => {
    if (property.type !== 'Property' || property.key.type !== 'Identifier' || saysMore(property)) {
      throw new Error(`${path}: ${id.value}: slots are filled by name, and with no other words`);
    }
    return [property.key.name, code.slice(property.value.start, property.value.end)];
  });
  return filled(messages, id.value, Object.fromEntries(fillings));
}

function saysMore(node: Node): boolean {
  return isCall(node) || children(node).some(saysMore);
}

function expression(pieces: Pieces): string {
  if (pieces.every(({ text }) => text !== undefined)) return JSON.stringify(pieces.map(({ text }) => text).join(''));
  return `\`${inTemplate(pieces, (text) => text)}\``;
}

function inTemplate(pieces: Pieces, written: (text: string) => string): string {
  const raw = (text: string): string => written(text).replace(/[\\`]|\$(?=\{)/g, '\\$&');
  // A dollar before a slot would begin it.
  return pieces.map(({ text, filling }) => (text === undefined ? `\${${filling}}` : raw(text).replace(/\$$/, '\\$'))).join('');
}

function children(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter((child): child is Node => typeof (child as Node | null)?.type === 'string');
}
