import { fillNormalQuantiles, normalCdf, normalQuantile } from '../normal-curve.ts'
import type { SampledDistribution } from './sampled.ts'

/**
 * Lognormal whose own mean and standard deviation (not those of its logarithm) are given:
 * ln X is normal with variance s² = ln(1 + sd²/mean²) and mean ln(mean) − s²/2.
 */
export function lognormal(mean: number, sd: number): SampledDistribution {
  if (!(mean > 0 && mean < Infinity && sd > 0 && sd < Infinity)) throw new Error(`lognormal(${mean}, ${sd})`)
  const variance = sd * sd
  const logVariance = Math.log1p(variance / (mean * mean))
  const centre = Math.log(mean) - logVariance / 2
  const scale = Math.sqrt(logVariance)
  const spread = (z: Float64Array, out: Float64Array, from: number, count: number): void => {
    for (let k = from; k < from + count; k++) out[k] = Math.exp(centre + scale * (z[k] as number))
  }
  return {
    mean,
    variance,
    cdf: (x) => (x <= 0 ? 0 : normalCdf((Math.log(x) - centre) / scale)),
    quantile: (u) => Math.exp(centre + scale * normalQuantile(u)),
    fill: (u, out, from, count) => {
      fillNormalQuantiles(u, out, from, count)
      spread(out, out, from, count)
    },
    fillFromNormal: spread,
  }
}
