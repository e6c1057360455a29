/** For no page: what `<break-even>` shows first, rendered while the pages are built. See www/build/pages/first-view.ts. */
import { NAME } from '../element/element.js';
import { inlined } from '../load/inlined.js';
import { start } from '../load/start.js';
import '../styles/early.css?inline';

/** Resolves to whether it is shown. */
const rendered = start(() => [inlined]).then(async (runs) => runs && document.querySelector(NAME)!.updateComplete);

Object.assign(globalThis, { rendered });
