// A reader moves, steps and types; sentence, bar and figure follow, and nonsense is refused.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { begun, conclusionOf, core, field, inputs, note, painted, range, showsTheAnswer, SLIDERS, text, whole } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { screenshot, withPage } from './support/page.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');

test('the page opens on the scenario of the article, with the whole answer before any scrolling', async () => {
  await withPage({ width: 390, height: 844 }, async ({ page }) => {
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    for (const part of ['[part=headline]', '.bar', '.slider:last-child']) {
      const box = await page.locator(part).boundingBox();
      assert.ok(box.y + box.height <= 844, `${part} ends at ${box.y + box.height}`);
    }
    await screenshot(page, 'phone');
  });
});

test('no scenario has a number that its field cuts, with wide letters', async () => {
  await withPage({ fonts: 'wide' }, async ({ page }) => {
    await page.getByText('Assumptions and sources').click();
    await field(page, 'price').waitFor();
    for (const { id } of core.scenarios()) {
      const cut = await page.locator('break-even').evaluate(async (element, id) => {
        element.scenario = id;
        await element.updateComplete;
        const fields = [...element.shadowRoot.querySelectorAll('.number input')];
        return fields.filter((one) => one.scrollWidth > one.clientWidth).map((one) => `${one.id}: ${one.value}`);
      }, id);
      assert.deepEqual(cut, [], id);
    }
  });
});

for (const id of SLIDERS) {
  test(`${id}: dragging the slider changes sentence, bar and figure`, async () => {
    await withPage({}, async ({ page }) => {
      const track = await range(page, id).boundingBox();
      const y = track.y + track.height / 2;
      const start = core.slider_position(id, quoted.inputs[id]);
      await page.mouse.move(track.x + 14 + start * (track.width - 28), y);
      await page.mouse.down();
      for (const position of [0.6, 0.8, 0.3]) {
        await page.mouse.move(track.x + 14 + position * (track.width - 28), y, { steps: 4 });
        const shown = await showsTheAnswer(page);
        const wanted = core.slider_value(id, position);
        assert.ok(Math.abs(shown[id] / wanted - 1) < 0.06, `${shown[id]} is near ${wanted}`);
      }
      await page.mouse.up();
      assert.match(await note(page, id), /^Yours\. Scenario: /);
    });
  });

  test(`${id}: the arrow keys step, the page keys step by ten`, async () => {
    await withPage({}, async ({ page }) => {
      const slider = range(page, id);
      await slider.waitFor();
      for (const [key, count] of [['ArrowRight', 1], ['ArrowDown', -1], ['PageUp', 10], ['ArrowLeft', -1]]) {
        const before = (await inputs(page))[id];
        await slider.press(key);
        assert.equal((await showsTheAnswer(page))[id], core.step_input(id, before, count), key);
      }
      const { unit } = core.input_table().find((spec) => spec.id === id);
      const value = core.format_field((await inputs(page))[id]);
      assert.equal(await slider.getAttribute('aria-valuetext'), `${value} ${unit}`);
    });
  });

  test(`${id}: − and + step, Reset goes back to the scenario`, async () => {
    await withPage({}, async ({ page }) => {
      const { label } = core.input_table().find((spec) => spec.id === id);
      await page.getByRole('button', { name: `More: ${label}` }).click();
      assert.equal((await showsTheAnswer(page))[id], core.step_input(id, quoted.inputs[id], 1));
      await page.getByRole('button', { name: `Less: ${label}` }).click();
      await page.getByRole('button', { name: `Less: ${label}` }).click();
      assert.ok((await showsTheAnswer(page))[id] < quoted.inputs[id]);
      await page.getByRole('button', { name: `Reset: ${label}` }).click();
      assert.equal((await showsTheAnswer(page))[id], quoted.inputs[id]);
      assert.equal(await page.getByRole('button', { name: `Reset: ${label}` }).count(), 0);
    });
  });

  test(`${id}: a typed number is taken as it is typed`, async () => {
    await withPage({}, async ({ page }) => {
      const wanted = { tariff: '0.0625', efficiency: '29.5', hashrate: '1,234.5' }[id];
      await field(page, id).fill(wanted);
      assert.equal((await showsTheAnswer(page))[id], core.parse_input(id, wanted));
      await field(page, id).press('Enter');
      assert.equal(await field(page, id).inputValue(), wanted);
    });
  });

  test(`${id}: nonsense is refused beside its field, and the last good answer stays`, async () => {
    await withPage({}, async ({ page }) => {
      const { max } = core.input_table().find((spec) => spec.id === id);
      for (const nonsense of ['abc', '', '-1', String(max * 2), 'NaN', '1e999', '<b>', '٣', '1,23,4']) {
        await field(page, id).fill(nonsense);
        assert.deepEqual(await showsTheAnswer(page), quoted.inputs, nonsense);
        assert.equal(await field(page, id).getAttribute('aria-invalid'), 'true', nonsense);
        assert.equal(await note(page, id), `Not taken. Allowed: ${refusal(id, nonsense).allowed}`);
        await field(page, id).blur();
        await painted(page);
        const left = nonsense || core.format_field(quoted.inputs[id]);
        assert.equal(await field(page, id).inputValue(), left, 'a text stays to be mended, nothing does not');
      }
      await field(page, id).press('Escape');
      await painted(page);
      assert.equal(await field(page, id).getAttribute('aria-invalid'), null);
      assert.equal(await field(page, id).inputValue(), core.format_field(quoted.inputs[id]));
    });
  });
}

