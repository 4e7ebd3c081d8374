import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { Moved } from '../../run/moved.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { AskedGap } from './asked.ts'
import { rangeEnds, type RangeEnds } from './range-ends.ts'

/** One assumption at both ends of its range, every other as it is, and the gap there. */
export interface TornadoBar {
  readonly moved: Moved
  readonly ends: RangeEnds
  readonly atLow: Exact
  readonly atHigh: Exact
  /** How far apart the two gaps are, in GBP million; undefined where one is missing. */
  readonly swing: Decimal | undefined
}

export interface Tornado {
  readonly asked: AskedGap
  /** The widest first; then those that do not reach this gap, in the order of the list. */
  readonly bars: readonly TornadoBar[]
}

/** Each assumption with a range by itself, on the exact engine: differences of the gap, never ratios. */
export function tornado(asked: AskedGap): Tornado {
  const bars = asked.assumptions.flatMap((moved) => (moved.range === undefined ? [] : [bar(asked, moved)]))
  // A swing that is missing stands before those that are nothing, where it is seen.
  const size = ({ swing }: TornadoBar): Decimal => swing ?? new Decimal(0)
  return { asked, bars: bars.sort((a, b) => size(b).comparedTo(size(a))) }
}

function bar(asked: AskedGap, moved: Moved): TornadoBar {
  const ends = rangeEnds(moved.range ?? { kind: 'discrete', values: [] })
  if (!moved.used) return { moved, ends, atLow: asked.now, atHigh: asked.now, swing: new Decimal(0) }
  const [low, high] = [moved.at(ends.low), moved.at(ends.high)]
  const gapOf = asked.reworked([low, high])
  const [atLow, atHigh] = [gapOf(low), gapOf(high)]
  const swing = isMissing(atLow) || isMissing(atHigh) ? undefined : atHigh.n.minus(atLow.n).abs()
  return { moved, ends, atLow, atHigh, swing }
}
