/** Where nothing can be fetched, the module comes with the script. */
import module from 'virtual:inlined-core';

import { imports } from '../../core/breakeven.js';
import { bytes } from './letters.js';
import type { Rung } from './ladder.js';

export const inlined: Rung = [
  'inlined',
  async () => (await WebAssembly.instantiate(bytes(module), imports())).instance.exports,
];
