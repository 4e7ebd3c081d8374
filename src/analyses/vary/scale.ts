import { Decimal } from '../../terms/decimal.ts'
import { samePriceBasis, type PriceBasis } from '../../terms/prices.ts'
import { parseQuantity, quantityText } from '../../terms/quantity.ts'
import { financialYear, parseFinancialYear } from '../../terms/year.ts'

/** What a key that varies is counted in, so that a number can be written back as a scenario would. */
export type Scale =
  | { readonly kind: 'money'; readonly perYear: boolean; readonly prices: PriceBasis | undefined }
  | { readonly kind: 'share'; readonly of: 'gdp' | 'budget' | undefined }
  | { readonly kind: 'number' }
  | { readonly kind: 'year' }

/** A number on its scale: GBP million, a ratio, a plain number, a starting year. */
export interface Scaled {
  readonly value: Decimal
  readonly scale: Scale
}

/** `£2bn`, `5%`, `0.4% of GDP`, `1.05`, `2027-28`; undefined for anything that is no number. */
export function readScaled(text: string): Scaled | undefined {
  const trimmed = text.trim()
  const quantity = parseQuantity(trimmed)
  if (quantity.kind === 'money') {
    const { amount, perYear, prices } = quantity
    return { value: amount, scale: { kind: 'money', perYear, prices } }
  }
  if (quantity.kind === 'share') return { value: quantity.share, scale: { kind: 'share', of: quantity.of } }
  const year = parseFinancialYear(trimmed)
  if (year !== undefined) return { value: new Decimal(year), scale: { kind: 'year' } }
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(trimmed))
    return { value: new Decimal(trimmed), scale: { kind: 'number' } }
  return undefined
}

/** A number as a scenario writes it. */
export function scaledText({ value, scale }: Scaled): string {
  switch (scale.kind) {
    case 'money': {
      const { perYear, prices } = scale
      return quantityText({ kind: 'money', amount: value, perYear, prices })
    }
    case 'share':
      return quantityText({ kind: 'share', share: value, of: scale.of })
    case 'number':
      return value.toFixed()
    case 'year':
      return financialYear(value.toNumber())
  }
}

/**
 * The finest step a scenario can write over a range: quantities have fifteen characters. A thousandth of a penny or
 * finer below £100bn, a hundred-millionth of a millionth of one for shares.
 */
export function finestStep(scale: Scale, largest: Decimal): Decimal {
  if (scale.kind === 'year') return new Decimal(1)
  if (scale.kind === 'number') return new Decimal('1e-12')
  if (scale.kind === 'share') return new Decimal('1e-12')
  // Written in £bn: fifteen characters less the point and the digits before it, and three more in £m.
  const before = Math.max(1, largest.abs().dividedBy(1000).truncated().toFixed().length)
  return new Decimal(10).pow(-(14 - before - 3))
}

/** What the number is printed in by machines: GBP million, percent. */
export function scaledUnit(scale: Scale): string {
  if (scale.kind === 'money') return 'GBP million'
  return scale.kind === 'share' ? 'percent' : scale.kind === 'year' ? 'financial year' : 'number'
}

/** The number in that unit. */
export function inItsUnit({ value, scale }: Scaled): Decimal {
  return scale.kind === 'share' ? value.times(100) : value
}

/** Whether two numbers are counted in the same thing. */
export function sameScale(a: Scale, b: Scale): boolean {
  if (a.kind === 'money' && b.kind === 'money') {
    const [one, other] = [a.prices, b.prices]
    const prices = one === undefined || other === undefined ? one === other : samePriceBasis(one, other)
    return prices && a.perYear === b.perYear
  }
  if (a.kind === 'share' && b.kind === 'share') return a.of === b.of
  return a.kind === b.kind
}
