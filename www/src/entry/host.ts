/**
 * `breakeven-host.js`, for a page that holds frames marked `data-breakeven`; it can do without, and need not wait for it.
 *
 * A frame gets the height that its content tells, and until then what it will need at its width. One with
 * `data-src` in place of `src` is loaded when it comes within 400 px of what is seen.
 */
import { COLUMNS } from 'virtual:heights';

import { heightAt } from '../frame/height-at.js';
import { ASKED, SEEN } from '../frame/report-height.js';
import { soonSeen } from '../frame/seen.js';

const FRAMES = 'iframe[data-breakeven]';
/** What makes a frame one of these may be set when it stands in the page. */
const ATTRIBUTES = ['data-breakeven', 'data-src'];
const NEAR = '400px';
/** No figure is higher; a higher number is a mistake or a mischief. */
const HIGHEST = 10_000;

/** Where a reader may choose between figures, the tabs above them, px: styles/reserve.css says so too. */
const TABS = 57;

/** However often the script is pasted, and from however many places, one copy acts. */
const HERE = Symbol.for('breakeven-host');
const page = globalThis as unknown as Record<symbol, true | undefined>;
if (!page[HERE]) {
  page[HERE] = true;
  act();
}

function act(): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        load(target as HTMLIFrameElement);
      }
    },
    { rootMargin: NEAR },
  );
  /** Each frame that was met, and whether it has told its height: what was told is not reset. */
  const told = new WeakMap<HTMLIFrameElement, boolean>();
  /** What was told how far it is seen, and has not answered. */
  const offered = new WeakSet<HTMLIFrameElement>();

  const takeIn = (changed: readonly MutationRecord[]): void => {
    for (const { type, target } of changed) {
      const frame = target as HTMLIFrameElement;
      if (type === 'attributes' && !told.get(frame)) told.delete(frame);
    }
    for (const frame of marked()) {
      if (told.has(frame)) continue;
      told.set(frame, false);
      reserve(frame);
      if (frame.dataset['src'] && !frame.hasAttribute('src')) near.observe(frame);
      // It may have told its height before anybody listened.
      else frame.contentWindow?.postMessage(ASKED, '*');
    }
  };
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const height = toldHeight(data);
    if (height === undefined) return;
    for (const frame of marked()) {
      if (frame.contentWindow !== source) continue;
      if (told.get(frame)) {
        // Meanwhile the reader may have scrolled to its end: then it keeps its room.
        if (offered.delete(frame) && height < frame.clientHeight && endIsSeen(frame, height)) continue;
        giveBack(frame);
      } else if (!endIsSeen(frame, height)) {
        offered.add(frame);
        tellSeen(frame);
      }
      told.set(frame, true);
      // With it Chromium 156 may show the top 150 px of a lazy frame in a sandbox, until its height is another one.
      if (isSizedNatively(frame)) {
        setHeight(frame, height - 1);
        layOut(frame);
        frame.style.setProperty(NATIVE, 'auto');
      }
      setHeight(frame, height);
    }
  });
  addEventListener('resize', () => {
    for (const frame of marked()) {
      offered.delete(frame);
      if (!told.get(frame)) reserve(frame);
    }
  });
  new MutationObserver(takeIn).observe(document, { childList: true, subtree: true, attributeFilter: ATTRIBUTES });
  takeIn([]);
}

function marked(): NodeListOf<HTMLIFrameElement> {
  return document.querySelectorAll(FRAMES);
}

/** An older snippet had the browser find the height: https://drafts.csswg.org/css-sizing-4/#frame-sizing */
const NATIVE = 'frame-sizing';

function isSizedNatively(frame: HTMLIFrameElement): boolean {
  return !['', 'auto'].includes(getComputedStyle(frame).getPropertyValue(NATIVE));
}

/** A frame that has told its height may give back what it does not need of it, where nobody sees it. */
function tellSeen(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage(`${SEEN} ${soonSeen() - frame.getBoundingClientRect().top}`, '*');
}

/** Whether it ends, with that height, where a reader sees it, or may by the time it is drawn. */
function endIsSeen(frame: HTMLIFrameElement, height: number): boolean {
  return frame.getBoundingClientRect().top + height < soonSeen();
}

/** What the snippet keeps free beneath the frame. */
function giveBack({ previousElementSibling: kept }: HTMLIFrameElement): void {
  if (kept instanceof HTMLElement && kept.localName === 'i') kept.style.display = 'none';
}

/** A frame that is not shown has no width yet. */
function reserve(frame: HTMLIFrameElement): void {
  if (frame.clientWidth === 0) return;
  setHeight(frame, needed(frame.clientWidth, addressOf(frame).searchParams));
}

/** What the frame will be found to need, as its address tells: it reserves the same. */
function needed(width: number, query: URLSearchParams): number {
  const compact = query.has('compact');
  const sliders = (query.get('controls') ?? 'tariff efficiency hashrate').match(/\S+/g) ?? [];
  const hasFigure = !compact && query.get('view') !== 'bar';
  const tabs = hasFigure && query.has('views') ? TABS : 0;
  return heightAt(COLUMNS[compact ? 'compact' : 'whole'], width, sliders.length, hasFigure) + tabs;
}

function addressOf(frame: HTMLIFrameElement): URL {
  try {
    return new URL(frame.getAttribute('src') ?? frame.dataset['src'] ?? '', document.baseURI);
  } catch {
    return new URL('about:blank');
  }
}

/** To be asked where it is lays it out at once. */
function layOut(frame: HTMLIFrameElement): void {
  frame.getBoundingClientRect();
}

function load(frame: HTMLIFrameElement): void {
  const address = addressOf(frame);
  if (!frame.hasAttribute('src') && /^https?:$/.test(address.protocol)) frame.src = address.href;
}

/** The height that a message tells in AMP's words; every other message is somebody else's. */
function toldHeight(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { sentinel, type, height } = data as Record<string, unknown>;
  if (sentinel !== 'amp' || type !== 'embed-size' || typeof height !== 'number') return undefined;
  return height > 0 && height <= HIGHEST ? height : undefined;
}

function setHeight(frame: HTMLIFrameElement, content: number): void {
  const { boxSizing, paddingTop, paddingBottom } = getComputedStyle(frame);
  const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom);
  const around = boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight + padding : 0;
  // Rules for films make each frame as high as its width tells.
  frame.style.setProperty('height', `${Math.ceil(content) + around}px`, 'important');
}
