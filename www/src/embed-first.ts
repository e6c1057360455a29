/**
 * Puts its script into `embed.html`. Not by a `<script src>`: in a sandbox some versions of Safari take `'self'` for
 * nothing at all (https://bugs.webkit.org/show_bug.cgi?id=316847). What a trusted script puts in, they let in.
 */
import { ownScripts } from './trusted.js';

const { dataset } = document.currentScript as HTMLScriptElement;
const script = document.createElement('script');
Object.assign(script.dataset, dataset);
script.src = ownScripts('break-even-first')(dataset['script']!);
document.head.append(script);
