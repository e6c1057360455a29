// The embed dialog: what it gives an editor to paste works when it is pasted.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import sharp from 'sharp';

import { core, field, inputs, showsTheAnswer, text } from './support/answer.mjs';
import { article } from './support/article.mjs';
import { eventually } from './support/eventually.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';

const scenario = (id) => core.scenarios().find((one) => one.id === id);
const moved = { ...scenario('enegix').inputs, tariff: 0.07 };
const state = '1~enegix~tariff~tariff_0.07';
const path = `tools/index.html#${state}`;
const mounts = { '/tools/': dist };

async function open(page) {
  await page.locator('[part=slider]').first().waitFor();
  await page.getByRole('button', { name: 'Embed' }).click();
  await page.getByRole('dialog', { name: 'Embed this figure' }).waitFor();
}

const code = (page) => page.getByLabel('Paste this').inputValue();
const choose = (page, name) => page.getByRole('radio', { name }).check();

/** Opens the dialog, makes the choices, and hands over the code and the folder that it names. */
function given(choices, use, options = {}) {
  return withPage({ path, mounts, ...options }, async ({ page, origin, ...rest }) => {
    await open(page);
    for (const choice of choices) await choose(page, choice);
    await use({ page, code: await code(page), folder: `${origin}/tools/`, ...rest });
  });
}

/** Pastes the code into an article on an origin of its own, under that host's headers. */
function pasted(code, test, { headers, style = '', ...options } = {}) {
  const intercept = article(`${style}${code}`, headers);
  return withPage({ path: 'article.html', mounts: {}, intercept, allowErrors: true, ...options }, test);
}

const attribute = (html, name) => html.match(new RegExp(`<break-even[^>]* ${name}="([^"]*)"`))?.[1];

test('it opens, says what it is for, and gives the focus back when it is closed', async () => {
  await given([], async ({ page }) => {
    for (const close of [() => page.keyboard.press('Escape'), () => page.getByRole('button', { name: 'Close' }).click()]) {
      await close();
      await page.locator('dialog').waitFor({ state: 'detached' });
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Embed');
      await open(page);
    }
    await screenshot(page, 'embed-dialog');
  });
});

test('asked for twice before it has come, it opens once', async () => {
  let held = [];
  const intercept = ({ url }, response) => {
    if (!/embed-dialog/.test(url) || !held) return false;
    held.push(() => response.writeHead(307, { location: url }).end());
    return true;
  };
  await withPage({ path, mounts, intercept }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    for (let press = 0; press < 3; press += 1) await page.getByRole('button', { name: 'Embed' }).click();
    await eventually(() => assert.equal(held.length, 1));
    const answers = held;
    held = undefined;
    for (const answer of answers) answer();
    await page.getByRole('dialog', { name: 'Embed this figure' }).waitFor();
    await wait(200);
    assert.equal(await page.locator('dialog').count(), 1);
  });
});

for (const form of ['A frame', 'The element']) {
  for (const numbers of ['As of 2022-10-23', 'Latest data']) {
    test(`${form}, ${numbers}: at most five lines, with a picture, the sentence and a link for whoever runs no script`, async () => {
      await given([form, numbers], async ({ code, folder, page }) => {
        assert.ok(code.split('\n').length <= 5, code);
        const shown = numbers === 'Latest data' ? undefined : core.evaluate(moved).text;
        const [, picture, alt] = code.match(/<img src="([^"]*)" alt="([^"]*)"/);
        assert.equal(picture, `${folder}scenarios/enegix.png`);
        assert.equal((await page.request.get(picture)).headers()['content-type'], 'image/png');
        assert.match(alt, /^Figure: Enegix.*; bitcoin at \$/);
        assert.ok(code.includes(`<small aria-hidden="true">${alt}</small>`), 'who sees the picture is told that it shows other numbers');
        const [, sentence, address] = code.match(/<p dir="ltr">(.*) <a href="([^"]*)">/);
        if (shown) assert.equal(sentence, shown);
        else assert.match(sentence, /^\d{4}-\d\d-\d\d: At \$0\.07\/kWh, /);
        const link = new URL(address).hash;
        if (shown) assert.equal(link, `#${state}`);
        else assert.equal(core.evaluate(core.read_link(link).inputs).text, sentence.replace(/^[\d-]+: /, ''));
      });
    });
  }
}

