// The rest of the core follows the first view, and the first view does without it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { core, field, inputs, note, painted, range, showsTheAnswer, text, whole } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { article } from './support/article.mjs';
import { dist, withPage } from './support/page.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
/** Of a frame it is a script. */
const REST = /_rest-.*\.wasm|\/rest-.*\.js/;

/** A gate before the rest of the core, which the server does not let through until it is opened. */
function gated() {
  let open;
  const opened = new Promise((resolve) => (open = resolve));
  const gate = { open, refused: 0, refuses: false };
  gate.intercept = async (request, response) => {
    if (!REST.test(request.url)) return false;
    await opened;
    if (!gate.refuses) return false;
    gate.refused += 1;
    response.writeHead(503).end();
    return true;
  };
  return gate;
}

test('before the rest has come the answer stands, and a slider and a button move it', async () => {
  const gate = gated();
  await withPage({ intercept: gate.intercept }, async ({ page }) => {
    assert.deepEqual(await says(page), quoted.inputs);
    const stale = () => page.locator('.stale').count();
    await page.setViewportSize({ width: 400, height: 900 });
    await painted(page);
    assert.equal(await stale(), 0, 'what the page brought along is true');
    await range(page, 'tariff').press('ArrowRight');
    assert.equal((await says(page)).tariff, core.step_input('tariff', quoted.inputs.tariff, 1));
    assert.equal(await stale(), 2, 'bar and figure are of another mine');
    await page.getByRole('button', { name: 'More: Hardware efficiency' }).click();
    await says(page);
    const state = () => page.locator('break-even').evaluate((element) => element.state);
    assert.equal(await state(), '');
    gate.open();
    await page.locator('break-even').evaluate((element) => element.updateComplete);
    assert.match(await state(), /^1~quoted-40000~true~tariff_/);
    await showsTheAnswer(page);
    assert.equal(await stale(), 0);
  });
});

test('where what draws does not come, no figure of another mine stands as if it were true; it comes with the next move', async () => {
  const gate = gated();
  gate.open();
  gate.refuses = true;
  await withPage({ intercept: gate.intercept, allowErrors: true }, async ({ page }) => {
    const stale = () => page.locator('[part=figure] .stale').count();
    await range(page, 'tariff').press('ArrowRight');
    await eventually(async () => assert.ok(await stale()));
    gate.refuses = false;
    await range(page, 'tariff').press('ArrowRight');
    // It is asked for again, and takes its time.
    await eventually(async () => assert.equal(await stale(), 0));
    await showsTheAnswer(page);
  });
});

test('where what draws comes at last, the picture that stood in the figure’s room makes way for it', async () => {
  const gate = gated();
  gate.open();
  gate.refuses = true;
  const image = '<img src="./scenarios/enegix.png" alt="" width="720" height="540" style="max-width:100%;height:auto">';
  const body = `<script type="module" src="./breakeven.js"></script><break-even scenario="enegix">${image}</break-even>`;
  const answer = article(body);
  const intercept = async (...given) => (await gate.intercept(...given)) || answer(...given);
  await withPage({ path: 'article.html', mounts: { '/': dist }, intercept, allowErrors: true }, async ({ page }) => {
    const picture = page.locator('[part=figure] img');
    await picture.waitFor();
    const room = () => page.locator('break-even').evaluate((element) => element.getBoundingClientRect().height);
    const size = (locator) => locator.evaluate((node) => [node.clientWidth, node.clientHeight]);
    const [before, height] = [await size(picture), await room()];
    await range(page, 'tariff').press('ArrowRight');
    await page.locator('[part=figure] .stale').waitFor();
    gate.refuses = false;
    await range(page, 'tariff').press('ArrowRight');
    await showsTheAnswer(page);
    assert.equal(await picture.count(), 0);
    assert.equal(await page.locator('.stale').count(), 0);
    assert.deepEqual(await size(page.locator('[part=figure] svg')), before, 'it is as large as the figure');
    assert.equal(await room(), height);
    assert.ok(await page.locator('[part=bar] svg text').count(), 'the bar is drawn');
  });
});

test('where what writes links does not come, no empty link is copied: that is said, and the next press asks again', async () => {
  const gate = gated();
  gate.open();
  gate.refuses = true;
  const permissions = ['clipboard-read', 'clipboard-write'];
  await withPage({ intercept: gate.intercept, allowErrors: true, permissions }, async ({ page }) => {
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('A part of the page did not load.').waitFor();
    gate.refuses = false;
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').waitFor();
    assert.equal(new URL(await page.evaluate(() => navigator.clipboard.readText())).hash, '#1~quoted-40000~true');
  });
});

test('what is typed before the rest has come is kept, is said not to be taken yet, and is taken then', async () => {
  const gate = gated();
  await withPage({ intercept: gate.intercept }, async ({ page }) => {
    await told(page);
    await field(page, 'tariff').fill('7 cents');
    await eventually(async () => assert.equal(await note(page, 'tariff'), 'Not taken yet: a part of the page is still loading'));
    await field(page, 'efficiency').focus();
    assert.equal(await field(page, 'tariff').inputValue(), '7 cents');
    assert.equal((await inputs(page)).tariff, quoted.inputs.tariff);
    assert.deepEqual(await page.evaluate('told'), []);
    gate.open();
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.07);
    await painted(page);
    assert.equal(await field(page, 'tariff').inputValue(), '0.07', 'it was left, so it is written as the core writes it');
    assert.deepEqual(await page.evaluate('told'), ['input', 'change']);
    await showsTheAnswer(page);
  });
});

