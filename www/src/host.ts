/**
 * `breakeven-host.js`, for a page that holds frames marked `data-breakeven`; it can do without.
 *
 * A frame gets the height that its content tells, and until then what it will need at its width. One with
 * `data-src` in place of `src` is loaded when it comes within 400 px of what is seen.
 */
export {};

const FRAMES = 'iframe[data-breakeven]';
const NEAR = '400px';
/** No figure is higher; a higher number is a mistake or a mischief. */
const HIGHEST = 10_000;

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target as HTMLIFrameElement);
  },
  { rootMargin: NEAR },
);
const known = new WeakSet<HTMLIFrameElement>();

addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
  const height = toldHeight(data);
  if (height === undefined) return;
  for (const frame of marked()) if (frame.contentWindow === source) setHeight(frame, height);
});
new MutationObserver(takeIn).observe(document, { childList: true, subtree: true });
takeIn();

function marked(): NodeListOf<HTMLIFrameElement> {
  return document.querySelectorAll(FRAMES);
}

function takeIn(): void {
  for (const frame of marked()) {
    if (known.has(frame)) continue;
    known.add(frame);
    setHeight(frame, needed(frame.clientWidth));
    if (frame.dataset['src']) near.observe(frame);
  }
}

function load(frame: HTMLIFrameElement): void {
  near.unobserve(frame);
  const address = new URL(frame.dataset['src'] ?? '', document.baseURI);
  if (/^https?:$/.test(address.protocol)) frame.src = address.href;
}

/** The height that a message tells in AMP's words; every other message is somebody else's. */
function toldHeight(data: unknown): number | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { sentinel, type, height } = data as Record<string, unknown>;
  if (sentinel !== 'amp' || type !== 'embed-size' || typeof height !== 'number') return undefined;
  return height > 0 && height <= HIGHEST ? height : undefined;
}

function setHeight(frame: HTMLIFrameElement, content: number): void {
  const { boxSizing } = getComputedStyle(frame);
  const border = boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${Math.ceil(content) + border}px`;
}

/** What styles/embed.css reserves at a width, in CSS pixels. */
function needed(width: number): number {
  const within = (least: number, share: number, most: number): number =>
    Math.min(most, Math.max(least, share * width));
  if (width >= 960) return 386 + within(384, 0.36, 480);
  if (width >= 688) return 828;
  const words = width >= 600 ? 806 : width >= 480 ? 842 : width >= 352 ? 862 : 892;
  return words + within(272, 0.62, 480);
}
