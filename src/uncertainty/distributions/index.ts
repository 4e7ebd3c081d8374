import type { FloatDistribution } from '../float-distribution.ts'
import { discrete } from './discrete.ts'
import { lognormal } from './lognormal.ts'
import { normal } from './normal.ts'
import { pert } from './pert.ts'
import type { SampledDistribution } from './sampled.ts'
import { triangular } from './triangular.ts'
import { uniform } from './uniform.ts'

/** The distribution a spec names, ready to draw from. Throws for parameters that are impossible. */
export function sampled(of: FloatDistribution): SampledDistribution {
  switch (of.kind) {
    case 'normal':
      return normal(of.mean, of.sd)
    case 'lognormal':
      return lognormal(of.mean, of.sd)
    case 'triangular':
      return triangular(of.low, of.mode, of.high)
    case 'pert':
      return pert(of.low, of.mode, of.high)
    case 'uniform':
      return uniform(of.low, of.high)
    case 'discrete':
      return discrete(of.values)
  }
}
