// What is read at a place of a figure: the same by mouse, finger and keys, and for the ear; it moves nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { core, inputs, isSettled, painted, readable, showsTheAnswer } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { eventually } from './support/eventually.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';
import { serve } from './support/server.mjs';

const VIEWS = core.views().map(({ id }) => id).filter((id) => id !== 'bar');
/** Those whose stops lie one above the other. */
const ROWS = ['drivers', 'true'];
const SCENARIO = 'quoted-40000';
const address = (view) => `index.html#1~${SCENARIO}~${view}`;

/** Opens a figure whose cursor is there, and has it in the middle of the window. */
async function reading(view, options, look) {
  await withPage({ path: address(view), ...options }, async (given) => {
    const { page } = given;
    await showsTheAnswer(page);
    await readable(page);
    await page.locator('.figure').evaluate((figure) => figure.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await painted(page);
    await look({ ...given, box: await page.locator('.figure > div').boundingBox() });
  });
}

/** What is read, to be seen and to be heard, and what is marked. */
function read(page) {
  return page.locator('break-even').evaluate(({ shadowRoot, state }) => {
    const [text, cursor] = ['.readout', '.cursor'].map((part) => shadowRoot.querySelector(part));
    const marks = [...shadowRoot.querySelectorAll('.figure svg > :is(polyline, circle)')];
    return {
      // What joins its letters is for the eye.
      seen: text.hidden ? null : text.textContent.replaceAll('\u2060', '').replaceAll('\u00a0', ' '),
      heard: cursor.getAttribute('aria-valuetext'),
      stop: cursor.valueAsNumber,
      marks: marks.map((mark) => mark.localName),
      state,
    };
  });
}

/** The rows of the figure's table that this text reads. */
function rows(view, given, text) {
  return core.table(view, given, SCENARIO).filter((row) => {
    const told = {
      tariff: () => [core.format_with_unit('tariff', row.tariff), core.format_usd(row.shutdown_price), core.format_usd(row.cash_price)],
      frontier: () => [core.format_with_unit('tariff', row.tariff), core.format_with_unit('hashrate', row.hashrate_cash)],
      time: () => [row.date, row.price === null ? '' : core.format_usd(row.price), core.format_usd(row.shutdown_price)],
      lifetime: () => [text.match(/^[^0-9]*(month \d+)/)?.[1] === `month ${row.month}` && 'month', core.format_usd(row.cumulative), core.format_usd(row.present_value)],
      drivers: () => [core.format_with_unit(row.input, row.low), core.format_usd(row.price_low)],
      true: () => [row.value === null ? row.reason && 'out of reach' : core.format_with_unit(row.input, row.value)],
    }[view]();
    return told.every((part) => part && text.includes(part));
  });
}

for (const view of VIEWS) {
  test(`${view}: what is under the mouse is read from the table’s own row, and goes with the mouse`, async () => {
    await reading(view, { width: 768, height: 1024 }, async ({ page, box }) => {
      const given = await inputs(page);
      const drawn = () => page.locator('.figure > div > svg').evaluate((svg) => svg.outerHTML);
      const before = await drawn();
      const shape = () => page.evaluate(() => [document.scrollingElement.scrollHeight, scrollY]);
      const size = await shape();
      const texts = new Set();
      let fromTable = 0;
      for (const part of [0.2, 0.45, 0.7, 0.95]) {
        await page.mouse.move(box.x + box.width * part, box.y + box.height * part);
        await page.locator('.readout:not([hidden])').waitFor();
        const { seen, heard, marks } = await read(page);
        assert.equal(heard, seen, 'the same is heard');
        assert.ok(marks.includes('polyline'), `${marks}`);
        texts.add(seen);
        fromTable += rows(view, given, seen).length > 0;
        assert.deepEqual(await shape(), size, 'nothing moves');
      }
      assert.equal(texts.size, 4, [...texts].join('\n'));
      assert.ok(fromTable >= 3, [...texts].join('\n'));
      await page.keyboard.press('Escape');
      assert.equal((await read(page)).seen, null, 'Escape puts it away');
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.locator('.readout:not([hidden])').waitFor();
      await page.mouse.move(box.x + box.width / 2, 2);
      assert.equal((await read(page)).seen, null);
      assert.equal(await drawn(), before, 'the figure is as it was');
    });
  });

  test(`${view}: keys go from stop to stop once the figure has the focus, and change nothing`, async () => {
    await reading(view, {}, async ({ page }) => {
      const told = await page.evaluate(() => {
        globalThis.told = [];
        for (const type of ['input', 'change']) document.addEventListener(type, () => told.push(type));
      });
      assert.equal(told, undefined);
      const start = await read(page);
      assert.ok(start.heard.length > 10, 'it can be heard before it has the focus');
      await page.keyboard.press('ArrowRight');
      assert.deepEqual(await read(page), start, 'without the focus no key acts');

      const cursor = page.locator('.cursor').first();
      await cursor.focus();
      assert.deepEqual(await read(page), { ...start, seen: start.heard, marks: (await read(page)).marks });
      const last = Number(await cursor.getAttribute('max'));
      const press = async (key) => {
        await page.keyboard.press(key);
        const now = await read(page);
        assert.equal(now.seen, now.heard, key);
        assert.equal(now.state, start.state, `${key} changes nothing`);
        return now.stop;
      };
      assert.equal(await press('Home'), 0);
      assert.equal(await press('ArrowRight'), Math.min(1, last));
      assert.equal(await press('ArrowLeft'), 0);
      assert.equal(await press('End'), last);
      assert.equal(await press('ArrowRight'), last);
      const back = ROWS.includes(view) ? 'PageUp' : 'PageDown';
      assert.equal(await press(back), last - Math.max(1, Math.floor(last / 10)));
      if (ROWS.includes(view)) {
        await press('Home');
        assert.equal(await press('ArrowDown'), 1);
        assert.equal(await press('ArrowUp'), 0);
      } else {
        await press('Home');
        assert.ok((await press('n')) > 0, 'there is something notable');
        await press('End');
        assert.ok((await press('p')) < last);
        const all = await read(page);
        const stop = await press('ArrowUp');
        const one = await read(page);
        assert.equal(stop, all.stop, 'it stays where it is');
        assert.ok(one.seen.length < all.seen.length, `${one.seen} is a part of ${all.seen}`);
        assert.equal(one.marks.filter((mark) => mark === 'circle').length, 1, 'it alone has a dot');
        await press('ArrowDown');
        assert.deepEqual(await read(page), all);
      }
      await page.keyboard.press('Escape');
      const away = await read(page);
      assert.deepEqual([away.seen, away.marks], [null, start.marks]);
      await press('Home');
      await page.keyboard.press('Shift+Tab');
      assert.equal((await read(page)).seen, null, 'it goes with the focus');
      assert.deepEqual(await page.evaluate(() => globalThis.told), []);
    });
  });
}

// One that can be dragged along, one through which the days are dragged, and one that stands still.
for (const view of ['tariff', 'time', 'true']) {
  test(`${view}: a tap reads, and a tap, Escape and scrolling put it away`, async () => {
    await reading(view, { width: 320, height: 700, hasTouch: true }, async ({ page, box }) => {
      const { state } = await read(page);
      const middle = [box.x + box.width / 2, box.y + box.height / 2];
      const shown = async (is) => {
        await page.locator(is ? '.readout:not([hidden])' : '.readout[hidden]').waitFor({ state: 'attached' });
        const now = await read(page);
        assert.equal(now.state, state, 'it is the same mine');
        if (is) assert.equal(now.seen, now.heard);
      };
      const ways = {
        'the same place': () => page.touchscreen.tap(...middle),
        elsewhere: () => page.touchscreen.tap(2, 2),
        Escape: () => page.keyboard.press('Escape'),
        scrolling: () => page.evaluate(() => scrollBy(0, -3)),
      };
      for (const [, putAway] of Object.entries(ways)) {
        await page.touchscreen.tap(...middle);
        await shown(true);
        await putAway();
        await shown(false);
      }
    });
  });
}

test('what is read goes with its figure: no key is kept from a page that has none any more', async () => {
  await reading('tariff', {}, async ({ page }) => {
    await page.locator('.cursor').first().focus();
    assert.ok((await read(page)).seen);
    const kept = await page.evaluate(() => {
      document.querySelector('break-even').remove();
      const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
      document.body.dispatchEvent(escape);
      return escape.defaultPrevented;
    });
    assert.equal(kept, false);
  });
});

test('however often a finger scrolls, one listener waits for a tap', async () => {
  await reading('true', { width: 320, height: 700, hasTouch: true }, async ({ page, box }) => {
    const devtools = await page.context().newCDPSession(page);
    const waiting = async () => {
      const { result } = await devtools.send('Runtime.evaluate', { expression: 'document' });
      const { listeners } = await devtools.send('DOMDebugger.getEventListeners', { objectId: result.objectId });
      return listeners.filter(({ type }) => type === 'pointerup').length;
    };
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    for (const way of [-80, 80, -80, 80]) await swipe(page, at, { ...at, y: at.y + way });
    assert.ok((await waiting()) <= 1, `${await waiting()} listeners`);
  });
});

test('a figure that is chosen while another is dragged reads nothing of it', async () => {
  await reading('time', { width: 768, height: 1024 }, async ({ page, box }) => {
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.3, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, y, { steps: 4 });
    assert.ok((await read(page)).seen);
    await page.getByRole('tab', { name: 'Through time' }).press('ArrowRight');
    await painted(page);
    assert.equal((await read(page)).seen, null);
    await page.mouse.up();
  });
});

