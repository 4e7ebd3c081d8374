import { standardError } from '../../uncertainty/statistics/replicates.ts'
import { boundsOf, sectionQuantiles, type Bounds, type Room } from '../../uncertainty/statistics/sections.ts'
import { emptyTally, mergeTallies, tallyOf, type Tally } from '../../uncertainty/statistics/tally.ts'
import type { Estimate, Interval } from './answer.ts'

/** Where draws lie. Columns hold the draws of one replicate after those of another, as many of each. */

/** Chances of the quantiles, in the order of `quantileNames`. */
export const chances = [0.05, 0.1, 0.5, 0.9, 0.95] as const

/** What is known of some draws: how many there are, what they add up to, and their quantiles. */
export interface Known {
  readonly tally: Pick<Tally, 'count' | 'mean' | 'atMostZero'>
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

/** An interval in another unit. */
export function scaled(interval: Interval, factor: number): Interval {
  const times = ({ value, se }: Estimate): Estimate => ({ value: value * factor, se: se * factor })
  const { mean, p5, p10, p50, p90, p95, atMostZero } = interval
  return {
    ...{ mean: times(mean), p5: times(p5), p10: times(p10), p50: times(p50), p90: times(p90) },
    ...{ p95: times(p95), atMostZero },
  }
}

/**
 * The interval of draws that are held as a whole.
 * @param room to work in, which many columns can share
 */
export function intervalOfColumn(
  column: Float64Array,
  replicates: number,
  room?: Room,
): Interval | undefined {
  const draws = column.length / replicates
  const tallies = Array.from({ length: replicates }, (_, replicate) =>
    tallyOf(column, replicate * draws, draws),
  )
  const tally = tallies.reduce(mergeTallies, emptyTally)
  const { all, each } = sectionQuantiles(column, replicates, chances, tally, room)
  return intervalOf(
    { tally, quantiles: all },
    each.map((own, replicate) => ({ tally: tallies[replicate] ?? emptyTally, quantiles: own })),
  )
}

/**
 * The P50 alone, from the first `part` draws of each replicate: what fewer draws would have said.
 * @param bounds of the whole column
 */
export function medianOfPart(
  column: Float64Array,
  replicates: number,
  part: number,
  bounds: Bounds = boundsOf(column),
): Estimate {
  const draws = column.length / replicates
  const first = part === draws ? column : new Float64Array(part * replicates)
  for (let replicate = 0; first !== column && replicate < replicates; replicate += 1)
    first.set(column.subarray(replicate * draws, replicate * draws + part), replicate * part)
  const { all, each } = sectionQuantiles(first, replicates, [0.5], bounds)
  const [value = NaN] = all
  return {
    value,
    se: standardError(
      each.map(([own = NaN]) => own),
      value,
    ),
  }
}
