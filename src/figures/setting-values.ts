import type { Decimal } from '../terms/decimal.ts'
import type { PriceBasis } from '../terms/prices.ts'

/** One value for every year, or straight lines between stated years, flat outside them. */
export type Path = { readonly constant: Decimal } | { readonly points: ReadonlyMap<number, Decimal> }

/** An amount in GBP million with its price basis. */
export interface Money {
  readonly amount: Decimal
  readonly prices: PriceBasis
}

/** Where a scenario said something: shown by `explain` beside the input it changed. */
export interface Said {
  readonly file: string
  readonly line: number
  /** The text of the value there. */
  readonly text: string
}
