// A finger that scrolls changes nothing, and one that drags does not scroll, wherever on a control it is put down.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { core, SLIDERS } from './answer.mjs';
import { SIZE, until, visit } from './engines.mjs';
import { dist } from './page.mjs';
import { mulberry32 } from './random.mjs';
import { serve } from './server.mjs';

/** To see the same swipes again. */
const SEED = Number(process.env.BREAKEVEN_SEED ?? Date.now() % 1_000_000);
/** In each figure in each engine, where somebody has an hour for it; else fewer. */
const IN_FIGURES = Number(process.env.BREAKEVEN_SWIPES ?? 0);
/** Of each kind, in each engine. */
const SWIPES = { vertical: 80, horizontal: 80, slanted: 40 };
/** In degrees from the horizontal. */
const ANGLES = { vertical: [65, 90], horizontal: [0, 20], slanted: [20, 65] };
const STEPS = 8;
/** Firefox is done with a swipe a little after the finger has gone; after so many ms without scrolling it is. */
const LET_GO = 200;
/** By then the address would have been written, in ms. */
const WRITTEN = 600;

const START = '1~quoted-40000~tariff~tariff_0.0612~hours_100';
/** What is dragged in a figure beside that of the tariff; in the others a finger only scrolls. */
const OTHERS = core.views().filter(({ id }) => !['bar', 'tariff'].includes(id));
const FIGURES = OTHERS.map(({ id }) => id);
const DRAGGED = OTHERS.filter(({ dragged }) => dragged).map(({ id }) => id);

const TARGETS = [...SLIDERS.map((id) => `.slider:has(#${id}-field) .track`), '.headline', '.figure'];

/** Opens the page as on a phone, with room to scroll both ways, and notes what it tells and writes. */
async function onAPhone(engine, look, start = START) {
  const server = await serve({ '/': dist });
  try {
    await visit(engine, `${server.origin}/index.html#${start}`, async (page) => {
      await until(page.evaluate, () => {
        const element = document.querySelector('break-even');
        return !!element?.state && !!element.shadowRoot?.querySelector('.cursor:not([hidden])');
      });
      await page.evaluate(() => {
        document.body.style.paddingBlock = '1500px';
        globalThis.told = [];
        globalThis.writes = 0;
        globalThis.lifted = 0;
        for (const type of ['touchend', 'touchcancel']) {
          addEventListener(type, () => (lifted += 1), { capture: true, passive: true });
        }
        const element = document.querySelector('break-even');
        for (const type of ['input', 'change']) element.addEventListener(type, () => told.push(`${type} ${element.state}`));
        for (const name of ['pushState', 'replaceState']) {
          const write = history[name];
          history[name] = function (...given) {
            globalThis.writes += 1;
            return write.apply(this, given);
          };
        }
      });
      await look(page);
    }, { finger: true });
  } finally {
    await server.close();
  }
}

/** All that a swipe could change, once what was changed is drawn and nothing moves. What is being typed counts too. */
async function seen() {
  for (let last; last !== scrollY; ) {
    last = scrollY;
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
  }
  const element = document.querySelector('break-even');
  const fields = [...element.shadowRoot.querySelectorAll('input:not(.cursor)')].map(({ value }) => value);
  const drawn = element.shadowRoot.querySelector('.figure svg').outerHTML;
  const reads = !element.shadowRoot.querySelector('.readout').hidden;
  return { scroll: scrollY, state: element.state, fields, drawn, reads, address: location.href, entries: history.length, told, writes };
}

/** Waits until nothing has scrolled for so long. */
async function stands(quiet) {
  let last = performance.now();
  const scrolled = () => (last = performance.now());
  addEventListener('scroll', scrolled);
  while (performance.now() - last < quiet) await new Promise(requestAnimationFrame);
  removeEventListener('scroll', scrolled);
}

/** Swipes, and waits until the page has heard of the end: a busy Firefox tells it late, or where it scrolls, not at all. */
async function swiped(engine, page, points, how) {
  const before = await page.evaluate(() => lifted);
  await page.swipe(points, how);
  if (engine !== 'Firefox') return;
  await page.evaluate(async (before) => {
    for (const start = performance.now(); lifted === before && performance.now() - start < 1000; ) {
      await new Promise(requestAnimationFrame);
    }
  }, before);
}

/** Brings a part to the middle of the window and tells where it is: in the sentence, one of the numbers. */
function place({ selector, nth }) {
  const found = document.querySelector('break-even').shadowRoot.querySelector(selector);
  const numbers = found.querySelectorAll('.live-number');
  const part = numbers.length ? numbers[nth % numbers.length] : found;
  part.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = part.getBoundingClientRect();
  return { x, y, width, height };
}

