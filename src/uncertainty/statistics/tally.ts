/**
 * What a run of draws adds up to. Tallies of blocks are merged in the order of the blocks, whoever worked them, so that
 * the sums are the same to the last digit for any number of threads.
 */
export interface Tally {
  /** Draws with a value; the others are NaN, and left out of everything else. */
  readonly count: number
  readonly missing: number
  readonly mean: number
  /** The sum of squared distances from the mean. */
  readonly squares: number
  /** Draws of 0 or less, to within what rounding in binary leaves of numbers that cancel. */
  readonly atMostZero: number
  readonly least: number
  readonly greatest: number
}

/** In millions of pounds a tenth of a penny: two equal sums of money, worked in floats, differ by less. */
export const asGoodAsNothing = 1e-9

export const emptyTally: Tally = {
  count: 0,
  missing: 0,
  mean: 0,
  squares: 0,
  atMostZero: 0,
  least: Infinity,
  greatest: -Infinity,
}

/**
 * The tally of values[from .. from + count). The sum is compensated (Neumaier 1974), and the squares are taken about the
 * block's own mean, so that neither loses digits where values are large and close together.
 */
export function tallyOf(values: Float64Array, from = 0, count = values.length - from): Tally {
  let sum = 0
  let lost = 0
  let seen = 0
  let atMostZero = 0
  let least = Infinity
  let greatest = -Infinity
  for (let k = from; k < from + count; k++) {
    const value = values[k] as number
    if (Number.isNaN(value)) continue
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
    seen++
    // No branch, which a processor would foresee wrongly for a gap about 0.
    atMostZero += Number(value <= asGoodAsNothing)
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  if (seen === 0) return { ...emptyTally, missing: count }
  const mean = (sum + lost) / seen
  let squares = 0
  for (let k = from; k < from + count; k++) {
    const away = (values[k] as number) - mean
    if (!Number.isNaN(away)) squares += away * away
  }
  return { count: seen, missing: count - seen, mean, squares, atMostZero, least, greatest }
}

/** Two tallies as one (Chan, Golub and LeVeque 1983). */
export function mergeTallies(a: Tally, b: Tally): Tally {
  const missing = a.missing + b.missing
  if (b.count === 0) return { ...a, missing }
  if (a.count === 0) return { ...b, missing }
  const count = a.count + b.count
  const apart = b.mean - a.mean
  return {
    count,
    missing,
    mean: a.mean + (apart * b.count) / count,
    squares: a.squares + b.squares + (apart * apart * a.count * b.count) / count,
    atMostZero: a.atMostZero + b.atMostZero,
    least: Math.min(a.least, b.least),
    greatest: Math.max(a.greatest, b.greatest),
  }
}

/** The sample variance; NaN of fewer than two draws. */
export function varianceOf({ count, squares }: Tally): number {
  return squares / (count - 1)
}
