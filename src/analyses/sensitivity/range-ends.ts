import { Decimal } from '../../terms/decimal.ts'
import type { Distribution } from '../../terms/distribution.ts'

/** Two ends of a range that values are taken between, and what they are of it. */
export interface RangeEnds {
  readonly low: Decimal
  readonly high: Decimal
  /** `ends`: nothing lies beyond; `p5-p95`: a tenth of the distribution does. */
  readonly which: 'ends' | 'p5-p95'
}

/** The 95% quantile of the standard normal distribution. */
const z95 = new Decimal('1.64485362695147271486384890799163')

/** The ends of a distribution that has some; P5 and P95 of a normal or lognormal, which have none. */
export function rangeEnds(range: Distribution): RangeEnds {
  switch (range.kind) {
    case 'normal': {
      const away = range.sd.times(z95)
      return { low: range.mean.minus(away), high: range.mean.plus(away), which: 'p5-p95' }
    }
    case 'lognormal': {
      // Mean and standard deviation are those of the variable: ln X has variance ln(1 + sd²/m²).
      const variance = range.sd.dividedBy(range.mean).pow(2).plus(1).ln()
      const middle = range.mean.ln().minus(variance.dividedBy(2))
      const away = variance.sqrt().times(z95)
      return { low: middle.minus(away).exp(), high: middle.plus(away).exp(), which: 'p5-p95' }
    }
    case 'triangular':
    case 'pert':
    case 'uniform':
      return { low: range.low, high: range.high, which: 'ends' }
    case 'discrete': {
      const values = range.values.filter(({ chance }) => !chance.isZero()).map(({ value }) => value)
      return { low: Decimal.min(...values), high: Decimal.max(...values), which: 'ends' }
    }
  }
}
