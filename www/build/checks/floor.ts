/**
 * The oldest engines in which page, frame and element live, and the check that what is built keeps to them: a page that
 * uses one name, unit or selector too new goes blank there without a word.
 */
import { parse, type AtRule, type Container, type Declaration, type Rule } from 'postcss';
import { parseAst, type Plugin } from 'vite';

import { contentOf } from '../bundle.ts';

/** Those of the summer of 2021. */
const FLOOR = ['chrome92', 'firefox92', 'safari15'];

/** What the bundler translates for; `build` of its configuration takes it. */
export const TARGETS = {
  // For those engines it would take every private name apart, a kilobyte of them, though all three have such names;
  // what is left of that year's syntax, the check below finds.
  target: 'es2022',
  cssTarget: FLOOR,
};

/** What a script may not call, or name as a global, unless it asks first: newer than the floor in one of the three. */
const METHODS = new Set(
  `hasOwn at findLast findLastIndex toSorted toReversed toSpliced groupBy fromAsync withResolvers isWellFormed
   toWellFormed toHex fromHex toBase64 fromBase64 randomUUID canParse checkVisibility showPopover hidePopover togglePopover
   requestSubmit setHTML setHTMLUnsafe parseHTMLUnsafe moveBefore startViewTransition attachInternals
   getCoalescedEvents requestIdleCallback isSubsetOf isSupersetOf union intersection difference`.split(/\s+/),
);
const GLOBALS = new Set(
  `structuredClone reportError scheduler navigation requestIdleCallback URLPattern CloseWatcher CompressionStream
   DecompressionStream Iterator`.split(/\s+/),
);
const GLOBAL_OBJECTS = new Set(['globalThis', 'window', 'self']);
/** Frozen in Chromium before 99: to be set as a whole. */
const FROZEN = 'adoptedStyleSheets';

const UNITS = /(?:\d|\.)(lh|rlh|cq[wh]|cqi|cqb|cqmin|cqmax|[sld]v(?:w|h|i|b|min|max))\b/;
const FUNCTIONS =
  /(?:^|[\s,(])(light-dark|color-mix|color|oklch|oklab|lch|lab|hwb|round|mod|rem|abs|sign|sqrt|pow|hypot|exp|sin|cos|tan|anchor|if|linear)\(/;
/** Without them a page is as usable: a reader does not know what is missing. */
const HARMLESS = new Set(['text-wrap', 'translate', 'accent-color', 'scrollbar-gutter', 'forced-color-adjust', 'hyphens', 'text-box']);
const PROPERTIES = /^(text-wrap|translate|rotate|scale|accent-color|scrollbar-gutter|text-box|anchor-name|position-anchor|field-sizing|interpolate-size|zoom|aspect-ratio)$/;
/** A rule that an engine does not know is left out as a whole: it may hold what can be missed, and nothing else. */
const AT_RULES = new Set(['container', 'media', 'supports', 'keyframes', 'import', 'charset', 'font-face', 'page']);
const SELECTORS = /:has\(|:user-(?:in)?valid|::details-content|:popover-open|:open\b|:modal|::part\(|:state\(|:dir\(/;

/** Not of data, nor in a file of its own, which is looked at by itself. */
const INLINE_SCRIPT = /<script\b(?![^>]*\s(?:src=|type="(?!module")))[^>]*>([\s\S]*?)<\/script>/g;

interface Fault {
  file: string;
  what: string;
}

/** Stops a build that uses what the oldest engines do not have. */
export function keepToFloor(): Plugin {
  return {
    name: 'keep-to-floor',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const faults = Object.keys(bundle).flatMap((file) => newer(file, contentOf(bundle[file]) ?? ''));
        if (faults.length > 0) {
          const lines = faults.map(({ file, what }) => `  ${file}: ${what}`);
          throw new Error(`newer than ${FLOOR.join(', ')}, and without a way for who lacks it:\n${lines.join('\n')}`);
        }
      },
    },
  };
}

/** What in a file is newer than the floor, and not asked for first. */
export function newer(file: string, text: string): Fault[] {
  const fault = (what: string): Fault => ({ file, what });
  if (file.endsWith('.js')) return inScript(text).map(fault);
  if (file.endsWith('.css')) return inStyle(text).map(fault);
  if (!file.endsWith('.html')) return [];
  const scripts: string[] = [];
  // Taken out first: a picture in an address has a style of its own, and a script may hold what reads like one.
  const plain = text.replaceAll(/"data:[^"]*"/g, '');
  const rest = plain.replaceAll(INLINE_SCRIPT, (_, script: string) => (scripts.push(script), ''));
  const styles = Array.from(rest.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g), ([, style]) => style!);
  return [...styles.flatMap(inStyle), ...scripts.flatMap(inScript)].map(fault);
}

interface Node {
  type: string;
  [key: string]: unknown;
}

function inScript(text: string): string[] {
  const found = new Set<string>();
  const walk = (node: Node, parents: readonly Node[]): void => {
    const name = namedBy(node, parents);
    if (name && !isAsked(node, parents)) found.add(name);
    if (node.type === 'StaticBlock') found.add('static {}');
    const literal = styleIn(node);
    if (literal !== undefined) for (const what of inStyle(literal)) found.add(what);
    for (const [key, value] of Object.entries(node)) {
      if (key === 'parent') continue;
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child && typeof child === 'object' && 'type' in child) walk(child as Node, [node, ...parents]);
      }
    }
  };
  walk(parseAst(text) as unknown as Node, []);
  return [...found];
}

