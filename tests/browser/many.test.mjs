// Many on one page, put in and taken out, under whatever style the page has.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, field, painted, readable, showsTheAnswer, whole } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const SCRIPT = '<script type="module" src="./breakeven.js"></script>';
const ELEMENT = '<break-even scenario="enegix"></break-even>';
const enegix = core.scenarios().find(({ id }) => id === 'enegix').inputs;

function page(body, test, options = {}) {
  return withPage({ path: 'article.html', mounts: { '/': dist }, intercept: article(body), ...options }, async (given) => {
    await given.page.locator('[part=slider]').first().waitFor();
    await test(given);
  });
}

/** What holds all that an element shows, and that, in the order in which it comes. */
const PARTS = ['.announcement', '[part=scenario]', '[part=headline]', '[part=bar]', '[part=slider]', '[part=figure]'];

test('ten share one core of two parts, and each part of each is rendered in a task of its own', async () => {
  const before = (parts) => {
    globalThis.modules = 0;
    for (const name of ['instantiate', 'instantiateStreaming', 'compile', 'compileStreaming', 'Module']) {
      const made = WebAssembly[name];
      WebAssembly[name] = function (...given) {
        globalThis.modules += 1;
        return new.target ? new made(...given) : made.apply(WebAssembly, given);
      };
    }
    // The task in which each part came, counted from the first.
    globalThis.filled = [];
    let task = 0;
    for (const name of ['setTimeout', 'requestAnimationFrame']) {
      const ask = globalThis[name];
      globalThis[name] = (done, ...given) =>
        ask((...told) => {
          task += 1;
          done(...told);
        }, ...given);
    }
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      const missing = new Set(parts);
      const watch = new MutationObserver(() => {
        for (const part of missing) {
          if (!root.querySelector(part)) continue;
          missing.delete(part);
          globalThis.filled.push(task);
        }
      });
      watch.observe(root, { childList: true, subtree: true });
      return root;
    };
  };
  await page(SCRIPT + ELEMENT.repeat(10), async ({ page, requests }) => {
    await page.waitForFunction((count) => globalThis.filled.length === count && globalThis.modules >= 2, 10 * PARTS.length);
    const { modules, filled } = await page.evaluate(() => ({ modules: globalThis.modules, filled: globalThis.filled }));
    assert.equal(modules, 2);
    assert.equal(new Set(filled).size, filled.length, filled.join());
    assert.equal(requests.filter((address) => /_first-.*\.wasm$/.test(address)).length, 1);
  }, { before: { content: `(${before})(${JSON.stringify(PARTS)})` } });
});

test('they keep to themselves', async () => {
  await page(SCRIPT + ELEMENT.repeat(10), async ({ page }) => {
    await page.locator('break-even').nth(3).evaluate((element) => (element.tariff = 0.2));
    await painted(page);
    const tariffs = await page.locator('break-even').evaluateAll((all) => all.map(({ tariff }) => tariff));
    assert.deepEqual(tariffs, tariffs.map((_, i) => (i === 3 ? 0.2 : enegix.tariff)));
  });
});

/** All that may cost: nodes that are made, what observes them, listeners, what asks for a layout. */
function counted() {
  const costs = (globalThis.costs = {});
  const count = (owner, name) => {
    const done = owner[name];
    owner[name] = function (...given) {
      costs[name] = (costs[name] ?? 0) + 1;
      return done.apply(this, given);
    };
  };
  for (const name of ['createElement', 'createElementNS', 'createTextNode', 'importNode']) count(Document.prototype, name);
  count(EventTarget.prototype, 'addEventListener');
  count(ResizeObserver.prototype, 'observe');
  count(CSSStyleSheet.prototype, 'replaceSync');
  count(Element.prototype, 'getBoundingClientRect');
  count(globalThis, 'getComputedStyle');
  const { define } = customElements;
  customElements.define = function (...given) {
    const { replaceSync } = costs;
    for (const name of Object.keys(costs)) delete costs[name];
    define.apply(this, given);
    globalThis.upgraded = { ...costs, sheets: replaceSync };
  };
}

test('the upgrade of an element makes nothing and listens for links alone: what takes its place waits for its turn', async () => {
  const pinned = core.input_table().map(({ id }) => `${id}="${enegix[id]}"`).join(' ');
  await page(SCRIPT + `<break-even ${pinned}></break-even>`.repeat(10), async ({ page }) => {
    // The styles were read before, in a task of their own.
    assert.deepEqual(await page.evaluate(() => globalThis.upgraded), { addEventListener: 10, sheets: 2 });
  }, { before: counted });
});

