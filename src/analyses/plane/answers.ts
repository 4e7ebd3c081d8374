import { Decimal } from '../../terms/decimal.ts'
import type { Root } from '../roots.ts'
import { gridParts, isKnown, isSame, within, type Known, type Spot, type Survey } from './survey.ts'
import {
  allows,
  boundary,
  crossings,
  rootsAlong,
  spendingAll,
  sumAt,
  type Sum,
  type Way,
} from './within-sum.ts'

/**
 * How the places lie at which one figure reaches its target as two inputs move: `point`, the one place; `points`, several;
 * `line`, a stretch between two ends; `lines`, several stretches; `loop`, a line that ends nowhere; `area`, all of a part.
 */
export type Lie = 'point' | 'points' | 'line' | 'lines' | 'loop' | 'area'

export interface AnswersFound {
  readonly lie: Lie
  /** The lowest sum first; of a `line`, its ends and, where it is lower, a place between them; of an `area`, the lowest alone. */
  readonly spots: readonly Spot[]
  /** Whether all of these come to the same sum, so that none is cheapest. */
  readonly level: boolean
}

/**
 * Where a survey's one figure is nothing, within its box and a sum: the ends are found along the sides of what is allowed,
 * the lowest sum among them and on the line between them.
 * @returns undefined where it is nothing nowhere
 */
export function findAnswers(survey: Survey, sum: Sum, limited: boolean): AnswersFound | undefined {
  return limited && sum.exactly ? spent(survey, sum) : below(survey, sum, limited)
}

/** Everything is spent, so that one input follows the other. */
function spent(survey: Survey, sum: Sum): AnswersFound | undefined {
  const way = spendingAll(sum, survey)
  if (way === undefined) return undefined
  const { roots } = rootsAlong(survey, way)
  const stretches = roots.some(({ from, to }) => !from.equals(to))
  const spots = roots.flatMap((root) => endsOf(way, root))
  if (spots.length === 0) return undefined
  const lie = !stretches ? (spots.length === 1 ? 'point' : 'points') : roots.length === 1 ? 'line' : 'lines'
  return { lie, spots, level: true }
}

function below(survey: Survey, sum: Sum, limited: boolean): AnswersFound | undefined {
  const allowed = (spot: Spot): boolean => !limited || allows(sum, survey, spot)
  const found = boundary(survey, limited ? sum : undefined).map((way) => ({
    way,
    roots: rootsAlong(survey, way).roots,
  }))
  const ends: Spot[] = []
  for (const spot of found.flatMap(({ way, roots }) => roots.flatMap((root) => endsOf(way, root))))
    if (!ends.some((each) => isSame(survey.box, each, spot))) ends.push(spot)
  const between = crossings(survey, allowed).filter(
    (spot) => !ends.some((each) => isSame(survey.box, each, spot)),
  )
  const lowestFirst = (spots: readonly Spot[]): Spot[] =>
    [...spots].sort((p, q) => sumAt(sum, p).comparedTo(sumAt(sum, q)) || p.x.comparedTo(q.x))
  const area = filled(survey, allowed)
  const inside = lowestInside(survey, sum, ends, between, allowed)
  const spots = lowestFirst(inside === undefined ? ends : [inside, ...ends])
  if (spots.length === 0) return undefined
  const lie = area ? 'area' : lieOf(ends.length, between.length > 0, survey.missing().length > 0)
  return { lie, spots: area ? spots.slice(0, 1) : spots, level: isLevel(survey, sum, spots) }
}

function lieOf(ends: number, crosses: boolean, gaps: boolean): Lie {
  if (ends === 0) return 'loop'
  if (ends === 1) return crosses || gaps ? 'lines' : 'point'
  return ends === 2 && !gaps ? 'line' : 'lines'
}

function endsOf({ spotAt }: Way, { from, to }: Root): Spot[] {
  return from.equals(to) ? [spotAt(from)] : [spotAt(from), spotAt(to)]
}

/** Sums are one where they differ by no more than the digits that can be written and a billionth of the range. */
function isLevel({ box }: Survey, sum: Sum, spots: readonly Spot[]): boolean {
  const sums = spots.map((spot) => sumAt(sum, spot))
  return Decimal.max(...sums)
    .minus(Decimal.min(...sums))
    .lessThanOrEqualTo(smallest(sum, box))
}

