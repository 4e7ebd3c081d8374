import { Decimal } from '../../terms/decimal.ts'
import { gridParts, isInside, isKnown, isSame, within, type Known, type Spot, type Survey } from './survey.ts'

/** Where two figures reach their targets together as two inputs move between their bounds. */
export interface MeetingsFound {
  /** Lowest x first. Where they are not alone, one of them. */
  readonly meetings: readonly Spot[]
  /** Whether each stands by itself: false where every place of a line or an area serves. */
  readonly alone: boolean
  /** Whether the figures moved in step wherever a meeting was sought: then no pair of values is pinned down. */
  readonly inStep: boolean
  /** Where both would be met beyond the bounds, where none is met within them. */
  readonly beyond: Spot | undefined
}

type Pair = readonly [Decimal, Decimal]
/** The slopes of each figure, by x and by y. */
type Slopes = readonly [Pair, Pair]

/** Below this share of its terms a determinant is nothing: the figures move in step. */
const flat = new Decimal('1e-20')
/** A curve's meeting may lie beyond the triangle whose corners foretell it, by this share of its sides. */
const slack = new Decimal('0.5')
const mostSteps = 60
const mostHalvings = 24

/**
 * All meetings in the box that its grid foretells: each triangle of the grid is taken for a plane, and where its planes
 * meet in or near it, Newton's steps on the figures themselves go on. What bends back between places looked at is not seen.
 */
export function findMeetings(survey: Survey): MeetingsFound {
  const found: Spot[] = []
  const tried: Spot[] = []
  let alone = true
  let steep = false
  const keep = (arrived: Arrived | undefined): void => {
    if (arrived === undefined) return
    if (arrived.inStep) alone = false
    if (!found.some((each) => isSame(survey.box, each, arrived))) found.push(arrived)
  }
  for (const triangle of triangles(survey)) {
    const [a, b, c] = triangle
    if (triangle.every(({ off }) => off.every((value) => value.isZero()))) {
      alone = false
      keep({ x: a.x, y: a.y, inStep: true })
      continue
    }
    const by: Slopes = [
      [minus(b, a, 0), minus(c, a, 0)],
      [minus(b, a, 1), minus(c, a, 1)],
    ]
    const shares = solved(by, [a.off[0] ?? zero, a.off[1] ?? zero])
    if (shares === undefined) {
      // In step from corner to corner, and yet both may be met at one of them.
      for (const corner of triangle.filter(({ off }) => off.every((value) => value.isZero())))
        keep(arrive(survey, corner, true))
      continue
    }
    steep = true
    const [u, v] = shares
    if ([u, v, one.minus(u).minus(v)].some((share) => share.lessThan(slack.negated()))) continue
    const start = {
      x: a.x.plus(b.x.minus(a.x).times(u)).plus(c.x.minus(a.x).times(v)),
      y: a.y.plus(b.y.minus(a.y).times(u)).plus(c.y.minus(a.y).times(v)),
    }
    if ([...tried, ...found].some((each) => isSame(survey.box, each, start))) continue
    tried.push(start)
    keep(arrive(survey, start, true))
  }
  found.sort((p, q) => p.x.comparedTo(q.x) || p.y.comparedTo(q.y))
  const closest = found.length > 0 ? undefined : survey.closest(() => true)
  const beyond = closest === undefined ? undefined : arrive(survey, closest, false)
  return {
    meetings: alone ? found : found.slice(0, 1),
    alone,
    inStep: !steep,
    beyond: beyond === undefined || isInside(survey.box, beyond) ? undefined : beyond,
  }
}

const zero = new Decimal(0)
const one = new Decimal(1)

/** Two to a cell of the grid, those whose corners all have values. */
function triangles(survey: Survey): [Known, Known, Known][] {
  const grid = survey.grid()
  const found: [Known, Known, Known][] = []
  for (let column = 0; column < gridParts; column += 1) {
    for (let row = 0; row < gridParts; row += 1) {
      const [a, b] = [grid[column]?.[row], grid[column + 1]?.[row]]
      const [c, d] = [grid[column]?.[row + 1], grid[column + 1]?.[row + 1]]
      for (const [p, q, r] of [
        [a, b, c],
        [d, c, b],
      ]) {
        if (p === undefined || q === undefined || r === undefined) continue
        if (isKnown(p) && isKnown(q) && isKnown(r)) found.push([p, q, r])
      }
    }
  }
  return found
}

interface Arrived extends Spot {
  /** Whether the figures move in step there, so that the meeting is one of many. */
  readonly inStep: boolean
}

