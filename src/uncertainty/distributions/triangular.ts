import { normalCdf } from '../normal-curve.ts'
import { must } from './sampled.ts'
import type { SampledDistribution } from './sampled.ts'

/** Triangular from `low` to `high` with its peak at `mode`, which may be either end. */
export function triangular(low: number, mode: number, high: number): SampledDistribution {
  must(low <= mode && mode <= high && low < high, 'triangular: needs low ≤ mode ≤ high, low < high')
  const width = high - low
  const rise = mode - low
  const fall = high - mode
  const peak = rise / width
  const quantile = (u: number): number =>
    u < peak ? low + Math.sqrt(u * width * rise) : high - Math.sqrt((1 - u) * width * fall)
  return {
    mean: (low + mode + high) / 3,
    variance: (width * width - rise * fall) / 18,
    cdf: (x) => {
      if (x <= low) return 0
      if (x >= high) return 1
      return x < mode ? ((x - low) * (x - low)) / (width * rise) : 1 - ((high - x) * (high - x)) / (width * fall)
    },
    quantile,
    fill: (u, out, from, count) => {
      for (let k = from; k < from + count; k++) out[k] = quantile(u[k] as number)
    },
    fillFromNormal: (z, out, from, count) => {
      for (let k = from; k < from + count; k++) out[k] = quantile(normalCdf(z[k] as number))
    },
  }
}
