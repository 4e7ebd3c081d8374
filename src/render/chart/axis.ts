import { Decimal } from '../../terms/decimal.ts'
import { formatNumber, type NumberKind } from '../format.ts'
import { displayWidth, pad } from '../width.ts'
import { decimalsApart } from './decimals.ts'

/** Round numbers that hold all values of a chart, and where each lies among the cells of a line. */
export interface Axis {
  readonly ticks: readonly Decimal[]
  readonly from: Decimal
  readonly to: Decimal
}

/** Round numbers that hold all values (and the one that parts them, where it is near). */
export function axisOver(values: readonly Decimal[], cells: number, at: Decimal | undefined): Axis {
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

/** The cell of a line in which a value lies. */
export function cellOf(value: Decimal, { from, to }: Axis, cells: number): number {
  const share = value.minus(from).dividedBy(to.minus(from)).toNumber()
  return Math.min(cells - 1, Math.max(0, Math.round(share * (cells - 1))))
}

/** The numbers above their ticks, those that would touch their neighbour left out. */
export function tickLabels(axis: Axis, cells: number, as: NumberKind): string {
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

/** The axis itself, with its ticks. */
export function axisLine(
  axis: Axis,
  cells: number,
  { line, tick }: { readonly line: string; readonly tick: string },
): string {
  const marks = Array.from({ length: cells }, () => line)
  for (const each of axis.ticks) marks[cellOf(each, axis, cells)] = tick
  return marks.join('')
}
