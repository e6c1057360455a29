// Runs in a page: moves all that a reader can move, and looks whether anything else moves.

/**
 * Drags each slider from end to end in so many `steps` and the price in the sentence, all of them together to both
 * ends, chooses every scenario, and opens the drawer. Gives what has jumped, what is cut off at a side, every mark
 * of punctuation that begins a line, and what was not there to be moved or looked at.
 */
export async function lookThrough(steps) {
  const element = document.querySelector('break-even');
  const root = element.shadowRoot;
  const below = document.querySelector('footer');
  const found = new Set();

  await element.updateComplete;
  const ranges = [...root.querySelectorAll('.slider input[type=range]')];
  const scenarios = [...(root.querySelector('select')?.options ?? [])];
  const drawers = [...root.querySelectorAll('details')];
  // Where nothing can be moved, nothing jumps.
  there('sliders', ranges.length > 0);
  if (!element.compact) there('scenarios', scenarios.length > 1);
  if (!element.compact) there('three drawers', drawers.length === 3);
  const still = places();
  look('at first');
  for (const [i, range] of ranges.entries()) {
    const own = range.value;
    const said = new Set();
    for (let step = 0; step <= steps; step += 1) {
      drag(range, step / steps);
      await element.updateComplete;
      look(`slider ${i} at ${step}`);
      said.add(root.querySelector('[part=headline]').textContent);
    }
    there(`other words for slider ${i}`, said.size > 1);
    drag(range, own);
  }
  for (const price of [1_000, 9_990, 80_308, 123_000, 1_000_000]) {
    element.price = price;
    await element.updateComplete;
    look(`price ${price}`);
  }
  for (const { value } of scenarios) {
    element.scenario = value;
    await element.updateComplete;
    look(value);
    for (const end of [0, 1]) {
      for (const range of ranges) drag(range, end);
      await element.updateComplete;
      look(`${value} at end ${end}`);
      cutOff(`${value} at end ${end}`);
    }
    // A press of a key would go on in the number, and scroll to it.
    const press = () => new MouseEvent('click', { bubbles: true, detail: 1 });
    for (const reset of root.querySelectorAll('.slider .reset')) reset.dispatchEvent(press());
  }
  for (const drawer of drawers) {
    drawer.open = true;
    const filled = () => drawer.querySelector('.assumption, td, li') !== null;
    for (let tries = 0; tries < 1000 && !filled(); tries += 1) await new Promise((done) => setTimeout(done, 20));
    there(`what is in ${drawer.className}`, filled());
    await element.updateComplete;
    cutOff(drawer.className);
    drawer.open = false;
  }
  return [...found];

  function there(what, isThere) {
    if (!isThere) found.add(`missing: ${what}`);
  }

  /** Where everything begins, from the top of the page. */
  function places() {
    const parts = root.querySelectorAll('.headline, .bar, .slider, .slider label, .slider .note, .figure, .drawer');
    return [...parts, below].map((part) => [
      part.getAttribute('class') ?? part.localName,
      part.getBoundingClientRect().top + scrollY,
    ]);
  }

  function look(when) {
    places().forEach(([name, top], i) => {
      if (Math.abs(top - still[i][1]) > 0.5) found.add(`${when}: ${name} ${i} from ${still[i][1]} to ${top}`);
    });
    for (const text of begunByMarks(root.querySelector('.headline'))) found.add(`${when}: a line begins with “${text}”`);
  }

  function drag(range, position) {
    range.value = String(position);
    range.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  function begunByMarks(sentence) {
    const begun = [];
    const texts = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    let before;
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      for (let i = 0; i < node.data.length; i += 1) {
        if (!node.data[i].trim()) continue;
        const place = /[,.;:]/.test(node.data[i]) && before && placeOf(node, i);
        const previous = place && placeOf(...before);
        if (previous && place.top > previous.top + previous.height / 2) begun.push(node.data.slice(i, i + 12));
        before = [node, i];
      }
    }
    return begun;
  }

  function placeOf(node, i) {
    const range = document.createRange();
    range.setStart(node, i);
    range.setEnd(node, i + 1);
    return range.getClientRects()[0];
  }

  function cutOff(when) {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.add(`${when}: the page is ${scrollWidth} px wide`);
    const inside = root.querySelector('.inside').getBoundingClientRect();
    for (const part of root.querySelectorAll('.inside *')) {
      // What stands in the line of tabs, or in a table, is scrolled to within it.
      if (part.closest('[aria-hidden], .announcement, title, desc') || part.matches('option, .tabs *, .scroll *')) continue;
      const { left, right, width } = part.getBoundingClientRect();
      // Letters in a figure have a halo of the paper's colour, and Firefox counts it.
      const slack = part.closest('svg') ? 3 : 0.1;
      if (width && (right > inside.right + slack || left < inside.left - slack)) {
        const name = `${part.localName}.${part.getAttribute('class')} “${part.textContent.trim().slice(0, 20)}”`;
        found.add(`${when}: ${name} from ${left} to ${right}`);
      }
    }
  }
}
