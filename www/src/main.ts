import { load } from './core.js';
import { define } from './element.js';

// Where the core cannot be loaded, the element stays undefined and its content stands: the static answer.
await load();
define();