test('as of a date, the pasted element pins what differs from its scenario alone, and shows what the editor saw', async () => {
  await given(['The element', 'As of'], async ({ code }) => {
    assert.match(code, /<break-even scenario="enegix" tariff="0.07">/);
    await served(code, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.deepEqual(await showsTheAnswer(page), moved);
    });
  });
});

test('as of a date, the scenario that follows the releases pins what a release would move', async () => {
  await given(['The element', 'As of'], async ({ code }) => {
    const { inputs } = scenario('today');
    for (const id of ['hashrate', 'price', 'subsidy']) assert.equal(attribute(code, id), String(inputs[id]), id);
    assert.equal(attribute(code, 'tariff'), '0.07');
    assert.equal(attribute(code, 'efficiency'), undefined);
    await served(code, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.deepEqual(await showsTheAnswer(page), { ...inputs, tariff: 0.07 });
    });
  }, { path: 'tools/index.html#1~today~tariff~tariff_0.07' });
});

test('of a day that the reader has gone to, the dialog names that day', async () => {
  await withPage({ path: 'tools/index.html#1~today~time', mounts }, async ({ page }) => {
    await page.locator('break-even').evaluate(async (element) => {
      element.date = '2021-07-31';
      await element.updateComplete;
    });
    await open(page);
    assert.match(await code(page), /date=2021-07-31/);
    assert.equal(await page.getByRole('radio', { name: 'As of' }).locator('..').locator('b').textContent(), 'As of 2021-07-31');
  });
});

test('with the latest data, what the editor changed stays and the network is the newest', async () => {
  await given(['The element', 'Latest data'], async ({ code }) => {
    assert.deepEqual([attribute(code, 'date'), attribute(code, 'tariff'), attribute(code, 'price')], ['latest', '0.07', undefined]);
    await served(code, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      const shown = await showsTheAnswer(page);
      const date = await page.locator('break-even').evaluate((element) => element.date);
      assert.deepEqual(shown, { ...core.at_date(moved, date), tariff: 0.07 });
    });
  });
});

/** As docs/hosting.md has it, for whoever loads the element from another site. */
const shared = (request, response) => {
  response.setHeader('access-control-allow-origin', '*');
  return false;
};

/** Shows pasted code with dist/ there still: its server ended with the page of the dialog. */
function served(code, test, options = {}) {
  return withPage({ path: 'tools/index.html', mounts, intercept: shared }, async ({ origin }) => {
    await pasted(code.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, origin), test, options);
  });
}

test('the pasted frame runs in its sandbox, shows what the editor saw, and gets its height', async () => {
  await given(['A frame', 'As of'], async ({ code }) => {
    await served(code, async ({ page }) => {
      const [, frame] = page.frames();
      await frame.locator('[part=slider]').first().waitFor();
      assert.equal(await frame.evaluate(() => self.origin), 'null');
      assert.deepEqual(await inputs(frame), moved);
      const needed = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      await page.waitForFunction((needed) => document.querySelector('iframe').offsetHeight === needed, needed);
      assert.ok((await page.locator('.breakeven').boundingBox()).height - needed <= 2.5);
    });
  });
});

for (const form of ['A frame', 'The element']) {
  test(`${form}, always light: on an article that is, a reader whose device is dark sees no dark block`, async () => {
    await given([form, 'As of', 'Always light'], async ({ code, page }) => {
      // The preview is what it will look like.
      const preview = form === 'A frame' ? page.frameLocator('dialog iframe') : page.locator('dialog');
      await preview.locator('break-even[theme=light] [part=slider]').first().waitFor();
      await served(code, async ({ page }) => {
        const [outer, inner] = page.frames();
        const shown = inner ?? outer;
        await shown.locator('[part=slider]').first().waitFor();
        const box = await page.locator(form === 'A frame' ? 'iframe' : 'break-even').boundingBox();
        const { data, info } = await sharp(await page.screenshot({ clip: box })).raw().toBuffer({ resolveWithObject: true });
        const corner = [...data.subarray(0, 3)];
        const least = data.subarray(data.length - info.channels, data.length - info.channels + 3);
        assert.ok(Math.min(...corner, ...least) > 240, `paper of ${corner} and ${[...least]}`);
        const ink = await shown.locator('[part=headline]').evaluate((one) => getComputedStyle(one).color);
        assert.ok(Math.max(...ink.match(/\d+/g).map(Number)) < 80, `letters of ${ink}`);
        await screenshot(page, `always-light-${form === 'A frame' ? 'frame' : 'element'}`);
      }, { colorScheme: 'dark' });
    }, { colorScheme: 'dark' });
  });
}

