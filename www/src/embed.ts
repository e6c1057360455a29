/** The target of an iframe: the element alone, set by the query of its address. */
import { NAME } from './element.js';
import { reportHeight } from './height.js';
import { inlined } from './load/inlined.js';
import { translated } from './load/translated.js';
import { start } from './start.js';
import { ownScripts } from './trusted.js';

const { translated: address = '' } = (document.currentScript as HTMLScriptElement).dataset;
const ownScript = ownScripts('break-even');

void start(() => [inlined, ['translated', () => translated(loadScript)]]).then((runs) => {
  if (runs) takeQuery();
  else document.documentElement.classList.add('static');
});
reportHeight();

/** What the address says goes to the attributes that the element knows, and nowhere else. */
function takeQuery(): void {
  const element = document.querySelector(NAME)!;
  const known = (customElements.get(NAME) as unknown as { observedAttributes: string[] }).observedAttributes;
  for (const [name, value] of new URLSearchParams(location.search)) {
    const attribute = name.replaceAll('_', '-');
    if (known.includes(attribute)) element.setAttribute(attribute, value);
  }
}

function loadScript(): Promise<unknown> {
  return new Promise((loaded, failed) => {
    const script = Object.assign(document.createElement('script'), { src: ownScript(address), onload: loaded });
    script.onerror = () => failed(new Error(`${address} did not load`));
    document.head.append(script);
  });
}