/** A swipe of this kind, from anywhere on one of the targets. */
async function randomSwipe(page, random, kind, targets = TARGETS) {
  const selector = targets[Math.floor(random() * targets.length)];
  const box = await page.evaluate(place, { selector, nth: Math.floor(random() * 100) });
  const between = (from, to) => from + random() * (to - from);
  const angle = (between(...ANGLES[kind]) * Math.PI) / 180;
  const length = between(60, 160);
  const from = [between(box.x + 2, box.x + box.width - 2), between(box.y + 2, box.y + box.height - 2)];
  // To the side on which there is more room, so that it does not leave the screen.
  const across = length * Math.cos(angle) * (from[0] > SIZE.width / 2 ? -1 : 1);
  const along = length * Math.sin(angle) * (random() < 0.5 ? -1 : 1);
  const points = Array.from({ length: STEPS + 1 }, (_, i) => [from[0] + (across * i) / STEPS, from[1] + (along * i) / STEPS]);
  return { points, what: `${kind} from ${from.map(Math.round)} by ${Math.round(across)}, ${Math.round(along)} on ${selector}` };
}

function onControls(engine) {
  test(`${engine}: ${SWIPES.vertical + SWIPES.horizontal + SWIPES.slanted} random swipes either scroll or change something`, async (t) => {
    t.diagnostic(`BREAKEVEN_SEED=${SEED}`);
    const random = mulberry32(SEED);
    await onAPhone(engine, async (page) => {
      const before = await page.evaluate(seen);
      for (let i = 0; i < SWIPES.vertical; i += 1) {
        const { points, what } = await randomSwipe(page, random, 'vertical');
        const { scroll } = await page.evaluate(seen);
        await swiped(engine, page, points);
        const after = await page.evaluate(seen);
        assert.notEqual(after.scroll, scroll, `${what}: it scrolls`);
        assert.deepEqual(after, { ...before, scroll: after.scroll }, `${what}: and changes nothing`);
      }
      await wait(WRITTEN);
      assert.equal((await page.evaluate(seen)).writes, 0, 'nor later');

      for (const kind of ['slanted', 'horizontal']) {
        let [scrolls, drags] = [0, 0];
        for (let i = 0; i < SWIPES[kind]; i += 1) {
          await page.evaluate(async (start) => {
            const element = document.querySelector('break-even');
            element.state = start;
            await element.updateComplete;
            told.length = 0;
          }, START);
          const { points, what } = await randomSwipe(page, random, kind);
          if (engine === 'Firefox') await page.evaluate(stands, LET_GO);
          const old = await page.evaluate(seen);
          await swiped(engine, page, points);
          const { scroll, state, told } = await page.evaluate(seen);
          if (scroll !== old.scroll) {
            assert.equal(kind, 'slanted', `${what}: it does not scroll`);
            scrolls += 1;
            assert.equal(state, old.state, `${what}: what scrolls changes nothing`);
            // On a machine that is slow to answer Firefox begins to scroll after all.
            assert.match(told.at(-1) ?? `input ${state}`, new RegExp(`^input ${state}$`), `${what}: nor tells of anything else`);
          } else if (told.length) {
            // What comes back to where it began is no change.
            const changes = state === old.state ? 0 : 1;
            assert.equal(told.at(-1), `${changes ? 'change' : 'input'} ${state}`, `${what}: how it ends, ${JSON.stringify(told)}`);
            assert.equal(told.filter((one) => one.startsWith('change')).length, changes, what);
            drags += 1;
          }
          if (kind === 'horizontal') assert.ok(told.some((event) => event !== `input ${old.state}`), `${what}: it changes something`);
        }
        t.diagnostic(`${kind}: ${scrolls} scroll, ${drags} drag`);
        if (kind === 'slanted') assert.ok(scrolls > 0 && drags > 0, 'some of either');
      }
      await until(page.evaluate, () => location.hash === `#${document.querySelector('break-even').state}`);
    });
  });

  test(`${engine}: a drag that is taken away was never made`, async () => {
    await onAPhone(engine, async (page) => {
      const random = mulberry32(SEED);
      for (const selector of TARGETS) {
        const { told: _, ...old } = await page.evaluate(seen);
        const { x, y, width, height } = await page.evaluate(place, { selector, nth: Math.floor(random() * 100) });
        const middle = [x + width / 2, y + height / 2];
        const points = Array.from({ length: STEPS + 1 }, (_, i) => [middle[0] + i * 5, middle[1]]);
        await page.evaluate(seen);
        await swiped(engine, page, points, { cancelled: true });
        const { told: events, ...after } = await page.evaluate(seen);
        await page.evaluate(() => void told.splice(0));
        assert.ok(events.length > 1, `${selector}: something was dragged`);
        assert.ok(events.some((event) => event !== `input ${START}`), `${selector}: to another value`);
        assert.equal(events.at(-1), `input ${START}`, `${selector}: the last that is told is what stands`);
        assert.ok(events.every((event) => event.startsWith('input ')), `${selector}: nothing is told to be done`);
        assert.deepEqual(after, { ...old, scroll: after.scroll }, `${selector}: all is as it was`);
      }
      await wait(WRITTEN);
      assert.equal((await page.evaluate(seen)).writes, 0, 'nothing of it is in the address');
    });
  });

  test(`${engine}: a tap puts the thumb where the finger was, and takes a number to be typed`, async () => {
    await onAPhone(engine, async (page) => {
      const [tariff] = TARGETS;
      const { x, y, width, height } = await page.evaluate(place, { selector: tariff, nth: 0 });
      await page.evaluate(seen);
      const point = [Math.round(x + width * 0.3), Math.round(y + height / 2)];
      await swiped(engine, page, [point]);
      await page.evaluate(seen);
      const thumb = 28;
      const wanted = core.slider_value('tariff', (point[0] - x - thumb / 2) / (width - thumb));
      assert.equal(await page.evaluate(() => document.querySelector('break-even').tariff), wanted);

      const number = await page.evaluate(place, { selector: '.headline', nth: 1 });
      const middle = [Math.round(number.x + number.width / 2), Math.round(number.y + number.height / 2)];
      await page.evaluate(seen);
      await page.swipe([middle]);
      await until(page.evaluate, () => !!document.querySelector('break-even').shadowRoot.activeElement?.matches('.live-number input'));
    });
  });
}

