// How long a reader with a slow line and a slow phone waits for the first slider.

import { article, TEXT } from '../tests/browser/support/article.mjs';
import { serve } from '../tests/browser/support/server.mjs';
import { slowLine, slowPhone } from '../tests/browser/support/slow.mjs';

const RUNS = 5;
const OURS = '/tools/';

const PLACES = {
  'index.html': { path: `${OURS}index.html` },
  'embed.html in a sandboxed frame': {
    path: '/article.html',
    intercept: article(`${TEXT}<iframe sandbox="allow-scripts" src=".${OURS}embed.html" height="1134"></iframe>`),
  },
  'the element in a page': {
    path: '/article.html',
    intercept: article(
      `${TEXT}<script type="module" src=".${OURS}breakeven.js"></script>
       <break-even scenario="quoted-40000">What must bitcoin cost?</break-even>`,
    ),
  },
};

/**
 * Opens each place some times: `{ name, times, requests }`. The times are in ms from the first request for a file of
 * ours, as are those of `requests`, which are of the last run.
 */
export async function* firstUsable(browser, dist, viewport) {
  for (const [name, { path, intercept }] of Object.entries(PLACES)) {
    const times = [];
    let requests;
    for (let run = 0; run < RUNS; run += 1) {
      const line = slowLine();
      const server = await serve({ [OURS]: dist }, { intercept, line });
      const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
      const usable = await open(context, server.origin + path);
      const ours = line.asked.filter(({ path }) => path.startsWith(OURS));
      const [{ from: start }] = ours;
      times.push(usable - line.began() - start);
      requests = ours.map((one) => ({ ...one, from: one.from - start, to: one.to && one.to - start }));
      await context.close();
      await server.close();
    }
    yield { name, times, requests };
  }
}

/** Opens a page and tells when its first slider was there, in ms since 1970. */
async function open(context, address) {
  let seen;
  const slider = new Promise((resolve) => (seen = resolve));
  await context.exposeFunction('sliderIsThere', seen);
  await context.addInitScript(() => {
    const look = () => {
      const there = document.querySelector('break-even')?.shadowRoot?.querySelector('.slider');
      if (there) globalThis.sliderIsThere(performance.timeOrigin + performance.now());
      else requestAnimationFrame(look);
    };
    look();
  });
  const page = await context.newPage();
  await slowPhone(page);
  await page.goto(address);
  return slider;
}
