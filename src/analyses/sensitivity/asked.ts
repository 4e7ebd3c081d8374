import { isMissing, type Exact, type ExactNumber } from '../../engine/calculators/exact.ts'
import { gap } from '../../figures/gap.ts'
import { printed } from '../../figures/prices.ts'
import type { BenchmarkSetting, ModelSettings } from '../../figures/settings.ts'
import { movedAssumptions, reworked, type Moved } from '../../run/moved.ts'
import type { ModelRun } from '../../run/run.ts'
import type { CategoryOrTotal } from '../../terms/category.ts'

/** The gap that a question of sensitivity is about: one benchmark, category and year, in the prices of the run. */
export interface AskedGap {
  readonly run: ModelRun
  readonly benchmark: BenchmarkSetting
  readonly category: CategoryOrTotal
  /** Starting year. */
  readonly year: number
  readonly cell: { readonly benchmark: string; readonly category: string; readonly year: number }
  /** As the run has it. */
  readonly now: ExactNumber
  /** Every listed assumption. */
  readonly assumptions: readonly Moved[]
  /** The gap while settings differ as those given do. */
  readonly reworked: (
    samples: readonly [ModelSettings, ...ModelSettings[]],
  ) => (settings: ModelSettings) => Exact
}

export const gapFigure = printed(gap)

/** A gap to be asked about, or why there is none. */
export function askGap(
  run: ModelRun,
  benchmark: BenchmarkSetting,
  category: CategoryOrTotal,
  year: number,
): AskedGap | { readonly missing: string } {
  const cell = { benchmark: benchmark.id, category, year }
  const now = run.exact(gapFigure, cell)
  if (isMissing(now)) return now
  return {
    ...{ run, benchmark, category, year, cell, now },
    assumptions: movedAssumptions(run, gapFigure, cell),
    reworked: (samples) => reworked(run, gapFigure, cell, samples),
  }
}
