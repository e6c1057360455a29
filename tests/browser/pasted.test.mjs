// The code that the dialog gives, pasted into an article and scrolled to as a reader does, in three engines: the frame
// is as high inside as outside, and nothing in it scrolls.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { article, TEXT } from './support/article.mjs';
import { ENGINES, SIZE, until, visit } from './support/engines.mjs';
import { eventually } from './support/eventually.mjs';
import { FAMILIES } from './support/fonts.mjs';
import { dist, keep, withPage } from './support/page.mjs';
import { serve } from './support/server.mjs';

const FAR = TEXT.repeat(6);
/** What an editor, a content system or a policy makes of the frame. */
const VARIANTS = [true, false].flatMap((lazy) =>
  [true, false].flatMap((sandboxed) =>
    [true, false].flatMap((hosted) => ['same', 'another'].map((origin) => ({ lazy, sandboxed, hosted, origin }))),
  ),
);
/**
 * Those that an engine is shown: one half or the other. In each half every three of the four meet in every way, and
 * between two engines all sixteen are there.
 */
const variantsOf = (engine) =>
  VARIANTS.filter((how) => {
    const usual = [how.lazy, how.sandboxed, how.hosted, how.origin === 'another'].filter(Boolean).length;
    return usual % 2 === (engine === 'Firefox' ? 1 : 0);
  });

/** By the form: the code, with `FOLDER` in the place of the address. */
const codes = {};
before(async () => {
  for (const [form, name] of [['frame', 'A frame'], ['element', 'The element']]) {
    await withPage({ path: 'tools/index.html#1~enegix~tariff~tariff_0.07', mounts: { '/tools/': dist } }, async ({ page, origin }) => {
      await page.locator('[part=slider]').first().waitFor();
      await page.getByRole('button', { name: 'Embed' }).click();
      await page.getByRole('radio', { name }).check();
      codes[form] = (await page.getByLabel('Paste this').inputValue()).replaceAll(`${origin}/tools/`, 'FOLDER');
    });
  }
});

function variant({ lazy, sandboxed, hosted }) {
  let code = codes.frame;
  if (!lazy) code = code.replace(' loading="lazy"', '');
  if (!sandboxed) code = code.replace(/ sandbox="[^"]*"/, '');
  if (!hosted) code = code.replace(/<script.*<\/script>\n/, '');
  return code;
}

/** Serves an article with `code` in it, whose files lie on the same origin or on another. */
async function published(code, origin, look, { headers, around = FAR } = {}) {
  const shared = (request, response) => (response.setHeader('access-control-allow-origin', '*'), false);
  const tools = await serve({ '/tools/': dist }, { intercept: shared });
  const folder = origin === 'same' ? './tools/' : `${tools.origin}/tools/`;
  const body = `${around}${code.replaceAll('FOLDER', folder)}${around}`;
  const news = await serve({ '/tools/': dist }, { intercept: article(body, headers) });
  try {
    await look(`${news.origin}/article.html`);
  } finally {
    await Promise.all([tools.close(), news.close()]);
  }
}

/** In the article: where the frame is, and how high. */
const outside = () => {
  const { top, width } = document.querySelector('iframe').getBoundingClientRect();
  return { top, width, height: document.querySelector('iframe').clientHeight };
};
/** In the frame. */
const inside = () => ({
  height: innerHeight,
  content: document.documentElement.scrollHeight,
  across: document.documentElement.scrollWidth - innerWidth,
  body: document.body.getBoundingClientRect().height,
});
const isThere = () => document.querySelector('break-even')?.shadowRoot?.querySelector('[part=slider]') != null;

/** Turns the wheel until the frame's top is near that of the window. */
async function scrollTo(page, to = 100) {
  for (let turns = 0; turns < 100; turns += 1) {
    const { top } = await page.evaluate(outside);
    if (top <= to) return;
    await page.wheel(Math.min(400, Math.ceil(top - to)));
    await wait(100);
  }
  assert.fail('the frame never came into sight');
}

function agrees({ out, within }, what) {
  assert.equal(within.height, out.height, `${what}: ${within.height} px inside, ${out.height} outside`);
  assert.ok(within.content <= within.height, `${what}: ${within.content} px of content in ${within.height}`);
  assert.ok(within.across <= 0, `${what}: it overflows by ${within.across} px to the side`);
  assert.ok(within.height - within.body <= 4, `${what}: ${within.height - within.body} px are left over`);
}

const MOVE = () => {
  const root = document.querySelector('break-even').shadowRoot;
  root.querySelector('.more').click();
};

for (const engine of ENGINES) {
  for (const how of variantsOf(engine)) {
    const name = Object.entries(how).map(([key, value]) => (value === true ? key : value === false ? `not ${key}` : `${value} origin`)).join(', ');
    test(`${engine}: the pasted frame is as high inside as outside: ${name}`, async () => {
      await published(variant(how), how.origin, async (address) => {
        await visit(engine, address, async (page) => {
          await scrollTo(page);
          await until(page.inFrame, isThere);
          const look = async () => ({ out: await page.evaluate(outside), within: await page.inFrame(inside) });
          await eventually(async () => agrees(await look(), 'as it comes'));
          await page.inFrame(MOVE);
          await wait(200);
          await eventually(async () => agrees(await look(), 'with a value that differs'));
          await keep(`pasted-${engine}-${name.replaceAll(/\W+/g, '-')}`, await page.screenshot());
        });
      });
    });
  }
}

/** Draws the article up with a finger until the frame's top is near that of the window. */
async function swipeTo(page, to = 100) {
  const [x, from] = [SIZE.width / 2, SIZE.height / 2];
  for (let swipes = 0; swipes < 40; swipes += 1) {
    const { top } = await page.evaluate(outside);
    if (top <= to) return;
    const way = Math.min(250, top - to + 20);
    await page.swipe(Array.from({ length: 11 }, (_, i) => [x, Math.round(from - (i / 10) * way)]));
  }
  assert.fail('the frame never came into sight');
}

