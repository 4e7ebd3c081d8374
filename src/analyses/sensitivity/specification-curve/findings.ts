import { Decimal } from '../../../terms/decimal.ts'
import type { Dimension } from './dimension.ts'
import type { SpecificationCurve } from './curve.ts'
import { choiceOf, type Points } from './points.ts'

/** What a curve shows, counted: every number is over combinations of choices, none is a probability. */
export interface CurveFindings {
  readonly combinations: number
  readonly positive: number
  /** GBP million in the prices of the run. */
  readonly lowest: Decimal
  readonly median: Decimal
  readonly highest: Decimal
  /** By how much each dimension moves the sign, the one that moves it most first. */
  readonly dimensions: readonly DimensionFinding[]
}

export interface DimensionFinding {
  readonly dimension: Dimension
  readonly choices: readonly ChoiceFinding[]
  /** The greatest share of positive gaps less the smallest, in percent points. */
  readonly spread: Decimal
  /** Of the sets of combinations that agree on all but this dimension and have two choices or more: how many hold both signs. */
  readonly sets: number
  readonly flips: number
}

/** The combinations that make one choice. */
export interface ChoiceFinding {
  readonly choice: number
  readonly combinations: number
  readonly positive: number
  readonly median: Decimal
}

/** @throws where the curve has no point */
export function findingsOf({ dimensions, points }: SpecificationCurve): CurveFindings {
  const { gaps, positive } = points
  const everyPoint = gaps.map((_gap, point) => point)
  const found = dimensions.map((dimension, index) => dimensionFinding(dimension, index, dimensions, points))
  return {
    combinations: gaps.length,
    positive: positive.reduce((sum, one) => sum + one, 0),
    lowest: gapAt(points, 0),
    median: medianOf(points, everyPoint),
    highest: gapAt(points, gaps.length - 1),
    dimensions: found.sort((a, b) => b.spread.comparedTo(a.spread)),
  }
}

/** Of a number of combinations, in percent. */
export function percentOf(part: number, whole: number): Decimal {
  return whole === 0 ? new Decimal(0) : new Decimal(part).dividedBy(whole).times(100)
}

function dimensionFinding(
  dimension: Dimension,
  index: number,
  dimensions: readonly Dimension[],
  points: Points,
): DimensionFinding {
  const own: number[][] = dimension.choices.map(() => [])
  for (let point = 0; point < points.gaps.length; point += 1) own[choiceOf(points, point, index)]?.push(point)
  const choices = own.flatMap((each, choice): ChoiceFinding[] =>
    each.length === 0
      ? []
      : [
          {
            choice,
            combinations: each.length,
            positive: each.reduce((sum, point) => sum + (points.positive[point] ?? 0), 0),
            median: medianOf(points, each),
          },
        ],
  )
  const shares = choices.map(({ positive, combinations }) => percentOf(positive, combinations))
  return {
    dimension,
    choices,
    spread: Decimal.max(...shares).minus(Decimal.min(...shares)),
    ...flipsOf(index, dimensions, points),
  }
}

/** How often the sign changes when this dimension alone does: sets of points that agree on all the others. */
function flipsOf(
  index: number,
  dimensions: readonly Dimension[],
  { gaps, positive, choices, width }: Points,
): { readonly sets: number; readonly flips: number } {
  const counts = dimensions.map((each, place) => (place === index ? 1 : each.choices.length))
  /** What is known of each set, found by its other choices as digits of one number. */
  const known = new Uint8Array(counts.reduce((product, count) => product * count, 1))
  // Plain counting: this looks at every point once for each dimension.
  for (let point = 0; point < gaps.length; point += 1) {
    let set = 0
    for (let place = 0; place < width; place += 1)
      if (place !== index) set = set * (counts[place] ?? 1) + (choices[point * width + place] ?? 0)
    const before = known[set] ?? 0
    const sign = positive[point] === 1 ? holdsPositive : holdsOther
    known[set] = before | (before === 0 ? 0 : holdsSeveral) | sign
  }
  let sets = 0
  let flips = 0
  for (let set = 0; set < known.length; set += 1) {
    const held = known[set] ?? 0
    if ((held & holdsSeveral) === 0) continue
    sets += 1
    if ((held & holdsPositive) !== 0 && (held & holdsOther) !== 0) flips += 1
  }
  return { sets, flips }
}

const holdsPositive = 1
const holdsOther = 2
const holdsSeveral = 4

/** Of some of the points, in ascending order; of an even number the mean of the middle two. */
function medianOf(points: Points, some: readonly number[]): Decimal {
  const half = some.length / 2
  return gapAt(points, some[Math.ceil(half) - 1])
    .plus(gapAt(points, some[Math.floor(half)]))
    .dividedBy(2)
}

function gapAt({ gaps }: Points, point: number | undefined): Decimal {
  const gap = point === undefined ? undefined : gaps[point]
  if (gap === undefined) throw new Error('a curve without points')
  return gap.n
}
