import { Decimal } from './decimal.ts'
import { parsePriceBasis, priceBasisLabel } from './prices.ts'
import type { PriceBasis } from './prices.ts'

/**
 * The quantity language of scenario files: `£6.4bn`, `£450m a year`, `£25k`, `£2bn in 2019-20 prices`, `0.4% of GDP`,
 * `10% of budget`, `-£300m`. A number without a unit is not a quantity, and neither is one with an exponent.
 * Commas may separate thousands, in groups of three (`£1,500m`).
 */
export interface MoneyQuantity {
  readonly kind: 'money'
  /** GBP million. */
  readonly amount: Decimal
  /** Whether the text says `a year`. */
  readonly perYear: boolean
  /** The price basis the text names, if it names one. */
  readonly prices: PriceBasis | undefined
}

export interface ShareQuantity {
  readonly kind: 'share'
  /** A ratio: 10% is 0.1. */
  readonly share: Decimal
  /** What the text says it is a share of, if it says. */
  readonly of: 'gdp' | 'budget' | undefined
}

export type Quantity = MoneyQuantity | ShareQuantity

/** Why a text is not a quantity; the catalogue of problems turns it into a sentence. */
export type QuantityFault =
  | 'empty'
  | 'exponent'
  | 'bare-number'
  | 'no-multiple'
  | 'unknown-multiple'
  | 'bad-commas'
  | 'sign-after-pound'
  | 'bad-price-year'
  | 'unknown-share'
  | 'too-many-digits'
  | 'not-a-quantity'

export interface NotAQuantity {
  readonly kind: 'fault'
  readonly fault: QuantityFault
  readonly text: string
  /** The part that does not fit, where one part stands out. */
  readonly part: string
}

const number = String.raw`(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?`
const moneyPattern = new RegExp(
  String.raw`^([-−]?)£(${number})\s?(bn|m|k|billion|million|thousand)(\s+(?:a|per) year)?(?:\s+in\s+(.+?)(?:\s+prices)?)?$`,
)
const sharePattern = new RegExp(String.raw`^([-−]?)(${number})\s?%(?:\s+of\s+(.+))?$`)
const multiples: Readonly<Record<string, string>> = {
  bn: '1000',
  billion: '1000',
  m: '1',
  million: '1',
  k: '0.001',
  thousand: '0.001',
}
const wholes: Readonly<Record<string, 'gdp' | 'budget'>> = {
  gdp: 'gdp',
  'the budget': 'budget',
  budget: 'budget',
}
const mostDigits = 15

/** Reads a quantity. Never throws: a text that is none comes back as a fault that names the part at odds. */
export function parseQuantity(text: string): Quantity | NotAQuantity {
  const trimmed = text.trim()
  return parseMoney(trimmed) ?? parseShare(trimmed) ?? faultIn(trimmed)
}

function parseMoney(text: string): MoneyQuantity | NotAQuantity | undefined {
  const match = moneyPattern.exec(text)
  if (!match) return undefined
  const [, sign = '', digits = '', multiple = '', perYear, priceText] = match
  if (digits.length > mostDigits) return fault('too-many-digits', text, digits)
  const prices = priceText === undefined ? undefined : parsePriceBasis(priceText)
  if (priceText !== undefined && prices === undefined) return fault('bad-price-year', text, priceText)
  const amount = signed(sign, digits).times(multiples[multiple] ?? '1')
  return { kind: 'money', amount, perYear: perYear !== undefined, prices }
}

function parseShare(text: string): ShareQuantity | NotAQuantity | undefined {
  const match = sharePattern.exec(text)
  if (!match) return undefined
  const [, sign = '', digits = '', ofText] = match
  if (digits.length > mostDigits) return fault('too-many-digits', text, digits)
  const of = ofText === undefined ? undefined : wholes[ofText.toLowerCase()]
  if (ofText !== undefined && of === undefined) return fault('unknown-share', text, ofText)
  return { kind: 'share', share: signed(sign, digits).div(100), of }
}

function signed(sign: string, digits: string): Decimal {
  const value = new Decimal(digits.replaceAll(',', ''))
  return sign === '' || value.isZero() ? value : value.negated()
}

function faultIn(text: string): NotAQuantity {
  const found = (name: QuantityFault, part = text) => fault(name, text, part)
  if (text === '') return found('empty')
  const exponent = /\d[eE][-+]?\d+/.exec(text)
  if (exponent) return found('exponent')
  if (/^[-+−]?[\d.,]+$/.test(text)) return found('bare-number')
  if (/^£\s*[-+−]/.test(text)) return found('sign-after-pound')
  const digits = /[\d,.]*,[\d,.]*/.exec(text)
  if (digits && !new RegExp(`^${number}$`).test(digits[0])) return found('bad-commas', digits[0])
  if (/^[-−]?£[\d.,]+$/.test(text)) return found('no-multiple')
  const multiple = new RegExp(String.raw`^[-−]?£${number}\s?([A-Za-z]+)`).exec(text)
  if (multiple?.[1] !== undefined && multiples[multiple[1]] === undefined) {
    return found('unknown-multiple', multiple[1])
  }
  return found('not-a-quantity')
}

function fault(name: QuantityFault, text: string, part: string): NotAQuantity {
  return { kind: 'fault', fault: name, text, part }
}

/** GBP million as a scenario writes it, every digit kept: 6400 → `£6.4bn`, -300 → `-£300m`, 0.025 → `£25k`. */
export function moneyText(amount: Decimal): string {
  const size = amount.abs()
  const small = size.lt('0.1') && !size.isZero()
  const written = size.gte(1000)
    ? `£${size.div(1000).toFixed()}bn`
    : small
      ? `£${size.times(1000).toFixed()}k`
      : `£${size.toFixed()}m`
  return amount.isNegative() && !amount.isZero() ? `-${written}` : written
}

/** A ratio as a scenario writes it, every digit kept: 0.055 → `5.5%`. */
export function percentText(ratio: Decimal): string {
  return `${ratio.times(100).toFixed()}%`
}

/** A quantity in the form `parseQuantity` reads back to the same value. */
export function quantityText(quantity: Quantity): string {
  if (quantity.kind === 'share') {
    const of = quantity.of === undefined ? '' : ` of ${quantity.of === 'gdp' ? 'GDP' : 'budget'}`
    return `${percentText(quantity.share)}${of}`
  }
  const perYear = quantity.perYear ? ' a year' : ''
  const { prices } = quantity
  const basis =
    prices === undefined
      ? ''
      : prices === 'nominal'
        ? ' in nominal prices'
        : ` in ${priceBasisLabel(prices)} prices`
  return `${moneyText(quantity.amount)}${perYear}${basis}`
}
