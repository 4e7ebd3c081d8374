import { normalCdf } from '../normal-curve.ts'
import { must } from './sampled.ts'
import type { SampledDistribution } from './sampled.ts'

/** Uniform from `low` to `high`. */
export function uniform(low: number, high: number): SampledDistribution {
  must(low < high && Number.isFinite(high - low), 'uniform: needs low < high')
  const width = high - low
  return {
    mean: (low + high) / 2,
    variance: (width * width) / 12,
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    quantile: (u) => low + width * u,
    fill: (u, out, from, count) => {
      for (let k = from; k < from + count; k++) out[k] = low + width * (u[k] as number)
    },
    fillFromNormal: (z, out, from, count) => {
      for (let k = from; k < from + count; k++) out[k] = low + width * normalCdf(z[k] as number)
    },
  }
}
