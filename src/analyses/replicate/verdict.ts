import { Decimal } from '../../terms/decimal.ts'

/** How a number of ours stands to a published one. */
export const verdicts = ['equal', 'near', 'differs', 'cannot-compute'] as const
export type Verdict = (typeof verdicts)[number]

/** Within a tenth of what is published is near. */
const nearness = new Decimal('0.1')

/**
 * `equal` when ours, rounded to the digits that are printed, is what is printed; `near` within 10% of it; else
 * `differs`.
 * @param ours in the unit of the claim
 * @param printed the published figure as text, `0.60`
 */
export function verdictOn(ours: Decimal, printed: string): Verdict {
  const published = new Decimal(printed)
  const decimals = printed.split('.')[1]?.length ?? 0
  if (ours.toDecimalPlaces(decimals).equals(published)) return 'equal'
  const apart = ours.minus(published).abs()
  return apart.lessThanOrEqualTo(published.abs().times(nearness)) ? 'near' : 'differs'
}
