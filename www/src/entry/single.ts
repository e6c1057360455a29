/** The single file: everything is in it, so nothing is fetched. */
import { NAME } from '../element/element.js';
import { inlined } from '../load/inlined.js';
import { start } from '../load/start.js';
import { tools } from '../page/tools.js';

const element = document.querySelector(NAME)!;
const footer = document.querySelector('footer')!;
// It comes in parts, and what stands below would move with each of them.
footer.hidden = true;
void start(() => [inlined]).then(async (runs) => {
  if (runs) await element.updateComplete;
  footer.hidden = false;
  if (!runs) return document.documentElement.classList.add('static');
  const bar = document.querySelector<HTMLElement>('.tools')!;
  tools(bar, element, published(bar.querySelector('input')!));
});

/** A file on a disk has no address that works for anybody else: whoever has put the calculator on the web fills it in. */
function published(field: HTMLInputElement): () => string | undefined {
  if (isOnline(location.href)) field.value = location.href.replace(/#.*/, '');
  return () => {
    const address = field.value.trim().replace(/^(?=[^\s/:@]+\.)/, 'https://');
    const stands = isOnline(address);
    field.setAttribute('aria-invalid', String(!stands));
    // A folder may be told without its last slash.
    if (stands) return address.replace(/\w\/[^/.?#]+$/, '$&/');
    field.focus();
    return undefined;
  };
}

function isOnline(address: string): boolean {
  try {
    return /^https?:$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
