// The floor: sentence and sliders, and a figure that draws nothing.
import { start } from './page.js';

start(() => () => {});