test('a line of what is read ends after a part of it, not within a number or before its unit', async () => {
  for (const [view, key] of [['frontier', 'ArrowRight'], ['drivers', 'Home'], ['lifetime', 'End']]) {
    for (const width of [280, 300, 320, 340, 360, 390]) {
      await reading(view, { width }, async ({ page }) => {
        await page.locator('.cursor').first().focus();
        await page.keyboard.press(key);
        await painted(page);
        const ends = await page.locator('.readout').evaluate((text) => {
          const range = document.createRange();
          const node = text.firstChild;
          const told = [];
          let last = 0;
          for (let i = 0; i < node.length; i += 1) {
            range.setStart(node, i);
            range.setEnd(node, i + 1);
            const { top, width } = range.getBoundingClientRect();
            if (width && top > last + 4 && i) told.push(node.data.slice(0, i).trimEnd().slice(-3));
            if (width) last = top;
          }
          return told;
        });
        for (const end of ends) assert.match(end, /[:;,.]$/, `${view} at ${width} px: ${ends.join(' | ')}`);
      });
    }
  }
});

// At either edge, in the narrowest and in a wide page, as much longer as a language may be.
for (const [width, fonts, colorScheme] of [[280, 'wide', 'light'], [320, 'narrow', 'dark'], [390, 'wide', 'dark'], [1280, 'narrow', 'light']]) {
  test(`no readout covers a curve or leaves the page, at ${width} px with ${fonts} fonts`, async () => {
    await reading('tariff', { width, height: 844, fonts, colorScheme }, async ({ page }) => {
      for (const view of VIEWS) {
        await page.locator('break-even').evaluate(async (element, view) => {
          element.view = view;
          await element.updateComplete;
        }, view);
        for (const key of ['Home', 'End']) {
          await page.locator('.cursor').first().focus();
          await page.keyboard.press(key);
          await painted(page);
          await screenshot(page, `readout-${view}-${width}-${fonts}-${key}`);
          const { readout, top, whole } = await page.locator('break-even').evaluate(({ shadowRoot }) => {
            const text = shadowRoot.querySelector('.readout');
            text.textContent += ` ${text.textContent.slice(0, text.textContent.length * 0.4)}`;
            const box = (node) => node.getBoundingClientRect();
            const curves = [...shadowRoot.querySelectorAll('.figure svg .series path')];
            return { readout: box(text), top: Math.min(...curves.map((curve) => box(curve).top)), whole: document.scrollingElement.scrollWidth };
          });
          if (!ROWS.includes(view)) assert.ok(readout.bottom <= top + 1.5, `${view}: it ends at ${readout.bottom}, the highest curve begins at ${top}`);
          assert.ok(readout.height > 0 && readout.left >= 0 && readout.right <= width && whole <= width, `${view}: ${readout.left} to ${readout.right}`);
        }
      }
    });
  });
}

