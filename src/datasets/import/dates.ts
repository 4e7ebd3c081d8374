import { lastDayOf } from '../../terms/date.ts'
import { financialYear, parseFinancialYear } from '../../terms/year.ts'

/** Dates and years that stand in titles and file names. */

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const monthWord = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const worded = new RegExp(`(?:\\b(\\d{1,2})[\\s_-]+)?\\b(${monthWord})[a-z]*[\\s_-]+(\\d{4})(?!\\d)`, 'i')
const numbered = /(?<!\d)((?:19|20)\d{2})-(\d{2})(?:-(\d{2}))?(?!\d)/

/** The first date or month in a text, as `2025-11-03` or `2025-11`; undefined where there is none. */
export function dateIn(text: string): string | undefined {
  const words = worded.exec(text.replaceAll('_', ' '))
  if (words !== null) {
    const [, day, month = '', year = ''] = words
    const number = months.findIndex((name) => name.startsWith(month.toLowerCase())) + 1
    const found = `${year}-${two(number)}${day === undefined ? '' : `-${two(Number(day))}`}`
    if (lastDayOf(found) !== undefined) return found
  }
  const digits = numbered.exec(text)?.[0]
  // 2016-17 is a financial year, not a month.
  return digits !== undefined && lastDayOf(digits) !== undefined ? digits : undefined
}

/** The one financial year in a text, from `2016-17`, `2016/17`, `201617` or `2016-2017`; undefined for none or several. */
export function financialYearIn(text: string): string | undefined {
  const found = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})[-_/ ]?(?:20)?(\d{2})(?!\d)/g)]
    .map(([, start = '', end = '']) => `${start}-${end}`)
    .filter((year) => parseFinancialYear(year) !== undefined)
  const years = [...new Set(found)]
  return years.length === 1 ? years[0] : undefined
}

/** `2016-17` from `2016-17`, `2016/17` or `2016-2017`; undefined where it is no financial year. */
export function asFinancialYear(text: string): string | undefined {
  const match = /^\s*(\d{4})\s*[-–/]\s*(?:20|19)?(\d{2})(?!\d)/.exec(text)
  if (match === null) return undefined
  const year = `${match[1] ?? ''}-${match[2] ?? ''}`
  return parseFinancialYear(year) === undefined ? undefined : year
}

/** The calendar year in which a period ends: 2017 for `2016-17`. */
export function yearAfter(period: string): string {
  const start = parseFinancialYear(period)
  return String((start ?? Number(period.slice(0, 4))) + 1)
}

/** The financial year that begins in a calendar year. */
export function financialYearFrom(year: string): string {
  return financialYear(Number(year))
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
