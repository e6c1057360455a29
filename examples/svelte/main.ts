import { mount } from 'svelte';

import Mine from './Mine.svelte';

mount(Mine, { target: document.querySelector('main')! });