test('the figure of the network has a second cursor, which reads the break-evens upwards at the tariff of the first', async () => {
  await reading('frontier', {}, async ({ page }) => {
    const [across, upwards] = await page.locator('.cursor').all();
    const given = await inputs(page);
    await across.focus();
    await page.keyboard.press('Home');
    const tariff = core.table('frontier', given)[0].tariff;
    await page.keyboard.press('Tab');
    assert.ok(await upwards.evaluate((cursor) => cursor.matches(':focus')));
    const heard = () => upwards.getAttribute('aria-valuetext');
    const own = await heard();
    assert.ok(own.startsWith(`This mine, ${core.format_with_unit('hashrate', given.hashrate)}: `), own);
    assert.ok(own.includes(core.format_usd(core.evaluate({ ...given, tariff }).shutdown_price)), own);
    const lines = await page.locator('.figure svg > polyline').count();
    assert.equal(lines, 2, 'a line of each cursor');
    await page.keyboard.press('ArrowUp');
    const more = await heard();
    assert.notEqual(more, own);
    await page.keyboard.press('n');
    const meets = await heard();
    assert.match(meets, /meets Market price/);
    assert.ok(meets.includes(core.format_usd(given.price)), meets);
    assert.equal((await read(page)).seen, meets);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('.figure svg > polyline').count(), 0);
    for (const view of VIEWS.filter((view) => view !== 'frontier')) {
      await page.locator('break-even').evaluate((element, view) => void (element.view = view), view);
      await page.locator('.cursor').nth(1).and(page.locator('[hidden]')).waitFor({ state: 'attached' });
    }
  });
});

