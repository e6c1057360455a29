/** `import 'breakeven/react'`: the element `<break-even>`, and its types for the JSX of React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { BreakEven, BreakEvenEventMap, BreakEvenProps } from './breakeven.js';

export * from './breakeven.js';

interface Listeners {
  onconfigerror?: ((event: BreakEvenEventMap['configerror']) => void) | undefined;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'break-even': DetailedHTMLProps<HTMLAttributes<BreakEven>, BreakEven> & BreakEvenProps & Listeners;
    }
  }
}
