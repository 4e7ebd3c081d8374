import type { Decimal } from './decimal.ts'

/**
 * A range an assumption may lie in, as a scenario writes it: `triangular(0%, 3%, 12%)`.
 * Parameters are in the assumption's own unit (ratios for percent, GBP million for money).
 */
export type Distribution =
  | { readonly kind: 'normal' | 'lognormal'; readonly mean: Decimal; readonly sd: Decimal }
  | {
      readonly kind: 'triangular' | 'pert'
      readonly low: Decimal
      readonly mode: Decimal
      readonly high: Decimal
    }
  | { readonly kind: 'uniform'; readonly low: Decimal; readonly high: Decimal }
  | {
      readonly kind: 'discrete'
      readonly values: readonly { readonly value: Decimal; readonly chance: Decimal }[]
    }