function smallest(sum: Sum, { x, y }: Survey['box']): Decimal {
  return Decimal.max(
    sum.x.times(x.step).plus(sum.y.times(y.step)).times(4),
    sum.x
      .times(x.to.minus(x.from))
      .plus(sum.y.times(y.to.minus(y.from)))
      .times('1e-9'),
  )
}

/** Whether the figure is nothing over a whole cell of the grid. */
function filled(survey: Survey, allowed: (spot: Spot) => boolean): boolean {
  const grid = survey.grid()
  const isNothing = (column: number, row: number): boolean => {
    const place = grid[column]?.[row]
    return place !== undefined && isKnown(place) && place.off[0]?.isZero() === true && allowed(place)
  }
  return grid.some((places, column) =>
    places.some(
      (_place, row) =>
        isNothing(column, row) &&
        isNothing(column + 1, row) &&
        isNothing(column, row + 1) &&
        isNothing(column + 1, row + 1),
    ),
  )
}

const golden = new Decimal('0.6180339887498948482')
/** A place found to this share of a part of the grid has a sum found to its square. */
const fine = new Decimal('1e-4')

/** A place on a bent line whose sum is below that of its ends. */
function lowestInside(
  survey: Survey,
  sum: Sum,
  ends: readonly Spot[],
  between: readonly Spot[],
  allowed: (spot: Spot) => boolean,
): Spot | undefined {
  const { x, y } = survey.box
  const [wide, high] = [x, y].map(({ from, to }) => to.minus(from).dividedBy(gridParts))
  const start = lowest(sum, between)
  const end = lowest(sum, ends)
  if (start === undefined || wide === undefined || high === undefined) return undefined
  const margin = smallest(sum, survey.box)
  const isLower = (spot: Spot): boolean =>
    end === undefined || sumAt(sum, end).minus(sumAt(sum, spot)).greaterThan(margin)
  if (!isLower(start)) return undefined
  // Near the lowest sum the line runs as the sum's own lines do, so that y follows x.
  const follow = (at: Decimal): Spot | undefined => {
    const way: Way = {
      side: {
        from: within(y, start.y.minus(high.times(2))),
        to: within(y, start.y.plus(high.times(2))),
        step: y.step,
      },
      spotAt: (moving) => ({ x: at, y: moving }),
    }
    const spots = rootsAlong(survey, way, 2).roots.map(({ from }) => {
      const worked = survey.at(at, from)
      return { x: worked.x, y: worked.y }
    })
    return lowest(sum, spots.filter(allowed))
  }
  const either = (p: Spot | undefined, q: Spot | undefined): Spot | undefined =>
    lowest(
      sum,
      [p, q].filter((spot) => spot !== undefined),
    )
  let low = within(x, start.x.minus(wide))
  let top = within(x, start.x.plus(wide))
  const cut = (): readonly [Decimal, Decimal] => {
    const part = top.minus(low).times(golden)
    return [top.minus(part), low.plus(part)]
  }
  let [left, right] = cut().map(follow)
  let best = either(follow(start.x), either(left, right))
  while (top.minus(low).greaterThan(wide.times(fine))) {
    const rightIsLower = either(left, right) === right && right !== undefined
    if (rightIsLower) low = cut()[0]
    else top = cut()[1]
    const [p, q] = cut()
    if (rightIsLower) [left, right] = [right, follow(q)]
    else [left, right] = [follow(p), left]
    best = either(best, either(left, right))
  }
  return best !== undefined && isLower(best) ? best : undefined
}

function lowest(sum: Sum, spots: readonly Spot[]): Spot | undefined {
  return spots.reduce<Spot | undefined>(
    (best, each) => (best === undefined || sumAt(sum, each).lessThan(sumAt(sum, best)) ? each : best),
    undefined,
  )
}

/** Of all places worked that the sum allows: where the figure comes closest to nothing. */
export function closestWithin(survey: Survey, sum: Sum, limited: boolean): Known | undefined {
  return survey.closest((spot) => !limited || allows(sum, survey, spot))
}
