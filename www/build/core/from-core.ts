/** `virtual:table`, `virtual:views`, `virtual:conclusions`, `virtual:sources` and `virtual:widest`: what the core tells when the page is built. */
import type { Plugin } from 'vite';

import type { Fact, Source, Sources } from '../../src/model/words.ts';
import type { Sources as CoreSources } from '../../whole/breakeven.js';
import { loadCore, type WholeCore } from './whole-core.ts';
import { widest } from './widest.ts';

/** What each of these modules holds. */
const MODULES = {
  table: (core: WholeCore): unknown => core.input_table().map(({ id, label, field_unit, min, max }) => [id, label, field_unit, min, max]),
  views: (core: WholeCore): unknown => core.views().map(({ id, dragged, label }) => [id, dragged, label]),
  conclusions: (core: WholeCore): unknown => core.sources().scenarios.map(({ conclusion }) => withTheirUnits(conclusion)),
  sources: (core: WholeCore): unknown => shown(core.sources()),
  widest: (core: WholeCore): unknown => widest(core),
};
type Name = keyof typeof MODULES;

/** No line parts a number from its unit. */
function withTheirUnits(text: string): string {
  return text.replace(/(\d) (?=%|[a-z]*[A-Z/])/g, '$1\u00a0');
}

/** What a page shows of the sources; the rest it has from elsewhere, or leaves to those who ask the core. */
function shown({ inputs, scenarios, differences }: CoreSources): Sources {
  const said = scenarios.flatMap(({ facts }) => facts.map(({ source, address }): Source => [source, address]));
  const sources = [...new Map(said.map((source) => [source.join(), source])).values()];
  return {
    sources,
    inputs: inputs.map(({ help }, place) => {
      const facts = scenarios.map(({ facts }): Fact => {
        const { date, source, reason, address } = facts[place]!;
        return [date, reason, sources.findIndex(([text, at]) => text === source && at === address)];
      });
      const texts = facts.map((fact) => JSON.stringify(fact));
      const each = [...new Set(texts)];
      return [help, each.map((text) => JSON.parse(text)), texts.map((text) => each.indexOf(text))];
    }),
    differences: differences.map(({ title, explanation, example }) => ({ title, explanation, example })),
  };
}

const PREFIX = 'virtual:';

/** What a module holds, as an expression. Parsing a string is quicker than reading the same as a program. */
export function expressionOf(name: Name, core: WholeCore): string {
  return `JSON.parse(${JSON.stringify(JSON.stringify(MODULES[name](core)))})`;
}

/** `folder` is that of the core, counted from the repository's root. */
export function fromCore(folder: string): Plugin {
  const nameOf = (id: string): Name | undefined => (Object.keys(MODULES) as Name[]).find((name) => id.endsWith(PREFIX + name));
  return {
    name: 'from-core',
    resolveId: (id) => (nameOf(id) ? `\0${id}` : undefined),
    async load(id) {
      const name = nameOf(id);
      return name && `export default ${expressionOf(name, await loadCore(folder))};`;
    },
  };
}
