import { fillNormalChances } from '../normal-curve.ts'
import type { SampledDistribution } from './sampled.ts'

/** Uniform from `low` to `high`. */
export function uniform(low: number, high: number): SampledDistribution {
  if (!(low < high && high - low < Infinity)) throw new Error(`uniform(${low}, ${high})`)
  const width = high - low
  const fill: SampledDistribution['fill'] = (u, out, from, count) => {
    for (let k = from; k < from + count; k++) out[k] = low + width * (u[k] as number)
  }
  return {
    mean: (low + high) / 2,
    variance: (width * width) / 12,
    cdf: (x) => Math.min(1, Math.max(0, (x - low) / width)),
    quantile: (u) => low + width * u,
    fill,
    fillFromNormal: (z, out, from, count) => {
      fillNormalChances(z, out, from, count)
      fill(out, out, from, count)
    },
  }
}
