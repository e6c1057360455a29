// embed.html in a frame of somebody else's page: sandboxed, on another origin, without a header to help.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { TEXT } from './support/article.mjs';
import { conclusionOf, core, painted, readable, text, whole } from './support/answer.mjs';
import { eventually } from './support/eventually.mjs';
import { broken, on } from './support/faults.mjs';
import { framed, hosted, runs, sandbox } from './support/framed.mjs';
import { dist, screenshot, withPage } from './support/page.mjs';
import { totalShift } from './support/shifts.mjs';

const [quoted] = core.scenarios().filter(({ id }) => id === 'quoted-40000');
const SCRIPT = /^embed-.*\.js$/;

const rung = (frame) => frame.evaluate(() => customElements.get('break-even').rung);
const property = (frame, name) => frame.locator('break-even').evaluate((element, name) => element[name], name);

test('in a sandboxed frame it runs without storage, from its page and its script; the rest of the core follows, the words when the drawer is opened', async () => {
  const page = (origin) => `<iframe ${sandbox} src="${origin}/tools/embed.html" height="1178"></iframe>`;
  await framed(page, async ({ page, frame, requests, elsewhere }) => {
    await runs(frame);
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    assert.equal(await rung(frame), 'inlined');
    const report = core.evaluate(quoted.inputs);
    assert.equal(await text(frame, '[part=headline]'), report.text);
    await whole(frame);
    await frame.locator('#tariff-field').fill('0.0731');
    assert.equal(await property(frame, 'tariff'), 0.0731);
    const asked = () =>
      requests.filter((address) => address.startsWith(elsewhere)).map((address) => address.replace(/-[\w-]{8}(?=\.)/, '').split('/').at(-1));
    assert.deepEqual(asked(), ['embed.html', 'embed.js', 'rest.js']);
    await frame.getByText('Assumptions and sources').click();
    await frame.locator('.assumption .source').first().waitFor();
    assert.deepEqual(asked(), ['embed.html', 'embed.js', 'rest.js', 'prepared.js']);
    await screenshot(page, 'sandboxed-frame', { fullPage: true });
  });
});

test('in a sandboxed frame without WebAssembly the same core runs as JavaScript', async () => {
  const page = (origin) => `<iframe ${sandbox} src="${origin}/tools/embed.html" height="1178"></iframe>`;
  await framed(
    page,
    async ({ frame, warnings }) => {
      await runs(frame);
      assert.equal(await rung(frame), 'translated');
      assert.match(warnings.join('\n'), /came by “translated”, for inlined: /);
    },
    { before: () => delete globalThis.WebAssembly },
  );
});

for (const [how, options] of Object.entries({
  'its script does not come': { server: { intercept: on(SCRIPT, broken) } },
  'neither WebAssembly nor the translation can be had': {
    server: { intercept: on(/^translated-/, broken) },
    before: () => delete globalThis.WebAssembly,
  },
})) {
  test(`in a sandboxed frame where ${how}, the static answer stays`, async () => {
    const page = (origin) => `<iframe ${sandbox} src="${origin}/tools/embed.html" height="1178"></iframe>`;
    await framed(
      page,
      async ({ frame, page }) => {
        await page.waitForLoadState('networkidle');
        assert.equal(await text(frame, 'break-even .headline'), core.evaluate(quoted.inputs).text);
        assert.ok(await frame.locator('break-even table').isVisible());
      },
      { allowErrors: true, ...options },
    );
  });
}

test('the query of the address sets what the element knows', async () => {
  const query = '?scenario=enegix&tariff=0.031&pool_fee=0.01&hours=100&controls=price&theme=dark';
  const page = (origin) => `<iframe ${sandbox} src="${origin}/tools/embed.html${query}" height="1178"></iframe>`;
  await framed(page, async ({ frame }) => {
    await runs(frame);
    const names = ['scenario', 'tariff', 'pool_fee', 'hours', 'controls', 'theme'];
    const shown = await Promise.all(names.map((name) => property(frame, name)));
    assert.deepEqual(shown, ['enegix', 0.031, 0.01, 100, 'price', 'dark']);
    assert.equal(await frame.locator('[part=slider]').count(), 1);
  });
});

