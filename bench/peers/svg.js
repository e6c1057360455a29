// The least that draws: three paths, and as many lines and labels as there are decades.
import { COLORS, SIZE, start } from './page.js';
import { TARIFFS } from './mine.js';

const [LEFT, RIGHT, TOP, BOTTOM] = [64, 344, 10, 250];
const X = TARIFFS.map((_, i) => (LEFT + ((RIGHT - LEFT) * i) / (TARIFFS.length - 1)).toFixed(1));

function element(parent, tag, attributes, text = '') {
  const node = parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', tag));
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.textContent = text;
  return node;
}

start((figure, first) => {
  const svg = element(figure, 'svg', { ...SIZE, 'font-size': 11 });
  for (const tariff of [0.001, 0.01, 0.1, 0.5]) {
    const x = LEFT + ((RIGHT - LEFT) * Math.log(tariff * 1000)) / Math.log(500);
    element(svg, 'text', { x, y: BOTTOM + 16, 'text-anchor': 'middle' }, String(tariff));
  }
  const grid = element(svg, 'g', { stroke: '#d9d4c8' });
  const labels = element(svg, 'g', { 'text-anchor': 'end' });
  const paths = COLORS.map((stroke) => element(svg, 'path', { stroke, fill: 'none', 'stroke-width': 2.25 }));
  let drawn = '';

  function redraw(curves) {
    const low = Math.floor(Math.log10(Math.min(curves[0][0], curves[2][0])));
    const high = Math.ceil(Math.log10(Math.max(curves[1].at(-1), curves[2].at(-1))));
    const up = (price) => BOTTOM - ((BOTTOM - TOP) * (Math.log10(price) - low)) / (high - low);
    if (drawn !== `${low} ${high}`) {
      drawn = `${low} ${high}`;
      grid.replaceChildren();
      labels.replaceChildren();
      for (let decade = low; decade <= high; decade += 1) {
        const y = up(10 ** decade);
        element(grid, 'path', { d: `M${LEFT} ${y}H${RIGHT}` });
        element(labels, 'text', { x: LEFT - 8, y: y + 4 }, `$${10 ** decade}`);
      }
    }
    curves.forEach((curve, i) => {
      paths[i].setAttribute('d', `M${curve.map((price, j) => `${X[j]} ${up(price).toFixed(1)}`).join('L')}`);
    });
  }
  redraw(first);
  return redraw;
});
