/**
 * capgap as a library: the same answers as the commands, as plain data. Numbers are decimals in full; a value that is
 * missing carries its reason and is never 0.
 */
import { lookbackReport } from './reports/lookback.ts'
import { furtherAsked } from './reports/run/further-asked.ts'
import { runReport, type RunReportOptions } from './reports/run.ts'
import type { Report } from './reports/table.ts'
import { settleLookback, type LookbackWords } from './run/lookback.ts'
import { openRuns, type OpenOptions } from './run/open.ts'

export { loadData, type LoadOptions } from './datasets/load.ts'
export type { Data } from './datasets/data.ts'
export type { Dataset, DataRow } from './datasets/dataset.ts'
export type { Source } from './datasets/source.ts'
export { ProblemsError, exitCodes, type ExitCode, type Place, type Problem } from './problems/problem.ts'
export type { Caveat, Cell, Column, Report, Row, Sentence, SourceLine, Table } from './reports/table.ts'
export type { Observation } from './terms/observation.ts'
export type { RunReportOptions, OpenOptions, LookbackWords }
export { version } from './terms/version.ts'

/** Where a run stands and what of it is reported; all optional, as on the command line. */
export type RunScenarioOptions = OpenOptions & Omit<RunReportOptions, 'further'>

/**
 * Runs scenarios: projected spend, requirement and gap by category and financial year.
 * @param scenarios files or shipped names (`current-plans`), `a+b` stacked; the default scenario when absent
 * @returns the report; `report.long` is the long form, one number a row, money in GBP million, years as `2025-26`
 * @throws ProblemsError with every problem of the scenarios (exit code 3) or of the data (4)
 */
export async function runScenario(
  scenarios: string | readonly string[] = [],
  options: RunScenarioOptions = {},
): Promise<Report> {
  const runs = await openRuns(typeof scenarios === 'string' ? [scenarios] : scenarios, options)
  return runReport(runs, { ...options, further: await furtherAsked(runs, options) })
}

/** What of a look-back differs from the scenario's own, or from the defaults (eu14, 2010-2019, simple, GBR, WHO). */
export type LookbackOptions = LookbackWords &
  Omit<OpenOptions, 'prices' | 'lookbackPrices'> & {
    /** The calendar year whose prices are printed; absent: nominal. */
    readonly prices?: number
  }

/**
 * Looks back: what matching comparator nations would have meant, by calendar year.
 * @returns the report; `report.long` has a row `total` for each of actual, counterfactual, gap and gap-percent
 * @throws ProblemsError for unknown words (exit code 2), scenarios (3) or data (4)
 */
export async function lookback(scenario?: string, options: LookbackOptions = {}): Promise<Report> {
  const { prices, ...rest } = options
  const opened = { ...rest, lookbackPrices: prices }
  const [run] = await openRuns(scenario === undefined ? [] : [scenario], opened)
  return lookbackReport(settleLookback(run, rest))
}
