// A slider dragged from end to end changes what is there. Nothing is made anew that only looks otherwise.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, painted, range, readable, showsTheAnswer, SLIDERS } from './support/answer.mjs';
import { withPage } from './support/page.mjs';

const STEPS = 60;
/** Changes of a move at most: in the sentence, the controls and what is said of them; in the two figures. */
const MOST = { around: 12, figures: 70 };

/** What changed in the shadow root with each step, counted. */
async function swept(input) {
  return input.evaluate(async (input, steps) => {
    const root = input.getRootNode();
    const kind = (node) => `${node.localName} ${node.getAttribute('class') ?? ''}`;
    const kinds = () => {
      const counts = {};
      for (const node of root.querySelectorAll('svg *')) counts[kind(node)] = (counts[kind(node)] ?? 0) + 1;
      return counts;
    };
    const records = [];
    new MutationObserver((more) => records.push(...more)).observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
    const told = [];
    input.focus();
    for (let step = 0; step <= steps; step += 1) {
      const before = kinds();
      input.value = String(step / steps);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await drawn();
      const after = kinds();
      const counts = { around: 0, figures: 0, made: {}, gone: {}, texts: 0, elsewhere: [] };
      for (const { target, type, addedNodes, removedNodes } of records.splice(0)) {
        const owner = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
        const inFigure = owner?.closest?.('svg') || !root.contains(target);
        counts[inFigure ? 'figures' : 'around'] += 1;
        if (type !== 'childList') continue;
        if (!inFigure) counts.elsewhere.push(kind(target));
        const count = (nodes, into) => {
          for (const node of nodes) {
            if (node.nodeType !== Node.ELEMENT_NODE) counts.texts += Number(!!node.parentNode && before[kind(target)] === after[kind(target)]);
            else for (const one of [node, ...node.querySelectorAll('*')]) into[kind(one)] = (into[kind(one)] ?? 0) + 1;
          }
        };
        count(addedNodes, counts.made);
        count(removedNodes, counts.gone);
      }
      counts.more = {};
      counts.less = {};
      for (const one of new Set([...Object.keys(before), ...Object.keys(after)])) {
        const difference = (after[one] ?? 0) - (before[one] ?? 0);
        if (difference) counts[difference > 0 ? 'more' : 'less'][one] = Math.abs(difference);
      }
      counts.focused = root.activeElement === input;
      told.push(counts);
    }
    return told;
  }, STEPS);
}

/** A hand that moves gives no rest: a slow machine would, between two moves, and what waits for one would count as theirs. */
const withoutRest = (page) =>
  page.evaluate(async () => {
    const { setTimeout: wait } = globalThis;
    // What waits already comes first.
    await new Promise((done) => wait(done, 1000));
    globalThis.setTimeout = (done, time = 0, ...given) => (time < 100 ? wait(done, time, ...given) : 0);
  });

for (const id of SLIDERS) {
  for (const width of [390, 1280]) {
    test(`from end to end of ${id}, at ${width} px, only what comes or goes is made or removed`, async () => {
      await withPage({ path: 'index.html#1~quoted-40000~tariff', width }, async ({ page }) => {
        await showsTheAnswer(page);
        // What is read from the figure comes last.
        await readable(page);
        await painted(page);
        await withoutRest(page);
        // The first move of a slider puts a note in its place.
        const [, ...steps] = await swept(range(page, id));
        for (const [i, { made, gone, more, less, texts, elsewhere, focused, around, figures }] of steps.entries()) {
          assert.deepEqual([made, gone], [more, less], `step ${i}`);
          assert.deepEqual([texts, elsewhere, focused], [0, [], true], `step ${i}`);
          assert.ok(around <= MOST.around, `step ${i}: ${around} changes around the figures`);
          assert.ok(figures <= MOST.figures, `step ${i}: ${figures} changes in the figures`);
        }
        const most = (name) => Math.max(...steps.map((step) => step[name]));
        assert.ok(most('figures') > 4 && most('around') > 4, 'something moved');
      });
    });
  }
}

/** Presses the track of a slider and moves along it; `moved` is awaited after each move, with the number of the move. */
async function dragged(page, id, places, moved) {
  const { x, y, width, height } = await range(page, id).locator('..').boundingBox();
  const to = (place) => page.mouse.move(x + width * place, y + height / 2);
  await to(places[0]);
  await page.mouse.down();
  for (const [i, place] of places.entries()) {
    await to(place);
    await painted(page);
    await moved(i);
  }
  await page.mouse.up();
  await painted(page);
}

/** Away from the scenario's own value, at which the note under the slider is another one. */
const PLACES = [0.75, 0.77, 0.79, 0.81, 0.83, 0.85];

