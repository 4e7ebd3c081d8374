import { Decimal } from '../../terms/decimal.ts'

const plain = /^-?\d+(?:\.\d+)?$/
const scientific = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/

/**
 * A printed number as datasets write it: digits with a decimal point. Keeps the text where it is so already; an exponent
 * is written out. Undefined where it is no number.
 */
export function numberText(text: string): string | undefined {
  const trimmed = text.trim()
  if (plain.test(trimmed)) return trimmed
  return scientific.test(trimmed) ? new Decimal(trimmed).toFixed() : undefined
}

/**
 * Money as people write it: `£1,234,567`, ` 1 234 `, `(500)` for less than nothing. Undefined where it is no number.
 */
export function currencyText(text: string): string | undefined {
  const bare = text.replace(/[£$€\s\u00A0]/g, '')
  const bracketed = /^\((.+)\)$/.exec(bare)?.[1]
  const signed = bracketed === undefined ? bare : `-${bracketed}`
  if (/,/.test(signed) && !/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(signed)) return undefined
  return numberText(signed.replaceAll(',', ''))
}

/**
 * A number of a workbook as text. Workbooks hold binary fractions and show at most 15 digits of them
 * (13.624735000000001 is 13.624735): so many are kept.
 */
export function workbookNumber(value: number): string {
  return new Decimal(value.toPrecision(15)).toFixed()
}

/** The product, written out: billions to millions, pounds to millions. */
export function times(text: string, factor: number | string): string {
  return new Decimal(text).times(factor).toFixed()
}