for (const engine of ENGINES) {
  for (const fonts of FAMILIES) {
    test(`${engine}: the pasted frame, scrolled to by a finger, is as high inside as outside: ${fonts} fonts`, async () => {
      await published(codes.frame, 'another', async (address) => {
        await visit(engine, address, async (page) => {
          await swipeTo(page);
          await until(page.inFrame, isThere);
          await eventually(async () => agrees({ out: await page.evaluate(outside), within: await page.inFrame(inside) }, 'after the swipe'));
          await keep(`pasted-${engine}-finger-${fonts}`, await page.screenshot());
        }, { finger: true, fonts });
      });
    });
  }
}

test('Chromium: a frame that was pasted with native sizing shows all of it too', async () => {
  const code = codes.frame.replace('height:100%', 'height:1178px;frame-sizing:content-height');
  await published(code, 'another', async (address) => {
    await visit('Chromium', address, async (page) => {
      await scrollTo(page);
      await until(page.inFrame, isThere);
      await eventually(async () => {
        const [out, within] = [await page.evaluate(outside), await page.inFrame(inside)];
        assert.equal(within.height, out.height);
        assert.ok(within.content <= within.height, `${within.content} in ${within.height}`);
      });
    });
  });
});

for (const engine of ENGINES) {
  test(`${engine}: where a host refuses styles, the pasted frame has the full width, and all of it is to be seen`, async () => {
    const headers = { 'content-security-policy': "default-src 'self'" };
    await published(codes.frame, 'same', async (address) => {
      await visit(engine, address, async (page) => {
        await scrollTo(page);
        await until(page.inFrame, isThere);
        await eventually(async () => {
          const [out, within] = [await page.evaluate(outside), await page.inFrame(inside)];
          const body = await page.evaluate(() => document.body.clientWidth);
          assert.ok(Math.abs(out.width - body) < 8, `${out.width} of ${body}`);
          assert.equal(within.height, out.height);
          assert.ok(within.content <= within.height && within.across <= 0);
        });
      });
    }, { headers });
  });
}

/** How content systems hold what is embedded, and what their style sheets say of frames. */
const HOLDERS = [
  '.holder { display: flex } iframe { height: auto !important; aspect-ratio: 16 / 9 }',
  '.holder { display: flex; flex-direction: column; align-items: center } iframe { box-sizing: border-box; padding: 20px }',
  '.holder { display: grid; justify-items: center }',
  '.holder { display: table }',
];

for (const engine of ENGINES) {
  for (const style of HOLDERS) {
    test(`${engine}: the pasted frame fills its column, and all of it is to be seen: ${style}`, async () => {
      const code = `<style>${style}</style><div class="holder">${codes.frame}</div>`;
      await published(code, 'another', async (address) => {
        await visit(engine, address, async (page) => {
          await scrollTo(page);
          await until(page.inFrame, isThere);
          await eventually(async () => {
            const [out, within] = [await page.evaluate(outside), await page.inFrame(inside)];
            const column = await page.evaluate(() => document.querySelector('p').getBoundingClientRect().width);
            assert.ok(Math.abs(out.width - column) < 1, `${out.width} of ${column}`);
            assert.ok(within.content <= within.height && within.across <= 0, JSON.stringify(within));
            assert.ok(within.height - within.body <= 4, `${within.height - within.body} px are left over`);
          });
        });
      });
    });
  }

  test(`${engine}: where its script does not come, a pasted element gives its room back`, async () => {
    await published(codes.element.replaceAll('breakeven.js', 'none.js'), 'another', async (address) => {
      await visit(engine, address, async (page) => {
        const height = () => page.evaluate(() => document.querySelector('break-even').getBoundingClientRect().height);
        await eventually(async () => assert.ok((await height()) > 900, 'it waits for the script'));
        const delays = await page.evaluate(() =>
          document.getAnimations().map((late) => {
            const { delay } = late.effect.getTiming();
            late.finish();
            return delay;
          }),
        );
        assert.deepEqual(delays, [30_000]);
        await eventually(async () => assert.ok((await height()) < 600));
      });
    });
  });
}

/** What the scrollbars of this window take. */
const bars = () => {
  const { clientWidth, clientHeight } = document.documentElement;
  return { right: innerWidth - clientWidth, below: innerHeight - clientHeight };
};

for (const fonts of FAMILIES) {
  for (const width of [320, 390, 1280]) {
    test(`Chromium: where scrollbars take room there is none in the frame at ${width} px, ${fonts} letters`, async () => {
      const tools = await serve({ '/tools/': dist });
      const intercept = article(`${FAR}${codes.frame.replaceAll('FOLDER', `${tools.origin}/tools/`)}${FAR}`);
      const options = { path: 'article.html', mounts: {}, intercept, width, height: 844, fonts, scrollbars: 'classic' };
      await withPage(options, async ({ page }) => {
        assert.ok((await page.evaluate(bars)).right > 0, 'the article has one');
        await page.locator('iframe').scrollIntoViewIfNeeded();
        await page.frameLocator('iframe').locator('[part=slider]').first().waitFor();
        const frame = page.frames()[1];
        const none = async (when) => {
          await wait(300);
          await eventually(async () => assert.deepEqual(await frame.evaluate(bars), { right: 0, below: 0 }, when));
        };
        await none('as it comes');
        await frame.getByRole('button', { name: 'More: Electricity tariff' }).click();
        await none('with a value of the reader’s');
        await frame.locator('[part=drawer] summary').click();
        await none('with an open drawer');
      });
      await tools.close();
    });
  }
}
