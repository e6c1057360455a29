// See support/swipes.mjs.

import { swipes } from './support/swipes.mjs';

swipes('Firefox', 'WebKit');
