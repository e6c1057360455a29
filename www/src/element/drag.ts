/** Below this many pixels a drag is a tap; a finger is less steady than a mouse. No browser scrolls for less. */
const SLACK = 4;
const FINGERS_SLACK = 8;

interface Drag {
  /** A mouse moves something as soon as it is pressed; without it, once it has left the slack. */
  atOnce?: boolean;
  /** What a mouse is pressed on without moving is moved there; a finger that taps reads. */
  clicked?: boolean;
  /** A mouse may go up and down, too. */
  bothWays?: boolean;
  /** Called once, before the first `moved`; what it returns undoes the whole drag. */
  begun(): () => void;
  /** The pointer goes sideways; every move from then on. */
  moved(event: PointerEvent): void;
  /** The pointer is up. One that turned out to scroll never gets here. */
  released(event: PointerEvent, dragged: boolean): void;
}

/**
 * Follows one pointer from its `pointerdown` until it is released or taken away. A finger may be about to scroll, so
 * nothing is taken before it is seen to go sideways rather than up or down, and from then on nothing scrolls. What a
 * browser takes away all the same, for a second finger or a call, is undone, and so is what a host takes away.
 */
export function dragFrom(down: PointerEvent, { atOnce, clicked, bothWays, begun, moved, released }: Drag): void {
  // With Ctrl a Mac opens its menu.
  if (down.button || down.ctrlKey || !down.isPrimary) return;
  const target = down.currentTarget as Element;
  const finger = down.pointerType !== 'mouse';
  const following = new AbortController();
  const { signal } = following;
  let undo: (() => void) | undefined;

  target.setPointerCapture(down.pointerId);
  const move = (event: PointerEvent): void => {
    undo ??= begun();
    moved(event);
  };
  const listen = (type: string, heard: (event: PointerEvent) => void, on: EventTarget = target, capture = false): void =>
    on.addEventListener(
      type,
      (event) => {
        // A second finger, and a mouse, too, may be on the same control.
        const { pointerId = down.pointerId } = event as PointerEvent;
        if (pointerId === down.pointerId) heard(event as PointerEvent);
      },
      { signal, capture, passive: false },
    );

  listen('pointermove', (event) => {
    const across = Math.abs(event.clientX - down.clientX);
    const along = finger || bothWays ? Math.abs(event.clientY - down.clientY) : 0;
    const far = Math.hypot(across, along) >= (finger ? FINGERS_SLACK : SLACK);
    if (undo || (far && (across > along || !finger))) move(event);
    else if (far) following.abort();
  });
  listen('pointerup', (event) => {
    following.abort();
    if (clicked && (undo || !finger)) move(event);
    released(event, !!undo);
  });
  const taken = (): void => {
    following.abort();
    undo?.();
  };
  listen('pointercancel', taken);
  // A host may take the target away, or put it elsewhere: it is told nothing more then.
  listen('pointerup', taken, document);
  listen('lostpointercapture', taken, document);
  // `touch-action` does not settle it alone: Firefox scrolls up to 60° off the vertical, and tells nobody.
  listen('touchmove', (event) => {
    // With two fingers a reader looks closer; one that holds the phone is elsewhere.
    const fingers = Array.from((event as unknown as TouchEvent).touches, (touch) => touch.target as Node);
    if (fingers.filter((finger) => target.contains(finger)).length > 1) taken();
    else if (undo && event.cancelable) event.preventDefault();
  });
  // Nor does it wait long for an answer. Where content above has grown, the page is scrolled too, and this stays.
  const { top } = target.getBoundingClientRect();
  const scrolled = (): void => {
    if (finger && Math.abs(target.getBoundingClientRect().top - top) > 1) taken();
  };
  listen('scroll', scrolled, document, true);
  if (atOnce && !finger) move(down);
}
