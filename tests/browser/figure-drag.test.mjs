// Dragging in a figure: the network's point both ways, and the day through time.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, inputs, isSettled, painted, showsTheAnswer } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { read, reading, swipe } from './support/reading.mjs';

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

test('after a reload the day is still told, and of its numbers only what was moved since is the reader’s', async () => {
  await reading('time', { width: 768, height: 1024 }, async ({ page, box }) => {
    const element = page.locator('break-even');
    const shown = async () => ({ inputs: await showsTheAnswer(page), ...(await element.evaluate(({ date, state }) => ({ date, state }))) });
    const reloaded = async () => {
      const before = await shown();
      await page.waitForFunction((state) => location.hash === `#${state}`, before.state);
      await page.reload();
      assert.deepEqual(await shown(), before);
      await page.getByText('Assumptions and sources').click();
      const subsidy = page.locator('.assumption').filter({ hasText: 'Block subsidy' });
      await subsidy.locator('time').waitFor();
      assert.equal(await subsidy.locator('time').textContent(), before.date);
      // Who has moved a number has a way back.
      return page.locator('.reset:visible').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    };
    await page.mouse.click(box.x + box.width * 0.6, box.y + box.height / 2);
    await page.waitForFunction(() => document.querySelector('break-even').undoable);
    assert.deepEqual(await reloaded(), []);
    await page.getByRole('button', { name: 'More: Hardware efficiency' }).click();
    assert.deepEqual(await reloaded(), ['Reset: Hardware efficiency']);
    await element.evaluate((element) => element.restart());
    assert.equal((await shown()).date, null);
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

/** What two fingers touch that go apart from there, sideways. */
async function spread(page, { x, y }) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, apart) => {
    const touchPoints = apart === undefined ? [] : [x - apart, x + apart].map((x, id) => ({ x, y, id }));
    return devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', 30);
  for (let apart = 40; apart <= 90; apart += 10) await touch('touchMove', apart);
  await touch('touchEnd');
}

for (const [view, places] of Object.entries({ tariff: ['.track', '.live-number', '.figure'], frontier: ['.figure'], time: ['.figure'] })) {
  test(`${view}: who looks closer with two fingers moves nothing`, async () => {
    await reading(view, { width: 390, height: 844, hasTouch: true, isMobile: true }, async ({ page }) => {
      const state = () => page.locator('break-even').evaluate((element) => [element.state, element.undoable]);
      const before = await state();
      for (const place of places) {
        await page.evaluate(() => scrollTo(0, 0));
        const part = page.locator(place).first();
        await part.scrollIntoViewIfNeeded();
        const { x, y, width, height } = await part.boundingBox();
        await spread(page, { x: x + width / 2, y: y + height / 2 });
        await painted(page);
        assert.deepEqual(await state(), before, place);
      }
    });
  });
}
