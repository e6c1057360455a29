// Beside those of the other engines: a hand waits most of the time. See support/swipes.mjs.

import { swipes } from './support/swipes.mjs';

swipes('Chromium');
