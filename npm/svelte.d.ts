/** `import 'breakeven/svelte'`: the element `<break-even>`, and its types for the templates of Svelte 5. */
import type { HTMLAttributes } from 'svelte/elements';

import type { BreakEven, BreakEvenEventMap, BreakEvenProps } from './breakeven.js';

export * from './breakeven.js';

interface Listeners {
  onconfigerror?: ((event: BreakEvenEventMap['configerror']) => void) | undefined;
}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'break-even': Omit<HTMLAttributes<BreakEven>, keyof BreakEvenProps> & BreakEvenProps & Listeners;
  }
}