test('nothing in the address becomes markup, a handler or a style', async () => {
  const hostile = '<img src=x onerror=globalThis.hit=1><script>globalThis.hit=1</script>';
  const query = new URLSearchParams({
    scenario: hostile,
    tariff: hostile,
    view: hostile,
    controls: hostile,
    theme: hostile,
    onclick: 'globalThis.hit=1',
    onfocus: 'globalThis.hit=1',
    style: 'position: fixed',
    class: 'static',
    id: 'x',
    slot: 'y',
    '__proto__': 'z',
    childId: hostile,
  });
  const page = (origin) => `<iframe src="${origin}/tools/embed.html?${query}" height="1178"></iframe>`;
  await framed(page, async ({ frame }) => {
    await frame.locator('[part=headline]').waitFor();
    const names = await frame.locator('break-even').evaluate((element) => element.getAttributeNames());
    for (const name of ['onclick', 'onfocus', 'style', 'class', 'id', 'slot', '__proto__']) {
      assert.ok(!names.includes(name), name);
    }
    assert.deepEqual(await frame.evaluate(markup), []);
    assert.equal(await text(frame, '#conclusion'), conclusionOf(quoted.id), 'the reader sees the page’s own scenario');
    const hit = await frame.locator('break-even').evaluate((element) => {
      element.click();
      element.dispatchEvent(new FocusEvent('focus'));
      return globalThis.hit;
    });
    assert.equal(hit, undefined);
    // Its own policy would stop what got in; here it has to keep it out.
  }, { bypassCSP: true });
});

/** In the frame: what of its document, or of any shadow in it, the address has made, or could run. */
function markup() {
  const within = (root) => [...root.querySelectorAll('*')].flatMap((node) => [node, ...(node.shadowRoot ? within(node.shadowRoot) : [])]);
  const isForeign = (node) =>
    node.matches('img[src="x"], [slot=y], #x') ||
    node.getAttributeNames().some((name) => name.startsWith('on')) ||
    (node.localName === 'script' && node.text.includes('globalThis.hit'));
  return within(document).filter(isForeign).map(({ outerHTML }) => outerHTML);
}

/** A page that writes down every message, and asks its frame for `query`. */
const listening = (query) => (origin) =>
  `<script>heard = []; addEventListener('message', ({ data }) => heard.push(data))</script>
   <iframe ${sandbox} src="${origin}/tools/embed.html${query}" height="300"></iframe>`;

test('each change of the height is told once, in each format that a host may know', async () => {
  await framed(listening('?childId=pym-3'), async ({ page, frame }) => {
    await runs(frame);
    const heard = () => page.evaluate(() => heard.splice(0));
    const told = () => page.evaluate(() => heard.length);
    const height = () => frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    const expected = async () => {
      const now = await height();
      return [
        { sentinel: 'amp', type: 'embed-size', height: now },
        { src: frame.url(), context: 'iframe.resize', height: now },
        `pymxPYMxpym-3xPYMxheightxPYMx${now}`,
      ];
    };
    const parsed = (messages) =>
      messages.map((data) => (typeof data === 'string' && data.startsWith('{') ? JSON.parse(data) : data));
    await eventually(async () => assert.equal(await told(), 3));
    await wait(200);
    assert.deepEqual(parsed(await heard()), await expected());

    const before = await height();
    await frame.getByText('Assumptions and sources').click();
    await frame.locator('.assumption .source').first().waitFor();
    assert.ok((await height()) > before + 500);
    const messages = [];
    await eventually(async () => {
      messages.push(...parsed(await heard()));
      assert.deepEqual(messages.slice(-3), await expected());
    });
    const heights = messages.filter(({ sentinel }) => sentinel).map(({ height }) => height);
    assert.equal(new Set(heights).size, heights.length, 'no height is told twice');

    await frame.locator('#tariff-field').fill('0.06');
    await wait(200);
    assert.deepEqual(await heard(), [], 'nothing moved, nothing is told');
  });
});

