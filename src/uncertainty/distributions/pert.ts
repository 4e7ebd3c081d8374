import { betaQuantile } from '../beta-quantile.ts'
import { incompleteBeta, logBeta } from '../incomplete-beta.ts'
import { fillNormalChances } from '../normal-curve.ts'
import type { SampledDistribution } from './sampled.ts'

/**
 * PERT (Malcolm, Roseboom, Clark and Fazar 1959, with the usual weight of 4): low + (high − low) × a beta variable with
 * a = 1 + 4 (mode − low)/(high − low) and b = 6 − a, so that the mean is (low + 4 mode + high)/6.
 */
export function pert(low: number, mode: number, high: number): SampledDistribution {
  if (!(low <= mode && mode <= high && low < high)) throw new Error(`pert(${low}, ${mode}, ${high})`)
  const width = high - low
  const a = 1 + (4 * (mode - low)) / width
  const b = 6 - a
  const beta = betaQuantile(a, b)
  const fill: SampledDistribution['fill'] = (u, out, from, count) => {
    beta.fill(u, out, from, count)
    for (let k = from; k < from + count; k++) out[k] = low + width * (out[k] as number)
  }
  return {
    mean: (low + 4 * mode + high) / 6,
    variance: (width * width * a * b) / 252,
    cdf: (x) => incompleteBeta((x - low) / width, a, b, logBeta(a, b)),
    quantile: (u) => low + width * beta.at(u),
    fill,
    fillFromNormal: (z, out, from, count) => {
      fillNormalChances(z, out, from, count)
      fill(out, out, from, count)
    },
  }
}