/** The too new name that a node uses, if any. */
function namedBy(node: Node, [parent]: readonly Node[]): string | undefined {
  if (node.type === 'MemberExpression' && !node['computed']) {
    const { name } = node['property'] as { name: string };
    const object = node['object'] as Node;
    if (GLOBALS.has(name) && GLOBAL_OBJECTS.has(object['name'] as string)) return name;
    if (METHODS.has(name) && parent?.type === 'CallExpression' && parent['callee'] === node) return `.${name}()`;
    if (name === 'push' && (object['property'] as { name?: string } | undefined)?.name === FROZEN) return `${FROZEN}.push()`;
  }
  if (node.type !== 'Identifier' || !GLOBALS.has(node['name'] as string)) return undefined;
  const isMember = parent?.type === 'MemberExpression' && parent['property'] === node;
  const isKey = parent?.type === 'Property' && parent['key'] === node && !parent['shorthand'];
  return isMember || isKey ? undefined : (node['name'] as string);
}

/** Whether the script looks before it uses it: `typeof X`, `x.y?.()`; of a global that is missing, `X?.()` throws. */
function isAsked(node: Node, [parent]: readonly Node[]): boolean {
  if (parent?.type === 'UnaryExpression') return parent['operator'] === 'typeof';
  return node.type === 'MemberExpression' && parent?.type === 'CallExpression' && parent['optional'] === true;
}

/** A style sheet that a script carries. */
function styleIn(node: Node): string | undefined {
  const cooked = node.type === 'TemplateElement' ? (node['value'] as { cooked: string }).cooked : undefined;
  const text = node.type === 'Literal' ? node['value'] : cooked;
  if (typeof text !== 'string' || text.length < 200 || !/^[^{;<="]+\{[^}]*:[^}]*\}/.test(text)) return undefined;
  try {
    parse(text);
    return text;
  } catch {
    return undefined;
  }
}

function inStyle(text: string): string[] {
  const found: string[] = [];
  const root = parse(text);
  root.walkAtRules((rule) => {
    if (!AT_RULES.has(rule.name.replace(/^-\w+-/, ''))) found.push(`@${rule.name}`);
    if (rule.name === 'media' && /[<>]/.test(rule.params)) found.push(`@media ${rule.params}`);
  });
  root.walkRules((rule) => {
    if (rule.parent?.type === 'rule') found.push(`${rule.selector} within a rule`);
    // One that is not known takes the others of its list with it.
    const known = rule.selectors.filter((selector) => !SELECTORS.test(selector));
    if (known.length > 0 && known.length < rule.selectors.length) found.push(rule.selector);
  });
  root.walkDecls((declaration) => {
    const { prop, value } = declaration;
    if (PROPERTIES.test(prop) && !HARMLESS.has(prop)) found.push(prop);
    const [, newer] = value.match(UNITS) ?? value.match(FUNCTIONS) ?? [];
    if (newer && !isProgressive(declaration)) found.push(`${prop}: ${value}`);
  });
  return found;
}

/** Whether an engine that does not know the value has another one, or does not come here at all. */
function isProgressive(declaration: Declaration): boolean {
  const { parent, prop } = declaration;
  for (let rule = parent as Container | AtRule | Rule | undefined; rule && rule.type !== 'root'; rule = rule.parent as typeof rule) {
    if (rule.type === 'atrule' && ['container', 'supports'].includes((rule as AtRule).name)) return true;
  }
  // What holds a variable is taken for valid, and turns out not to be when it is too late for another.
  if (declaration.value.includes('var(')) return false;
  const before = (parent?.nodes ?? []).slice(0, parent?.index(declaration));
  return before.some((node) => node.type === 'decl' && (node as Declaration).prop === prop && !UNITS.test((node as Declaration).value));
}
