/** Values over values. The network's hash rate and its difficulty are one: whoever sets the one unsets the other. */
import type { Inputs } from './core.js';

type Some = Partial<Inputs>;

/** What the last layer says that says something of an input. */
export function over(...layers: readonly (Some | undefined)[]): Some {
  return layers.reduce<Some>((below, layer = {}) => {
    const network = 'hashrate' in layer || 'difficulty' in layer;
    return { ...(network ? without(below, 'hashrate') : below), ...layer };
  }, {});
}

export function without(values: Some, id: keyof Inputs): Some {
  const rest = { ...values };
  delete rest[id];
  if (id === 'hashrate') delete rest.difficulty;
  return rest;
}

/** Of an input alone. */
export function own(values: Some, id: keyof Inputs): Some {
  const others = without(values, id);
  return Object.fromEntries(Object.entries(values).filter(([key]) => !(key in others)));
}
