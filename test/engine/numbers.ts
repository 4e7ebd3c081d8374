import {
  exactOf,
  exactValue,
  isMissing,
  type Exact,
  type ExactNumber,
} from '../../src/engine/calculators/exact.ts'
import type { Value } from '../../src/engine/calculator.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import type { Unit } from '../../src/terms/unit.ts'

/** Values for tests of the calculators: as firm as can be and without flags, unless said. */
export function number<U extends Unit>(text: string, more: Partial<Omit<ExactNumber, 'n'>> = {}): Value<U> {
  return exactValue<U>({ n: new Decimal(text), status: 'outturn', flags: [], ...more })
}

export function missing<U extends Unit>(reason: string): Value<U> {
  return exactValue<U>({ missing: reason })
}

/** An assumption at its no-effect value. */
export function neutral<U extends Unit>(flags: readonly string[] = []): Value<U> {
  return number<U>('0', { neutral: true, flags })
}

/** The digits of a value, or `none (reason)`. */
export function written<U extends Unit>(value: Value<U>): string {
  const exact: Exact = exactOf(value)
  return isMissing(exact) ? `none (${exact.missing})` : exact.n.toFixed()
}

/** What a value holds besides its digits. */
export function behind<U extends Unit>(value: Value<U>): Partial<ExactNumber> {
  const exact: Exact = exactOf(value)
  if (isMissing(exact)) throw new Error(`missing: ${exact.missing}`)
  return Object.fromEntries(Object.entries(exact).filter(([name]) => name !== 'n'))
}