test('in the figure of the network the point is dragged both ways, and one press undoes both', async () => {
  for (const hasTouch of [false, true]) {
    await reading('frontier', { width: 768, height: 1024, hasTouch }, async ({ page, box }) => {
      const before = await inputs(page);
      const at = (x, y) => ({ x: box.x + box.width * x, y: box.y + box.height * y });
      const [from, to] = [at(0.5, 0.5), at(0.65, 0.3)];
      if (hasTouch) await swipe(page, from, { ...to, y: from.y - 50 });
      else {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(from.x, from.y - 20, { steps: 4 });
        assert.notEqual((await inputs(page)).hashrate, before.hashrate, 'upwards at once');
        await page.mouse.move(to.x, to.y, { steps: 4 });
        await page.mouse.up();
      }
      const after = await showsTheAnswer(page);
      assert.ok(after.tariff !== before.tariff && after.hashrate !== before.hashrate, JSON.stringify(after));
      await isSettled(page, after);
      const place = await page.locator('break-even').evaluate(({ shadowRoot }) => {
        const [line] = shadowRoot.querySelectorAll('.figure svg polyline.marker.market');
        return line.getBoundingClientRect().top;
      });
      const wanted = hasTouch ? from.y - 50 : to.y;
      assert.ok(Math.abs(place - wanted) < 4, `the line is at ${place}, the pointer at ${wanted}`);
      await page.locator('break-even').evaluate((element) => element.undo());
      assert.deepEqual(await inputs(page), before);
      assert.equal(await page.locator('break-even').evaluate((element) => element.undoable), false);
    });
  }
});

