import { arisingEstimate } from '../../../analyses/backlog/arising.ts'
import { backlogFigures } from '../../../figures/backlog/printable.ts'
import { missingMeaning } from '../../../problems/catalogue/report.ts'
import * as say from '../../../problems/catalogue/stocks.ts'
import type { ModelRun } from '../../../run/run.ts'
import { financialYear, rangeLabel } from '../../../terms/year.ts'
import type { Sentence } from '../../table.ts'
import { saysBacklog } from '../says-backlog.ts'
import type { FurtherTable } from '../options.ts'

/** The maintenance backlog, and how well history says what arises in a year. */
export const backlogTable: FurtherTable = {
  name: 'backlog',
  title: say.backlogTitle,
  scope: say.backlogScope,
  figures: backlogFigures,
  unasked: (settings) => (saysBacklog(settings) ? ['backlog', 'arising', 'backlog-investment'] : []),
  notes: (run) => [say.backlogMeans, ...arisingNotes(run), say.plannedCounted(countsReview(run))],
}

/** Years used, mean, spread and interval; then the years left out, with why. */
export function arisingNotes(run: ModelRun): Sentence[] {
  const estimate = arisingEstimate(run)
  if (estimate === undefined) return [say.arisingUnknown]
  const { prices, years, leftOut, mean, deviation, interval, replaced } = estimate
  return [
    say.arisingSentence({
      ...{ mean, deviation, interval, count: years.length },
      prices: financialYear(prices),
      years: spans(years.map(({ year }) => ({ year, reason: '' })))
        .map((span) => span.years)
        .join(', '),
    }),
    say.arisingLeftOut(
      spans(leftOut).map(({ years: span, reason }) => ({ years: span, reason: missingMeaning(reason) })),
    ),
    ...(replaced ? [say.arisingReplaced] : []),
  ]
}

function countsReview({ settings }: ModelRun): boolean {
  return (
    !settings.assumptions.has('backlog-planned') &&
    (settings.asOf === undefined || settings.asOf >= '2025-06-11')
  )
}

/** Years in a row with the same reason, as one span: `2004-05 to 2007-08`. */
function spans(years: readonly { year: number; reason: string }[]): { years: string; reason: string }[] {
  const runs: { from: number; to: number; reason: string }[] = []
  for (const { year, reason } of years) {
    const last = runs.at(-1)
    if (last !== undefined && year === last.to + 1 && reason === last.reason) last.to = year
    else runs.push({ from: year, to: year, reason })
  }
  return runs.map(({ from, to, reason }) => ({ years: rangeLabel({ from, to }, 'financial'), reason }))
}
