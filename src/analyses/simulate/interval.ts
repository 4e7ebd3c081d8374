import { quantiles, withoutMissing } from '../../uncertainty/statistics/quantiles.ts'
import { standardError } from '../../uncertainty/statistics/replicates.ts'
import { emptyTally, mergeTallies, tallyOf, type Tally } from '../../uncertainty/statistics/tally.ts'
import type { Estimate, Interval } from './answer.ts'

/** Where draws lie. Columns hold the draws of one replicate after those of another, as many of each. */

/** Chances of the quantiles, in the order of `quantileNames`. */
export const chances = [0.05, 0.1, 0.5, 0.9, 0.95] as const

/** What is known of some draws: how many there are, what they add up to, and their quantiles. */
export interface Known {
  readonly tally: Tally
  readonly quantiles: Float64Array
}

/**
 * Mean, quantiles and the chance of 0 or less over all draws, each with the standard error that the spread of the
 * replicates shows. Draws without a number are left out; undefined where a replicate has none with one.
 */
export function intervalOf(all: Known, each: readonly Known[]): Interval | undefined {
  if (each.some(({ tally }) => tally.count === 0)) return undefined
  const estimate = (of: (known: Known) => number): Estimate => {
    const value = of(all)
    return { value, se: standardError(each.map(of), value) }
  }
  const quantile = (place: number): Estimate => estimate((known) => known.quantiles[place] ?? NaN)
  return {
    mean: estimate(({ tally }) => tally.mean),
    p5: quantile(0),
    p10: quantile(1),
    p50: quantile(2),
    p90: quantile(3),
    p95: quantile(4),
    atMostZero: estimate(({ tally }) => tally.atMostZero / tally.count),
  }
}

/**
 * The interval of draws that are held as a whole.
 * @param scratch as long as the column; what it holds is overwritten, so that many columns can share one
 */
export function intervalOfColumn(
  column: Float64Array,
  replicates: number,
  scratch: Float64Array = new Float64Array(column.length),
): Interval | undefined {
  const draws = column.length / replicates
  const each = Array.from({ length: replicates }, (_, replicate): Known => {
    const from = replicate * draws
    const tally = tallyOf(column, from, draws)
    return { tally, quantiles: quantilesOf(column.subarray(from, from + draws), tally, scratch) }
  })
  const tally = each.reduce((sum, known) => mergeTallies(sum, known.tally), emptyTally)
  return intervalOf({ tally, quantiles: quantilesOf(column, tally, scratch) }, each)
}

function quantilesOf(values: Float64Array, { missing }: Tally, scratch: Float64Array): Float64Array {
  const own = scratch.subarray(0, values.length)
  own.set(values)
  return quantiles(missing === 0 ? own : withoutMissing(own), chances)
}

/** The P50 alone, from the first `part` draws of each replicate: what fewer draws would have said. */
export function medianOfPart(column: Float64Array, replicates: number, part: number): Estimate {
  const draws = column.length / replicates
  const first = new Float64Array(part * replicates)
  const each = Array.from({ length: replicates }, (_, replicate) => {
    const own = column.slice(replicate * draws, replicate * draws + part)
    first.set(own, replicate * part)
    return median(own)
  })
  const value = median(first)
  return { value, se: standardError(each, value) }
}

function median(values: Float64Array): number {
  return quantiles(withoutMissing(values), [0.5])[0] ?? NaN
}
