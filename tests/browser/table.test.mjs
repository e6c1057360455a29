// The figure as a table, in its drawer: what the core says of the mine, whatever is moved or chosen.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, dragged, field, inShort, inputs } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { withPage } from './support/page.mjs';

/** Opens the table of the figure that a tab names, or of the one that is there. */
async function open(page, tab) {
  if (tab) await page.getByRole('tab', { name: tab }).click();
  await page.locator('details.table summary').click();
  await page.locator('details.table td').first().waitFor();
}

/** The table that stands in the page. */
function shown(page) {
  return page.locator('details.table').evaluate((drawer) => {
    const table = drawer.querySelector('table');
    const texts = (cells) => [...cells].map((cell) => cell.textContent);
    return {
      caption: table.caption.textContent,
      heads: texts(table.tHead.rows[0].cells),
      rows: [...table.tBodies[0].rows].map(({ cells }) => texts(cells)),
    };
  });
}

function expected(view, mine, scenario) {
  const { caption, heads, rows } = core.table_in_words(view, mine, undefined, undefined, scenario);
  if (view === 'true') core.table(view, mine, scenario).forEach(({ reason }, row) => reason && (rows[row][2] = inShort(reason)));
  return { caption, heads, rows };
}

async function isTheCores(page, view) {
  const scenario = await page.locator('break-even').evaluate((element) => element.scenario);
  const wanted = expected(view, await inputs(page), scenario);
  await eventually(async () => assert.deepEqual(await shown(page), wanted));
}

test('every figure has a table of its own numbers, which follows the mine and the figure', async () => {
  await withPage({}, async ({ page }) => {
    await open(page);
    for (const { id, label } of core.views().filter(({ id }) => id !== 'bar')) {
      await page.getByRole('tab', { name: label }).click();
      await isTheCores(page, id);
      await field(page, 'tariff').fill('0.09');
      await isTheCores(page, id);
      await field(page, 'tariff').fill('0.05');
    }
    await page.getByLabel('Scenario').selectOption('enegix');
    await isTheCores(page, await page.locator('break-even').evaluate(({ view }) => view));
  });
});

test('the figure of what would have to be true asks about the quoted price until the market price is another', async () => {
  const quoted = 'What would have to be true for the quoted $40,000 to be the break-even';
  const market = 'What would have to be true for $30,000 to be the break-even';
  await withPage({}, async ({ page }) => {
    await open(page);
    const is = async (title, letters) => {
      await isTheCores(page, 'true');
      const caption = (await shown(page)).caption;
      assert.ok(caption.startsWith(`${title}, each input changed alone.`), caption);
      const figure = page.locator('.figure > div > svg');
      await eventually(async () => assert.equal(await figure.getAttribute('aria-label'), title));
      assert.equal(await figure.locator('desc').textContent(), caption);
      assert.ok((await figure.locator('text').allTextContents()).includes(letters), letters);
      // The first row is read as the table has it.
      const { rows } = await shown(page);
      const read = () => page.locator('.cursor:not([hidden])').first().getAttribute('aria-valuetext');
      await eventually(async () => assert.ok((await read())?.includes(`Electricity: $${rows[0][2]}/kWh`)));
    };
    const above = { quoted: 'For the quoted $40,000, each alone', market: 'For a break-even of $30,000, each alone' };
    await is(quoted, above.quoted);
    await page.locator('break-even').evaluate((element) => element.setAttribute('price', '30000'));
    await is(market, above.market);
    await page.locator('break-even').evaluate((element) => element.removeAttribute('price'));
    await is(quoted, above.quoted);
    await page.locator('break-even').evaluate((element) => (element.state = '1~quoted-40000~true~price_30000'));
    await is(market, above.market);
    await page.locator('break-even').evaluate((element) => (element.state = '1~quoted-40000~true~hours_90'));
    await is(quoted, above.quoted);
  });
});

test('while a slider is dragged the table stands, and when it is let go it is true again', async () => {
  await withPage({ width: 1280 }, async ({ page }) => {
    await open(page, 'Tariff');
    const before = await shown(page);
    await dragged(page, 'efficiency', async () => {
      assert.notDeepEqual(expected('tariff', await inputs(page)), before, 'the drag changes the mine');
      assert.deepEqual(await shown(page), before);
    });
    await isTheCores(page, 'tariff');
  });
});

test('a table that was shut shows the mine of now when it is opened again', async () => {
  await withPage({}, async ({ page }) => {
    await open(page, 'Tariff');
    await page.locator('details.table summary').click();
    await field(page, 'tariff').fill('0.2');
    await page.locator('details.table summary').click();
    await isTheCores(page, 'tariff');
  });
});

