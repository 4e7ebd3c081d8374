import type { ExactNumber } from '../../../engine/calculators/exact.ts'

/** The points of a curve in ascending order of their gaps, kept close together: there may be hundreds of thousands. */
export interface Points {
  readonly gaps: readonly ExactNumber[]
  /** Whether the gap is above nothing, 1 or 0. */
  readonly positive: Readonly<Uint8Array>
  /** The index of each point’s choice in each dimension, point after point. */
  readonly choices: Readonly<Uint8Array>
  /** How many dimensions there are. */
  readonly width: number
}

/** The choice of a point in a dimension, by its index. */
export function choiceOf({ choices, width }: Points, point: number, dimension: number): number {
  return choices[point * width + dimension] ?? 0
}

/** Puts points in ascending order; equal gaps stay in the order in which they came. */
export function ascendingPoints(
  gaps: readonly ExactNumber[],
  choices: Readonly<Uint8Array>,
  width: number,
): Points {
  const rough = Float64Array.from(gaps, ({ n }) => n.toNumber())
  const order = Uint32Array.from(gaps, (_gap, index) => index)
  // Decimals are compared only where doubles cannot tell them apart.
  order.sort(
    (a, b) => (rough[a] ?? 0) - (rough[b] ?? 0) || (gaps[a]?.n.comparedTo(gaps[b]?.n ?? 0) ?? 0) || a - b,
  )
  const sorted = Array.from(order, (from) => gaps[from]).filter((gap) => gap !== undefined)
  const moved = new Uint8Array(choices.length)
  for (const [to, from] of order.entries())
    moved.set(choices.subarray(from * width, (from + 1) * width), to * width)
  return {
    gaps: sorted,
    positive: Uint8Array.from(sorted, ({ n }) => Number(!n.isNegative() && !n.isZero())),
    choices: moved,
    width,
  }
}

/** The first point at the first choice of every dimension: the scenario as it stands. */
export function pointAtFirstChoices({ gaps, choices, width }: Points): number | undefined {
  for (let point = 0; point < gaps.length; point += 1) {
    let dimension = 0
    while (dimension < width && choices[point * width + dimension] === 0) dimension += 1
    if (dimension === width) return point
  }
  return undefined
}