/** Counts what the page keeps alive, once what it does not is gone. */
async function counter(page, context) {
  const protocol = await context.newCDPSession(page);
  await protocol.send('Performance.enable');
  return async () => {
    await painted(page);
    await protocol.send('HeapProfiler.collectGarbage');
    const { metrics } = await protocol.send('Performance.getMetrics');
    const { JSEventListeners, Nodes } = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    return { JSEventListeners, Nodes };
  };
}

test('a hundred times taken out and put in again, it works, and has left no listener behind', async () => {
  await page(SCRIPT + ELEMENT, async ({ page, context }) => {
    await whole(page);
    // With it comes what is read from the figure.
    await readable(page);
    const counted = await counter(page, context);
    const cycle = (count) =>
      page.evaluate(async (count) => {
        const element = document.querySelector('break-even');
        for (let i = 0; i < count; i += 1) {
          element.remove();
          await new Promise(requestAnimationFrame);
          document.body.append(element);
          await new Promise(requestAnimationFrame);
        }
      }, count);
    await cycle(2);
    const before = await counted();
    await cycle(100);
    assert.deepEqual(await counted(), before);
    await field(page, 'tariff').fill('0.08');
    assert.equal((await showsTheAnswer(page)).tariff, 0.08);
  });
});

test('a hundred that come and go leave nothing', async () => {
  await page(SCRIPT + ELEMENT, async ({ page, context }) => {
    await whole(page);
    await readable(page);
    const counted = await counter(page, context);
    const come = (count) =>
      page.evaluate(async (count) => {
        for (let i = 0; i < count; i += 1) {
          const element = document.createElement('break-even');
          element.tariff = 0.01 + i / 1000;
          document.body.append(element);
          await element.updateComplete;
          await new Promise(requestAnimationFrame);
          element.remove();
        }
      }, count);
    await come(3);
    const before = await counted();
    await come(100);
    const after = await counted();
    assert.ok(after.JSEventListeners <= before.JSEventListeners + 5, `${before.JSEventListeners} → ${after.JSEventListeners}`);
    // One element has some six hundred nodes.
    assert.ok(after.Nodes <= before.Nodes + 600, `${before.Nodes} → ${after.Nodes}`);
  });
});

/** What somebody else's style sheet may do to everything on its page. */
const HOSTILE = `* {
  all: revert !important; margin: 7px !important; padding: 5px !important; border: 3px solid red !important;
  color: lime !important; background: black !important; font: italic 900 9px/3 monospace !important;
  letter-spacing: 4px !important; word-spacing: 9px !important; text-transform: uppercase !important;
  text-align: right !important; text-indent: 3em !important; white-space: nowrap !important;
  direction: rtl !important; cursor: wait !important; user-select: none !important; visibility: visible !important;
  color-scheme: dark !important; text-shadow: 2px 2px red !important; box-sizing: content-box !important;
  list-style: square !important; hyphens: auto !important;
}`;

test('a host’s `* { … !important }` changes nothing inside', async () => {
  const looks = (page) =>
    page.locator('break-even').evaluate((element) => {
      const inside = element.shadowRoot.querySelector('.inside');
      // What is in a figure hangs on its size.
      const nodes = [...inside.querySelectorAll('*')].filter((node) => !node.parentElement.closest('svg'));
      return [inside, ...nodes].map((node) => {
        const style = getComputedStyle(node);
        // What hangs on the width that the host leaves is another matter.
        const own = [...style].filter((name) => !/^(?!font|line|border)(.*(size|width|height|origin|inset[\w-]*|top|right|bottom|left|grid-template.*|d|x|y|cx|cy))$/.test(name));
        return [node.localName, node.className.baseVal ?? node.className, own.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')];
      });
    });
  const body = (style) => `<style>${style}</style>${SCRIPT}<div>${ELEMENT}</div>`;
  // So that the margins which the style makes leave the layout as it is.
  const wide = { width: 900, height: 900 };
  let plain;
  await page(body(''), async ({ page }) => {
    await showsTheAnswer(page);
    // With all that reads in the figure.
    await readable(page);
    plain = await looks(page);
  }, wide);
  await page(body(HOSTILE), async ({ page }) => {
    assert.deepEqual(await showsTheAnswer(page), enegix);
    await readable(page);
    const hostile = await looks(page);
    assert.equal(hostile.length, plain.length);
    const differing = hostile.flatMap(([name, role, style], i) => {
      const [, , before] = plain[i];
      const was = new Set(before.split('; '));
      const changed = style.split('; ').filter((one) => !was.has(one));
      return changed.length ? [`${name}.${role}: ${changed.join(', ')}`] : [];
    });
    assert.deepEqual(differing.slice(0, 10), []);
  }, wide);
});
