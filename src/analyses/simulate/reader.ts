import { emptyTally, mergeTallies, tallyOf } from '../../uncertainty/statistics/tally.ts'
import { twoPassQuantiles, type SecondPass } from '../../uncertainty/statistics/two-passes.ts'
import type { Bin, Interval } from './answer.ts'
import { createHistogram } from './chart.ts'
import { chances, intervalOf, intervalOfColumn } from './interval.ts'

/** Draws of one number in one replicate, as they come: `column` holds `count` of them and may hold more. */
export interface Part {
  readonly column: Float64Array
  readonly count: number
  readonly replicate: number
}

/** Reads the draws of one number twice, in the same order, and never holds them all. */
export interface Reader {
  readonly first: (part: Part) => void
  /** To be called between the two readings. */
  readonly turn: () => void
  readonly second: (part: Part) => void
  readonly interval: () => Interval | undefined
  readonly bins: () => readonly Bin[]
}

/** @param pilot some draws of each replicate, from which bins are laid out */
export function createReader(pilot: Float64Array, replicates: number): Reader {
  const draws = pilot.length / replicates
  const tallies = Array.from({ length: replicates }, () => emptyTally)
  const all = twoPassQuantiles(pilot, chances)
  const each = Array.from({ length: replicates }, (_, replicate) =>
    twoPassQuantiles(pilot.slice(replicate * draws, (replicate + 1) * draws), chances),
  )
  const laidOver = intervalOfColumn(pilot, replicates)
  const histogram = laidOver === undefined ? undefined : createHistogram(laidOver)
  let again: { readonly all: SecondPass; readonly each: readonly SecondPass[] } | undefined
  return {
    first: ({ column, count, replicate }) => {
      tallies[replicate] = mergeTallies(tallies[replicate] ?? emptyTally, tallyOf(column, 0, count))
      all.add(column, 0, count)
      each[replicate]?.add(column, 0, count)
    },
    turn: () => {
      again = { all: all.secondPass(), each: each.map((pass) => pass.secondPass()) }
    },
    second: ({ column, count, replicate }) => {
      again?.all.add(column, 0, count)
      again?.each[replicate]?.add(column, 0, count)
      histogram?.count(column, count)
    },
    interval: () => {
      if (again === undefined) return undefined
      const parts = again.each.map((pass, replicate) => ({
        tally: tallies[replicate] ?? emptyTally,
        quantiles: pass.quantiles(),
      }))
      const tally = tallies.reduce(mergeTallies, emptyTally)
      return intervalOf({ tally, quantiles: again.all.quantiles() }, parts)
    },
    bins: () => histogram?.bins() ?? [],
  }
}
