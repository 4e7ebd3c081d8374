import * as say from '../problems/catalogue/brief.ts'
import { formatNumber, minus, sentenceText, type NumberKind } from '../render/format.ts'
import type { Decimal } from '../terms/decimal.ts'

/** A single number as it stands in running text. Rounding is `formatNumber`'s. */

/** The forms a mark may ask for with `as`. */
export const numberForms = ['£bn', '£m', '£', '%', 'number', 'words'] as const
export type NumberForm = (typeof numberForms)[number]

export interface NumberFormatAsked {
  /** Undefined: as sentences of a report write it. */
  readonly form: NumberForm | undefined
  readonly decimals: number | undefined
  /** `+` before a positive number. */
  readonly plus: boolean
  /** Written without its sign, which the words around it carry; with the other sign it is refused. */
  readonly onlyIf: 'negative' | 'positive' | undefined
}

export const plainFormat: NumberFormatAsked = {
  form: undefined,
  decimals: undefined,
  plus: false,
  onlyIf: undefined,
}

/** A value with its printed unit, as the long form of a report has them. */
export interface Quantity {
  readonly value: Decimal
  /** `GBP million`, `percent of GDP`, `GBP per person`, `ratio` … */
  readonly unit: string
}

/** The forms a unit can be written in. */
export function formsFor(unit: string): readonly NumberForm[] {
  switch (kindOf(unit)) {
    case 'money':
      return ['£bn', '£m', '£', 'words']
    case 'percent':
      return ['%', 'words']
    case 'per-head':
      return ['£']
    case 'number':
      return unit === 'ratio' ? ['number', '%'] : ['number']
  }
}

/** The number as text: `−£0.1bn`, `−£102m`, `£62`, `59.0%`, `minus £0.1 billion`, `1.0412`. */
export function writeNumber({ value, unit }: Quantity, format: NumberFormatAsked): string {
  const shown = format.onlyIf === undefined ? value : value.abs()
  const kind = kindOf(unit)
  const { form, plus } = format
  const sign = plus ? { plus } : {}
  if (form === undefined && format.decimals === undefined)
    return sentenceText([{ value: shown, as: kind, ...sign }])
  const digits = (as: NumberKind, number: Decimal, usual?: number): string => {
    const decimals = format.decimals ?? usual
    return formatNumber(number, as, { ...sign, ...(decimals === undefined ? {} : { decimals }) })
  }
  switch (form ?? usualForm[kind]) {
    case '£bn':
      return inPounds(digits('money', shown), 'bn')
    case '£m':
      return inPounds(digits('number', shown, 0), 'm')
    case '£':
      return inPounds(digits('number', kind === 'money' ? shown.times(1_000_000) : shown, 0), '')
    case '%':
      return `${digits('percent', kind === 'percent' ? shown : shown.times(100))}%`
    case 'number':
      return digits('number', shown)
    case 'words':
      return inWords(
        kind === 'percent'
          ? say.percentInWords(digits('percent', shown))
          : isMillions(shown)
            ? say.millionInWords(inPounds(digits('number', shown, 0), ''))
            : say.billionInWords(inPounds(digits('money', shown), '')),
      )
  }
}

/** Whether a text could be a number as written here, in any form: anything else between marks was written by hand. */
export function looksWritten(text: string): boolean {
  const words = text.replace(/\s+/g, ' ').trim()
  return (
    say.verdictPhrases.includes(words) ||
    /^[?…]?$/.test(words) ||
    /^(?:minus |plus |[+\-−])?£?\d[\d,]*(?:\.\d+)?(?:%|bn|m| billion| million| per cent)?$/.test(words)
  )
}

const usualForm = { money: '£bn', percent: '%', 'per-head': '£', number: 'number' } as const

function kindOf(unit: string): NumberKind {
  if (unit === 'GBP million') return 'money'
  if (unit.startsWith('percent')) return 'percent'
  return unit === 'GBP per person' ? 'per-head' : 'number'
}

/** Under £50m a billion with one decimal would say nothing. */
function isMillions(value: Decimal): boolean {
  return value.abs().lessThanOrEqualTo(50)
}

/** The sign stands before the pound. */
function inPounds(digits: string, unit: string): string {
  const sign = /^[+−]/.exec(digits)?.[0] ?? ''
  return `${sign}£${digits.slice(sign.length)}${unit}`
}

function inWords(text: string): string {
  if (text.startsWith(minus)) return say.minusInWords(text.slice(1))
  return text.startsWith('+') ? say.plusInWords(text.slice(1)) : text
}
