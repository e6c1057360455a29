// A slider dragged from end to end changes what is there. Nothing is made anew that only looks otherwise.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { painted, range, showsTheAnswer, SLIDERS } from './support/answer.mjs';
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

for (const id of SLIDERS) {
  for (const width of [390, 1280]) {
    test(`from end to end of ${id}, at ${width} px, only what comes or goes is made or removed`, async () => {
      await withPage({ width }, async ({ page }) => {
        await showsTheAnswer(page);
        await painted(page);
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
