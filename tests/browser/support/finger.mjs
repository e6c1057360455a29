// How a finger moves over a touch screen.

/** In ms, for each point that it comes over. */
export const PACE = 8;
/** In ms, before it is lifted: so that nothing goes on scrolling by itself. */
export const REST = 80;
