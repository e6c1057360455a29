/**
 * Puts its script into `embed.html`. Not by a `<script src>`: in a sandbox some versions of Safari take `'self'` for
 * nothing at all (https://bugs.webkit.org/show_bug.cgi?id=316847). What a trusted script puts in, they let in.
 */
import { ownScripts } from '../load/trusted.js';

// What height and colours hang on is known at once: it is there before the first paint.
const element = document.querySelector('break-even')!;
for (const [name, value] of new URLSearchParams(location.search)) {
  if (/^(compact|view|controls|theme)$/.test(name)) element.setAttribute(name, value);
}
const controls = element.getAttribute('controls');
if (controls !== null) document.documentElement.style.setProperty('--sliders', String(controls.match(/\S+/g)?.length ?? 0));

const { dataset } = document.currentScript as HTMLScriptElement;
const script = document.createElement('script');
Object.assign(script.dataset, dataset);
script.src = ownScripts('break-even-first')(dataset['script']!);
document.head.append(script);
