/** Below this many pixels a drag is a tap. */
const SLACK = 4;

interface Follower {
  /** The pointer has left the slack sideways; every move from then on. */
  moved(event: PointerEvent): void;
  /** The pointer is up. A pointer that the browser took for scrolling never gets here. */
  released(event: PointerEvent, dragged: boolean): void;
}

/** Follows one pointer from its `pointerdown` until it is released or taken away. */
export function follow(down: PointerEvent, { moved, released }: Follower): void {
  if (down.button !== 0 || !down.isPrimary) return;
  const target = down.currentTarget as Element;
  const following = new AbortController();
  const { signal } = following;
  let dragged = false;

  target.setPointerCapture(down.pointerId);
  const listen = (type: string, heard: (event: PointerEvent) => void): void =>
    target.addEventListener(type, heard as EventListener, { signal });

  listen('pointermove', (event) => {
    dragged ||= Math.abs(event.clientX - down.clientX) >= SLACK;
    if (dragged) moved(event);
  });
  listen('pointerup', (event) => {
    following.abort();
    released(event, dragged);
  });
  listen('pointercancel', () => following.abort());
}
