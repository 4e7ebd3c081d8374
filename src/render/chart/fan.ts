import type { FanChart, FanQuantiles } from '../../reports/table.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { ChartOptions } from './options.ts'
import { displayWidth, pad } from '../width.ts'
import { axisLine, axisOver, cellOf, tickLabels, type Axis } from './axis.ts'

interface Glyphs {
  readonly outer: string
  readonly inner: string
  readonly middle: string
  readonly parting: string
  readonly line: string
  readonly tick: string
}

const plainGlyphs: Glyphs = { outer: '.', inner: '=', middle: 'o', parting: ':', line: '-', tick: '+' }
const blockGlyphs: Glyphs = { outer: '░', inner: '▓', middle: '┃', parting: '┊', line: '─', tick: '┴' }

/** An interval a row under one axis: light from the outer to the inner quantile, dark between the inner ones. */
export function drawFan({ rows, as, parting }: FanChart, { width, blocks }: ChartOptions): string[] {
  const glyphs = blocks ? blockGlyphs : plainGlyphs
  const labelWidth = Math.max(0, ...rows.map(({ label }) => displayWidth(label)))
  const cells = Math.max(20, width - labelWidth - 3)
  const axis = axisOver(
    rows.flatMap(({ quantiles }) => [quantiles[0], quantiles[4]]),
    cells,
    parting?.at,
  )
  const head = ' '.repeat(labelWidth + 2)
  return [
    head + tickLabels(axis, cells, as),
    head + axisLine(axis, cells, glyphs),
    ...rows.map(
      ({ label, quantiles }) =>
        `${pad(label, labelWidth)}  ${interval(quantiles, axis, cells, glyphs, parting?.at)}`,
    ),
    ...(parting === undefined ? [] : [`${head}${glyphs.parting} ${parting.words}`]),
  ]
}

function interval(
  [p5, p10, p50, p90, p95]: FanQuantiles,
  axis: Axis,
  cells: number,
  glyphs: Glyphs,
  at: Decimal | undefined,
): string {
  const line = Array.from({ length: cells }, () => ' ')
  const fill = (from: Decimal, to: Decimal, glyph: string): void => {
    line.fill(glyph, cellOf(from, axis, cells), cellOf(to, axis, cells) + 1)
  }
  fill(p5, p95, glyphs.outer)
  fill(p10, p90, glyphs.inner)
  // Over the interval, where it matters on which side of it most of the draws lie.
  if (at !== undefined && at.greaterThanOrEqualTo(axis.from) && at.lessThanOrEqualTo(axis.to))
    line[cellOf(at, axis, cells)] = glyphs.parting
  fill(p50, p50, glyphs.middle)
  return line.join('')
}
