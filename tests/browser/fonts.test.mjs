// Every engine shows the fonts that the tests bring, and none of the machine's.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ENGINES, visit } from './support/engines.mjs';
import { FAMILIES, FONTS } from './support/fonts.mjs';
import { withPage } from './support/page.mjs';

const EMPTY = 'data:text/html,<!doctype html><title>Fonts</title>';

for (const fonts of FAMILIES) {
  for (const engine of ENGINES) {
    test(`${engine} with ${fonts} fonts has each generic family from the tests, and no other font`, () =>
      visit(engine, EMPTY, async (page) => {
        const own = FONTS[fonts];
        const other = FONTS[FAMILIES.find((family) => family !== fonts)];
        for (const [generic, name] of Object.entries(own)) {
          assert.equal(await width(page, generic), await width(page, `"${name}"`), `${generic} is ${name}`);
          // What is not there gives way to what stands behind it: in a font whose letters are all as wide.
          assert.equal(await width(page, `"${other[generic]}", monospace`), await width(page, 'monospace'));
          if (generic !== 'monospace') assert.notEqual(await width(page, generic), await width(page, 'monospace'));
        }
        assert.equal(await width(page, 'system-ui'), await width(page, `"${own['sans-serif']}"`));
      }, { fonts }));
  }

  test(`the page, all its parts and its figures are set in the ${fonts} fonts`, () =>
    withPage({ fonts }, async ({ page }) => {
      await page.locator('.figure svg text').first().waitFor({ state: 'attached' });
      const { 'sans-serif': sans, serif } = FONTS[fonts];
      assert.deepEqual(await fontsShown(page, '[part=headline]'), [serif]);
      for (const part of ['.bar svg', '.figure svg', '.sliders']) {
        assert.deepEqual(await fontsShown(page, part), [sans], part);
      }
    }));
}

/** The width of a text in the font that `family` comes to, in CSS pixels. */
function width(page, family) {
  return page.evaluate((family) => {
    const span = document.createElement('span');
    span.style.cssText = `position: absolute; font: 100px ${family}; white-space: nowrap`;
    span.textContent = 'Electricity alone, 0.05 USD/kWh';
    document.body.append(span);
    const { width } = span.getBoundingClientRect();
    span.remove();
    return width;
  }, family);
}

/** The fonts that Chromium really drew under `selector` with, by their own names. */
async function fontsShown(page, selector) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('DOM.enable');
  await devtools.send('CSS.enable');
  const handle = await page.locator(selector).first().elementHandle();
  await handle.evaluate((element) => (globalThis.lookedAt = element));
  const { result } = await devtools.send('Runtime.evaluate', { expression: 'lookedAt' });
  await devtools.send('DOM.getDocument');
  const { nodeId } = await devtools.send('DOM.requestNode', { objectId: result.objectId });
  // Of this element's own text only; the rest is in its descendants.
  const { node } = await devtools.send('DOM.describeNode', { nodeId, depth: -1, pierce: true });
  const names = new Set();
  const nodes = [node.backendNodeId, ...descendants(node)];
  const { nodeIds } = await devtools.send('DOM.pushNodesByBackendIdsToFrontend', { backendNodeIds: nodes });
  for (const nodeId of nodeIds) {
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, glyphCount } of fonts) if (glyphCount > 0) names.add(familyName);
  }
  await devtools.detach();
  return [...names].sort();
}

function descendants({ children = [] }) {
  return children.flatMap((child) => [...(child.nodeType === 1 ? [child.backendNodeId] : []), ...descendants(child)]);
}
