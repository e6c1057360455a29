// Reading in a figure, for the tests of that.

import { core, painted, readable, showsTheAnswer } from './answer.mjs';
import { withPage } from './page.mjs';

export const VIEWS = core.views().map(({ id }) => id).filter((id) => id !== 'bar');
export const SCENARIO = 'quoted-40000';
export const address = (view) => `index.html#1~${SCENARIO}~${view}`;

/** Opens a figure whose cursor is there, and has it in the middle of the window. */
export async function reading(view, options, look) {
  await withPage({ path: address(view), ...options }, async (given) => {
    const { page } = given;
    await showsTheAnswer(page);
    await readable(page);
    await page.locator('.figure').evaluate((figure) => figure.scrollIntoView({ block: 'center', behavior: 'instant' }));
    await painted(page);
    await look({ ...given, box: await page.locator('.figure > div').boundingBox() });
  });
}

/** What is read, to be seen and to be heard, and what is marked. */
export function read(page) {
  return page.locator('break-even').evaluate(({ shadowRoot, state }) => {
    const [text, cursor] = ['.readout', '.cursor'].map((part) => shadowRoot.querySelector(part));
    const marks = [...shadowRoot.querySelectorAll('.figure svg > :is(polyline, circle)')];
    return {
      // What joins its letters is for the eye.
      seen: text.hidden ? null : text.textContent.replaceAll('\u2060', '').replaceAll('\u00a0', ' '),
      heard: cursor.getAttribute('aria-valuetext'),
      stop: cursor.valueAsNumber,
      marks: marks.map((mark) => mark.localName),
      state,
    };
  });
}

/** A finger that goes from one place to another. */
export async function swipe(page, from, to) {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, ...touchPoints) => devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', from);
  for (let i = 1; i <= 8; i += 1) {
    await touch('touchMove', { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 });
  }
  await touch('touchEnd');
}
