// The first view in the page's own HTML: it stands where it will live, and lives on in the same nodes.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, painted, showsTheAnswer, text } from './support/answer.mjs';
import { FAMILIES } from './support/fonts.mjs';
import { screenshot, withPage } from './support/page.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
const PARTS = ['select', '.conclusion', '.headline:not([aria-hidden])', '.bar', '.slider', '.slider:last-child', '.number', '.note', '.figure', '.drawer'];

/** Keeps the core back until it is opened. */
function gated() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  const intercept = async ({ url }) => {
    if (url.endsWith('.wasm')) await opened;
    return false;
  };
  return { open, intercept };
}

for (const fonts of FAMILIES) {
  for (const [width, height] of [[320, 700], [390, 844], [768, 1024], [1280, 900]]) {
    test(`before the core has come all parts are where they will be, at ${width} px with ${fonts} fonts`, async () => {
      const { open, intercept } = gated();
      await withPage({ width, height, fonts, intercept }, async ({ page }) => {
        await page.locator('div.early').waitFor();
        assert.equal(await text(page, '.early .headline:not([aria-hidden])'), core.evaluate(quoted.inputs).text);
        const [before, pictures] = [await places(page), await drawn(page)];
        assert.equal(pictures.length, 2, 'of each figure one is seen');
        for (const [inside, outside] of pictures) assert.ok(inside > 60 && inside <= outside + 1, `${inside} of ${outside} px`);
        await screenshot(page, `first-view-${width}-${fonts}`);
        open();
        await showsTheAnswer(page);
        assert.deepEqual(await places(page), before);
        assert.equal(await page.locator('div.early').count(), 0);
      });
    });
  }
}

test('the figures that stood in the page live on: no node of theirs is put in anew', async () => {
  const { open, intercept } = gated();
  await withPage({ intercept }, async ({ page }) => {
    await page.locator('div.early').waitFor();
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('break-even');
      globalThis.stood = [...shadowRoot.querySelectorAll('svg.narrow, svg.narrow *')];
    });
    open();
    await showsTheAnswer(page);
    await painted(page);
    const kept = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('break-even');
      const now = new Set(shadowRoot.querySelectorAll('svg, svg *'));
      return [stood.length, stood.filter((node) => !now.has(node)).map(({ outerHTML }) => outerHTML), now.size];
    });
    assert.ok(kept[0] > 40, `${kept[0]} nodes stood`);
    assert.deepEqual(kept[1], []);
  });
});

test('a reader without script has the static answer, and nothing that does not answer', async () => {
  await withPage({ javaScriptEnabled: false }, async ({ page }) => {
    await page.locator('break-even table').waitFor();
    assert.equal(await page.locator('div.early').isVisible(), false);
  });
});

/** The boxes of the parts, px. */
function places(page) {
  return page.locator('break-even').evaluate((element, parts) => {
    const box = (part) => {
      const { top, left, width, height } = element.shadowRoot.querySelector(part).getBoundingClientRect();
      return [top, left, width, height].map((length) => Math.round(length * 4) / 4);
    };
    return Object.fromEntries(parts.map((part) => [part, box(part)]));
  }, PARTS);
}

/** How wide what is seen of each picture is, and its room. */
function drawn(page) {
  return page.locator('break-even').evaluate(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll('.early svg')]
      .filter(({ clientWidth }) => clientWidth > 0)
      .map((svg) => {
        const edges = [...svg.querySelectorAll('path, polyline, polygon, text')].map((node) => node.getBoundingClientRect());
        const [left, end] = [Math.min(...edges.map((edge) => edge.left)), Math.max(...edges.map((edge) => edge.right))];
        return [end - left, svg.getBoundingClientRect().width];
      }),
  );
}
