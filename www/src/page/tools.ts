/** What stands under the calculator on its own page: a link to what the reader sees, and the code to embed it. */
import { say } from 'virtual:words';

import { copied } from './clipboard.js';
import type { BreakEven } from '../element/element.js';
import { undoKey } from '../element/undo.js';
import { later } from '../load/later.js';
import { whole } from '../model/core.js';

const dialog = later((_again) => import('./embed-dialog.js'));
const remembered = later((_again) => import('./remembered.js'));

/** `published` asks where the calculator lies on the web; without it, here. */
export function tools(bar: HTMLElement, element: BreakEven, published?: () => string | undefined): void {
  const said = bar.querySelector('[role=status]')!;
  const tool = (name: string, use: (address: string) => Promise<string>): void => {
    button(bar, name).addEventListener('click', async () => {
      const address = published ? published() : location.href;
      said.textContent = address ? await use(address).catch(partMissing) : say('tools-no-address');
    });
  };
  tool('link', async (address) => {
    await element.updateComplete;
    await whole();
    const link = address.replace(/#.*|$/, `#${element.state}`);
    return (await copied(link)) ? say('tools-link-copied') : say('tools-link', { link });
  });
  tool('embed', async (address) => {
    const place = { folder: new URL('./', address).href, here: !published };
    await (await dialog()).openDialog(element, place);
    return '';
  });
  restoring(said, element);
  undoing(bar, element);
  // On paper stands where this mine is to be found: styles/page.css.
  addEventListener('beforeprint', () => {
    const address = bar.querySelector('input')?.value || location.href.replace(/#.*/, '');
    bar.dataset['address'] = `${address}#${element.state}`;
  });
  bar.hidden = false;
}

function partMissing(): string {
  return say('tools-part-missing');
}

/** Where a picture is dropped, its mine opens. */
function restoring(said: Element, element: BreakEven): void {
  const hold = async (event: DragEvent): Promise<void> => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) said.textContent = await remembered().then(({ restore }) => restore(file, element), partMissing);
  };
  addEventListener('dragover', hold);
  addEventListener('drop', hold);
}

/** The page is the calculator's own: there the keys undo also where nothing has the focus, or a button of these. */
function undoing(bar: HTMLElement, element: BreakEven): void {
  const does = { undo: 'undoable', redo: 'redoable', restart: 'moved' } as const;
  const show = (): void => {
    // Disabled, the one that was just pressed would lose the focus.
    for (const [name, can] of Object.entries(does)) button(bar, name).setAttribute('aria-disabled', `${!element[can]}`);
  };
  for (const name of Object.keys(does) as (keyof typeof does)[]) {
    button(bar, name).addEventListener('click', () => {
      element[name]();
      show();
    });
  }
  element.addEventListener('change', show);
  addEventListener('hashchange', show);
  document.addEventListener('keydown', (event) => {
    const ours = (event.target as Element).matches('body, .tools button');
    const what = ours && !event.defaultPrevented ? undoKey(event) : undefined;
    if (!what) return;
    event.preventDefault();
    element[what]();
  });
  // What a link says is known somewhat later.
  void element.updateComplete.then(show);
}

function button(bar: HTMLElement, name: string): HTMLButtonElement {
  return bar.querySelector<HTMLButtonElement>(`[name=${name}]`)!;
}
