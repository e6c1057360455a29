/** Puts a style sheet of a script into the page, which may have sheets of its own. */
import type { CSSResult } from 'lit';

export function dress({ styleSheet, cssText }: CSSResult): void {
  if (styleSheet) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
    return;
  }
  // Firefox before 101 and Safari before 16.4; the page's policy has its hash.
  const style = document.createElement('style');
  style.textContent = cssText;
  document.head.append(style);
}
