import type { Exact } from '../../engine/calculators/exact.ts'
import type { Moved } from '../../run/moved.ts'
import type { ModelSettings } from '../../figures/settings.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { AskedGap } from './asked.ts'
import { searchedValues } from './possible-values.ts'

/** One side of a grid: an assumption and the values it takes, in the unit of the list. */
export interface GridAxis {
  readonly moved: Moved
  readonly values: readonly [Decimal, ...Decimal[]]
  /** What the values are where nobody named them: even steps between these; undefined: named. */
  readonly over: 'ends' | 'p5-p95' | 'possible' | undefined
}

export interface TwoWayGrid {
  readonly asked: AskedGap
  readonly down: GridAxis
  readonly across: GridAxis
  /** gaps[d][a] at value d down and a across. */
  readonly gaps: readonly (readonly Exact[])[]
}

/** The gap over two assumptions at once, every other as it is, on the exact engine. */
export function twoWayGrid(asked: AskedGap, down: GridAxis, across: GridAxis): TwoWayGrid {
  const settings = (d: Decimal, a: Decimal): ModelSettings => across.moved.at(a, down.moved.at(d))
  const gapOf = asked.reworked([
    settings(down.values[0], across.values[0]),
    settings(down.values.at(-1) ?? down.values[0], across.values.at(-1) ?? across.values[0]),
  ])
  const gaps = down.values.map((d) => across.values.map((a) => gapOf(settings(d, a))))
  return { asked, down, across, gaps }
}

const usualSteps = 4
/** Digits of the ends of a range without ends, which are no round numbers. */
const digits = 3

/** Five values evenly over what an assumption is looked at. */
export function usualAxis({ assumptions }: AskedGap, moved: Moved): GridAxis {
  const { low, high, which } = searchedValues(moved, assumptions)
  const [from, to] =
    which === 'p5-p95' ? [low, high].map((end) => end.toSignificantDigits(digits)) : [low, high]
  const [first, last] = [from ?? low, to ?? high]
  const step = last.minus(first).dividedBy(usualSteps)
  const more = Array.from({ length: usualSteps }, (_, index) => first.plus(step.times(index + 1)))
  return { moved, values: [first, ...more], over: which }
}