test('the pasted element runs where a host refuses WebAssembly and styles everything', async () => {
  const headers = { 'content-security-policy': "script-src 'self' http://127.0.0.1:*" };
  const style = '<style>* { all: unset !important; color: red !important; font: 8px monospace !important }</style>';
  await given(['The element', 'As of'], async ({ code }) => {
    await served(code, async ({ page }) => {
      await page.locator('[part=slider]').first().waitFor();
      assert.equal(await page.evaluate(() => customElements.get('break-even').rung), 'translated');
      assert.deepEqual(await showsTheAnswer(page), moved);
    }, { headers, style });
  });
});

test('without script the pasted code still shows picture, sentence and link', async () => {
  await given(['The element', 'As of'], async ({ code }) => {
    await served(code, async ({ page }) => {
      assert.ok((await page.locator('break-even img').boundingBox()).height > 200);
      assert.match(await text(page, 'break-even p'), new RegExp('^At \\$0\\.07/kWh'));
      assert.ok(await page.getByRole('link', { name: 'Move the numbers' }).isVisible());
    }, { javaScriptEnabled: false });
  });
});

test('without script the pasted code says one thing, and says it once', async () => {
  for (const form of ['A frame', 'The element']) {
    await given([form, 'As of'], async ({ code }) => {
      await served(code, async ({ page }) => {
        const said = await page.locator('body').innerText();
        assert.equal(said.split('this mine covers power').length, 2, said);
        assert.ok(said.includes(core.evaluate(moved).text));
        assert.equal(await page.locator('iframe:visible').count(), 0);
        const height = await page.evaluate(() => document.body.getBoundingClientRect().height);
        assert.ok(height < 700, `${form}: ${height} px, no room is kept for what does not come`);
      }, { javaScriptEnabled: false });
    });
  }
});

test('without script the sentence reads from left to right in an article that does not', async () => {
  const style = '<style>html { direction: rtl }</style>';
  for (const form of ['A frame', 'The element']) {
    // It begins with its date, which would follow the words.
    await given([form, 'Latest data'], async ({ code }) => {
      await served(code, async ({ page }) => {
        const [date, word] = await page.locator('p[dir]').evaluate(({ firstChild: text }) =>
          [0, text.data.indexOf('At ')].map((at) => {
            const range = document.createRange();
            range.setStart(text, at);
            range.setEnd(text, at + 1);
            return range.getBoundingClientRect().x;
          }),
        );
        assert.ok(date < word, `${form}: the date at ${date}, the words from ${word}`);
      }, { javaScriptEnabled: false, style });
    });
  }
});

test('a picture of the very numbers needs no line of its own', async () => {
  await given(['The element', 'As of'], async ({ code }) => {
    assert.doesNotMatch(code, /<small/);
    assert.match(code, new RegExp(` alt="${core.evaluate(core.scenarios().find(({ id }) => id === 'enegix').inputs).text.slice(0, 20).replaceAll('$', '\\$')}`));
  }, { path: 'tools/index.html#1~enegix~tariff' });
});

test('no quotation marks stand within others in what the picture says', async () => {
  await given([], async ({ code }) => {
    const [, alt] = code.match(/ alt="([^"]*)"/);
    assert.match(alt, /“Our break-even is \$40,000”/);
    assert.doesNotMatch(alt, /“[^”]*“|&quot;/);
  }, { path: 'tools/index.html#1~quoted-40000~tariff~tariff_0.07' });
});

