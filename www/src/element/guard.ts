/** What is rendered anew only where one of several values is another: no more of Lit's than that. The first is never `undefined`. */
import { noChange } from 'lit';
import { Directive, directive, type Part } from 'lit/directive.js';

export const guard = directive(
  class extends Directive {
    #of: readonly unknown[] = [];

    render(_: readonly unknown[], render: () => unknown): unknown {
      return render();
    }

    override update(_: Part, [of, render]: [readonly unknown[], () => unknown]): unknown {
      if (of.every((value, i) => value === this.#of[i])) return noChange;
      this.#of = of;
      return render();
    }
  },
);
