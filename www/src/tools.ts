/** What stands under the calculator on its own page: a link to what the reader sees, and the code to embed it. */
import { copied } from './clipboard.js';
import type { BreakEven } from './element.js';

export function tools(bar: HTMLElement, element: BreakEven): void {
  const said = bar.querySelector('[role=status]')!;
  const button = (name: string): Element => bar.querySelector(`[name=${name}]`)!;
  button('link').addEventListener('click', async () => {
    const address = new URL(`#${element.state}`, location.href).href;
    said.textContent = (await copied(address)) ? 'Link copied.' : `The link: ${address}`;
  });
  button('embed').addEventListener('click', async () => {
    try {
      await (await import('./embed-dialog.js')).openDialog(element);
    } catch {
      said.textContent = 'The code did not load. Try again with a network.';
    }
  });
  bar.hidden = false;
}
