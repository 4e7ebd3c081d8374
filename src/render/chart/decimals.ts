import type { Decimal } from '../../terms/decimal.ts'
import { formatNumber, type NumberKind } from '../format.ts'

/** The fewest decimals, from the kind's usual one on, that keep different numbers apart along an axis. */
export function decimalsApart(values: readonly Decimal[], as: NumberKind): number {
  const different = new Set(values.map((value) => value.toString())).size
  const usual = as === 'per-head' ? 0 : 1
  for (let decimals = usual; decimals < 6; decimals += 1) {
    const texts = new Set(values.map((value) => formatNumber(value, as, { decimals })))
    if (texts.size === different) return decimals
  }
  return 6
}
