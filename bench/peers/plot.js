import * as Plot from '@observablehq/plot';

import { TARIFFS } from './mine.js';
import { COLORS, SIZE, start } from './page.js';

const draw = (curves) =>
  Plot.plot({
    ...SIZE,
    x: { type: 'log' },
    y: { type: 'log', grid: true },
    marks: curves.map((curve, i) => Plot.line(curve, { x: TARIFFS, y: curve, stroke: COLORS[i], strokeWidth: 2.25 })),
  });

// It has no update: a new figure takes the old one's place.
start((figure, first) => {
  figure.append(draw(first));
  return (curves) => figure.replaceChildren(draw(curves));
});
