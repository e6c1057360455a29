/** `import 'breakeven/vue'`: the element `<break-even>`, and its types for the templates of Vue 3. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

import type { BreakEven, BreakEvenEventMap, BreakEvenProps } from './breakeven.js';

export * from './breakeven.js';

type EventName = 'input' | 'change' | 'configerror';

declare module 'vue' {
  interface GlobalComponents {
    'break-even': new () => BreakEven & {
      /** For templates alone: no element has it. */
      $props: Omit<HTMLAttributes, keyof BreakEvenProps> & BreakEvenProps & PublicProps;
      /** For templates alone: no element has it. */
      $emit: EmitFn<{ [Type in EventName]: (event: BreakEvenEventMap[Type]) => void }>;
    };
  }
}