test('who does not ask in the words of Pym hears none of them', async () => {
  await framed(listening(''), async ({ page, frame }) => {
    await runs(frame);
    await eventually(async () => assert.ok((await page.evaluate(() => heard.length)) > 0));
    await wait(200);
    const heard = await page.evaluate(() => heard);
    assert.equal(heard.length, 2);
    assert.ok(!heard.some((data) => String(data).startsWith('pym')));
  });
});

test('no browser is asked to size the frame by itself: see DESIGN.md', async () => {
  await framed(listening(''), async ({ frame }) => {
    assert.equal(await frame.locator('meta[name=responsive-embedded-sizing]').count(), 0);
  });
});

/** An article with the script for hosts before the frame, which stands among text. */
for (const [width, height] of [[320, 700], [390, 844], [500, 844], [620, 900], [720, 900], [1280, 900]]) {
  test(`at ${width} px the frame is as high as its content, and moves nothing on the way there`, async () => {
    const late = { intercept: async (request) => (/\/embed-.*\.js$/.test(request.url) && (await wait(300)), false) };
    await framed(
      hosted((address) => `src="${address}"`),
      async ({ page, frame }) => {
        await page.locator('p').nth(5).evaluate((last) => scrollTo(0, last.offsetTop));
        await runs(frame);
        await eventually(async () => {
          const [room, content, seen] = await frame.evaluate(() => [
            innerHeight,
            document.documentElement.scrollHeight,
            document.body.getBoundingClientRect().height,
          ]);
          assert.ok(content <= room && room - seen < 1, `${content} in ${room}, of which ${seen} are used`);
        });
        const shift = await totalShift(page);
        assert.ok(shift <= 0.01, `the article shifted by ${shift}`);
        assert.ok((await totalShift(frame)) <= 0.01);
      },
      { width, height, server: late },
    );
  });
}

test('the frame follows its content', async () => {
  await framed(
    hosted((address) => `src="${address}"`),
    async ({ page, frame }) => {
      await runs(frame);
      await frame.getByText('Assumptions and sources').click();
      await frame.locator('.assumption .source').first().waitFor();
      await eventually(async () => {
        const content = await frame.evaluate(() => document.body.getBoundingClientRect().height);
        const box = await page.locator('iframe').boundingBox();
        assert.ok(box.height >= content && box.height < content + 1, `${box.height} for ${content}`);
      });
    },
  );
});

test('the script for hosts acts once, however often it is pasted, and resets nothing that was told', async () => {
  const twice = (origin) => `${hosted((address) => `src="${address}"`)(origin)}`;
  await framed(twice, async ({ page, frame, elsewhere }) => {
    await runs(frame);
    await frame.getByText('Assumptions and sources').click();
    await frame.locator('.assumption .source').first().waitFor();
    const height = () => page.locator('iframe').evaluate((one) => one.style.height);
    const told = await eventually(async () => {
      const now = await height();
      const content = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
      assert.equal(now, `${content}px`);
      return now;
    });
    assert.ok(Number.parseInt(told, 10) > 2000, told);
    for (const query of ['', '?again']) {
      await page.evaluate((src) => {
        document.body.append(Object.assign(document.createElement('script'), { src }));
      }, `${elsewhere}/tools/breakeven-host.js${query}`);
    }
    await page.evaluate(() => document.body.append('more'));
    await wait(300);
    assert.equal(await height(), told);
  });
});