for (const width of [390, 1280]) {
  test(`a move lays out the parts that it changes and nothing around them, at ${width} px`, async () => {
    await withPage({ width }, async ({ page }) => {
      await showsTheAnswer(page);
      await range(page, 'efficiency').scrollIntoViewIfNeeded();
      await withoutRest(page);
      const browser = page.context().browser();
      let trace;
      await dragged(page, 'efficiency', PLACES, async (i) => {
        if (i === 1) await browser.startTracing(page, { categories: ['devtools.timeline'] });
        if (i === PLACES.length - 1) trace = JSON.parse((await browser.stopTracing()).toString());
      });
      const layouts = trace.traceEvents.filter(({ name, args }) => name === 'Layout' && args.endData);
      assert.ok(layouts.length >= PLACES.length - 2, `${layouts.length} layouts`);
      for (const { args } of layouts) {
        const roots = args.endData.layoutRoots.map(({ nodeName }) => nodeName);
        assert.ok(args.beginData.partialLayout, `laid out: ${roots}`);
        assert.ok(!roots.some((name) => /document|break-even|inside|instrument/i.test(name)), `laid out: ${roots}`);
      }
    });
  });
}

test('while a slider is dragged, nothing is written that only those need who do not drag', async () => {
  await withPage({}, async ({ page }) => {
    await showsTheAnswer(page);
    const slider = range(page, 'efficiency');
    await slider.scrollIntoViewIfNeeded();
    const before = await slider.getAttribute('aria-valuetext');
    await withoutRest(page);
    await slider.evaluate((input) => {
      globalThis.written = [];
      const note = (records) => globalThis.written.push(...records.map(({ attributeName }) => attributeName));
      new MutationObserver(note).observe(input.getRootNode(), { subtree: true, attributes: true });
    });
    const written = () => page.evaluate(() => globalThis.written.splice(0));
    await dragged(page, 'efficiency', PLACES, async () => {
      const names = await written();
      assert.ok(names.length > 0, 'something moved');
      assert.deepEqual(names.filter((name) => name.startsWith('aria-')), []);
    });
    assert.ok((await written()).includes('aria-valuetext'), 'it is written when the drag is done');
    const { efficiency } = await showsTheAnswer(page);
    const shown = core.format_field(efficiency, 'efficiency');
    assert.notEqual(await slider.getAttribute('aria-valuetext'), before);
    assert.equal(await slider.getAttribute('aria-valuetext'), `${shown} J/TH`);
    const spoken = page.getByRole('spinbutton', { name: /^Hardware efficiency/ });
    assert.equal(await spoken.getAttribute('aria-valuetext'), `${shown} J/TH`);
    assert.equal(await spoken.inputValue(), `${shown} J/TH`);
    assert.equal(await spoken.getAttribute('aria-valuenow'), String(efficiency));
  });
});

test('while a slider is dragged its number is a text over the field, and nobody sees which of the two it is', async () => {
  for (const fonts of ['narrow', 'wide']) {
    await withPage({ fonts }, async ({ page }) => {
      await showsTheAnswer(page);
      const slider = page.locator('.slider:has(#efficiency-field)');
      const [number, input] = [slider.locator('.number'), slider.locator('#efficiency-field')];
      const shown = async () => ({ value: await input.inputValue(), over: await slider.locator('.over').textContent() });
      const before = await shown();
      let dragging, picture;
      await dragged(page, 'efficiency', PLACES, async () => {
        dragging = await shown();
        picture = await number.screenshot();
      });
      const shownAfter = core.format_field((await showsTheAnswer(page)).efficiency, 'efficiency');
      assert.deepEqual(before, { value: before.value, over: '' });
      assert.notEqual(dragging.over, '');
      assert.equal(dragging.value, before.value, 'the field waits until the drag rests');
      assert.deepEqual(await shown(), { value: shownAfter, over: '' });
      assert.ok(picture.equals(await number.screenshot()), `${dragging.over} is where ${shownAfter} is`);
    });
  }
});

test('a sentence that is longer than the room kept for it has more', async () => {
  await withPage({ width: 280, fonts: 'wide' }, async ({ page }) => {
    await showsTheAnswer(page);
    const above = await page.locator('break-even').evaluate(async (element) => {
      Object.assign(element, { tariff: 0.123456, efficiency: 98_765_432.1, hashrate: 123_456.789, price: 99_999_999 });
      await element.updateComplete;
      // Its last word: its box may be no higher than the room.
      const words = document.createRange();
      words.selectNodeContents(element.shadowRoot.querySelector('.said').lastElementChild);
      return element.shadowRoot.querySelector('.bar').getBoundingClientRect().top - words.getBoundingClientRect().bottom;
    });
    assert.ok(above >= 0, `the sentence ends ${-above} px below the top of the bar`);
  });
});
