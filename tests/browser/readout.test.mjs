// What is read at a place of a figure: the same by mouse, finger and keys, and for the ear; it moves nothing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { core, inputs, inShort, painted } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { eventually } from './support/eventually.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';
import { address, read, reading, SCENARIO, swipe, VIEWS } from './support/reading.mjs';
import { serve } from './support/server.mjs';

/** Those whose stops lie one above the other. */
const ROWS = ['drivers', 'true'];

/** The rows of the figure's table that this text reads. */
function rows(view, given, text) {
  return core.table(view, given, SCENARIO).filter((row) => {
    const told = {
      tariff: () => [core.format_with_unit('tariff', row.tariff), core.format_usd(row.shutdown_price), core.format_usd(row.cash_price)],
      frontier: () => [core.format_with_unit('tariff', row.tariff), core.format_with_unit('hashrate', row.hashrate_cash)],
      time: () => [row.date, row.price === null ? '' : core.format_usd(row.price), core.format_usd(row.shutdown_price)],
      lifetime: () => [text.match(/^[^0-9]*(month \d+)/)?.[1] === `month ${row.month}` && 'month', core.format_usd(row.cumulative), core.format_usd(row.present_value)],
      drivers: () => [core.format_with_unit(row.input, row.low), core.format_usd(row.price_low)],
      true: () => [row.value === null ? row.reason && inShort(row.reason) : core.format_with_unit(row.input, row.value)],
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

test('a pen that is lifted reads, as a finger does, and leaves the figure by that', async () => {
  await reading('drivers', { width: 768, height: 1024 }, async ({ page, box }) => {
    await page.locator('.figure > div').evaluate(
      (frame, [clientX, clientY]) => {
        for (const type of ['pointerdown', 'pointerup', 'pointerleave']) {
          const init = { pointerId: 7, pointerType: 'pen', isPrimary: true, bubbles: type !== 'pointerleave', composed: true };
          frame.dispatchEvent(new PointerEvent(type, { ...init, clientX, clientY }));
        }
      },
      [box.x + box.width / 2, box.y + box.height / 2],
    );
    const { seen, heard } = await read(page);
    assert.ok(seen);
    assert.equal(seen, heard);
    await page.keyboard.press('Escape');
    assert.equal((await read(page)).seen, null);
  });
});

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
