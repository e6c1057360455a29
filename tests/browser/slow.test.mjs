// 400 kbit/s, 400 ms and a slow phone: the reader sees the static answer, then the live one, and nothing in between.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, showsTheAnswer } from './support/answer.mjs';
import { article, TEXT } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';
import { slowLine } from './support/slow.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
const sentence = core.evaluate(quoted.inputs).text;
const mounts = { '/tools/': dist };

const places = {
  'the calculator': { path: 'tools/index.html', mounts },
  'a frame in an article': {
    path: 'article.html',
    mounts,
    intercept: article(
      `${TEXT}<script src="./tools/breakeven-host.js"></script>
       <iframe data-breakeven sandbox="allow-scripts" src="./tools/embed.html"></iframe>${TEXT}`,
    ),
  },
  'the element in an article': {
    path: 'article.html',
    mounts,
    intercept: article(
      `${TEXT}<script type="module" src="./tools/breakeven.js"></script>
       <break-even scenario="quoted-40000"><p class="headline">${sentence}</p></break-even>`,
    ),
  },
};

for (const [place, options] of Object.entries(places)) {
  test(`on a slow line ${place} passes from the static answer to the live one without a blank moment`, async () => {
    await withPage({ ...options, line: slowLine(), before: record }, async ({ page }) => {
      const framed = place.includes('frame');
      if (framed) await page.locator('iframe').waitFor();
      const frame = framed ? await navigated(page) : page;
      await frame.locator('[part=slider]').first().waitFor();
      await showsTheAnswer(frame);
      const { frames, lowest, shift } = await frame.evaluate(() => globalThis.seen);
      const [waits, lives] = ['static', 'live'].map((state) => `${state}: ${sentence}`);
      const states = frames.filter((state, i) => state !== frames[i - 1]);
      // The page comes in pieces, and so may its sentence.
      while (states[0] !== waits && waits.startsWith(states[0])) states.shift();
      assert.deepEqual(states, [waits, lives]);
      assert.ok(frames.filter((state) => state.startsWith('static')).length > 5, 'there was time to read it');
      assert.ok(lowest > 50, `the box was ${lowest} px high`);
      assert.ok(shift <= 0.01, `it shifted by ${shift}`);
      if (framed) assert.ok((await page.evaluate(() => globalThis.seen.shift)) <= 0.01, 'the article stood still');
    });
  });
}

async function navigated(page) {
  await page.waitForFunction(() => frames.length === 1);
  return page.frames()[1];
}

/** Runs first in the page and its frame: writes down what each painted frame shows, and what moves. */
function record() {
  const seen = { frames: [], lowest: Infinity, shift: 0 };
  globalThis.seen = seen;
  const text = (node) => node.textContent.replace(/\s+/g, ' ').trim();
  const look = () => {
    requestAnimationFrame(look);
    const element = document.querySelector('break-even');
    // What waits stands in the page's own shadow root or, where there is none, in the element's content.
    const waiting = element?.shadowRoot?.querySelector('.early .headline:not([aria-hidden])') ?? element?.querySelector('.headline');
    if (!waiting) return;
    const live = element.shadowRoot?.querySelector('[part=headline]');
    const [state, shown] = live ? ['live', live] : ['static', waiting];
    const visible = shown.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    seen.frames.push(visible ? `${state}: ${text(shown)}` : 'blank');
    seen.lowest = Math.min(seen.lowest, element.getBoundingClientRect().height);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) seen.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
}
