import type { FanChart, FanQuantiles } from '../../reports/table.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { ChartOptions } from '../chart.ts'
import { formatNumber } from '../format.ts'
import { displayWidth, pad } from '../width.ts'
import { decimalsApart } from './decimals.ts'

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

interface Axis {
  readonly ticks: readonly Decimal[]
  readonly from: Decimal
  readonly to: Decimal
}

/** Round numbers that hold all values (and the one that parts them, where it is near). */
function axisOver(values: readonly Decimal[], cells: number, at: Decimal | undefined): Axis {
  let low = Decimal.min(...values)
  let high = Decimal.max(...values)
  const span = high.minus(low)
  // A parting far away would press everything together at one side.
  if (at !== undefined && low.minus(at).lessThan(span) && at.minus(high).lessThan(span)) {
    low = Decimal.min(low, at)
    high = Decimal.max(high, at)
  }
  if (low.equals(high)) {
    const room = low.isZero() ? new Decimal(1) : low.abs().dividedBy(2)
    low = low.minus(room)
    high = high.plus(room)
  }
  const step = roundStep(high.minus(low).dividedBy(Math.max(2, Math.floor(cells / 12))))
  const first = low.dividedBy(step).floor()
  const last = high.dividedBy(step).ceil()
  const count = last.minus(first).toNumber()
  const ticks = Array.from({ length: count + 1 }, (_, index) => first.plus(index).times(step))
  return { ticks, from: first.times(step), to: last.times(step) }
}

/** The next of 1, 2, 5, 10, 20 … */
function roundStep(least: Decimal): Decimal {
  const power = new Decimal(10).pow(least.log(10).floor())
  const leading = least.dividedBy(power)
  return power.times([1, 2, 5, 10].find((each) => leading.lessThanOrEqualTo(each)) ?? 10)
}

function cellOf(value: Decimal, { from, to }: Axis, cells: number): number {
  const share = value.minus(from).dividedBy(to.minus(from)).toNumber()
  return Math.min(cells - 1, Math.max(0, Math.round(share * (cells - 1))))
}

/** The numbers above their ticks, those that would touch their neighbour left out. */
function tickLabels(axis: Axis, cells: number, as: FanChart['as']): string {
  const decimals = decimalsApart(axis.ticks, as)
  let line = ''
  for (const tick of axis.ticks) {
    const text = formatNumber(tick, as, { decimals })
    const wanted = cellOf(tick, axis, cells) - Math.floor(displayWidth(text) / 2)
    const start = Math.max(0, Math.min(wanted, cells - displayWidth(text)))
    if (line !== '' && start < line.length + 2) continue
    line = pad(line, start) + text
  }
  return line
}

function axisLine(axis: Axis, cells: number, { line, tick }: Glyphs): string {
  const marks = Array.from({ length: cells }, () => line)
  for (const each of axis.ticks) marks[cellOf(each, axis, cells)] = tick
  return marks.join('')
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
  if (at !== undefined && at.greaterThanOrEqualTo(axis.from) && at.lessThanOrEqualTo(axis.to))
    line[cellOf(at, axis, cells)] = glyphs.parting
  fill(p5, p95, glyphs.outer)
  fill(p10, p90, glyphs.inner)
  fill(p50, p50, glyphs.middle)
  return line.join('')
}
