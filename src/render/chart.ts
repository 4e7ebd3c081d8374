import type { Chart } from '../reports/table.ts'
import { drawCurve } from './chart/curve.ts'
import { drawFan } from './chart/fan.ts'
import { drawHistogram } from './chart/histogram.ts'
import type { ChartOptions } from './chart/options.ts'
import { drawTornado } from './chart/tornado.ts'
import { printable } from './present.ts'
import type { ChartLines } from './text.ts'
import { wrap } from './width.ts'

/** A chart drawn with characters, at most `width` cells wide, needing no colour. */
export function drawChart(chart: Chart, options: ChartOptions): ChartLines {
  const lines = linesOf(chart, options)
  const { width } = options
  return {
    title: [...wrap(printable(chart.title), width), ...wrap(printable(chart.subtitle), width)],
    lines: lines.map((line) => line.trimEnd()),
    beneath: wrap(printable(chart.note), width),
  }
}

function linesOf(chart: Chart, options: ChartOptions): string[] {
  switch (chart.kind) {
    case 'histogram':
      return drawHistogram(chart, options)
    case 'fan':
      return drawFan(chart, options)
    case 'curve':
      return drawCurve(chart, options)
    case 'tornado':
      return drawTornado(chart, options)
  }
}