test('dragging through time goes to the day under the pointer, with its network and market', async () => {
  for (const hasTouch of [false, true]) {
    await reading('time', { width: 768, height: 1024, hasTouch }, async ({ page, box }) => {
      const element = page.locator('break-even');
      const date = () => element.evaluate((element) => element.date);
      const before = await inputs(page);
      assert.equal(await date(), null);
      const y = box.y + box.height / 2;
      const [from, to] = [{ x: box.x + box.width * 0.3, y }, { x: box.x + box.width * 0.6, y }];
      if (hasTouch) await swipe(page, from, to);
      else {
        await page.mouse.move(from.x, from.y);
        await page.mouse.down();
        await page.mouse.move(to.x, to.y, { steps: 4 });
        await page.mouse.up();
      }
      await page.waitForFunction(() => document.querySelector('break-even').undoable);
      const day = await date();
      assert.match(day, /^\d{4}-\d\d-\d\d$/);
      const { seen } = await read(page);
      assert.ok(seen.includes(`${day}: `), `${seen} at ${day}`);
      const after = await showsTheAnswer(page);
      await isSettled(page, after);
      await page.getByText(`This day: ${day}`, { exact: true }).waitFor();
      const then = core.at_date(before, day);
      for (const id of ['hashrate', 'difficulty', 'price', 'subsidy']) assert.equal(after[id], then[id], id);
      await element.evaluate((element) => element.restart());
      assert.deepEqual([await date(), await inputs(page)], [null, before], 'back to the author’s values');
      await element.evaluate((element) => element.undo());
      assert.equal(await date(), day);
      await element.evaluate((element) => element.undo());
      assert.deepEqual([await date(), await inputs(page)], [null, before]);

      // To either end, and beyond.
      for (const end of [box.x + 2, box.x + box.width - 2]) {
        if (hasTouch) await swipe(page, from, { x: end, y });
        else {
          await page.mouse.move(from.x, from.y);
          await page.mouse.down();
          await page.mouse.move(end, y, { steps: 4 });
          await page.mouse.up();
        }
        await page.waitForFunction((day) => ![null, day].includes(document.querySelector('break-even').date), day);
        await page.waitForFunction(() => document.querySelector('break-even').undoable);
        await element.evaluate((element) => element.undo());
      }
    });
  }
});

test('a mouse that is clicked on a day goes there, and one press undoes it', async () => {
  await reading('time', { width: 768, height: 1024 }, async ({ page, box }) => {
    const element = page.locator('break-even');
    const before = await inputs(page);
    await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.waitForFunction(() => document.querySelector('break-even').undoable);
    const day = await element.evaluate(({ date }) => date);
    assert.match(day, /^\d{4}-\d\d-\d\d$/);
    const after = await showsTheAnswer(page);
    assert.equal(after.price, core.at_date(before, day).price);
    await element.evaluate((element) => element.undo());
    assert.deepEqual([await element.evaluate(({ date }) => date), await inputs(page)], [null, before]);
  });
});

test('what a day tells is told to be of that day, also where it is no other number than before', async () => {
  await reading('time', { width: 768, height: 1024 }, async ({ page, box }) => {
    await page.getByText('Assumptions and sources').click();
    const subsidy = page.locator('.assumption').filter({ hasText: 'Block subsidy' });
    await subsidy.locator('time').waitFor();
    assert.equal(await subsidy.locator('time').textContent(), '2022');
    const before = await inputs(page);
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('break-even').undoable);
    const day = await page.locator('break-even').evaluate((element) => element.date);
    assert.equal((await inputs(page)).subsidy, before.subsidy, day);
    await eventually(async () => assert.equal(await subsidy.locator('time').textContent(), day));
  });
});