test('what is typed before the rest has come and taken back with Escape is not taken then', async () => {
  const gate = gated();
  await withPage({ intercept: gate.intercept }, async ({ page }) => {
    await told(page);
    for (const id of ['tariff', 'efficiency']) {
      await field(page, id).fill('7');
      await eventually(async () => assert.match(await note(page, id), /^Not taken yet/));
      await field(page, id).press('Escape');
      await painted(page);
      assert.doesNotMatch(await note(page, id), /^Not taken/);
      assert.equal(await field(page, id).inputValue(), core.format_field(quoted.inputs[id], id));
    }
    gate.open();
    await whole(page);
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    assert.deepEqual(await page.evaluate('told'), []);
  });
});

test('where the rest did not come, the next thing typed asks for it again', async () => {
  const gate = gated();
  gate.open();
  gate.refuses = true;
  await withPage({ intercept: gate.intercept, allowErrors: true }, async ({ page }) => {
    await range(page, 'tariff').waitFor();
    await field(page, 'tariff').fill('8');
    await eventually(async () => assert.match(await note(page, 'tariff'), /^Not taken yet/));
    assert.ok(gate.refused > 0);
    gate.refuses = false;
    await field(page, 'tariff').fill('0.08');
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.08);
  });
});

test('a link in the address is followed before anything is shown', async () => {
  const gate = gated();
  const path = 'index.html#1~enegix~tariff~tariff_0.031';
  await withPage({ path, intercept: gate.intercept }, async ({ page }) => {
    await painted(page);
    assert.equal(await page.locator('break-even [part=slider]').count(), 0, 'another mine would be wrong');
    gate.open();
    await range(page, 'tariff').waitFor();
    assert.equal((await showsTheAnswer(page)).tariff, 0.031);
  });
});

test('a link that could not be read is not written over by what is moved: it is one step back', async () => {
  const gate = gated();
  gate.open();
  gate.refuses = true;
  const path = 'index.html#1~enegix~tariff~tariff_0.031';
  await withPage({ path, intercept: gate.intercept, allowErrors: true }, async ({ page }) => {
    await page.getByText('link: a part of the page did not load').waitFor();
    const entries = await page.evaluate(() => history.length);
    gate.refuses = false;
    for (let times = 0; times < 2; times += 1) {
      await range(page, 'tariff').press('PageUp');
      await page.waitForFunction(() => location.hash === `#${document.querySelector('break-even').state}`);
    }
    assert.equal(await page.evaluate(() => history.length), entries + 1);
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('break-even').tariff === 0.031);
    assert.equal((await showsTheAnswer(page)).tariff, 0.031);
  });
});

test('a frame tells how high it is before the rest has come: with larger letters it would be cut off until then', async () => {
  const gate = gated();
  const body = `<script>heard = []; addEventListener('message', ({ data }) => heard.push(data.height))</script>
    <iframe src="./embed.html" title="Break-even" height="1178"></iframe>`;
  const inArticle = article(body);
  const intercept = async (...asked) => (await gate.intercept(...asked)) || inArticle(...asked);
  await withPage({ path: 'article.html', intercept }, async ({ page }) => {
    await page.waitForFunction(() => heard.some((height) => height > 1000));
    assert.equal(await page.frames()[1].evaluate(() => document.querySelector('break-even').state), '');
    gate.open();
  });
});

test('a host’s plain number needs no rest; of any other text it is told once the rest has come', async () => {
  const gate = gated();
  await withPage({ intercept: gate.intercept }, async ({ page }) => {
    await range(page, 'tariff').waitFor();
    const set = (value) => page.locator('break-even').evaluate((element, value) => void (element.tariff = value), value);
    await set('0.061');
    assert.equal((await says(page)).tariff, 0.061);
    await set('6.2 ¢/kWh');
    assert.equal((await says(page)).tariff, 0.061, 'what was in effect stays meanwhile');
    gate.open();
    await page.locator('break-even').evaluate((element) => element.updateComplete);
    assert.equal((await showsTheAnswer(page)).tariff, 0.062);
  });
});

/** The sentence says what the core answers to the inputs in effect. Returns them. */
async function says(page) {
  await range(page, 'tariff').waitFor();
  await painted(page);
  const given = await inputs(page);
  assert.equal(await text(page, '[part=headline]'), core.evaluate(given).text);
  return given;
}

/** Notes the events that tell of a change in `told`. */
async function told(page) {
  await page.evaluate(() => {
    globalThis.told = [];
    for (const type of ['input', 'change']) document.addEventListener(type, () => told.push(type));
  });
}

test('a date that is taken back before the rest has come is no mistake', async () => {
  const gate = gated();
  await withPage({ intercept: gate.intercept }, async ({ page, warnings }) => {
    await says(page);
    await page.locator('break-even').evaluate((element) => {
      element.date = null;
      element.setAttribute('date', '2022-10-24');
      element.removeAttribute('date');
    });
    await painted(page);
    gate.open();
    await whole(page);
    assert.deepEqual(await showsTheAnswer(page), quoted.inputs);
    assert.deepEqual(warnings.filter((warning) => warning.startsWith('break-even')), []);
  });
});
