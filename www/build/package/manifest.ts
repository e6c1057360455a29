/** `custom-elements.json`, by which editors and catalogues know the element, and `breakeven.d.ts`, its types. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { CustomElementDeclaration, CustomElementField, Package } from 'custom-elements-manifest';
import type { Plugin } from 'vite';

import { elementTypes } from './element-types.ts';
import { elementApi, type ElementApi, type Property } from './element-api.ts';
import { loadCore } from '../core/whole-core.ts';

interface Options {
  /** The folder of the core with all that it can do, from the repository's root. */
  whole: string;
  /** The folder of the core that the element runs on. */
  core: string;
}

const SCRIPT = 'breakeven.js';
const CLASS = 'BreakEven';

export function manifest({ whole, core }: Options): Plugin {
  return {
    name: 'manifest',
    apply: 'build',
    async buildStart() {
      const types = await readFile(join(core, 'breakeven.d.ts'), 'utf8');
      const api = await elementApi(await loadCore(whole));
      const emit = (fileName: string, source: string): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      emit('custom-elements.json', `${JSON.stringify(packageOf(spelledOut(api, types)), undefined, 2)}\n`);
      emit('breakeven.d.ts', elementTypes(api, types));
    },
  };
}

/** A manifest has no types of its own to refer to: what a view may be is written out. */
function spelledOut(api: ElementApi, types: string): ElementApi {
  const views = types.match(/^export type View = (.*);$/m)?.[1];
  if (!views) throw new Error('the core declares its views in another way now');
  const properties = api.properties.map((one) => (one.type === 'View' ? { ...one, type: views } : one));
  return { ...api, properties };
}

function packageOf(api: ElementApi): Package {
  const declaration = { name: CLASS, module: SCRIPT };
  return {
    schemaVersion: '2.1.0',
    modules: [
      {
        kind: 'javascript-module',
        path: SCRIPT,
        declarations: [
          element(api),
          {
            kind: 'variable',
            name: 'ready',
            type: { text: 'Promise<boolean>' },
            description: 'Whether the element runs: known once one has come near what is seen.',
          },
        ],
        exports: [
          { kind: 'js', name: CLASS, declaration },
          { kind: 'custom-element-definition', name: 'break-even', declaration },
          { kind: 'js', name: 'ready', declaration: { name: 'ready', module: SCRIPT } },
        ],
      },
    ],
  };
}

function element({ properties, methods, events, parts, cssProperties }: ElementApi): CustomElementDeclaration & { kind: 'class' } {
  const described = ({ name, text }: { name: string; text: string }) => ({ name, description: text });
  return {
    kind: 'class',
    customElement: true,
    tagName: 'break-even',
    name: CLASS,
    superclass: { name: 'HTMLElement', package: 'global:' },
    description:
      'The break-even price of bitcoin for one mine: the answer in a sentence, a bar, sliders and a figure. ' +
      'What stands inside the element is shown where it cannot run.',
    attributes: properties.flatMap((property) =>
      property.attribute ? [{ ...about(property), name: property.attribute, fieldName: property.name }] : [],
    ),
    members: [
      ...properties.map(field),
      ...methods.map((method) => ({ kind: 'method' as const, ...described(method) })),
      {
        kind: 'field',
        name: 'rung',
        static: true,
        readonly: true,
        type: { text: 'string | undefined' },
        description: 'How the core came, once it has: `streaming`, `bytes`, `inlined` or `translated`.',
      },
      {
        kind: 'field',
        name: 'ready',
        static: true,
        readonly: true,
        type: { text: 'Promise<boolean>' },
        description: 'Whether the elements run: known once one has come near what is seen.',
      },
    ],
    events: events.map((event) => ({ ...described(event), type: { text: event.type } })),
    cssParts: parts.map(described),
    cssProperties: cssProperties.map((one) => ({ ...described(one), default: one.default })),
  };
}

function about(property: Property) {
  return {
    description: property.text,
    type: { text: property.type },
    ...(property.default === undefined ? {} : { default: property.default }),
  };
}

function field(property: Property): CustomElementField {
  const { name, attribute, reflects, readonly } = property;
  return {
    kind: 'field',
    name,
    ...about(property),
    ...(attribute ? { attribute } : {}),
    ...(reflects ? { reflects } : {}),
    ...(readonly ? { readonly } : {}),
  };
}
