// The figures as tabs, by mouse, by keys and for a screen reader.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { begun, core, painted, whole } from './support/answer.mjs';
import { withPage } from './support/page.mjs';

const LISTED = ['tariff', 'true', 'time', 'lifetime', 'drivers', 'frontier'];
/** The page's policy lets no script write HTML; some of these tests do, in the place of a host that does. */
const writable = { bypassCSP: true };

/** What the tabs say: of each whether it is chosen, and whether Tab leads to it; and what is drawn. */
function shown(page) {
  return page.locator('break-even').evaluate((element) => {
    const root = element.shadowRoot;
    const tabs = [...root.querySelectorAll('[role=tab]')];
    const panel = root.querySelector('[role=tabpanel]');
    const named = (tab) => tab?.id.replace('tab-', '');
    return {
      tabs: tabs.map(named),
      chosen: tabs.filter((tab) => tab.ariaSelected === 'true').map(named),
      reached: tabs.filter((tab) => tab.tabIndex === 0).map(named),
      focused: named(root.activeElement),
      controls: [...new Set(tabs.map((tab) => tab.getAttribute('aria-controls')))],
      panel: panel && [panel.id, named(root.getElementById(panel.getAttribute('aria-labelledby')))],
      view: element.view,
      figure: root.querySelector('.figure svg')?.getAttribute('aria-label'),
    };
  });
}

async function chosen(page, view) {
  await page.waitForFunction((view) => document.querySelector('break-even').view === view, view);
  await page.locator('break-even').evaluate((element) => element.updateComplete);
  await painted(page);
  const now = await shown(page);
  assert.deepEqual([now.chosen, now.reached, now.view], [[view], [view], view]);
  assert.deepEqual(now.panel, ['plot', view], 'the panel is named by its tab');
  return now;
}

test('the page has a tab for each figure, and opens on the one that answers its question', async () => {
  await withPage({}, async ({ page }) => {
    const now = await chosen(page, 'true');
    assert.deepEqual(now.tabs, LISTED);
    assert.deepEqual(now.controls, ['plot']);
    assert.match(now.figure, /What would have to be true for the quoted \$40,000/);
    const labels = await page.getByRole('tab').allInnerTexts();
    const known = new Map(core.views().map(({ id, label }) => [id, label]));
    assert.deepEqual(labels.map((label) => label.trim()), LISTED.map((id) => known.get(id)));
  });
});

test('a press, the arrows, Home and End choose a tab, and what it shows is drawn', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    await page.getByRole('tab', { name: 'Through time' }).click();
    assert.match((await chosen(page, 'time')).figure, /best machine of the day/);
    for (const [key, view] of [
      ['ArrowRight', 'lifetime'],
      ['End', 'frontier'],
      ['ArrowRight', 'tariff'],
      ['ArrowLeft', 'frontier'],
      ['Home', 'tariff'],
    ]) {
      await page.keyboard.press(key);
      assert.equal((await chosen(page, view)).focused, view, key);
    }
    await page.keyboard.press('ArrowDown');
    await chosen(page, 'tariff');
  });
});

test('a tab that a reader chooses is told as a change, and is in the state', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const heard = await page.locator('break-even').evaluate(async (element) => {
      const heard = [];
      for (const type of ['input', 'change']) element.addEventListener(type, () => heard.push(`${type} ${element.state}`));
      const tab = (view) => element.shadowRoot.querySelector(`#tab-${view}`).click();
      tab('time');
      tab('time');
      await element.updateComplete;
      element.view = 'tariff';
      await element.updateComplete;
      return heard;
    });
    assert.deepEqual(heard, ['change 1~quoted-40000~time']);
  });
});

test('a scenario opens with the figure that answers its question', async () => {
  await withPage({}, async ({ page }) => {
    await whole(page);
    const [first, ...others] = core.scenarios();
    for (const { id, view } of [...others, first]) {
      await page.getByRole('combobox', { name: 'Scenario' }).selectOption(id);
      await chosen(page, view);
    }
  });
});

test('an embed has no tabs unless its editor lists several figures, and then those', async () => {
  await withPage(writable, async ({ page }) => {
    await begun(page);
    const write = async (attributes) => {
      await page
        .locator('main')
        .evaluate((main, html) => (main.innerHTML = html), `<break-even scenario="enegix" ${attributes}></break-even>`);
      await page.locator('break-even').evaluate((element) => element.updateComplete);
      await painted(page);
      return shown(page);
    };
    const alone = await write('view="drivers"');
    assert.deepEqual([alone.tabs, alone.panel, alone.view], [[], null, 'drivers']);
    assert.match(alone.figure, /moves the all-in break-even most/);
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('network-2013');
    await painted(page);
    assert.equal((await shown(page)).view, 'drivers', 'what the editor chose stays');
    assert.deepEqual((await write('views="time"')).tabs, [], 'one alone is no choice');
    const both = await write('view="time" views="time pie tariff time"');
    assert.deepEqual([both.tabs, both.chosen], [['time', 'tariff'], ['time']]);
    const other = await write('view="tariff" views="true time"');
    assert.deepEqual([other.tabs, other.chosen, other.reached], [['true', 'time'], [], ['true']]);
    assert.equal(other.panel, null, 'what no tab chooses is no tab’s panel');
    assert.deepEqual((await write('compact views="time tariff"')).tabs, []);
  });
});

test('the chosen tab is in sight, however narrow the page, and the page does not move for it', async () => {
  for (const fonts of ['narrow', 'wide']) {
    for (const view of ['tariff', 'drivers', 'frontier']) {
      await withPage({ path: `index.html#1~enegix~${view}`, width: 320, height: 700, fonts }, async ({ page }) => {
        await chosen(page, view);
        await painted(page);
        const { tab, line, scrolled } = await page.locator('break-even').evaluate(({ shadowRoot }) => {
          const ends = (selector) => {
            const { left, right } = shadowRoot.querySelector(selector).getBoundingClientRect();
            return [left, right];
          };
          return { tab: ends('[role=tab][aria-selected=true]'), line: ends('[role=tablist]'), scrolled: scrollY };
        });
        assert.ok(tab[0] >= line[0] && tab[1] <= line[1], `${view}: ${tab} in ${line}`);
        assert.equal(scrolled, 0);
      });
    }
  }
});
