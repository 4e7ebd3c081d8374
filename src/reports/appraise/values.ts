import { casesOf, type Cases } from '../../analyses/appraise/cases.ts'
import type { Exact } from '../../engine/calculators/exact.ts'
import type { AnyFigure } from '../../engine/figure.ts'
import * as figures from '../../figures/appraisal/appraisal.ts'
import type { Model } from '../../figures/model.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import type { Cell } from '../../terms/cell.ts'
import { missingMeaning } from '../../problems/catalogue/report.ts'
import { isMissing } from '../../engine/calculators/exact.ts'
import type { Cell as TableCell } from '../table.ts'

/** What an appraisal answers: flows, each with its sums, under every case. */

/** One flow at one place. */
export interface Line {
  readonly name: string
  readonly appraised: {
    readonly flow: AnyFigure<Model>
    readonly undiscounted: AnyFigure<Model>
    readonly presentValue: AnyFigure<Model>
    readonly equivalentAnnual: AnyFigure<Model>
  }
  readonly cell: Cell
  readonly benchmark?: BenchmarkSetting
}

/** A run with its appraisal settled, and what is asked of it. */
export interface Appraisal {
  readonly run: ModelRun
  readonly cases: Cases
  readonly schedule: string
  /** Whether the lower rates are shown beside the headline. */
  readonly lowerTest: boolean
  readonly measures: readonly Line[]
  readonly costs: readonly Line[]
  readonly benchmarks: readonly Line[]
}

/** Beyond this many years the lower rates are a test that always stands beside the headline. */
const longTerm = 50

export function appraisalOf(run: ModelRun, benchmarks: readonly BenchmarkSetting[]): Appraisal {
  const setting = run.settings.appraisal
  if (setting === undefined) throw new Error('the appraisal was not settled')
  const ofAll = { category: 'total' }
  return {
    run,
    cases: casesOf(run),
    schedule: setting.schedule,
    lowerTest: setting.horizon > longTerm && setting.spans.has('lower') && setting.schedule === 'standard',
    measures: run.settings.measures.map(({ id }) => ({
      name: id,
      appraised: figures.measureAppraised,
      cell: { measure: id },
    })),
    costs: [
      { name: 'capital', appraised: figures.capitalAppraised, cell: ofAll },
      { name: 'revenue-one-off', appraised: figures.oneOffAppraised, cell: ofAll },
      { name: 'revenue-recurring', appraised: figures.recurringAppraised, cell: ofAll },
      { name: 'cost', appraised: figures.costAppraised, cell: ofAll },
    ],
    benchmarks: benchmarks.flatMap((benchmark) => {
      const cell = { benchmark: benchmark.id, category: benchmark.category }
      return [
        { name: 'requirement', appraised: figures.requirementAppraised, cell, benchmark },
        { name: 'gap', appraised: figures.gapAppraised, cell, benchmark },
        { name: 'gap-low', appraised: figures.gapLowAppraised, cell, benchmark },
        { name: 'gap-high', appraised: figures.gapHighAppraised, cell, benchmark },
      ]
    }),
  }
}

export type CaseName = 'before' | 'after' | 'lower'

/** The value of a figure in a case: before or after optimism bias, or before it at the lower rates. */
export function valueIn(
  { cases, schedule }: Appraisal,
  name: CaseName,
  figure: AnyFigure<Model>,
  cell: Cell,
): Exact {
  const run = name === 'after' ? cases.after : cases.before
  if ('missing' in run) return run
  return run.exact(figure, { ...cell, schedule: name === 'lower' ? 'lower' : schedule })
}

export function moneyCell(exact: Exact): TableCell {
  return isMissing(exact)
    ? { kind: 'missing', reason: missingMeaning(exact.missing) }
    : { kind: 'number', value: exact.n, as: 'money' }
}

export function words(text: string): TableCell {
  return { kind: 'text', text }
}
