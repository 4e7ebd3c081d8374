import type { Distribution } from '../terms/distribution.ts'

/**
 * A distribution in plain numbers, in the unit of its assumption: what a worker thread is sent.
 * The mean and standard deviation of a lognormal are those of the variable itself, not of its logarithm.
 */
export type FloatDistribution =
  | { readonly kind: 'normal' | 'lognormal'; readonly mean: number; readonly sd: number }
  | {
      readonly kind: 'triangular' | 'pert'
      readonly low: number
      readonly mode: number
      readonly high: number
    }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | {
      readonly kind: 'discrete'
      readonly values: readonly { readonly value: number; readonly chance: number }[]
    }

/** The same distribution in floating point, which only sampled numbers use. */
export function floatDistribution(distribution: Distribution): FloatDistribution {
  switch (distribution.kind) {
    case 'normal':
    case 'lognormal':
      return { kind: distribution.kind, mean: distribution.mean.toNumber(), sd: distribution.sd.toNumber() }
    case 'triangular':
    case 'pert':
      return {
        kind: distribution.kind,
        low: distribution.low.toNumber(),
        mode: distribution.mode.toNumber(),
        high: distribution.high.toNumber(),
      }
    case 'uniform':
      return { kind: 'uniform', low: distribution.low.toNumber(), high: distribution.high.toNumber() }
    case 'discrete':
      return {
        kind: 'discrete',
        values: distribution.values.map(({ value, chance }) => ({
          value: value.toNumber(),
          chance: chance.toNumber(),
        })),
      }
  }
}
