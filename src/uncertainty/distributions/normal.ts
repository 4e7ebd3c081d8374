import { fillNormalQuantiles, normalCdf, normalQuantile } from '../normal-curve.ts'
import type { SampledDistribution } from './sampled.ts'

/** Normal with this mean and standard deviation, unbounded on both sides. */
export function normal(mean: number, sd: number): SampledDistribution {
  if (!(Number.isFinite(mean) && sd > 0 && sd < Infinity)) throw new Error(`normal(${mean}, ${sd})`)
  const spread = (z: Float64Array, out: Float64Array, from: number, count: number): void => {
    for (let k = from; k < from + count; k++) out[k] = mean + sd * (z[k] as number)
  }
  return {
    mean,
    variance: sd * sd,
    cdf: (x) => normalCdf((x - mean) / sd),
    quantile: (u) => mean + sd * normalQuantile(u),
    fill: (u, out, from, count) => {
      fillNormalQuantiles(u, out, from, count)
      spread(out, out, from, count)
    },
    fillFromNormal: spread,
  }
}
