/** Where the script is a module that was served: everything lies beside it. */
import { imports } from '../../core/breakeven.js';
import wasm from '../../core/breakeven_bg.wasm?url';
import script from '../../core/translated.js?url';
import type { Rung } from './ladder.js';
import { translated } from './translated.js';

export function served(): Rung[] {
  // One request for two rungs: what is refused for its type or its status is not yet read.
  const answer = fetch(wasm);
  return [
    ['streaming', async () => (await WebAssembly.instantiateStreaming(answer, imports())).instance.exports],
    [
      'bytes',
      async () => (await WebAssembly.instantiate(await (await answer).arrayBuffer(), imports())).instance.exports,
    ],
    ['translated', () => translated(() => import(/* @vite-ignore */ script))],
  ];
}
