import { Decimal } from '../terms/decimal.ts'
import type { NumberInText, NumberKind, Sentence } from '../terms/sentence.ts'

/**
 * How numbers look to people. The only place in the project that rounds: half-even, once, on the way to a reader.
 */

export type { NumberKind }

export interface NumberFormat {
  /** Digits after the point; by default 1 for money (£bn) and percent, none per head. */
  readonly decimals?: number
  /** Write `+` before a positive number. */
  readonly plus?: boolean
}

/** The true minus sign, U+2212: as wide as a digit, and never taken for a hyphen. */
export const minus = '−'

const defaultDecimals = { money: 1, percent: 1, 'per-head': 0 } as const
// Gives the same digits as dividing by a thousand, faster.
const billionsInAMillion = new Decimal('0.001')

/** Plain numbers (ratios, indices, counts) show the digits they have, up to this many after the point. */
const mostDecimals = 4

/**
 * A number as people read it: money in £bn (`1.1` for 1123 GBP million), percent (`59.0`), whole pounds per head, a
 * plain number as published up to four decimals. Thousands are parted by commas; a negative number carries a true
 * minus; what rounds to zero is written without a sign, because −0.0 says something the digits do not show.
 */
export function formatNumber(value: Decimal, kind: NumberKind, format: NumberFormat = {}): string {
  const scaled = kind === 'money' ? value.times(billionsInAMillion) : value
  const decimals = format.decimals ?? (kind === 'number' ? ownDecimals(value) : defaultDecimals[kind])
  const rounded = scaled.toFixed(decimals, Decimal.ROUND_HALF_EVEN)
  const negative = rounded.startsWith('-')
  const digits = withThousands(negative ? rounded.slice(1) : rounded)
  if (!/[1-9]/.test(digits)) return digits
  return `${negative ? minus : format.plus ? '+' : ''}${digits}`
}

/**
 * Decimals for percentages that stand in one line or column, so that their points align: two where all are below ten
 * (shares of GDP), one otherwise.
 */
export function percentDecimals(values: Iterable<Decimal>): number {
  for (const value of values) {
    if (value.abs().greaterThanOrEqualTo(10)) return 1
  }
  return 2
}

/** A sentence with its numbers written: money with its sign before the pound (`−£0.1bn`), percent with its sign. */
export function sentenceText(sentence: Sentence): string {
  if (typeof sentence === 'string') return sentence
  return sentence.map((part) => (typeof part === 'string' ? part : numberInText(part))).join('')
}

function numberInText({ value, as, plus, inMillions, currency }: NumberInText): string {
  const sign = plus === undefined ? {} : { plus }
  const write = (digits: string, unit: string): string =>
    currency === undefined ? inPounds(digits, unit) : `${digits}${unit} ${currency}`
  if (as === 'money' && (inMillions === true || isSmall(value)))
    return write(formatNumber(value, 'number', { decimals: 0, ...sign }), 'm')
  if (as === 'percent') return percentInText(value, sign)
  const digits = formatNumber(value, as, sign)
  if (as === 'number') return digits
  return write(digits, as === 'money' ? 'bn' : '')
}

/** A percentage in a sentence; what is not quite all, or hardly anything, is not written as 100.0% or 0.00%. */
function percentInText(value: Decimal, sign: NumberFormat): string {
  if (sign.plus !== true) {
    if (value.greaterThanOrEqualTo('99.95') && value.lessThan(100)) return 'over 99.9%'
    if (value.greaterThan(0) && value.lessThanOrEqualTo('0.005')) return 'under 0.01%'
  }
  return `${formatNumber(value, 'percent', { decimals: percentDecimals([value]), ...sign })}%`
}

/** Money that would read £0.0bn in a sentence though it is more than nothing: said in millions instead. */
function isSmall(value: Decimal): boolean {
  const size = value.abs()
  return size.lessThanOrEqualTo(50) && size.greaterThanOrEqualTo('0.5')
}

/** The sign stands before the pound. */
function inPounds(digits: string, unit: string): string {
  const [, sign = '', rest = ''] = /^([+−]?)(.*)$/.exec(digits) ?? []
  return `${sign}£${rest}${unit}`
}

function ownDecimals(value: Decimal): number {
  return Math.min(mostDecimals, value.decimalPlaces())
}

function withThousands(digits: string): string {
  if (digits.length < 4) return digits
  const [whole = '', fraction] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}
