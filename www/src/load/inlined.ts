/** Where nothing can be fetched, the module comes with the script. */
import module from 'virtual:inlined-core';

import { imports } from '../../core/breakeven.js';
import type { Rung } from './ladder.js';

export const inlined: Rung = [
  'inlined',
  async () => (await WebAssembly.instantiate(bytes(module), imports())).instance.exports,
];

/** Two hexadecimal digits a byte: brotli finds in them what it finds in the bytes, which in base64 it does not. */
function bytes(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}
