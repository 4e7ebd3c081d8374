/**
 * What a run of draws adds up to. Tallies of blocks are merged in the order of the blocks, whoever worked them, so that
 * the sums are the same to the last digit for any number of threads.
 */
export interface Tally {
  /** Draws with a value; the others are NaN, and left out of everything else. */
  readonly count: number
  readonly missing: number
  readonly mean: number
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
  atMostZero: 0,
  least: Infinity,
  greatest: -Infinity,
}

/** The tally of values[from .. from + count). The sum is compensated (Neumaier 1974): it loses no digits of large, close values. */
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
  return { count: seen, missing: count - seen, mean: (sum + lost) / seen, atMostZero, least, greatest }
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
    atMostZero: a.atMostZero + b.atMostZero,
    least: Math.min(a.least, b.least),
    greatest: Math.max(a.greatest, b.greatest),
  }
}
