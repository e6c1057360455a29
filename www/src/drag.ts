/** Below this many pixels a drag is a tap; a finger is less steady than a mouse. No browser scrolls for less. */
const SLACK = 4;
const FINGERS_SLACK = 8;

interface Drag {
  /** A mouse moves something as soon as it is pressed; without it, once it has left the slack. */
  atOnce?: boolean;
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
 * browser takes away all the same, for a second finger or a call, is undone.
 */
export function follow(down: PointerEvent, { atOnce, begun, moved, released }: Drag): void {
  if (down.button !== 0 || !down.isPrimary) return;
  const target = down.currentTarget as Element;
  const following = new AbortController();
  const { signal } = following;
  const finger = down.pointerType !== 'mouse';
  let undo: (() => void) | undefined;

  target.setPointerCapture(down.pointerId);
  const listen = (type: string, heard: (event: PointerEvent) => void): void =>
    target.addEventListener(
      type,
      ((event: PointerEvent) => {
        if (event.pointerId === down.pointerId) heard(event);
      }) as EventListener,
      { signal },
    );
  const move = (event: PointerEvent): void => {
    undo ??= begun();
    moved(event);
  };

  listen('pointermove', (event) => {
    const across = Math.abs(event.clientX - down.clientX);
    const along = Math.abs(event.clientY - down.clientY);
    if (undo) move(event);
    else if (!finger) {
      if (across >= SLACK) move(event);
    } else if (Math.hypot(across, along) >= FINGERS_SLACK) {
      if (across > along) move(event);
      else following.abort();
    }
  });
  listen('pointerup', (event) => {
    following.abort();
    released(event, undo !== undefined);
  });
  listen('pointercancel', () => {
    following.abort();
    undo?.();
  });
  // `touch-action` does not settle it alone: Firefox scrolls up to 60° off the vertical, and tells nobody.
  const still = (event: Event): void => {
    if (undo && event.cancelable) event.preventDefault();
  };
  target.addEventListener('touchmove', still, { passive: false, signal });
  if (atOnce && !finger) move(down);
}
