import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';

import { TARIFFS } from './mine.js';
import { COLORS, NAMES, SIZE, start } from './page.js';

start((figure, first) => {
  const LOGARITHMIC = 3;
  const series = NAMES.map((label, i) => ({ label, stroke: COLORS[i], width: 2.25, points: { show: false } }));
  const options = {
    ...SIZE,
    scales: { x: { time: false, distr: LOGARITHMIC }, y: { distr: LOGARITHMIC } },
    series: [{}, ...series],
    legend: { show: false },
    cursor: { show: false },
  };
  const chart = new UPlot(options, [TARIFFS, ...first], figure);
  return (curves) => chart.setData([TARIFFS, ...curves]);
});
