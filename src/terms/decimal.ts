import { Decimal as DecimalJs } from 'decimal.js'

/**
 * Exact decimal arithmetic, 40 significant digits, half-even: the number type of all money people read.
 * A clone, so that no other user of decimal.js in the same process can change our precision.
 */
export const Decimal = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})
export type Decimal = DecimalJs
