/** So much a reader scrolls while one frame is drawn, at most, px: a turn of the wheel, or a fling. */
const AT_ONCE = 400;

/** How far down a reader may see when what is done now is drawn, px from the window's top. */
export const soonSeen = (): number => innerHeight + AT_ONCE;
