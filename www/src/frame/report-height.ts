/** How long a layout must have stood before it counts as settled, in ms: a few frames. */
const SETTLED = 50;

/**
 * Tells the page around the frame how high the content is, in the words that newsrooms' pages listen for: once it is
 * `there`, then once for each change, and nothing that the next moment takes back. The page may answer how far down
 * the frame is `seen`, px.
 */
export function reportHeight(there: Promise<unknown>, seen: (to: number) => void): void {
  if (parent === window) return;
  let told = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told || height === 0) return;
    told = height;
    for (const message of messages(height)) parent.postMessage(message, '*');
  };
  const settle = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(tell, SETTLED);
  };
  void there.then(() => new ResizeObserver(settle).observe(document.body));
  // The host's script may have come later than what was told.
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== parent || typeof data !== 'string') return;
    if (data.startsWith(SEEN)) seen(Number(data.slice(SEEN.length)));
    if (data !== ASKED || told === 0) return;
    told = 0;
    settle();
  });
}

/** What src/entry/host.ts asks of a frame, and answers with a length behind it. */
export const ASKED = 'break-even: how high?';
export const SEEN = 'break-even seen';

/** A height is nobody's secret: who may embed us is not known, so it is told to whoever does. */
function messages(height: number): unknown[] {
  // Pym gives its child a name in the address; https://blog.apps.npr.org/pym.js/
  const pym = new URLSearchParams(location.search).get('childId');
  return [
    // https://amp.dev/documentation/components/websites/amp-iframe, “Resizing”
    { sentinel: 'amp', type: 'embed-size', height },
    // https://docs.embed.ly/v1.0/docs/provider-height-resizing, as Medium takes it
    JSON.stringify({ src: location.href, context: 'iframe.resize', height }),
    ...(pym === null ? [] : [`pymxPYMx${pym}xPYMxheightxPYMx${height}`]),
  ];
}
