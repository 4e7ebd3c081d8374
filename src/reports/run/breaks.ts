import type { ModelRun } from '../../run/run.ts'
import { financialYear, parseFinancialYear } from '../../terms/year.ts'

/** A year from which the baseline's series means something else, and why. */
export interface SeriesBreak {
  readonly year: number
  readonly why: string
}

/** The breaks that a run of years crosses: those with a reported year before them. */
export function breaksWithin(run: ModelRun, years: readonly number[]): readonly SeriesBreak[] {
  const { baseline } = run.settings
  if (baseline.kind !== 'series') return []
  const first = Math.min(...years)
  return (run.data.about(baseline.dataset).breaks ?? []).flatMap(({ at, why }) => {
    const year = parseFinancialYear(at)
    return year !== undefined && year > first && years.includes(year) ? [{ year, why }] : []
  })
}

/** `From 2022-23: leases under IFRS 16 count`, for a note. */
export function breakSentence({ year, why }: SeriesBreak): string {
  return `Series break at ${financialYear(year)}: ${why}.`
}
