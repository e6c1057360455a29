/**
 * In a script of one piece no part comes later: what would be asked for is imported with the rest. A bundler would put
 * each module of such a part, and all that it shares with others, into a function that runs it when it is asked for.
 */
import type { Plugin } from 'vite';

const LATER = /\blater\(\(_again\) => import\(('[^']+')\)\)/g;

export function onePiece(): Plugin {
  return {
    name: 'one-piece',
    enforce: 'pre',
    transform(code) {
      const imports: string[] = [];
      const whole = code.replace(LATER, (_, address: string) => {
        const name = `part${imports.length}`;
        imports.push(`import * as ${name} from ${address};`);
        return `() => Promise.resolve(${name})`;
      });
      return imports.length > 0 ? { code: [...imports, whole].join('\n'), map: null } : undefined;
    },
  };
}
