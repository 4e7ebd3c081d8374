import { isDate } from '../terms/date.ts'
import { parsePriceBasis } from '../terms/prices.ts'
import { parseQuantity } from '../terms/quantity.ts'
import { parseCalendarRange, parseFinancialRange, parseFinancialYear } from '../terms/year.ts'

/**
 * The written forms a value of a scenario may have. `accepts` decides; `pattern` is the same form, a little
 * looser, for editors that read the JSON Schema.
 */
export interface Format {
  readonly pattern: string
  /** Editors may be given a bare number where YAML reads one (`window: 2020`). */
  readonly type?: 'integer' | 'number'
  readonly accepts: (text: string) => boolean
}

const year = String.raw`\d{4}-\d{2}`
const amount = String.raw`[-−]?£[\d.,]+ ?(bn|m|k|billion|million|thousand)( (a|per) year)?( in ${year}( prices)?| in nominal( prices)?)?`

export const formats = {
  /** Words: anything but nothing. */
  text: { pattern: String.raw`\S`, accepts: (text) => text.trim() !== '' },
  /** A name of one's own choosing: it becomes part of dotted keys and of figures' headings. */
  id: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', accepts: (text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) },
  date: { pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, accepts: isDate },
  year: { pattern: `^${year}$`, accepts: (text) => parseFinancialYear(text) !== undefined },
  years: { pattern: `^${year}( to ${year})?$`, accepts: (text) => parseFinancialRange(text) !== undefined },
  window: {
    pattern: String.raw`^\d{4}((-| to )\d{4})?$`,
    type: 'integer',
    accepts: (text) => parseCalendarRange(text) !== undefined,
  },
  prices: { pattern: `^(nominal|${year})$`, accepts: (text) => parsePriceBasis(text) !== undefined },
  money: { pattern: `^${amount}$`, accepts: (text) => parseQuantity(text).kind === 'money' },
  percent: { pattern: String.raw`^[-−]?[\d.]+ ?%$`, accepts: (text) => isPlainPercent(text) },
  /** A percentage that may say what it is a share of; the kind or profile says what it must be. */
  share: {
    pattern: String.raw`^[\d.]+ ?%( of (GDP|budget|the budget))?$`,
    accepts: (text) => parseQuantity(text).kind === 'share',
  },
  number: {
    pattern: String.raw`^-?\d+(\.\d+)?$`,
    type: 'number',
    accepts: (text) => /^-?\d{1,15}(\.\d{1,15})?$/.test(text),
  },
} as const satisfies Record<string, Format>
export type FormatName = keyof typeof formats

function isPlainPercent(text: string): boolean {
  const quantity = parseQuantity(text)
  return quantity.kind === 'share' && quantity.of === undefined
}