test('it scrolls within itself, has a name, its heads are heads, and Tab leads into it', async () => {
  await withPage({ width: 320 }, async ({ page }) => {
    await open(page, 'Through time');
    const region = page.getByRole('region', { name: 'The figure as a table' });
    const { high, wide, all, scopes } = await region.evaluate((scroll) => ({
      high: scroll.clientHeight < scroll.scrollHeight,
      wide: scroll.clientWidth < scroll.scrollWidth,
      all: document.scrollingElement.scrollWidth,
      scopes: [...scroll.querySelectorAll('tr')].map(({ cells }) => [...new Set([...cells].map(({ scope }) => scope))].join()),
    }));
    assert.ok(high && wide && all <= 320, `${high} ${wide} ${all}`);
    assert.deepEqual([scopes[0], ...new Set(scopes.slice(1))], ['col', 'row,']);
    await page.locator('details.table summary').focus();
    await page.keyboard.press('Tab');
    assert.ok(await region.evaluate((scroll) => scroll.getRootNode().activeElement === scroll));
  });
});

for (const fonts of ['narrow', 'wide']) {
  for (const width of [320, 560]) {
    for (const tab of ['What if', 'Drivers']) {
      test(`${tab} is read without scrolling sideways, ${fonts} fonts, ${width} px`, async () => {
        await withPage({ width, fonts }, async ({ page }) => {
          await open(page, tab);
          const region = page.getByRole('region', { name: 'The figure as a table' });
          const { wide, roles, over } = await region.evaluate((scroll) => {
            const rows = [...scroll.querySelectorAll('tr')];
            const boxes = (row) => [...row.cells].map((cell) => {
              const text = document.createRange();
              text.selectNodeContents(cell);
              return text.getBoundingClientRect();
            });
            const apart = (one, other) => one.right <= other.left || one.bottom <= other.top;
            const isOver = (row) => boxes(row).some((box, i, all) => box.width && all.slice(i + 1).some((other) => other.width && !apart(box, other)));
            return {
              wide: scroll.scrollWidth > scroll.clientWidth,
              roles: [scroll.querySelector('table'), ...rows, ...rows.flatMap(({ cells }) => [...cells])].every((node) => node.role),
              over: rows.filter(isOver).map(({ textContent }) => textContent),
            };
          });
          assert.deepEqual([wide, over], [false, []]);
          // Their rows are laid out as no table is, which some engines take for none.
          assert.ok(roles);
        });
      });
    }
  }
}

test('its heads stay in sight while it scrolls', async () => {
  for (const width of [320, 1280]) {
    await withPage({ width }, async ({ page }) => {
      for (const tab of ['What if', 'Drivers', 'Through time']) {
        await page.getByRole('tab', { name: tab }).click();
        if (!(await page.locator('details.table').evaluate(({ open }) => open))) await open(page);
        const region = page.getByRole('region', { name: 'The figure as a table' });
        const above = () => region.evaluate((scroll) => {
          scroll.scrollTop = 200;
          const box = (node) => node.getBoundingClientRect();
          const heads = [...scroll.querySelectorAll('thead th')].map((head) => box(head).top - box(scroll).top);
          const { height } = box(scroll.querySelector('thead'));
          return [scroll.scrollTop, Math.min(...heads) >= 0, Math.max(...heads) < height, height < scroll.clientHeight / 2];
        });
        await eventually(async () => assert.deepEqual(await above(), [200, true, true, true], `${tab}, ${width} px`));
      }
    });
  }
});

test('its numbers are written as the page’s language writes them', async () => {
  const before = () => addEventListener('DOMContentLoaded', () => document.querySelector('break-even').setAttribute('locale', 'de'));
  await withPage({ before }, async ({ page }) => {
    await open(page, 'Tariff');
    const { caption, rows } = core.table_in_words('tariff', await inputs(page), ',', '.');
    const now = await shown(page);
    assert.deepEqual([now.caption, now.rows], [caption, rows]);
    assert.equal(now.rows[0][0], '0,001');
  });
});

test('under it stands every input with its value, and where that is from', async () => {
  await withPage({}, async ({ page }) => {
    await open(page);
    const { facts } = core.scenarios().find(({ id }) => id === 'quoted-40000');
    const listed = async () => {
      const texts = await page.locator('.assumed li').allTextContents();
      return texts.map((text) => text.replace(/\s+/g, ' ').trim());
    };
    const lines = (mine) =>
      core.input_table().map(({ id, label, field_unit: unit }) => {
        const fact = facts.find(({ input }) => input === id);
        const value = `${label} ${core.format_field(mine[id], id)} ${unit}`;
        return [value, fact && `${fact.basis}, ${fact.date}`].filter(Boolean).join(' ');
      });
    const start = await inputs(page);
    assert.deepEqual(await listed(), lines(start));
    await field(page, 'efficiency').fill('40');
    const moved = lines({ ...start, efficiency: 40 });
    moved[1] = `Hardware efficiency 40 J/TH Yours. Scenario: ${core.format_field(start.efficiency, 'efficiency')} J/TH`;
    await eventually(async () => assert.deepEqual(await listed(), moved));
  });
});

for (const path of ['embed.html', 'breakeven.html']) {
  test(`${path} has the table too`, async () => {
    await withPage({ path }, async ({ page }) => {
      await open(page);
      const view = await page.locator('break-even').evaluate((element) => element.view);
      await isTheCores(page, view);
    });
  });
}
