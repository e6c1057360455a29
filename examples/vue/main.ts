import { createApp } from 'vue';

import 'breakeven/vue';
import Mine from './Mine.vue';

createApp(Mine).mount('main');
