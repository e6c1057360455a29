// What is shown is spoken too, once; and what has the focus is seen.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { core, field, inputs, painted, range, readable, text, whole } from './support/answer.mjs';
import { ENGINES, until, visit } from './support/engines.mjs';
import { eventually } from './support/eventually.mjs';
import { dist, withPage } from './support/page.mjs';
import { serve } from './support/server.mjs';

/** Rather more than what is spoken waits for. */
const SPOKEN = 900;
/** In ms: how quickly a key repeats that is held down. */
const REPEAT = 33;

const status = (page) => text(page, '.announcement');
const isSaid = (page, wanted) =>
  page.waitForFunction((wanted) => {
    const said = document.querySelector('break-even').shadowRoot.querySelector('.announcement');
    return said.textContent.replace(/\s+/g, ' ').trim() === wanted;
  }, wanted);

const quoted = core.scenarios().find(({ id }) => id === 'quoted-40000').inputs;
/** What is said of the change from one mine to what the page shows. */
const since = async (page, before) => core.change(before, await inputs(page));

/** Opens the page; `told()` is every text that the status has had since, in the order in which it came. */
function listening(options, look) {
  return withPage(options, async ({ page, ...rest }) => {
    await page.locator('[part=slider]').first().waitFor();
    await page.locator('break-even').evaluate((element) => {
      globalThis.told = [];
      const said = element.shadowRoot.querySelector('.announcement');
      globalThis.said = said;
      const note = () => told.push(said.textContent.replace(/\s+/g, ' ').trim());
      new MutationObserver(note).observe(said, { childList: true, characterData: true, subtree: true });
    });
    await whole(page);
    await look({ page, told: () => page.evaluate(() => told), ...rest });
    const same = () => said === document.querySelector('break-even').shadowRoot.querySelector('.announcement');
    assert.ok(await page.evaluate(same), 'the status was there before what it says');
  });
}

test('a day that is gone to is told, though a text stands in a field that was not taken', async () => {
  await listening({ path: 'index.html#1~quoted-40000~time', width: 768, height: 1024 }, async ({ page, told }) => {
    await field(page, 'tariff').fill('abc');
    await page.waitForFunction(() => told.some((text) => text.includes('Not taken')));
    const frame = page.locator('[part=figure] > div');
    await page.locator('.cursor').first().waitFor({ state: 'attached' });
    await frame.scrollIntoViewIfNeeded();
    const box = await frame.boundingBox();
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + 0.3 * box.width, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 0.6 * box.width, y, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('break-even').undoable);
    await isSaid(page, core.evaluate(await inputs(page)).text);
    assert.equal((await told()).length, 2, 'once');
  });
});

test('what moved and what follows is told once, when a key that is held down is let go', async () => {
  await listening({}, async ({ page, told }) => {
    // In the page's own time: from outside, a machine with much else to do lets go of the key in between.
    const during = await range(page, 'tariff').evaluate(
      async (slider, { time, every }) => {
        for (const start = performance.now(); performance.now() - start < time; ) {
          slider.value = String(Number(slider.value) + 0.005);
          slider.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await new Promise((next) => setTimeout(next, every));
        }
        return [...told];
      },
      { time: 2 * SPOKEN, every: REPEAT },
    );
    assert.deepEqual(during, [], 'nothing while it repeats');
    await isSaid(page, await since(page, quoted));
    await wait(SPOKEN);
    assert.equal((await told()).length, 1);
  });
});

test('it is told when a drag is done, not while the hand rests in it', async () => {
  await listening({}, async ({ page, told }) => {
    const { x, y, width, height } = await range(page, 'tariff').boundingBox();
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + height / 2, { steps: 4 });
    await wait(SPOKEN);
    assert.deepEqual(await told(), []);
    await page.mouse.up();
    const said = await since(page, quoted);
    assert.match(said, /^Electricity tariff from \$0\.05\/kWh to \$0\.\d+\/kWh: /);
    await isSaid(page, said);
    assert.equal((await told()).length, 1);
  });
});