test('it is read by keys in the single file from disk, in an element and in a sandboxed frame, too', async () => {
  const body = `<script type="module" src="./breakeven.js"></script><break-even scenario="quoted-40000" view="tariff"></break-even>
    <iframe sandbox="allow-scripts" src="./embed.html?view=tariff" height="1134"></iframe>`;
  const reads = async (page, frame) => {
    const cursor = frame.locator('.cursor:not([hidden])');
    await cursor.waitFor();
    await cursor.focus();
    await page.keyboard.press('ArrowRight');
    const { seen, heard, marks } = await read(frame);
    assert.match(seen, /^\$0\.06\/kWh: Electricity \$/);
    assert.deepEqual([heard, marks.length], [seen, 4]);
  };
  await withPage({ path: `${pathToFileURL(`${dist}breakeven.html`).href}#1~quoted-40000~tariff` }, ({ page }) => reads(page, page));
  await withPage({ path: 'article.html', intercept: article(body) }, async ({ page }) => {
    await reads(page, page);
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await reads(page, page.frames()[1]);
  });
});

for (const engine of ENGINES.filter((engine) => engine !== 'Chromium')) {
  test(`${engine}: a tap and keys read the same, and the figure stands`, async () => {
    const server = await serve({ '/': dist });
    try {
      await visit(engine, `${server.origin}/${address('tariff')}`, async (page) => {
        await until(page.evaluate, () => {
          const { shadowRoot, state } = document.querySelector('break-even') ?? {};
          return !!state && !!shadowRoot?.querySelector('.cursor:not([hidden]) ~ .readout');
        });
        const look = () => {
          const { shadowRoot, state } = document.querySelector('break-even');
          const [text, cursor] = ['.readout', '.cursor'].map((part) => shadowRoot.querySelector(part));
          const seen = text.textContent.replaceAll('\u2060', '').replaceAll('\u00a0', ' ');
        return { seen: text.hidden ? null : seen, heard: cursor.getAttribute('aria-valuetext'), stop: cursor.valueAsNumber, state };
        };
        const start = await page.evaluate(look);
        const place = await page.evaluate(async () => {
          const figure = document.querySelector('break-even').shadowRoot.querySelector('.figure > div');
          figure.scrollIntoView({ block: 'center', behavior: 'instant' });
          for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame);
          const { x, y, width, height } = figure.getBoundingClientRect();
          return [Math.round(x + width * 0.3), Math.round(y + height / 2)];
        });
        await page.swipe([place]);
        await until(page.evaluate, () => !document.querySelector('break-even').shadowRoot.querySelector('.readout').hidden);
        const tapped = await page.evaluate(look);
        assert.equal(tapped.seen, tapped.heard);
        assert.notEqual(tapped.stop, start.stop);
        assert.equal(tapped.state, start.state);
        await page.evaluate(() => document.querySelector('break-even').shadowRoot.querySelector('.cursor').focus());
        // A key is on its way when it has been pressed.
        await page.press('ArrowRight');
        const next = await eventually(async () => {
          const now = await page.evaluate(look);
          assert.deepEqual([now.stop, now.state], [tapped.stop + 1, start.state]);
          return now;
        });
        assert.equal(next.seen, next.heard);
        await page.press('n');
        await eventually(async () => assert.ok((await page.evaluate(look)).stop > next.stop));
        await page.press('Escape');
        await eventually(async () => assert.equal((await page.evaluate(look)).seen, null));
      }, { finger: true });
    } finally {
      await server.close();
    }
  });
}

/** A finger that goes from one place to another. */
async function swipe(page, from, to) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  for (let i = 1; i <= 8; i += 1) {
    await touch('touchMove', { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 });
  }
  await touch('touchEnd');
}