test('whoever resets by a key goes on in the number', async () => {
  await withPage({}, async ({ page }) => {
    await field(page, 'tariff').fill('0.07');
    await page.getByRole('button', { name: 'Reset: Electricity tariff' }).press('Enter');
    await painted(page);
    assert.equal((await showsTheAnswer(page)).tariff, quoted.inputs.tariff);
    assert.ok(await field(page, 'tariff').evaluate((field) => field.matches(':focus')));
  });
});

test('the growth of the price stays in the sentence as long as it is in hand, at none too', async () => {
  await withPage({ width: 1280, height: 900, path: 'index.html#1~quoted-40000~tariff~price_growth_0.1' }, async ({ page }) => {
    await whole(page);
    const growth = page.getByRole('spinbutton', { name: /^Price growth/ });
    const now = () => page.locator('break-even').evaluate(({ price_growth: value }) => value);
    const says = () => text(page, '[part=headline]');
    const box = await growth.boundingBox();
    const y = box.y + box.height / 2;
    const none = core.slider_position('price_growth', 0) - core.slider_position('price_growth', 0.1);
    await page.mouse.move(box.x + 10, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 10 + none * 480, y, { steps: 4 });
    await eventually(async () => assert.equal(await now(), 0));
    assert.match(await says(), /growing 0 % a year/);
    await page.mouse.move(box.x + 10, y + 3, { steps: 4 });
    await eventually(async () => assert.equal(await now(), 0.1));
    await page.mouse.move(box.x + 10 + none * 480, y, { steps: 4 });
    await page.mouse.up();
    await showsTheAnswer(page);
    assert.equal(await now(), 0);
    assert.doesNotMatch(await says(), /growing/);
    await page.keyboard.press('Control+z');
    await eventually(async () => assert.equal(await now(), 0.1, 'the drag is undone as any other'));

    await growth.click();
    await page.keyboard.type('0.5');
    await eventually(async () => assert.equal(await now(), 0.005));
    await page.keyboard.press('Enter');
    await growth.press('ArrowDown');
    await eventually(async () => assert.equal(await now(), 0));
    await growth.press('ArrowUp');
    await eventually(async () => assert.ok((await now()) > 0));
    await growth.blur();
    await showsTheAnswer(page);
  });
});

test('a number of the sentence can be dragged, typed and stepped', async () => {
  await withPage({ width: 1280, height: 900 }, async ({ page }) => {
    const number = page.getByRole('spinbutton', { name: /^Bitcoin price/ });
    const box = await number.boundingBox();
    await page.mouse.move(box.x + 10, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    const dragged = (await showsTheAnswer(page)).price;
    assert.ok(dragged > quoted.inputs.price, `${dragged}`);

    await number.click();
    await painted(page);
    assert.equal(await number.inputValue(), core.format_field(dragged), 'without its unit while it is typed');
    await page.keyboard.type('41,500');
    await painted(page);
    assert.equal((await inputs(page)).price, 41_500);
    await number.press('Enter');
    await number.press('ArrowUp');
    const stepped = core.step_input('price', 41_500, 1);
    await painted(page);
    assert.equal(await number.inputValue(), core.format_field(stepped), 'as long as it has the focus');
    await number.blur();
    assert.equal((await showsTheAnswer(page)).price, stepped);
  });
});

test('a refused number of the sentence says what is allowed, and leaves the sentence true', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const number = page.getByRole('spinbutton', { name: /^Bitcoin price/ });
    await number.fill('0');
    await painted(page);
    assert.equal(await text(page, '#headline-note'), `Not taken. Allowed: ${refusal('price', '0').allowed}`);
    await number.blur();
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    assert.equal(await text(page, '#headline-note'), '');
  });
});

