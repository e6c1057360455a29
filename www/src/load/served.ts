/** Where the script is a module that was served: everything lies beside it. */
import { imports } from '../../core/breakeven.js';
import first from '../../core/breakeven_first.wasm?url';
import more from '../../core/breakeven_rest.wasm?url';
import script from '../../core/translated.js?url';
import type { Rung } from './ladder.js';
import type { Rest } from './rest.js';
import { translated } from './translated.js';

export function served(): Rung[] {
  // One request for two rungs: what is refused for its type or its status is not yet read.
  const answer = fetch(first);
  // On its way while the first part comes, and behind it.
  let early: Promise<Response> | undefined = answer.then(() => fetch(more));
  early.catch(() => {});
  const rest: Rest = async (exports, again) => {
    const asked = early ?? fetch(more + again);
    early = undefined;
    const module = await (await asked).arrayBuffer();
    return (await WebAssembly.instantiate(module, { ...imports(), first: exports })).instance.exports;
  };
  return [
    ['streaming', async () => (await WebAssembly.instantiateStreaming(answer, imports())).instance.exports, rest],
    [
      'bytes',
      async () => (await WebAssembly.instantiate(await (await answer).arrayBuffer(), imports())).instance.exports,
      rest,
    ],
    ['translated', () => translated(() => import(/* @vite-ignore */ script))],
  ];
}
