import { Decimal } from '../terms/decimal.ts'

/** Parts of a whole: what each is credited with, so that together they are the whole, to the last digit. */

/** Wide enough that differences of 40-digit numbers, and their sums, lose no digit. */
export const Wide = Decimal.clone({ precision: 120 })

/** The sum, of however many digits. */
export function sumOf(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Wide(0))
}

/** The difference, of however many digits. */
export function differenceOf(value: Decimal, less: Decimal): Decimal {
  return new Wide(value).minus(less)
}

/**
 * The same parts, adding up to the whole: every value was rounded at its 40th digit when it was worked, and what that
 * leaves goes to the largest part (the first of equals).
 */
export function addingUpTo(whole: Decimal, parts: readonly Decimal[]): Decimal[] {
  const left = differenceOf(whole, sumOf(parts))
  const largest = parts.reduce(
    (most, part, index) => (part.abs().gt(parts[most]?.abs() ?? part) ? index : most),
    0,
  )
  return parts.map((part, index) => (index === largest ? new Wide(part).plus(left) : part))
}
