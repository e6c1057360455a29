/**
 * The core without a page, for Node and for figures of one's own. It can be called at once: there is nothing to wait
 * for, and an import costs nothing, since the first call compiles the module.
 */
import module from 'virtual:inlined-core';

import { adopt, imports } from '../../whole/breakeven.js';
import { bytes } from '../load/letters.js';

export * from 'virtual:whole-core';

/** Stands in for the core until somebody asks for a part of it. */
adopt(
  new Proxy({} as WebAssembly.Exports, {
    get(_, name: string) {
      const exports = compiled();
      adopt(exports);
      return exports[name];
    },
  }),
);

function compiled(): WebAssembly.Exports {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(bytes(module)), imports()).exports;
  } catch (cause) {
    throw new Error('breakeven/core needs WebAssembly, which is refused or missing here', { cause });
  }
}