for (const [theme, device] of [['light', 'dark'], ['dark', 'light']]) {
  test(`a frame that is always ${theme} is so on a device that is ${device}, before its script has come too`, async () => {
    const refused = { intercept: (request, response) => SCRIPT.test(request.url.split('/').at(-1)) && (response.writeHead(503).end(), true) };
    for (const server of [refused, {}]) {
      await framed(
        hosted((address) => `src="${address}?theme=${theme}"`),
        async ({ page, frame }) => {
          if (server !== refused) await runs(frame);
          const brightness = await frame.evaluate(() => {
            const sentence = document.querySelector('break-even').shadowRoot?.querySelector('[part=headline]') ?? document.querySelector('.headline');
            const colours = [getComputedStyle(document.body).backgroundColor, getComputedStyle(sentence).color];
            return colours.map((colour) => Math.max(...colour.match(/\d+/g).slice(0, 3)));
          });
          const [paper, ink] = theme === 'light' ? brightness : brightness.toReversed();
          assert.ok(paper > 200 && ink < 60, `${brightness}`);
          await screenshot(page, `frame-always-${theme}${server === refused ? '-early' : ''}`);
        },
        { server, colorScheme: device, allowErrors: true },
      );
    }
  });
}

test('a script for hosts that comes after the height was told asks for it', async () => {
  const late = (origin) => `${TEXT}<iframe data-breakeven ${sandbox} src="${origin}/tools/embed.html?controls=tariff" height="300"></iframe>${TEXT}`;
  await framed(late, async ({ page, frame, elsewhere }) => {
    await runs(frame);
    await frame.getByText('Assumptions and sources').click();
    await frame.locator('.assumption .source').first().waitFor();
    await wait(300);
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('script'), { src }));
    }, `${elsewhere}/tools/breakeven-host.js`);
    const content = await frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
    await page.waitForFunction((content) => document.querySelector('iframe').offsetHeight === content, content);
  });
});

test('a frame that is marked, or told what to load, when it stands in the page is one of the host’s all the same', async () => {
  const bare = (origin) => `<script src="${origin}/tools/breakeven-host.js"></script><iframe ${sandbox}></iframe>`;
  await framed(bare, async ({ page, elsewhere }) => {
    const set = (name, value) => page.locator('iframe').evaluate((frame, [name, value]) => frame.setAttribute(name, value), [name, value]);
    await wait(100);
    await set('data-breakeven', '');
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 1000);
    await set('data-src', `${elsewhere}/tools/embed.html?compact`);
    await page.frameLocator('iframe').locator('[part=slider]').first().waitFor();
    await page.waitForFunction(() => document.querySelector('iframe').clientHeight < 1000);
  });
});

test('a frame that waited is loaded once, though the script is pasted again', async () => {
  const far = (origin) => `<div style="height: 3000px"></div>${hosted((address) => `data-src="${address}"`)(origin)}`;
  await framed(far, async ({ page, requests, elsewhere }) => {
    await page.evaluate(() => scrollTo(0, 3000));
    await page.frameLocator('iframe').locator('[part=slider]').first().waitFor();
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('script'), { src }));
    }, `${elsewhere}/tools/breakeven-host.js?again`);
    await wait(300);
    for (const y of [0, 3000]) {
      await page.evaluate((y) => scrollTo(0, y), y);
      await wait(150);
    }
    assert.equal(requests.filter((address) => address.includes('embed.html')).length, 1);
  });
});

