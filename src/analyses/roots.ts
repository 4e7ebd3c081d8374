import { Decimal } from '../terms/decimal.ts'

/**
 * Where a figure comes to nothing as one input moves between two bounds: on exact decimals, without derivatives, and
 * with an account of how many such places there are. Figures are piecewise smooth, often piecewise straight (a shortfall
 * is max(gap, 0)), so that the search looks for kinks, for stretches where the figure is nothing throughout, and for
 * jumps that pass nothing without touching it.
 */
export type RootFunction = (x: Decimal) => Decimal | { readonly missing: string }

/** A place where f is zero: one point (`from` equals `to`), or a whole stretch. */
export interface Root {
  readonly from: Decimal
  readonly to: Decimal
}

export interface RootsFound {
  /** Lowest first; none, one or several. */
  readonly roots: readonly Root[]
  /** Where f changes sign in a jump, without being zero. */
  readonly jumps: readonly Decimal[]
  /** Where f came closest to zero; undefined where it has no value at all. */
  readonly closest: { readonly at: Decimal; readonly value: Decimal } | undefined
  /** Whether f was one and the same number wherever it was worked: what moves does not move it. */
  readonly level: boolean
  /** Why f has no value at some places, each reason once, sorted. */
  readonly missing: readonly string[]
  /** How often f was worked: what the count of roots rests on. */
  readonly evaluations: number
}

export interface RootOptions {
  /** How close in x a root is found; default 1e-25 of the range. */
  readonly tolerance?: Decimal
  /** x is held to whole multiples of this, where not every number can be written; then it is the tolerance. */
  readonly step?: Decimal
  /** Even parts of the range looked at before any is divided further; default 16. */
  readonly parts?: number
}

/** One place worked. */
interface Point {
  readonly x: Decimal
  readonly y: Decimal | undefined
}
type Known = Point & { readonly y: Decimal }

const zero = new Decimal(0)
const two = new Decimal(2)
/** A part whose middle lies on the line between its ends, to this share of its height, is straight. */
const straight = new Decimal('1e-24')
/** What comes this near to zero and turns back, as a share of its height beside that place, touches it. */
const touchShare = new Decimal('1e-20')
/** A part is divided this many times at most: 16 parts become 16,384 where it bends and may touch zero. */
const deepest = 10
/** A part that bends is divided so many times before its bend is trusted. */
const surelyDivided = 2
/** A sign change whose ends stay this far from zero, as a share of where the search began, is a jump. */
const jumpShare = new Decimal('1e-9')
const golden = new Decimal('0.6180339887498948482')

/**
 * All zeros of f between a and b. What is narrower than a part and bends less than it stands off zero is not seen: the
 * answer is as sure as the number of evaluations says.
 * @param a the lower bound; an equal upper bound looks at that one place
 */