// What decides is the same code for all of them: so there are fewer of them, and in the slow engines only where one drags.
function inFigures(engine) {
  const figures = engine === 'Chromium' || IN_FIGURES ? FIGURES : DRAGGED;
  const swipes = inEach(IN_FIGURES || (engine === 'Chromium' ? 20 : 8));
  test(`${engine}: so it is in ${figures.join(', ')}; where nothing is dragged a finger only scrolls`, async (t) => {
    t.diagnostic(`BREAKEVEN_SEED=${SEED}`);
    for (const [i, view] of figures.entries()) t.diagnostic(await swipesIn(engine, view, swipes, mulberry32(SEED + i)));
  });
}

/** The kinds among so many. */
function inEach(all) {
  const [vertical, slanted] = [Math.floor(0.4 * all), all > 10 ? Math.floor(0.2 * all) : 0];
  return { vertical, slanted, horizontal: all - vertical - slanted };
}

/** So many random swipes in one figure, each looked at as soon as it ends. */
async function swipesIn(engine, view, swipes, random) {
  const start = START.replace('~tariff~', `~${view}~`);
  const counts = { vertical: 0, slanted: 0, horizontal: 0 };
  const look = () =>
    new Promise((done) =>
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const { state, date, shadowRoot } = document.querySelector('break-even');
          done({ scroll: scrollY, state, date, reads: !shadowRoot.querySelector('.readout').hidden, told: told.splice(0) });
        }),
      ),
    );
  await onAPhone(
    engine,
    async (page) => {
      const before = await page.evaluate(seen);
      for (const [kind, count] of Object.entries(swipes)) {
        for (let i = 0; i < count; i += 1) {
          const { points, what } = await randomSwipe(page, random, kind, ['.figure']);
          if (engine === 'Firefox') await page.evaluate(stands, LET_GO);
          const old = await page.evaluate(look);
          await swiped(engine, page, points);
          const now = await page.evaluate(look);
          const scrolled = now.scroll !== old.scroll;
          if (kind === 'vertical') assert.ok(scrolled, `${view}, ${what}: it scrolls`);
          if (kind === 'horizontal') assert.ok(!scrolled, `${view}, ${what}: it does not scroll`);
          if (scrolled || !DRAGGED.includes(view)) {
            const { state, date, reads } = old;
            assert.deepEqual(now, { scroll: now.scroll, state, date, reads: reads && !scrolled, told: [] }, `${view}, ${what}: it changes nothing`);
          } else counts[kind] += 1;
        }
        if (kind === 'vertical') {
          const after = await page.evaluate(seen);
          assert.deepEqual(after, { ...before, scroll: after.scroll }, `${view}: all is as it was`);
        }
      }
      if (!DRAGGED.includes(view)) return;
      await until(page.evaluate, () => document.querySelector('break-even').undoable);
      const { state } = await page.evaluate(look);
      assert.notEqual(state, start, `${view}: what was dragged has changed`);

      // One that is taken away was never made.
      const { x, y, width, height } = await page.evaluate(place, { selector: '.figure', nth: 0 });
      const points = Array.from({ length: STEPS + 1 }, (_, i) => [x + width / 2 - i * 10, y + height / 2]);
      await page.evaluate(seen);
      await page.evaluate(look);
      await swiped(engine, page, points, { cancelled: true });
      const { state: restored, told } = await page.evaluate(look);
      assert.equal(restored, state, `${view}: all is as it was`);
      assert.ok(told.length > 0 && told.every((event) => event.startsWith('input ')), `${view}: ${told}`);
    },
    start,
  );
  return `${view}: ${counts.slanted} of ${swipes.slanted} slanted and ${counts.horizontal} horizontal drag`;
}

/** The tests in these engines. */
export function swipes(...engines) {
  engines.forEach(onControls);
  engines.forEach(inFigures);
}
