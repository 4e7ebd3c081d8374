import { incompleteBeta, logBeta } from '../incomplete-beta.ts'
import { normalCdf } from '../normal-curve.ts'
import { must } from './sampled.ts'
import type { SampledDistribution } from './sampled.ts'

/** PERT: a beta on [low, high] with a = 1 + 4(mode − low)/(high − low) and a + b = 6. */
export function pert(low: number, mode: number, high: number): SampledDistribution {
  must(low <= mode && mode <= high && low < high, 'pert: needs low ≤ mode ≤ high, low < high')
  const width = high - low
  const a = 1 + (4 * (mode - low)) / width
  const b = 6 - a
  const logB = logBeta(a, b)
  const solve = (u: number): number => {
    let below = 0
    let above = 1
    let x = a / 6
    for (let step = 0; step < 100; step++) {
      const miss = incompleteBeta(x, a, b, logB) - u
      if (miss > 0) above = x
      else below = x
      const slope = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logB)
      const next = x - miss / slope
      const taken = next > below && next < above ? next : (below + above) / 2
      if (Math.abs(taken - x) <= 1e-15) return taken
      x = taken
    }
    return x
  }
  const quantile = (u: number): number => (u <= 0 ? low : u >= 1 ? high : low + width * solve(u))
  return {
    mean: (low + 4 * mode + high) / 6,
    variance: (width * width * a * b) / 252,
    cdf: (x) => incompleteBeta((x - low) / width, a, b, logB),
    quantile,
    fill: (u, out, from, count) => {
      for (let k = from; k < from + count; k++) out[k] = quantile(u[k] as number)
    },
    fillFromNormal: (z, out, from, count) => {
      for (let k = from; k < from + count; k++) out[k] = quantile(normalCdf(z[k] as number))
    },
  }
}
