import type { Exact } from '../../engine/calculators/exact.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import type { Driver } from '../../run/drivers.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Cell } from '../../terms/cell.ts'
import type { Estimate } from '../../uncertainty/statistics/replicates.ts'

export type { Estimate }

/** What is asked of a simulation, and what it found. Values are in the unit printed (rates in percent). */

/** How draws are made, and how many. */
export interface Sampling {
  readonly method: 'sobol' | 'plain'
  readonly seed: number
  /** Draws asked for; how many are made is `drawsMade`. With `precision` this is where doubling begins. */
  readonly draws: number
  /** Stop doubling once every P50 is known this well: its standard error over the width from P5 to P95. */
  readonly precision?: number | undefined
  /** Where doubling ends at the latest. */
  readonly mostDraws: number
  readonly workers: number
}

/** One number asked for: a figure at a cell. */
export interface AskedCell {
  readonly printable: PrintableFigure
  readonly cell: Cell
  /** What the column `category` says. */
  readonly category: string
}

/** Where a sampled number lies. */
export interface Interval {
  readonly mean: Estimate
  readonly p5: Estimate
  readonly p10: Estimate
  readonly p50: Estimate
  readonly p90: Estimate
  readonly p95: Estimate
  /** The chance that it is 0 or less, from 0 to 1. */
  readonly atMostZero: Estimate
}
export const quantileNames = ['p5', 'p10', 'p50', 'p90', 'p95'] as const

/** A number asked for, with what was found. */
export interface SampledCell extends AskedCell {
  /** The value of the scenario as it stands, or why it is missing. */
  readonly exact: Exact
  /** What is flagged in every draw. */
  readonly flags: readonly string[]
  /** Undefined where it is missing. */
  readonly interval: Interval | undefined
  /** Whether no sampled assumption moves it: its interval has no width, and that is no certainty. */
  readonly fixed: boolean
}

export interface Bin {
  /** Undefined at the open ends. */
  readonly from: number | undefined
  readonly to: number | undefined
  readonly draws: number
}

/** The cell that the histogram and the convergence speak of. */
export interface Charted {
  readonly at: SampledCell
  readonly bins: readonly Bin[]
  /** The P50 as draws doubled, the last from all of them. */
  readonly convergence: readonly { readonly draws: number; readonly p50: Estimate }[]
}

export interface Simulated {
  readonly run: ModelRun
  readonly sampling: Sampling
  /** Really made, over all replicates. */
  readonly draws: number
  readonly replicates: number
  /** Draws in which some number asked for could not be worked (a division by zero), left out of it. */
  readonly failed: number
  readonly drivers: readonly Driver[]
  readonly cells: readonly SampledCell[]
  /** One a benchmark, in its own category and the year charted; one where there are none. */
  readonly charted: readonly Charted[]
  /** The largest standard error of a P50 over its width from P5 to P95. */
  readonly reached: number
}