test('another scenario, and a link that is followed, are told', async () => {
  await listening({}, async ({ page, told }) => {
    await page.getByLabel('Scenario').selectOption('enegix');
    await isSaid(page, core.evaluate(core.scenarios().find(({ id }) => id === 'enegix').inputs).text);
    await page.evaluate(() => (location.hash = '#1~enegix~tariff~tariff_0.09'));
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.09);
    await painted(page);
    await isSaid(page, await text(page, '[part=headline]'));
    assert.equal((await told()).length, 2);
  });
});

test('why a number is not taken is told, with its name; and when it is mended, the answer', async () => {
  await listening({}, async ({ page, told }) => {
    const before = await text(page, '[part=headline]');
    await field(page, 'tariff').fill('abc');
    await isSaid(page, 'Electricity tariff: Not taken. Allowed: 0 to 5 USD/kWh, such as 0.05');
    await field(page, 'tariff').press('Escape');
    await isSaid(page, before);
    const number = page.getByRole('spinbutton', { name: /^Bitcoin price/ });
    await number.fill('0');
    await isSaid(page, 'Bitcoin price: Not taken. Allowed: 0.01 to 100,000,000 USD/BTC');
    await number.blur();
    await isSaid(page, before);
    assert.equal((await told()).length, 4);
  });
});

test('what a link asks for and does not get is told once, and then the answer', async () => {
  await withPage({ path: 'index.html#1~enegix~tariff~tariff_7' }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    const [notice, answer] = [await text(page, '#conclusion'), await text(page, '[part=headline]')];
    await isSaid(page, `${notice}. ${answer}`);
    const before = await inputs(page);
    await range(page, 'tariff').press('ArrowRight');
    await painted(page);
    await isSaid(page, await since(page, before));
  });
});

test('an input that is not in the sentence is told as well, two at a time by the whole answer', async () => {
  await listening({}, async ({ page, told }) => {
    await page.getByText('Assumptions and sources').click();
    await field(page, 'opex').fill('7');
    await isSaid(page, await since(page, quoted));
    // Both in less time than is waited for, on any machine.
    await page.locator('break-even').evaluate(({ shadowRoot }) => {
      for (const [id, text] of [['opex', '8'], ['tariff', '0.2']]) {
        const input = shadowRoot.getElementById(`${id}-field`);
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
    await eventually(async () => assert.equal((await inputs(page)).tariff, 0.2));
    await painted(page);
    await isSaid(page, await text(page, '[part=headline]'));
    assert.equal((await told()).length, 2);
  });
});

test('a page says nothing by itself, nor to a reader who changes nothing', async () => {
  await listening({}, async ({ page, told }) => {
    await wait(SPOKEN);
    for (let tabs = 0; tabs < 12; tabs += 1) await page.keyboard.press('Tab');
    await wait(SPOKEN);
    assert.deepEqual([await status(page), await told()], ['', []]);
  });
});

/** Chromium's accessibility tree, as a screen reader gets it. */
async function accessible(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: role.value,
      name: name?.value,
      description: description?.value,
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }));
}

test('each number of the sentence says its name, its value in words and the ends of its range', async () => {
  await withPage({}, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    const numbers = (await accessible(page)).filter(({ role }) => role === 'spinbutton');
    const sentence = core.evaluate(core.scenarios().find(({ id }) => id === 'quoted-40000').inputs).sentence;
    const shown = sentence.filter(({ input }) => input);
    assert.equal(numbers.length, shown.length);
    for (const [i, { input, text }] of shown.entries()) {
      const { label, unit, min, max } = core.input_table().find(({ id }) => id === input);
      const { name, valuemin, valuemax, valuetext } = numbers[i];
      // Chromium keeps both in single precision.
      const ends = [min, max].map(Math.fround);
      assert.deepEqual([name, valuemin, valuemax, valuetext], [`${label}, ${unit}`, ...ends, text]);
    }
  });
});

