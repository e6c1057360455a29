/** What a field shows, wherever it shows something else: a reader may have written in it since. Lit's takes any attribute. */
import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';

export const live = directive(
  class extends Directive {
    render(_: unknown): unknown {
      return noChange;
    }

    override update(part: ElementPart, [value]: [unknown]): unknown {
      const element = part.element as HTMLInputElement;
      if (value !== noChange && element.value !== value) element.value = value as string;
      return noChange;
    }
  },
);