export function findRoots(f: RootFunction, a: Decimal, b: Decimal, options: RootOptions = {}): RootsFound {
  const { step } = options
  const tolerance = step ?? options.tolerance ?? b.minus(a).times('1e-25')
  const missing = new Set<string>()
  let evaluations = 0
  let closest: Known | undefined
  let level = true

  function at(wanted: Decimal): Point {
    const x = step === undefined ? wanted : wanted.dividedBy(step).round().times(step)
    evaluations += 1
    const y = f(x)
    if (!(y instanceof Decimal)) {
      missing.add(y.missing)
      level = false
      return { x, y: undefined }
    }
    const point = { x, y }
    if (closest !== undefined && !y.equals(closest.y)) level = false
    if (closest === undefined || y.abs().lessThan(closest.y.abs())) closest = point
    return point
  }

  const points = scan(at, a, b, options.parts ?? 16)
  // Where nothing changes sign, f may still touch zero, or come nearest to it, between two places looked at.
  const touching = dips(points).flatMap(([left, middle, right]): Root[] => {
    const seen = dip(at, left, middle, right, tolerance)
    points.push(...seen)
    const near = Decimal.max(left.y.abs(), right.y.abs()).times(touchShare)
    const turned = seen.find((point) => isKnown(point) && !sameSign(point, middle))
    const lowest = seen.filter(isKnown).reduce((p, q) => (q.y.abs().lessThan(p.y.abs()) ? q : p), middle)
    return turned === undefined && lowest.y.abs().lessThanOrEqualTo(near)
      ? [{ from: lowest.x, to: lowest.x }]
      : []
  })
  points.sort((p, q) => p.x.comparedTo(q.x))

  const roots: Root[] = []
  const jumps: Decimal[] = []
  points.forEach((point, index) => {
    const next = points[index + 1]
    if (point.y?.isZero()) touch(roots, point.x, stretchesFrom(points[index - 1], point, at))
    if (!isKnown(point) || next === undefined || !isKnown(next)) return
    if (point.y.isZero() || next.y.isZero() || sameSign(point, next)) return
    const found = between(at, point, next, tolerance)
    // The steepest straight line leaves this much of its height within the tolerance.
    const left = tolerance.times(4).dividedBy(next.x.minus(point.x))
    const height = point.y.abs().plus(next.y.abs())
    if (found.y.abs().greaterThan(height.times(Decimal.max(left, jumpShare)))) jumps.push(found.x)
    else roots.push({ from: found.x, to: found.x })
  })
  return {
    roots: [...withEdges(roots, points, at, tolerance), ...touching].sort((p, q) =>
      p.from.comparedTo(q.from),
    ),
    jumps,
    closest: closest === undefined ? undefined : { at: closest.x, value: closest.y },
    level,
    missing: [...missing].sort(),
    evaluations,
  }
}

type At = (x: Decimal) => Point

/** Even parts, and finer ones where f bends while it is near enough to zero to touch it. */
function scan(at: At, a: Decimal, b: Decimal, parts: number): Point[] {
  if (!a.lessThan(b)) return [at(a)]
  const step = b.minus(a).dividedBy(parts)
  const first = at(a)
  const points = [first]
  let left = first
  for (let part = 1; part <= parts; part += 1) {
    const right = at(part === parts ? b : a.plus(step.times(part)))
    points.push(...inside(at, left, right, 0), right)
    left = right
  }
  return points
}

function inside(at: At, left: Point, right: Point, depth: number): Point[] {
  if (depth === deepest) return []
  const middle = at(left.x.plus(right.x).dividedBy(two))
  if (!isKnown(left) || !isKnown(right) || !isKnown(middle)) {
    // The edge of where f has a value: worth finding, for a root may stand near it.
    if (left.y === undefined && right.y === undefined && middle.y === undefined) return [middle]
    return [...inside(at, left, middle, depth + 1), middle, ...inside(at, middle, right, depth + 1)]
  }
  const bend = middle.y.minus(left.y.plus(right.y).dividedBy(two)).abs()
  const height = Decimal.max(left.y.abs(), right.y.abs(), middle.y.abs())
  const nearest = Decimal.min(left.y.abs(), right.y.abs(), middle.y.abs())
  const crosses = !sameSign(left, right) || !sameSign(left, middle)
  if (bend.lessThanOrEqualTo(height.times(straight))) return [middle]
  // A curve may pass near the line at its middle and turn between: only quarters of a part are taken at their word.
  if (!crosses && depth >= surelyDivided && nearest.greaterThan(bend.times(4))) return [middle]
  return [...inside(at, left, middle, depth + 1), middle, ...inside(at, middle, right, depth + 1)]
}

/** Threes in a row of one sign whose middle is nearest to zero: f may touch zero between them. */
function dips(points: readonly Point[]): [Known, Known, Known][] {
  return points.flatMap((middle, index): [Known, Known, Known][] => {
    const left = points[index - 1]
    const right = points[index + 1]
    if (left === undefined || right === undefined) return []
    if (!isKnown(left) || !isKnown(middle) || !isKnown(right)) return []
    if (!sameSign(left, middle) || !sameSign(middle, right)) return []
    const size = middle.y.abs()
    const flat = left.y.equals(middle.y) && middle.y.equals(right.y)
    return !flat && size.lessThanOrEqualTo(left.y.abs()) && size.lessThanOrEqualTo(right.y.abs())
      ? [[left, middle, right]]
      : []
  })
}