test('the host takes a height only from the frame itself, and only a height', async () => {
  const two = (origin) =>
    `<iframe id="other" srcdoc="&lt;p>another"></iframe>${hosted((address) => `src="${address}"`)(origin)}`;
  // All of it is seen, so its height is told once.
  const tall = { height: 3000 };
  await framed(two, async ({ page, elsewhere }) => {
    const frame = page.frames().find((one) => one.url().startsWith(elsewhere));
    await runs(frame);
    const height = () => page.locator('iframe[data-breakeven]').evaluate((frame) => frame.style.height);
    const before = await eventually(async () => {
      const now = await height();
      assert.match(now, /^\d+px$/);
      return now;
    });
    const good = { sentinel: 'amp', type: 'embed-size', height: 55 };

    await page.evaluate((good) => postMessage(good, '*'), good);
    await page.frames().find((one) => one.name() === 'other' || one.url() === 'about:srcdoc').evaluate((good) => parent.postMessage(good, '*'), good);
    await page.evaluate((good) => {
      dispatchEvent(new MessageEvent('message', { data: good }));
      dispatchEvent(new MessageEvent('message', { data: good, source: window }));
    }, good);
    await wait(100);
    assert.equal(await height(), before, 'others are not listened to');

    const shapes = [null, '', 'null', JSON.stringify(good), 'pymxPYMxxPYMxheightxPYMx55', 55, true, [], [good], {}];
    const almost = [
      { ...good, sentinel: 'AMP' },
      { ...good, type: 'send-intersections' },
      ...['55', '55px', null, NaN, Infinity, -1, 0, 1e6, [55], { valueOf: 1 }].map((height) => ({ ...good, height })),
    ];
    await frame.evaluate((messages) => messages.forEach((data) => parent.postMessage(data, '*')), [...shapes, ...almost]);
    await wait(100);
    assert.equal(await height(), before, 'what is no height is none');

    await frame.evaluate((good) => parent.postMessage(good, '*'), good);
    await eventually(async () => assert.equal(await height(), '55px'));
  }, tall);
});

test('a frame that waits is loaded when it comes within 400 px of what is seen, not before', async () => {
  const far = (origin) => `<div style="height: 3000px"></div>${hosted((address) => `data-src="${address}"`)(origin)}`;
  await framed(far, async ({ page, requests }) => {
    const top = await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().top + scrollY);
    const asked = () => requests.some((address) => address.includes('embed.html'));
    await page.evaluate((y) => scrollTo(0, y), top - 844 - 420);
    await wait(200);
    assert.equal(asked(), false);
    await page.evaluate((y) => scrollTo(0, y), top - 844 - 380);
    await page.frameLocator('iframe').locator('[part=slider]').first().waitFor();
    assert.ok((await totalShift(page)) <= 0.01);
  });
});

test('a frame whose address is no address of the web is not loaded', async () => {
  await framed(
    () => `${hosted(() => 'data-src="javascript:top.hit=1"')('')}<iframe data-breakeven ${sandbox} data-src="./tools/embed.html"></iframe>`,
    async ({ page }) => {
      const [refused, loaded] = [page.locator('iframe').first(), page.locator('iframe').last()];
      await refused.scrollIntoViewIfNeeded();
      await painted(page);
      // One that is of the web, and comes into sight later.
      await loaded.scrollIntoViewIfNeeded();
      await page.frameLocator('iframe').last().locator('[part=slider]').first().waitFor();
      assert.equal(await refused.getAttribute('src'), null);
      assert.equal(await page.evaluate(() => globalThis.hit), undefined);
    },
    { allowErrors: true, mounts: { '/tools/': dist } },
  );
});

test('out of sight, and in sight while nobody touches it, nothing runs', async () => {
  const tall = (origin) => `${hosted((address) => `src="${address}"`)(origin)}<div style="height: 5000px"></div>`;
  const count = () => {
    globalThis.runs = 0;
    for (const name of ['requestAnimationFrame', 'setTimeout', 'setInterval', 'requestIdleCallback', 'postMessage']) {
      const original = globalThis[name];
      globalThis[name] = (...given) => ((globalThis.runs += 1), original.apply(globalThis, given));
    }
  };
  await framed(
    tall,
    async ({ page, frame }) => {
      await whole(frame);
      // The last that comes by itself.
      await readable(frame);
      await painted(frame);
      await wait(200);
      for (const y of [0, 4000]) {
        await page.evaluate((y) => scrollTo(0, y), y);
        await wait(100);
        await frame.evaluate(() => (globalThis.runs = 0));
        await wait(500);
        assert.equal(await frame.evaluate(() => globalThis.runs), 0, `scrolled to ${y}`);
      }
    },
    { before: count },
  );
});