test('a number of the sentence says how it was read, where a field does, until it is left; nothing moves for it', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const number = page.getByRole('spinbutton', { name: /^Bitcoin price/ });
    await number.focus();
    await painted(page);
    const height = () => page.locator('.answer').evaluate((answer) => answer.getBoundingClientRect().height);
    const before = await height();
    await number.fill('40.000');
    await painted(page);
    const told = page.locator('#headline-note');
    assert.equal(await text(page, '#headline-note'), 'Read as 40 USD/BTC');
    const [colour, alarm] = await told.evaluate((note) => [
      getComputedStyle(note).color,
      getComputedStyle(document.querySelector('break-even').shadowRoot.querySelector('details .refusal')).color,
    ]);
    assert.notEqual(colour, alarm, 'it is no refusal');
    assert.equal(await height(), before);
    await number.blur();
    await painted(page);
    assert.equal(await text(page, '#headline-note'), '');
    assert.equal((await showsTheAnswer(page)).price, 40);
  });
});

test('dragging in the figure moves the tariff', async () => {
  await withPage({ path: 'index.html#1~quoted-40000~tariff', width: 1280, height: 900 }, async ({ page }) => {
    await showsTheAnswer(page);
    const figure = await page.locator('.figure svg').boundingBox();
    const y = figure.y + figure.height / 2;
    await page.mouse.move(figure.x + figure.width * 0.5, y);
    await page.mouse.down();
    await page.mouse.move(figure.x + figure.width * 0.9, y, { steps: 8 });
    const right = (await showsTheAnswer(page)).tariff;
    await page.mouse.move(figure.x + figure.width * 0.2, y, { steps: 8 });
    await page.mouse.up();
    const left = (await showsTheAnswer(page)).tariff;
    assert.ok(left < 0.01 && right > 0.1, `${left} … ${right}`);
  });
});

test('every other input stands in the drawer, with unit, origin and reason', async () => {
  await withPage({ width: 1280, height: 900 }, async ({ page }) => {
    await page.getByText('Assumptions and sources').click();
    await page.locator('.drawer .help').first().waitFor();
    for (const { id, field_unit } of core.input_table()) {
      assert.equal(await field(page, id).count(), 1, id);
      assert.equal(await text(page, `#${id}-unit`), field_unit);
    }
    const { inputs: helps, scenarios } = core.sources();
    for (const { help } of helps) assert.ok((await text(page, '.drawer')).includes(help), help);
    for (const { reason, basis, date } of scenarios.find(({ id }) => id === quoted.id).facts) {
      const shown = await text(page, '.drawer');
      assert.ok([reason, basis, date].every((part) => shown.includes(part)), reason);
    }
    const known = scenarios.find(({ id }) => id === quoted.id).facts.filter(({ address }) => address);
    assert.ok(known.length > 2);
    const links = await page.locator('.source a').evaluateAll((all) => all.map(({ href, textContent }) => [textContent, href]));
    assert.deepEqual(links, known.map(({ source, address }) => [source, address]));
    await field(page, 'hours').fill('168');
    assert.equal((await showsTheAnswer(page)).hours, 168);
  });
});

test('two values that do not go together are refused', async () => {
  await withPage({}, async ({ page }) => {
    await page.getByText('Assumptions and sources').click();
    await field(page, 'fees').fill('0');
    await field(page, 'subsidy').fill('0');
    assert.equal((await showsTheAnswer(page)).subsidy, quoted.inputs.subsidy);
    assert.match(await note(page, 'subsidy'), /^Not taken/);
  });
});

