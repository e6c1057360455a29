/** The target of an iframe: the element alone, set by the query of its address. */
import { loadEmbedScript } from '../load/embed-script.js';
import { BreakEven, NAME } from '../element/element.js';
import { releaseUnseen, reserving } from '../element/reserve.js';
import { reportHeight } from '../frame/report-height.js';
import { inlined } from '../load/inlined.js';
import { restForEmbed } from '../load/rest-for-embed.js';
import { translated } from '../load/translated.js';
import { start } from '../load/start.js';

reserving(BreakEven);
const element = document.querySelector(NAME)!;
const [name, exports] = inlined;
const runs = start(() => [
  [name, exports, restForEmbed],
  ['translated', () => translated(() => loadEmbedScript('translated'))],
]);
takeQuery();
void runs.then((runs) => {
  if (!runs) document.documentElement.classList.add('static');
});
// All of it stands there before the rest of the core has come.
const stands = new Promise<unknown>((stands) => (BreakEven.whole = stands));
reportHeight(
  runs.then((runs) => runs && stands),
  (seen) => void releaseUnseen(element, seen),
);

/** What the address says goes to the attributes that the element knows, and nowhere else. */
function takeQuery(): void {
  const known = (customElements.get(NAME) as unknown as { observedAttributes: string[] }).observedAttributes;
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (known.includes(name)) element.setAttribute(name, value);
  }
}
