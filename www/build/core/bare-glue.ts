/** wasm-bindgen's script can fetch its module itself. Ours comes in other ways, and a copy of it would lie there unused. */
import type { Plugin } from 'vite';

const FETCHED = /new URL\('[^']*\.wasm', import\.meta\.url\)/;

export function bareGlue(): Plugin {
  return {
    name: 'bare-glue',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/(core|whole)\/breakeven\.js$/.test(id)) return undefined;
      if (!FETCHED.test(code)) throw new Error(`${id} names its module in another way now`);
      return code.replace(FETCHED, 'undefined');
    },
  };
}