test('a scenario is picked with one choice, and what was moved goes', async () => {
  await withPage({}, async ({ page }) => {
    await field(page, 'tariff').fill('0.3');
    for (const { id, inputs } of core.scenarios()) {
      await page.getByLabel('Scenario').selectOption(id);
      assert.deepEqual(await showsTheAnswer(page), inputs);
      assert.equal(await text(page, '#conclusion'), conclusionOf(id));
      const apart = (await page.locator('#conclusion').textContent()).match(/\d (?:%|\w*\/|[kMGT]?Wh?\b)/g);
      assert.equal(apart, null, 'a number stays with its unit');
    }
    // It is about the scenario, and the sentence under it no more.
    await field(page, 'tariff').fill('0.3');
    const { id } = core.scenarios().at(-1);
    await eventually(async () => assert.equal(await text(page, '#conclusion'), `Unchanged: ${conclusionOf(id)}`));
    await field(page, 'tariff').press('Enter');
    await page.getByRole('button', { name: 'Undo' }).click();
    await eventually(async () => assert.equal(await text(page, '#conclusion'), conclusionOf(id)));
  });
});

function refusal(id, nonsense) {
  try {
    core.parse_input(id, nonsense);
  } catch (error) {
    return error;
  }
  assert.fail(`${id} takes ${nonsense}`);
}

test('with Ctrl a press opens a Mac’s menu and moves nothing', async () => {
  await withPage({}, async ({ page }) => {
    const { x, y, width, height } = await range(page, 'tariff').boundingBox();
    await page.keyboard.down('Control');
    await page.mouse.click(x + 0.9 * width, y + height / 2);
    await page.keyboard.up('Control');
    await painted(page);
    assert.equal(await field(page, 'tariff').inputValue(), '0.05');
  });
});

test('the way gone ends under the thumb, wherever it is', async () => {
  await withPage({}, async ({ page }) => {
    await showsTheAnswer(page);
    const track = page.locator('.track').first();
    const { x, y, width, height } = await track.boundingBox();
    for (const position of [0.1, 0.5, 0.93, 0, 1]) {
      await page.mouse.click(x + position * (width - 1), y + height / 2);
      await painted(page);
      const { value, gone } = await track.evaluate((track) => {
        const painted = getComputedStyle(track.querySelector('.gone')).backgroundSize;
        return { value: track.querySelector('input').valueAsNumber, gone: Number.parseFloat(painted) / 100 };
      });
      // Half a thumb at either end leads nowhere.
      assert.ok(Math.abs(value - Math.min(1, Math.max(0, (position * width - 14) / (width - 28)))) < 0.02, `${value} at ${position}`);
      assert.ok(Math.abs(gone - value) < 1e-6, `${gone} of ${value}`);
    }
  });
});

test('what is pressed stays under the pointer, though the bar covers half of it', async () => {
  await withPage({ path: 'index.html#1~quoted-40000~tariff' }, async ({ page }) => {
    await whole(page);
    await page.locator('break-even').evaluate((element) => element.updateComplete);
    await painted(page);
    const track = page.locator('.track').last();
    await track.evaluate((track) => {
      const bar = track.getRootNode().querySelector('.bar').getBoundingClientRect();
      const { top, height } = track.getBoundingClientRect();
      scrollBy(0, top - bar.height + height / 2);
    });
    await painted(page);
    const [at, bar] = [await track.boundingBox(), await page.locator('.bar').boundingBox()];
    assert.ok(at.y < bar.y + bar.height - 8 && at.y + at.height > bar.y + bar.height + 8, 'half of it is covered');
    await page.mouse.move(at.x + at.width / 2, at.y + at.height - 4);
    await page.mouse.down();
    await painted(page);
    assert.equal((await track.boundingBox()).y, at.y);
    await page.mouse.up();
  });
});

test('Escape drops what is typed, puts away what is read, and then closes what is around it; a text that is composed has its keys', async () => {
  await withPage({ bypassCSP: true }, async ({ page }) => {
    await begun(page);
    await page.locator('main').evaluate((main) => {
      main.innerHTML = '<dialog><break-even></break-even></dialog>';
      main.firstChild.showModal();
    });
    await field(page, 'tariff').fill('0.0');
    await field(page, 'tariff').dispatchEvent('keydown', { key: 'Escape', isComposing: true });
    assert.equal(await field(page, 'tariff').inputValue(), '0.0');
    await page.keyboard.press('Escape');
    await painted(page);
    assert.equal(await page.locator('dialog[open]').count(), 1);
    assert.equal(await field(page, 'tariff').inputValue(), '0.05');
    // What is read in the figure, too, is put away before what is around it.
    await page.locator('.cursor:not([hidden])').first().focus();
    await page.locator('.readout:not([hidden])').waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual([await page.locator('.readout:not([hidden])').count(), await page.locator('dialog[open]').count()], [0, 1]);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('dialog[open]').count(), 0);
  });
});
