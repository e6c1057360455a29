/** The calculator's own page. */
import { NAME } from '../element/element.js';
import { served } from '../load/served.js';
import { start } from '../load/start.js';
import { tools } from '../page/tools.js';
import { ownScripts } from '../load/trusted.js';

// The picture of the figure is for whoever gets no live one.
if (await start(served)) tools(document.querySelector<HTMLElement>('.tools')!, document.querySelector(NAME)!);
else document.documentElement.classList.add('static');

// After the answer, so that it does not wait; never in a frame of somebody else's page. A browser may refuse, and
// the page does as well without.
if (parent === window) navigator.serviceWorker?.register(ownScripts('break-even')('./sw.js')).catch(() => {});
