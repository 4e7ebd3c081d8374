/**
 * Years. A financial year runs April to March and is written `2025-26`; a calendar year is written `2025`.
 * Both are held as the integer they start in; which of the two a number is, the figure's dimension says
 * (`year` is financial, `calendarYear` is calendar).
 */
export type YearType = 'financial' | 'calendar'

/** A closed range of years of one type, by starting year: `{ from: 2025, to: 2034 }` is 2025-26 to 2034-35. */
export interface YearRange {
  readonly from: number
  readonly to: number
}

const financialPattern = /^(\d{4})-(\d{2})$/
const calendarPattern = /^\d{4}$/

/** The starting year of `2025-26`, or undefined when the text is not a financial year (`2025-27` is not one). */
export function parseFinancialYear(text: string): number | undefined {
  const match = financialPattern.exec(text)
  if (!match) return undefined
  const start = Number(match[1])
  return Number(match[2]) === (start + 1) % 100 && plausible(start) ? start : undefined
}

/** The year of `2025`, or undefined when the text is not a calendar year. */
export function parseCalendarYear(text: string): number | undefined {
  if (!calendarPattern.test(text)) return undefined
  const year = Number(text)
  return plausible(year) ? year : undefined
}

/** `2025` → `2025-26`; `1999` → `1999-00`. */
export function financialYear(start: number): string {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** A year as it is written, by its type. */
export function yearLabel(start: number, type: YearType): string {
  return type === 'financial' ? financialYear(start) : String(start)
}

/** `2023-24 to 2034-35`, or one year `2025-26` alone. Undefined when either end is malformed or `from` is after `to`. */
export function parseFinancialRange(text: string): YearRange | undefined {
  const [first, last, ...rest] = text.split(/\s+to\s+/)
  if (first === undefined || rest.length > 0) return undefined
  const from = parseFinancialYear(first.trim())
  const to = last === undefined ? from : parseFinancialYear(last.trim())
  return ordered(from, to)
}

/** `2010-2019`, `2010 to 2019`, or one year `2016` alone. */
export function parseCalendarRange(text: string): YearRange | undefined {
  const [first, last, ...rest] = text.trim().split(/\s+to\s+|\s*[-–]\s*/)
  if (first === undefined || rest.length > 0) return undefined
  const from = parseCalendarYear(first)
  const to = last === undefined ? from : parseCalendarYear(last)
  return ordered(from, to)
}

/** Every year of the range, both ends included. */
export function yearsOf(range: YearRange): number[] {
  return Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index)
}

/** `2025-26 to 2034-35`, or one year alone when both ends are the same. */
export function rangeLabel(range: YearRange, type: YearType): string {
  const join = type === 'financial' ? ' to ' : '-'
  return range.from === range.to
    ? yearLabel(range.from, type)
    : `${yearLabel(range.from, type)}${join}${yearLabel(range.to, type)}`
}

/**
 * The first financial year that begins after a date (`YYYY-MM-DD`): after 2024-07-04 it is 2025-26, so 2025.
 * A financial year begins on 1 April.
 */
export function firstFinancialYearAfter(date: string): number {
  const year = Number(date.slice(0, 4))
  return date < `${year}-04-01` ? year : year + 1
}

function plausible(year: number): boolean {
  return year >= 1900 && year <= 2199
}

function ordered(from: number | undefined, to: number | undefined): YearRange | undefined {
  if (from === undefined || to === undefined || from > to) return undefined
  return { from, to }
}
