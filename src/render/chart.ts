import type { Chart } from '../reports/table.ts'
import { drawFan } from './chart/fan.ts'
import { drawHistogram } from './chart/histogram.ts'
import { printable } from './present.ts'
import type { ChartLines } from './text.ts'
import { wrap } from './width.ts'

export interface ChartOptions {
  readonly width: number
  /** Draw with block characters; otherwise with what every device prints. */
  readonly blocks: boolean
}

/** A chart drawn with characters, at most `width` cells wide, needing no colour. */
export function drawChart(chart: Chart, options: ChartOptions): ChartLines {
  const lines = chart.kind === 'histogram' ? drawHistogram(chart, options) : drawFan(chart, options)
  const { width } = options
  return {
    title: [...wrap(printable(chart.title), width), ...wrap(printable(chart.subtitle), width)],
    lines: lines.map((line) => line.trimEnd()),
    beneath: wrap(printable(chart.note), width),
  }
}
