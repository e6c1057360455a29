import { Chart, LinearScale, LineController, LineElement, LogarithmicScale, PointElement } from 'chart.js';

import { TARIFFS } from './mine.js';
import { COLORS, NAMES, SIZE, start } from './page.js';

Chart.register(LinearScale, LineController, LineElement, LogarithmicScale, PointElement);

const points = (curve) => curve.map((y, i) => ({ x: TARIFFS[i], y }));

start((figure, first) => {
  const canvas = figure.appendChild(Object.assign(document.createElement('canvas'), SIZE));
  const datasets = first.map((curve, i) => ({
    label: NAMES[i],
    data: points(curve),
    borderColor: COLORS[i],
    borderWidth: 2.25,
  }));
  /** What its guide to performance recommends. @type {import('chart.js').ChartOptions<'line'>} */
  const options = {
    animation: false,
    events: [],
    normalized: true,
    parsing: false,
    responsive: false,
    elements: { point: { radius: 0 } },
    scales: { x: { type: 'logarithmic', min: 0.001, max: 0.5 }, y: { type: 'logarithmic' } },
  };
  const chart = new Chart(canvas, { type: 'line', data: { datasets }, options });
  return (curves) => {
    curves.forEach((curve, i) => (chart.data.datasets[i].data = points(curve)));
    chart.update('none');
  };
});