/** The places worked on the way to where |f| is smallest, by golden sections; it ends at the first change of sign. */
function dip(at: At, left: Known, middle: Known, right: Known, tolerance: Decimal): Point[] {
  const seen: Point[] = []
  let low = left.x
  let high = right.x
  let best = middle
  while (high.minus(low).greaterThan(tolerance) && seen.length < 140) {
    const wide = best.x.minus(low).greaterThan(high.minus(best.x))
    const from = wide ? low : high
    const point = at(best.x.plus(from.minus(best.x).times(new Decimal(1).minus(golden))))
    seen.push(point)
    if (!isKnown(point) || !sameSign(point, middle)) break
    if (point.y.abs().lessThan(best.y.abs())) {
      if (wide) high = best.x
      else low = best.x
      best = point
    } else if (wide) low = point.x
    else high = point.x
  }
  return seen
}

/**
 * The zero between two places of opposite sign: secant steps, which find it at once where f is straight, held inside the
 * bracket, and a halving whenever two steps in a row did not shrink it to a half.
 */
function between(at: At, left: Known, right: Known, tolerance: Decimal): Known {
  let low = left
  let high = right
  let best = low.y.abs().lessThan(high.y.abs()) ? low : high
  let slow = 0
  for (let step = 0; step < 400 && high.x.minus(low.x).greaterThan(tolerance); step += 1) {
    const width = high.x.minus(low.x)
    const secant = low.x.minus(low.y.times(width).dividedBy(high.y.minus(low.y)))
    // A step no longer than the tolerance brings the far end close, where the near one has arrived.
    const next = Decimal.min(Decimal.max(secant, low.x.plus(tolerance)), high.x.minus(tolerance))
    const point = at(slow >= 2 || next.lessThanOrEqualTo(low.x) ? low.x.plus(width.dividedBy(two)) : next)
    if (!isKnown(point)) break
    if (point.y.abs().lessThan(best.y.abs())) best = point
    if (point.y.isZero()) return point
    if (sameSign(point, low)) low = point
    else high = point
    slow = high.x.minus(low.x).greaterThan(width.dividedBy(two)) ? slow + 1 : 0
  }
  return best
}

/** Whether f is zero all the way from the place before. */
function stretchesFrom(before: Point | undefined, point: Point, at: At): boolean {
  if (before?.y === undefined || !before.y.isZero()) return false
  return at(before.x.plus(point.x).dividedBy(two)).y?.isZero() === true
}

/** A zero seen at one of the places: its own, or the further end of the stretch before it. */
function touch(roots: Root[], x: Decimal, stretches: boolean): void {
  const last = roots.at(-1)
  if (last !== undefined && stretches) roots[roots.length - 1] = { from: last.from, to: x }
  else roots.push({ from: x, to: x })
}

/** Stretches moved out to where they really begin and end, by halving between the places that were looked at. */
function withEdges(roots: readonly Root[], points: readonly Point[], at: At, tolerance: Decimal): Root[] {
  return roots.map(({ from, to }) => {
    if (from.equals(to) && !points.some(({ x, y }) => x.equals(from) && y?.isZero())) return { from, to }
    const before = points.findLast(({ x }) => x.lessThan(from))
    const after = points.find(({ x }) => x.greaterThan(to))
    return {
      from: before === undefined ? from : edge(at, from, before.x, tolerance),
      to: after === undefined ? to : edge(at, to, after.x, tolerance),
    }
  })
}

/** From a place where f is zero towards one where it is not: the last at which it still is. */
function edge(at: At, zeroAt: Decimal, other: Decimal, tolerance: Decimal): Decimal {
  let inner = zeroAt
  let outer = other
  while (outer.minus(inner).abs().greaterThan(tolerance)) {
    const { x, y } = at(inner.plus(outer).dividedBy(two))
    if (y?.isZero()) inner = x
    else outer = x
  }
  return inner
}

function isKnown(point: Point): point is Known {
  return point.y !== undefined
}

function sameSign(p: Known, q: Known): boolean {
  return p.y.comparedTo(zero) === q.y.comparedTo(zero)
}
