import { Decimal } from '../../terms/decimal.ts'

/**
 * One figure, or two, over the values of two inputs: every place worked is kept, so that a search can say what it looked
 * at and what came closest.
 */
export type PlaneFunction = (x: Decimal, y: Decimal) => readonly Decimal[] | { readonly missing: string }

export interface Spot {
  readonly x: Decimal
  readonly y: Decimal
}

/** A place that was worked; a figure may have no value there. */
export interface Worked extends Spot {
  /** What each figure is off its target; undefined where one has no value. */
  readonly off: readonly Decimal[] | undefined
}
export type Known = Worked & { readonly off: readonly Decimal[] }

/** How far one input moves, and the finest step that can be written. */
export interface Side {
  readonly from: Decimal
  readonly to: Decimal
  readonly step: Decimal
}

export interface Box {
  readonly x: Side
  readonly y: Side
}

export interface Survey {
  readonly box: Box
  /** The figures at the nearest values that can be written. */
  readonly at: (x: Decimal, y: Decimal) => Worked
  /** Places in even rows and columns over the box, those of its edges included: [column][row]. */
  readonly grid: () => readonly (readonly Worked[])[]
  /** Of all places worked that are allowed: where the figures are least off, each by its own spread. */
  readonly closest: (allowed: (spot: Spot) => boolean) => Known | undefined
  /** Whether a figure is one and the same number wherever it was worked: neither input moves it. */
  readonly isStill: (figure: number) => boolean
  /** Why a figure has no value at some places, each reason once, sorted. */
  readonly missing: () => readonly string[]
  /** At how many places the figures were worked: what the count of answers rests on. */
  readonly evaluations: () => number
}

/** Even parts of each side that are looked at. */
export const gridParts = 16

/** @param f how far each figure is off its target */
export function surveyOf(f: PlaneFunction, box: Box): Survey {
  const seen = new Map<string, Worked>()
  const missing = new Set<string>()
  const at = (wantedX: Decimal, wantedY: Decimal): Worked => {
    const [x, y] = [held(wantedX, box.x.step), held(wantedY, box.y.step)]
    const name = `${x.toFixed()} ${y.toFixed()}`
    const before = seen.get(name)
    if (before !== undefined) return before
    const off = f(x, y)
    if ('missing' in off) missing.add(off.missing)
    const worked = { x, y, off: 'missing' in off ? undefined : off }
    seen.set(name, worked)
    return worked
  }
  let places: readonly (readonly Worked[])[] | undefined
  return {
    box,
    at,
    grid: () =>
      (places ??= ticks(box.x).map((x): readonly Worked[] => ticks(box.y).map((y): Worked => at(x, y)))),
    closest: (allowed) => closestOf([...seen.values()].filter((each) => isKnown(each) && allowed(each))),
    isStill: (figure) => {
      const [first, ...more] = [...seen.values()].map(({ off }) => off?.[figure])
      return first !== undefined && more.every((each) => each?.equals(first))
    },
    missing: () => [...missing].sort(),
    evaluations: () => seen.size,
  }
}

function ticks({ from, to }: Side): Decimal[] {
  const part = to.minus(from).dividedBy(gridParts)
  return Array.from({ length: gridParts + 1 }, (_, tick) =>
    tick === gridParts ? to : from.plus(part.times(tick)),
  )
}

/** The nearest value that can be written. */
export function held(value: Decimal, step: Decimal): Decimal {
  return value.dividedBy(step).round().times(step)
}

export function within({ from, to }: Side, value: Decimal): Decimal {
  return Decimal.min(Decimal.max(value, from), to)
}

export function isInside({ x, y }: Box, spot: Spot): boolean {
  return within(x, spot.x).equals(spot.x) && within(y, spot.y).equals(spot.y)
}

/** Whether two places are one, but for the digits that can be written and a billionth of the range. */
export function isSame({ x, y }: Box, a: Spot, b: Spot): boolean {
  const near = (side: Side, p: Decimal, q: Decimal): boolean =>
    p
      .minus(q)
      .abs()
      .lessThanOrEqualTo(Decimal.max(side.step.times(4), side.to.minus(side.from).times('1e-9')))
  return near(x, a.x, b.x) && near(y, a.y, b.y)
}

export function isKnown(place: Worked): place is Known {
  return place.off !== undefined
}

/** Two figures may be counted in unlike things, so that each is measured by how far it moves. */
function closestOf(places: readonly Worked[]): Known | undefined {
  const known = places.filter(isKnown)
  const figures = known[0]?.off.length ?? 0
  const spreads = Array.from({ length: figures }, (_, figure) => {
    const values = known.map(({ off }) => off[figure] ?? new Decimal(0))
    const spread = Decimal.max(...values).minus(Decimal.min(...values))
    return spread.isZero() ? new Decimal(1) : spread
  })
  const far = ({ off }: Known): Decimal =>
    Decimal.max(...off.map((value, figure) => value.abs().dividedBy(spreads[figure] ?? 1)))
  return known.reduce<Known | undefined>(
    (best, each) => (best === undefined || far(each).lessThan(far(best)) ? each : best),
    undefined,
  )
}
