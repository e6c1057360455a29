import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

import { TARIFFS } from './mine.js';
import { COLORS, NAMES, start } from './page.js';

use([CanvasRenderer, GridComponent, LineChart]);

const points = (curve) => curve.map((price, i) => [TARIFFS[i], price]);

start((figure, first) => {
  const chart = init(figure);
  chart.setOption({
    animation: false,
    grid: { left: 64, right: 14, top: 10, bottom: 30 },
    xAxis: { type: 'log', min: 0.001, max: 0.5 },
    yAxis: { type: 'log' },
    series: first.map((curve, i) => ({
      type: 'line',
      name: NAMES[i],
      data: points(curve),
      showSymbol: false,
      silent: true,
      lineStyle: { color: COLORS[i], width: 2.25 },
    })),
  });
  return (curves) => chart.setOption({ series: curves.map((curve) => ({ data: points(curve) })) });
});