/** Newton's steps with slopes taken from near by, halved while they bring the figures no closer. */
function arrive(survey: Survey, start: Spot, bounded: boolean): Arrived | undefined {
  const { box } = survey
  const hold = (spot: Spot): Spot => (bounded ? { x: within(box.x, spot.x), y: within(box.y, spot.y) } : spot)
  const go = (spot: Spot): Known | undefined => {
    const { x, y } = hold(spot)
    const worked = survey.at(x, y)
    return isKnown(worked) ? worked : undefined
  }
  let place = go(start)
  let reach: Pair = [box.x.to.minus(box.x.from).dividedBy(256), box.y.to.minus(box.y.from).dividedBy(256)]
  for (let step = 0; step < mostSteps && place !== undefined; step += 1) {
    const slopes = slopesAt(survey, place, reach)
    if (slopes === undefined) return undefined
    const off: Pair = [place.off[0] ?? zero, place.off[1] ?? zero]
    const met = isMet(off, slopes, [box.x.step, box.y.step])
    const move = solved(slopes, off)
    if (move === undefined) return met ? { x: place.x, y: place.y, inStep: true } : undefined
    const next = better(go, place, move, heightsOf(slopes, box))
    if (next === undefined) return met ? { x: place.x, y: place.y, inStep: false } : undefined
    // Slopes are taken over no more than the last step, so that they turn into those of the place itself.
    reach = [
      Decimal.max(box.x.step, Decimal.min(reach[0], next.x.minus(place.x).abs())),
      Decimal.max(box.y.step, Decimal.min(reach[1], next.y.minus(place.y).abs())),
    ]
    place = next
  }
  return undefined
}

/** The place after a step, or after the part of it that brings the figures closer; undefined where none does. */
function better(
  go: (spot: Spot) => Known | undefined,
  place: Known,
  [dx, dy]: Pair,
  heights: Pair,
): Known | undefined {
  const far = ({ off }: Known): Decimal =>
    off.reduce((sum, value, figure) => sum.plus(value.abs().dividedBy(heights[figure] ?? one)), zero)
  const now = far(place)
  let part = one
  for (let halving = 0; halving < mostHalvings; halving += 1) {
    const next = go({ x: place.x.plus(dx.times(part)), y: place.y.plus(dy.times(part)) })
    if (next !== undefined && far(next).lessThan(now)) return next
    part = part.dividedBy(2)
  }
  return undefined
}

/** How far each figure would move over the whole box at these slopes: what unlike figures are measured by. */
function heightsOf(slopes: Slopes, { x, y }: Survey['box']): Pair {
  const height = ([byX, byY]: Pair): Decimal => {
    const whole = byX
      .abs()
      .times(x.to.minus(x.from))
      .plus(byY.abs().times(y.to.minus(y.from)))
    return whole.isZero() ? one : whole
  }
  return [height(slopes[0]), height(slopes[1])]
}

/** How each figure moves with each input, from a place near by on the side that has room. */
function slopesAt(survey: Survey, place: Known, [reachX, reachY]: Pair): Slopes | undefined {
  const { x, y } = survey.box
  const right = place.x.plus(reachX).greaterThan(x.to) ? place.x.minus(reachX) : place.x.plus(reachX)
  const up = place.y.plus(reachY).greaterThan(y.to) ? place.y.minus(reachY) : place.y.plus(reachY)
  const [beside, above] = [survey.at(right, place.y), survey.at(place.x, up)]
  if (!isKnown(beside) || !isKnown(above)) return undefined
  const [dx, dy] = [beside.x.minus(place.x), above.y.minus(place.y)]
  if (dx.isZero() || dy.isZero()) return undefined
  return [
    [minus(beside, place, 0).dividedBy(dx), minus(above, place, 0).dividedBy(dy)],
    [minus(beside, place, 1).dividedBy(dx), minus(above, place, 1).dividedBy(dy)],
  ]
}

/** Whether both figures are off by no more than the digits that can be written leave them. */
function isMet(off: Pair, slopes: Slopes, steps: Pair): boolean {
  return off.every((value, figure) => {
    const [byX, byY] = slopes[figure] ?? [zero, zero]
    const left = byX.abs().times(steps[0]).plus(byY.abs().times(steps[1])).times(4)
    return value.abs().lessThanOrEqualTo(left)
  })
}

/** The step that brings two planes to nothing; undefined where they rise in step. */
function solved([[a, b], [c, d]]: Slopes, [p, q]: Pair): Pair | undefined {
  const [ad, bc] = [a.times(d), b.times(c)]
  const determinant = ad.minus(bc)
  if (determinant.abs().lessThanOrEqualTo(ad.abs().plus(bc.abs()).times(flat))) return undefined
  return [
    b.times(q).minus(d.times(p)).dividedBy(determinant),
    c.times(p).minus(a.times(q)).dividedBy(determinant),
  ]
}

function minus(a: Known, b: Known, figure: 0 | 1): Decimal {
  return (a.off[figure] ?? zero).minus(b.off[figure] ?? zero)
}
