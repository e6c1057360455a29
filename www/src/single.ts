/** The single file: everything is in it, so nothing is fetched. */
import { inlined } from './load/inlined.js';
import { start } from './start.js';

void start(() => [inlined]).then((runs) => {
  if (!runs) document.documentElement.classList.add('static');
});
