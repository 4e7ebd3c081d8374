import * as say from '../../problems/catalogue/data.ts'
import type { YearType } from '../../terms/year.ts'
import { parseCalendarYear, parseFinancialYear, yearLabel } from '../../terms/year.ts'
import type { Check, Finding, Subject, SubjectRow } from './subject.ts'
import { aboutRow } from './subject.ts'

/** Periods are written as the year type says: 2025-26 for financial years, 2025 for calendar years. */
export const yearForm: Check = (subject) =>
  yearly(subject)
    ? subject.rows.flatMap((row) => {
        const types = yearTypes(subject, row)
        return types.some((type) => startOf(row.period, type) !== undefined)
          ? []
          : [aboutRow(say.wrongYearForm(row.place('period'), row.period, types), row)]
      })
    : []

/**
 * A yearly series has every year from its first to its last, unless about.yaml says which it lacks, and why. Rows that
 * join a dataset are seen beside its rows; what that dataset lacks by itself is its own affair.
 */
export const holes: Check = (subject, context) => {
  if (!yearly(subject)) return []
  const { name, about } = subject
  const joined = about.joins ? context.joinedTo(name) : undefined
  const alike = joined?.about.dimensions.join() === about.dimensions.join() ? joined : undefined
  return [...seriesOf(subject).values()].flatMap((series) => {
    const [first] = series
    return first === undefined ? [] : holesOf(series, alike?.periods(first.row.dimensions) ?? [])
  })
}

interface YearRow {
  readonly start: number
  readonly type: YearType
  readonly row: SubjectRow
}

function holesOf(rows: readonly YearRow[], alreadyThere: readonly string[]): Finding[] {
  const byStart = new Map(rows.map((year) => [year.start, year]))
  const type = rows[0]?.type ?? 'financial'
  const there = alreadyThere.flatMap((period) => startOf(period, type) ?? [])
  const starts = [...new Set([...byStart.keys(), ...there])].sort((a, b) => a - b)
  return starts.flatMap((start, index) => {
    const before = starts[index - 1]
    const beside = byStart.get(start) ?? byStart.get(before ?? start)
    if (before === undefined || beside === undefined || start - before <= 1) return []
    const { row } = beside
    const from = yearLabel(before + 1, type)
    const to = yearLabel(start - 1, type)
    const problem = say.hole(row.place('period'), seriesLabel(row), from, to)
    return [{ problem, about: { dimensions: row.dimensions, from, to } }]
  })
}

/** The rows of each series whose period can be read. */
function seriesOf(subject: Subject): Map<string, YearRow[]> {
  const series = new Map<string, YearRow[]>()
  for (const row of subject.rows) {
    for (const type of yearTypes(subject, row)) {
      const start = startOf(row.period, type)
      if (start === undefined) continue
      const key = [type, ...Object.values(row.dimensions)].join('\u0000')
      const rows = series.get(key)
      if (rows === undefined) series.set(key, [{ start, type, row }])
      else rows.push({ start, type, row })
    }
  }
  return series
}

function yearly({ about, csv }: Subject): boolean {
  return about.shape === 'observations' && about.yearType !== 'none' && csv.header.includes('period')
}

/** Where a dataset has both, a column `year_type` may say which one a row is. */
function yearTypes({ about }: Subject, row: SubjectRow): readonly YearType[] {
  if (about.yearType === 'financial' || about.yearType === 'calendar') return [about.yearType]
  const own = row.cell('year_type')
  return own === 'financial' || own === 'calendar' ? [own] : ['financial', 'calendar']
}

function startOf(period: string, type: YearType): number | undefined {
  return type === 'financial' ? parseFinancialYear(period) : parseCalendarYear(period)
}

function seriesLabel(row: SubjectRow): string {
  return Object.values(row.dimensions).join(', ')
}
