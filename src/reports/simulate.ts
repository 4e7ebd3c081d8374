import type { Simulated } from '../analyses/simulate/answer.ts'
import { assumptionEntries } from '../figures/settings.ts'
import { version } from '../terms/version.ts'
import { lazily } from './lazily.ts'
import { runReport, type RunReportOptions } from './run.ts'
import { simulateCharts } from './simulate/charts.ts'
import { driversTable, simulateData } from './simulate/drivers.ts'
import { simulateHeadline } from './simulate/headline.ts'
import { simulateLong } from './simulate/long.ts'
import { simulateTables } from './simulate/tables.ts'
import { citation } from './run/comparator-note.ts'
import type { Json, Report, SourceLine } from './table.ts'

/**
 * The answer to `capgap simulate`: intervals in words, tables, charts and long form, and what was drawn.
 * @param charts whether to draw a histogram and a fan under the tables
 */
export function simulateReport(
  answers: readonly Simulated[],
  { charts, ...options }: RunReportOptions & { readonly charts: boolean },
): Report {
  const among = answers.length > 1
  const runs = answers.map(({ run }) => run)
  // The same numbers, unsampled: their sources and caveats are those of the intervals.
  const unsampled = runReport(runs, { ...options, figures: options.figures ?? ['gap'] })
  return lazily({
    headline: () => answers.flatMap(simulateHeadline),
    tables: () =>
      answers.flatMap((answer) => [...simulateTables(answer, among), driversTable(answer, among)]),
    charts: () => (charts ? answers.flatMap(simulateCharts) : []),
    long: () => simulateLong(answers),
    sources: () => withDrivers(unsampled.sources, answers),
    caveats: () => unsampled.caveats,
    envelope: () => {
      const data = answers.map(simulateData)
      const { scenario, asOf, economy, dataHash } = unsampled.envelope as Record<string, Json>
      return {
        ...{ capgap: version, command: 'simulate' },
        ...{
          scenario: scenario ?? null,
          asOf: asOf ?? null,
          economy: economy ?? null,
          dataHash: dataHash ?? null,
        },
        ...together(data),
      }
    },
  })
}

/** Sources of the numbers, and of the ranges drawn. */
function withDrivers(sources: readonly SourceLine[], answers: readonly Simulated[]): SourceLine[] {
  const lines = new Map(sources.map((line) => [line.id, line]))
  for (const { run, drivers } of answers) {
    const entries = assumptionEntries(run.settings)
    for (const { name } of drivers.filter(({ used }) => used)) {
      const id = entries.get(name)?.source
      if (id !== undefined) lines.set(id, { id, citation: `${id}: ${citation(run, id)}` })
    }
  }
  return [...lines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What is said of one scenario stands in the envelope; of several, each under its name. */
function together(data: readonly { readonly [key: string]: Json }[]): { readonly [key: string]: Json } {
  const [first, ...more] = data
  if (first === undefined || more.length > 0) return { simulations: data }
  return Object.fromEntries(Object.entries(first).filter(([key]) => key !== 'scenario'))
}
