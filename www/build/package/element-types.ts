/** The types of `breakeven.js`. They stand alone: whoever uses the element has nothing else to install. */
import type { ElementApi, Property } from './element-api.ts';

/** `core` is what wasm-bindgen declares; of it the element's users meet the types and none of the functions. */
export function elementTypes({ properties, methods, events }: ElementApi, core: string): string {
  return `${typesOf(core)}
/** How the core came: fetched, with the script, or as JavaScript where WebAssembly is refused. */
export type RungName = 'streaming' | 'bytes' | 'inlined' | 'translated';

/** What a page asked for in vain. */
export interface Mistake {
  /** The attribute at fault, also where the property was set. */
  attribute: string;
  /** What it says. */
  value: string;
  /** Why it is not taken, and what would be. */
  message: string;
}

export interface BreakEvenEventMap extends Omit<HTMLElementEventMap, 'input' | 'change'> {
${events.map(({ name, type, text }) => `  /** ${text} */\n  ${name}: ${type};\n`).join('')}}

/** What can be set: in JSX and in templates each is a property. */
export interface BreakEvenProps {
${properties.filter(({ readonly }) => !readonly).map(prop).join('')}  'url-sync'?: boolean | undefined;
}

/**
 * \`<break-even>\`: the break-even price of bitcoin for one mine. It is defined at once, and what is set is kept; it
 * runs when one has come near what is seen and its core has come: see \`ready\`. Until then its inputs are NaN.
 */
export class BreakEven extends HTMLElement {
  /** How the core came, once it has. */
  static readonly rung: RungName | undefined;
  /** The same as \`ready\`, for whoever has the class alone. */
  static readonly ready: Promise<boolean>;
${properties.map(member).join('')}${methods.map(({ name, text }) => `  /** ${text} */\n  ${name}(): void;\n`).join('')}
  addEventListener<Type extends keyof BreakEvenEventMap>(
    type: Type,
    listener: (this: BreakEven, event: BreakEvenEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Whether \`<break-even>\` runs: known once one has come near what is seen, and its core has come or has failed to. */
export const ready: Promise<boolean>;

declare global {
  interface HTMLElementTagNameMap {
    'break-even': BreakEven;
  }
}
`;
}

/** The types among the core's declarations; its classes and functions come after them. */
function typesOf(core: string): string {
  const [types, ...rest] = core.split(/^\/\*\*\n(?: \*[^\n]*\n)+export (?:class|function) /m);
  if (!types || rest.length === 0) throw new Error('the core declares no function after its types');
  return `${types.replace(/^\/\* (?:tslint|eslint).*\n/gm, '').trim()}\n`;
}

function prop({ name, type, takes, text }: Property): string {
  return `  /** ${text} */\n  ${name}?: ${takes ?? type} | undefined;\n`;
}

function member({ name, type, takes, readonly, text }: Property): string {
  const lines = takes
    ? [`get ${name}(): ${type};`, `set ${name}(value: ${takes});`]
    : [`${readonly ? 'readonly ' : ''}${name}: ${type};`];
  return [`/** ${text} */`, ...lines].map((line) => `  ${line}\n`).join('');
}
