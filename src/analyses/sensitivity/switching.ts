import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { Moved } from '../../run/moved.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { findRoots, type RootFunction } from '../roots.ts'
import type { AskedGap } from './asked.ts'
import { searchedValues, type Searched } from './possible-values.ts'

/** A value of an assumption at which the gap changes its sign. */
export interface Crossing {
  /** In the unit of the list. */
  readonly value: Decimal
  /** The other end of a stretch on which the gap is nothing throughout; mostly `value` itself. */
  readonly until: Decimal
  /** The gap there: nothing but rounding in the last digits, unless it jumps past nothing. */
  readonly gap: Exact
  readonly jumps: boolean
}

/** Where one assumption, every other as it is, turns the sign of the gap. */
export interface Switching {
  readonly moved: Moved
  readonly searched: Searched
  readonly atLow: Exact
  readonly atHigh: Exact
  /** The lowest first; none is an answer. */
  readonly crossings: readonly Crossing[]
  /** How often the gap was worked. */
  readonly evaluations: number
}

export interface SwitchingValues {
  readonly asked: AskedGap
  /** Every listed assumption, in the order of the list; those that do not reach this gap are found without being moved. */
  readonly found: readonly Switching[]
}

/** Every listed assumption by itself, ranged or not, on the exact engine. */
export function switchingValues(asked: AskedGap): SwitchingValues {
  return { asked, found: asked.assumptions.map((moved) => switching(asked, moved)) }
}

function switching(asked: AskedGap, moved: Moved): Switching {
  const searched = searchedValues(moved, asked.assumptions)
  const { low, high } = searched
  if (!moved.used)
    return { moved, searched, atLow: asked.now, atHigh: asked.now, crossings: [], evaluations: 0 }
  const [first, last] = [moved.at(low), moved.at(high)]
  const gapOf = asked.reworked([first, last])
  const at = (value: Decimal): Exact => gapOf(moved.at(value))
  const f: RootFunction = (value) => {
    const gap = at(value)
    return isMissing(gap) ? gap : gap.n
  }
  const { roots, jumps, evaluations } = findRoots(f, low, high)
  const places = [
    ...roots.map(({ from, to }) => ({ from, to, jumps: false })),
    ...jumps.map((value) => ({ from: value, to: value, jumps: true })),
  ].sort((a, b) => a.from.comparedTo(b.from))
  const crossings = places.flatMap((place, index): Crossing[] => {
    const before = signBetween(f, places[index - 1]?.to ?? low, place.from)
    const after = signBetween(f, place.to, places[index + 1]?.from ?? high)
    // What touches nothing and turns back changes no sign; at an end of the range the gap is nothing, and that is said.
    if (before !== undefined && before === after) return []
    // Nothing from one end of the range to the other: no sign to change.
    if (place.from.lessThan(place.to) && place.from.equals(low) && place.to.equals(high)) return []
    return [{ value: place.from, until: place.to, gap: at(place.from), jumps: place.jumps }]
  })
  return { moved, searched, atLow: at(low), atHigh: at(high), crossings, evaluations }
}

/** The sign half-way between two places that have none between them; undefined where there is nothing between. */
function signBetween(f: RootFunction, from: Decimal, to: Decimal): number | undefined {
  if (!from.lessThan(to)) return undefined
  const value = f(from.plus(to).dividedBy(2))
  return 'missing' in value ? undefined : Math.sign(value.comparedTo(0))
}