test('on a machine of one’s own the dialog warns that the address works for nobody else', async () => {
  await given([], async ({ page, folder }) => {
    const warned = await text(page, 'dialog .warning');
    assert.ok(warned.startsWith(folder) && /nobody else/.test(warned), warned);
  });
  const fetched = async (route, origin) => {
    const answer = await fetch(route.request().url().replace('http://news.example', origin));
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
  };
  // What the page asks for last, nobody may be there to answer any more.
  const gone = (route) => route.abort().catch(() => undefined);
  await withPage({ path, mounts }, async ({ page, origin }) => {
    await page.route('http://news.example/**', (route) => fetched(route, origin).catch(() => gone(route)));
    await page.goto(`http://news.example/${path}`);
    await open(page);
    assert.equal(await page.locator('dialog .warning').count(), 0);
  });
});

test('copying does not make the preview anew', async () => {
  await given(['The element'], async ({ page }) => {
    const shown = page.locator('dialog break-even');
    await shown.locator('[part=slider]').first().waitFor();
    await shown.evaluate((element) => (element.mark = true));
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByText(/^(Copied|Selected)/).waitFor();
    assert.equal(await shown.evaluate((element) => element.mark), true);
  });
});

test('the preview shows what the code shows', async () => {
  await given([], async ({ page }) => {
    const frame = () => page.frames()[1];
    await frame().locator('[part=slider]').first().waitFor();
    assert.deepEqual(await inputs(frame()), moved);
    await choose(page, 'The element');
    const shown = page.locator('dialog break-even');
    await shown.locator('[part=slider]').first().waitFor();
    assert.equal(await shown.evaluate((element) => element.tariff), 0.07);
    await choose(page, 'Latest data');
    await page.waitForFunction(() => document.querySelector('dialog break-even').date !== null);
  });
});

test('the code and the link go to the clipboard; where there is none, they can be selected', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  await given([], async ({ page, code }) => {
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByText('Copied.', { exact: true }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied.').waitFor();
    assert.equal(new URL(await page.evaluate(() => navigator.clipboard.readText())).hash, `#${state}`);
  }, { permissions });

  const before = () => Object.defineProperty(navigator, 'clipboard', { value: undefined });
  await given([], async ({ page, code }) => {
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByText(/^Selected/).waitFor();
    const selected = await page.getByLabel('Paste this').evaluate(({ selectionStart, selectionEnd }) => [selectionStart, selectionEnd]);
    assert.deepEqual(selected, [0, code.length]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Copy link' }).click();
    assert.match(await text(page, '.tools [role=status]'), /The link: http.*#1~enegix~tariff~tariff_0\.07/);
  }, { before });
});

test('where the dialog does not load, that is said, and a second try works', async () => {
  const faults = { gone: true, asked: [] };
  const intercept = (request, response) => {
    if (!/embed-dialog/.test(request.url)) return false;
    faults.asked.push(request.url);
    if (faults.gone) response.writeHead(503).end();
    return faults.gone;
  };
  await withPage({ path, mounts, intercept, allowErrors: true }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    await page.getByRole('button', { name: 'Embed' }).click();
    await page.getByText(/did not load/).waitFor();
    await field(page, 'tariff').fill('0.08');
    assert.equal((await showsTheAnswer(page)).tariff, 0.08);

    // Once more in vain, for what an engine remembers it remembers of the second address too.
    const embed = page.getByRole('button', { name: 'Embed' });
    await page.locator('.tools [role=status]').evaluate((status) => (status.textContent = ''));
    await embed.click();
    await page.getByText(/did not load/).waitFor();
    assert.equal(faults.asked.length, 2, faults.asked.join(' '));
    faults.gone = false;
    await embed.click();
    await page.getByRole('dialog', { name: 'Embed this figure' }).waitFor();
    assert.match(await page.locator('#embed-code').inputValue(), /<iframe/);
    const addresses = faults.asked.map((address) => address.replace(/^.*\//, ''));
    assert.equal(new Set(addresses).size, addresses.length, addresses.join());
  });
});

test('an engine without dialogs has no half of one in the page', async () => {
  const before = () => delete HTMLDialogElement.prototype.showModal;
  await withPage({ path, mounts, before }, async ({ page }) => {
    await page.locator('[part=slider]').first().waitFor();
    await page.getByRole('button', { name: 'Embed' }).click();
    await page.getByText(/did not load/).waitFor();
    assert.equal(await page.locator('dialog').count(), 0);
  });
});
