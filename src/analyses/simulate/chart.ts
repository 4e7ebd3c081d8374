import { boundsOf } from '../../uncertainty/statistics/sections.ts'
import type { Bin, Charted, Interval, SampledCell } from './answer.ts'
import { binEdges, countInBins } from './bins.ts'
import { medianOfPart } from './interval.ts'
import { fewest } from './sizes.ts'

/** What is charted of a number whose draws are held as a whole. */
export function chartOfColumn(at: SampledCell, column: Float64Array, replicates: number): Charted {
  if (at.interval === undefined || at.fixed) return { at, bins: [], convergence: [] }
  const histogram = createHistogram(at.interval)
  histogram.count(column, column.length)
  const last = { draws: column.length, p50: at.interval.p50 }
  const draws = column.length / replicates
  return { at, bins: histogram.bins(), convergence: [...convergenceOf(column, replicates, draws / 2), last] }
}

/** Counts draws in round bins laid over an interval. */
export function createHistogram({ p5, p95 }: Interval) {
  const edges = binEdges(p5.value, p95.value)
  const counts = new Float64Array(edges.length + 1)
  return {
    count: (column: Float64Array, count: number): void =>
      countInBins(edges, column.subarray(0, count), counts),
    bins: (): Bin[] =>
      Array.from(counts, (draws, index): Bin => ({ from: edges[index - 1], to: edges[index], draws })),
  }
}

/** The P50 from the first part of each replicate, the part doubling up to the greatest. */
export function convergenceOf(
  column: Float64Array,
  replicates: number,
  greatest = column.length / replicates,
): Charted['convergence'] {
  const parts: number[] = []
  for (let part = Math.floor(greatest); part >= fewest; part = Math.floor(part / 2)) parts.unshift(part)
  const bounds = boundsOf(column)
  return parts.map((part) => ({
    draws: part * replicates,
    p50: medianOfPart(column, replicates, part, bounds),
  }))
}
