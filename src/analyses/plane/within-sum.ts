import { Decimal } from '../../terms/decimal.ts'
import { findRoots, type RootsFound } from '../roots.ts'
import { gridParts, isKnown, type Side, type Spot, type Survey } from './survey.ts'

/** A sum of both inputs, each by its weight (above nothing), and the most it may come to, or what it must be. */
export interface Sum {
  readonly x: Decimal
  readonly y: Decimal
  readonly most: Decimal
  readonly exactly: boolean
}

/** A straight way through the box: one input moves, the other stands or follows. */
export interface Way {
  readonly side: Side
  readonly spotAt: (moving: Decimal) => Spot
}

export function sumAt({ x, y }: Sum, spot: Spot): Decimal {
  return x.times(spot.x).plus(y.times(spot.y))
}

/** Whether a sum allows a place, but for the last digit that can be written. */
export function allows(sum: Sum, { box }: Survey, spot: Spot): boolean {
  const left = sum.x.times(box.x.step).plus(sum.y.times(box.y.step))
  const over = sumAt(sum, spot).minus(sum.most)
  return over.lessThanOrEqualTo(left) && (!sum.exactly || over.abs().lessThanOrEqualTo(left))
}

/** The zeros of a survey's first figure along a way, which is looked at in even parts first. */
export function rootsAlong(survey: Survey, { side, spotAt }: Way, parts = gridParts): RootsFound {
  return findRoots(
    (moving) => {
      const { x, y } = spotAt(moving)
      const { off } = survey.at(x, y)
      return off?.[0] ?? { missing: survey.missing()[0] ?? '' }
    },
    side.from,
    side.to,
    { step: side.step, parts },
  )
}

/** Where all of the sum is spent, within the box; undefined where that is nowhere. */
export function spendingAll({ x, y, most }: Sum, { box }: Survey): Way | undefined {
  const from = upTo(Decimal.max(box.x.from, most.minus(y.times(box.y.to)).dividedBy(x)), box.x.step)
  const to = downTo(Decimal.min(box.x.to, most.minus(y.times(box.y.from)).dividedBy(x)), box.x.step)
  if (from.greaterThan(to)) return undefined
  // What cannot be written to the last digit is left unspent.
  const rest = (moving: Decimal): Decimal => downTo(most.minus(x.times(moving)).dividedBy(y), box.y.step)
  return {
    side: { from, to, step: box.x.step },
    spotAt: (moving) => ({ x: moving, y: Decimal.max(rest(moving), box.y.from) }),
  }
}

/** The sides of the box, as far as the sum allows, and where all of it is spent. */
export function boundary(survey: Survey, sum: Sum | undefined): Way[] {
  const { x, y } = survey.box
  const ways: Way[] = []
  for (const standing of [y.from, y.to]) {
    const most = sum === undefined ? x.to : sum.most.minus(sum.y.times(standing)).dividedBy(sum.x)
    const to = Decimal.min(x.to, downTo(most, x.step))
    if (to.greaterThanOrEqualTo(x.from))
      ways.push({ side: { ...x, to }, spotAt: (moving) => ({ x: moving, y: standing }) })
  }
  for (const standing of [x.from, x.to]) {
    const most = sum === undefined ? y.to : sum.most.minus(sum.x.times(standing)).dividedBy(sum.y)
    const to = Decimal.min(y.to, downTo(most, y.step))
    if (to.greaterThanOrEqualTo(y.from))
      ways.push({ side: { ...y, to }, spotAt: (moving) => ({ x: standing, y: moving }) })
  }
  const all = sum === undefined ? undefined : spendingAll(sum, survey)
  return all === undefined ? ways : [...ways, all]
}

/** Neighbours of the grid, along both sides and slantwise, between which the figure changes sign. */
export function crossings(survey: Survey, allowed: (spot: Spot) => boolean): Spot[] {
  const grid = survey.grid()
  return grid.flatMap((column, at) =>
    column.flatMap((place, row): Spot[] =>
      [grid[at + 1]?.[row], column[row + 1], grid[at + 1]?.[row + 1]].flatMap((other): Spot[] => {
        if (other === undefined || !isKnown(place) || !isKnown(other)) return []
        const [here, there] = [place.off[0], other.off[0]]
        if (here === undefined || there === undefined || !here.times(there).isNegative()) return []
        if (here.isZero() || there.isZero()) return []
        const share = here.dividedBy(here.minus(there))
        const spot = {
          x: place.x.plus(other.x.minus(place.x).times(share)),
          y: place.y.plus(other.y.minus(place.y).times(share)),
        }
        return allowed(spot) ? [spot] : []
      }),
    ),
  )
}

function upTo(value: Decimal, step: Decimal): Decimal {
  return value.dividedBy(step).ceil().times(step)
}

function downTo(value: Decimal, step: Decimal): Decimal {
  return value.dividedBy(step).floor().times(step)
}
