import { fillNormalChances } from '../normal-curve.ts'
import type { SampledDistribution } from './sampled.ts'

/** Triangular from `low` to `high` with its peak at `mode`, which may be either end. */
export function triangular(low: number, mode: number, high: number): SampledDistribution {
  if (!(low <= mode && mode <= high && low < high)) throw new Error(`triangular(${low}, ${mode}, ${high})`)
  const width = high - low
  const rise = mode - low
  const fall = high - mode
  const peak = rise / width
  const triangle = { low, high, peak, rising: width * rise, falling: width * fall }
  const fill: SampledDistribution['fill'] = (u, out, from, count) => {
    for (let k = from; k < from + count; k++) out[k] = quantile(triangle, u[k] as number)
  }
  return {
    mean: (low + mode + high) / 3,
    variance: (width * width - rise * fall) / 18,
    cdf: (x) => {
      if (x <= low) return 0
      if (x >= high) return 1
      return x < mode ? ((x - low) * (x - low)) / (width * rise) : 1 - ((high - x) * (high - x)) / (width * fall)
    },
    quantile: (u) => quantile(triangle, u),
    fill,
    fillFromNormal: (z, out, from, count) => {
      fillNormalChances(z, out, from, count)
      fill(out, out, from, count)
    },
  }
}

interface Triangle {
  readonly low: number
  readonly high: number
  /** The chance of a value below the mode. */
  readonly peak: number
  readonly rising: number
  readonly falling: number
}

function quantile({ low, high, peak, rising, falling }: Triangle, u: number): number {
  return u < peak ? low + Math.sqrt(u * rising) : high - Math.sqrt((1 - u) * falling)
}
