import { isMissing } from '../../engine/calculators/exact.ts'
import { backlogArising, backlogResidual } from '../../figures/backlog/arising.ts'
import { backlogHistory } from '../../figures/backlog/history.ts'
import { lastBacklogYear } from '../../figures/backlog/published.ts'
import type { ModelRun } from '../../run/run.ts'
import { Decimal } from '../../terms/decimal.ts'
import { studentT } from './student-t.ts'

/** How well history says what arises in a year: the years behind the mean, their spread, and how far the mean may be off. */
export interface ArisingEstimate {
  /** Year of the prices of every amount here: the last published backlog's. GBP million. */
  readonly prices: number
  /** Years that count, in order, with what arose in each. */
  readonly years: readonly { readonly year: number; readonly arose: Decimal }[]
  readonly leftOut: readonly { readonly year: number; readonly reason: string }[]
  readonly mean: Decimal
  /** Standard deviation of the years (n − 1). */
  readonly deviation: Decimal
  /** Of the mean, 95%, by Student's t: years are few, and taken as draws that do not hang together. */
  readonly interval: readonly [Decimal, Decimal]
  /** Whether the scenario states another amount, which is then the one used. */
  readonly replaced: boolean
}

/** The estimate behind `arising`; undefined where fewer than two years can be worked. */
export function arisingEstimate(run: ModelRun): ArisingEstimate | undefined {
  const history = backlogHistory(run.model)
  const years = history.flatMap(({ year, leftOut }) => {
    const arose = leftOut === undefined ? run.exact(backlogResidual, { year }) : undefined
    return arose === undefined || isMissing(arose) ? [] : [{ year, arose: arose.n }]
  })
  if (years.length < 2) return undefined
  const count = years.length
  const mean = years.reduce((sum, { arose }) => sum.plus(arose), new Decimal(0)).dividedBy(count)
  const squares = years.reduce((sum, { arose }) => sum.plus(arose.minus(mean).pow(2)), new Decimal(0))
  const deviation = squares.dividedBy(count - 1).sqrt()
  const half = deviation.dividedBy(new Decimal(count).sqrt()).times(studentT(count - 1))
  const used = run.exact(backlogArising, {})
  return {
    ...{ prices: lastBacklogYear(run.model), years, mean, deviation },
    leftOut: history.flatMap(({ year, leftOut }) =>
      leftOut === undefined ? [] : [{ year, reason: leftOut }],
    ),
    interval: [mean.minus(half), mean.plus(half)],
    replaced: !isMissing(used) && !used.n.eq(mean) && run.settings.assumptions.has('backlog-arising'),
  }
}
