// How long a reader with a slow line and a slow phone waits for the sentence, for the figure, and for the first slider.

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

/** What is waited for: a sentence and a figure, whether they live or not, and a slider that answers. */
const MILESTONES = {
  sentence: '.headline',
  figure: '.figure svg:has(text)',
  usable: '[part=slider]',
};

/**
 * Opens each place some times: `{ name, times, requests }`, with the times of each milestone. They are in ms from the
 * first request for a file of ours, as are those of `requests`, which are of the last run.
 */
export async function* firstUsable(browser, dist, viewport) {
  for (const [name, { path, intercept }] of Object.entries(PLACES)) {
    const times = Object.fromEntries(Object.keys(MILESTONES).map((milestone) => [milestone, []]));
    let requests;
    for (let run = 0; run < RUNS; run += 1) {
      const line = slowLine();
      const server = await serve({ [OURS]: dist }, { intercept, line });
      const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
      const reached = await open(context, server.origin + path);
      const ours = line.asked.filter(({ path }) => path.startsWith(OURS));
      const [{ from: start }] = ours;
      for (const milestone of Object.keys(MILESTONES)) times[milestone].push(reached[milestone] - line.began() - start);
      requests = ours.map((one) => ({ ...one, from: one.from - start, to: one.to && one.to - start }));
      await context.close();
      await server.close();
    }
    yield { name, times, requests };
  }
}

/** Opens a page and tells when it reached each milestone, in ms since 1970. */
async function open(context, address) {
  let seen;
  const all = new Promise((resolve) => (seen = resolve));
  await context.exposeFunction('reachedAll', seen);
  await context.addInitScript((milestones) => {
    const reached = {};
    const now = () => performance.timeOrigin + performance.now();
    const look = () => {
      const element = document.querySelector('break-even');
      for (const [milestone, selector] of Object.entries(milestones)) {
        if (milestone in reached) continue;
        const found = element?.shadowRoot?.querySelector(selector) ?? element?.querySelector(selector);
        // What is found in a frame is painted at its end.
        if (found?.checkVisibility()) setTimeout(() => (reached[milestone] ??= now()));
      }
      if (Object.keys(reached).length === Object.keys(milestones).length) globalThis.reachedAll(reached);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, MILESTONES);
  const page = await context.newPage();
  await slowPhone(page);
  await page.goto(address);
  return all;
}