test('a figure has a name and a description, and no tooltip while it is dragged', async () => {
  await withPage({}, async ({ page }) => {
    // It comes when the figures are drawn.
    await readable(page);
    const figures = (await accessible(page)).filter(({ role }) => role === 'image' || role === 'img');
    assert.equal(figures.length, 2);
    for (const { name, description } of figures) {
      assert.ok(name.length > 10, name);
      assert.ok(description.length > 40, description);
    }
    const titles = await page.locator('break-even').evaluate((element) => element.shadowRoot.querySelectorAll('title, [title]').length);
    assert.equal(titles, 0);
  });
});

for (const [width, height] of [[280, 560], [320, 568], [390, 844]]) {
  test(`at ${width} × ${height} px the focus never goes behind the bar that stays in sight`, async () => {
    await withPage({ width, height, reducedMotion: 'reduce' }, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      await page.getByText('Assumptions and sources').click();
      await page.locator('.drawer .help').first().waitFor();
      let stuck = 0;
      for (const key of ['Tab', 'Shift+Tab']) {
        for (let presses = 0; ; presses += 1) {
          assert.ok(presses < 300, `the focus never leaves the page by ${key}`);
          await page.keyboard.press(key);
          await painted(page);
          const focused = await page.evaluate(focusedAndBar);
          if (!focused) break;
          const { name, top, bottom, bar } = focused;
          assert.ok(top > -1 && bottom < height + 1, `${key} to ${name}: ${top} to ${bottom} is in sight`);
          assert.ok(top >= bar.bottom || bottom <= bar.top, `${key} to ${name}: ${top} to ${bottom} is behind the bar, ${bar.top} to ${bar.bottom}`);
          if (bar.top === 0) stuck += 1;
        }
      }
      assert.ok(stuck > 3, 'the bar did stay, as the test meant it');
    });
  });
}

for (const engine of ENGINES) {
  test(`${engine}: what gets the focus is scrolled to below the bar`, async () => {
    const server = await serve({ '/': dist });
    try {
      await visit(engine, `${server.origin}/index.html`, async (page) => {
        await until(page.evaluate, () => !!document.querySelector('break-even')?.shadowRoot?.querySelector('[part=figure] text'));
        await page.evaluate(() => (document.body.style.paddingBlock = '1500px'));
        const controls = await page.evaluate(() => {
          globalThis.controls = [...document.querySelector('break-even').shadowRoot.querySelectorAll('.sliders :is(input, button:not([hidden]))')];
          return controls.length;
        });
        assert.ok(controls >= 12);
        let stuck = 0;
        for (let i = controls - 1; i >= 0; i -= 1) {
          stuck += await page.evaluate((i) => {
            // Its upper edge is at that of the window: behind the bar.
            scrollBy({ top: controls[i].getBoundingClientRect().top, behavior: 'instant' });
            const behind = controls[i].getBoundingClientRect().top < controls[i].getRootNode().querySelector('.bar').getBoundingClientRect().bottom;
            controls[i].focus();
            return behind ? 1 : 0;
          }, i);
          const { name, top, bar } = await page.evaluate(focusedAndBar);
          assert.ok(top >= bar.bottom - 1, `${name}: ${top} is behind the bar, which ends at ${bar.bottom}`);
        }
        assert.ok(stuck > 3, 'the bar did cover some, as the test meant it');
      });
    } finally {
      await server.close();
    }
  });
}

/** Runs in the page. */
function focusedAndBar() {
  const { shadowRoot } = document.querySelector('break-even');
  const focused = shadowRoot.activeElement;
  if (!focused) return undefined;
  const { top, bottom } = focused.getBoundingClientRect();
  const bar = shadowRoot.querySelector('.bar').getBoundingClientRect();
  const name = focused.getAttribute('aria-label') ?? focused.id ?? focused.textContent;
  return { name, top, bottom, bar: { top: bar.top, bottom: bar.bottom } };
}
