/** The types of `breakeven.js`. They stand alone: whoever uses the element has nothing else to install. */
import type { Offer, Property } from './offer.ts';

/** `core` is what wasm-bindgen declares; of it the element's users meet the types and none of the functions. */
export function elementTypes({ properties }: Offer, core: string): string {
  return `${typesOf(core)}
/** How the core came: fetched, with the script, or as JavaScript where WebAssembly is refused. */
export type RungName = 'streaming' | 'bytes' | 'inlined' | 'translated';

/**
 * \`<break-even>\`: the break-even price of bitcoin for one mine. It is defined once one has come near what is seen
 * and its core has come: see \`ready\`.
 */
export class BreakEven extends HTMLElement {
  /** How the core came. */
  static readonly rung: RungName | undefined;
${properties.map(member).join('')}}

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

function member({ name, type, takes, readonly, text }: Property): string {
  const lines = takes
    ? [`get ${name}(): ${type};`, `set ${name}(value: ${takes});`]
    : [`${readonly ? 'readonly ' : ''}${name}: ${type};`];
  return [`/** ${text} */`, ...lines].map((line) => `  ${line}\n`).join('');
}
