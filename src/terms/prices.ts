import { financialYear, parseFinancialYear } from './year.ts'

/**
 * A price basis: money of the day (`nominal`), or the prices of one financial year, by its starting year.
 * A number never travels without one (MODEL.md 7).
 */
export type PriceBasis = 'nominal' | { readonly year: number }

/** `nominal` or `2025-26` → a price basis; undefined for anything else. */
export function parsePriceBasis(text: string): PriceBasis | undefined {
  if (text === 'nominal') return 'nominal'
  const year = parseFinancialYear(text)
  return year === undefined ? undefined : { year }
}

/** How a price basis is written: `nominal` or `2025-26`. */
export function priceBasisLabel(basis: PriceBasis): string {
  return basis === 'nominal' ? 'nominal' : financialYear(basis.year)
}

export function samePriceBasis(a: PriceBasis, b: PriceBasis): boolean {
  return priceBasisLabel(a) === priceBasisLabel(b)
}
