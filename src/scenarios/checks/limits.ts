import { Decimal } from '../../terms/decimal.ts'
import type { Distribution } from '../../terms/distribution.ts'

/** Between which values an assumption means anything at all, in the unit of the list (ratios for percent). */
export interface Limits {
  readonly kind: 'share' | 'growth' | 'adjustment' | 'ratio' | 'amount'
  readonly low: Decimal
  /** Whether `low` itself is too low. */
  readonly above: boolean
  readonly high: Decimal | undefined
}

const zero = new Decimal(0)
const one = new Decimal(1)

/** Something that shrinks by all there is has no next year; a bridge of nothing carries nothing over. */
const limitsOf = {
  share: { kind: 'share', low: zero, above: false, high: one },
  growth: { kind: 'growth', low: one.negated(), above: true, high: undefined },
  adjustment: { kind: 'adjustment', low: one.negated(), above: false, high: undefined },
  ratio: { kind: 'ratio', low: zero, above: true, high: undefined },
  amount: { kind: 'amount', low: zero, above: false, high: undefined },
} as const satisfies Record<Limits['kind'], Limits>

const kinds: Readonly<Partial<Record<string, Limits['kind']>>> = {
  underspend: 'share',
  'ifrs16-leases': 'amount',
  'digital-share': 'share',
  'other-share': 'share',
  'gdp-growth': 'growth',
  'deflator-growth': 'growth',
  'resource-growth': 'growth',
  'population-growth': 'growth',
  'comparator-share-adjustment': 'adjustment',
  'cdel-per-gfcf': 'ratio',
  'cdel-per-gfcf-national-accounts': 'ratio',
  'catch-up-depreciation': 'share',
  'digital-spend-per-worker': 'amount',
  'digital-staff-growth': 'growth',
  'depreciation-structures': 'share',
  'depreciation-equipment': 'share',
  'depreciation-digital': 'share',
  'depreciation-research': 'share',
  'opening-stock-infrastructure': 'amount',
  'opening-stock-digital': 'amount',
  'opening-stock-other': 'amount',
  'public-dividend-capital-rate': 'share',
  'health-workers-per-10000-people': 'ratio',
  'backlog-planned': 'amount',
  'backlog-price-growth': 'growth',
}

/**
 * Limits of a listed assumption; undefined where it may be anything (money switched may flow either way) or where another
 * check holds it (optimism bias, to the table of project types).
 */
export function limits(name: string): Limits | undefined {
  const kind = kinds[name]
  return kind === undefined ? undefined : limitsOf[kind]
}

/** Whether a value is one an assumption cannot have. */
export function isOutside(value: Decimal, { low, above, high }: Limits): boolean {
  return (above ? value.lte(low) : value.lt(low)) || (high !== undefined && value.gt(high))
}

/** The values that a range names as its own: its ends, or the middle of one that has none. */
export function marksOf(range: Distribution): readonly Decimal[] {
  if (range.kind === 'discrete') return range.values.map(({ value }) => value)
  return 'mean' in range ? [range.mean] : [range.low, range.high]
}

/** How many standard deviations from the middle of a normal curve the last draw in a hundred begins. */
const lastInAHundred = 2.326

/** Whether more than one draw in a hundred of a range without ends lies beyond a limit on either side. */
export function oftenOutside(range: Distribution, { low, high }: Limits): boolean {
  if (!('mean' in range)) return false
  const [mean, sd] = [range.mean.toNumber(), range.sd.toNumber()]
  if (range.kind === 'normal')
    return (
      (mean - low.toNumber()) / sd < lastInAHundred ||
      (high !== undefined && (high.toNumber() - mean) / sd < lastInAHundred)
    )
  // The logarithm is normal; a lognormal is above 0 whatever its parameters, and no limit here is higher than that.
  const spread = Math.sqrt(Math.log(1 + (sd / mean) ** 2))
  const middle = Math.log(mean) - spread ** 2 / 2
  return high !== undefined && (Math.log(high.toNumber()) - middle) / spread < lastInAHundred
}
