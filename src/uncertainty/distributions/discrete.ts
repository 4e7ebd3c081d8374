import { fillNormalChances } from '../normal-curve.ts'
import type { SampledDistribution } from './sampled.ts'

/** Stated values with stated chances that add to 1; sorted, so that a higher uniform never gives a lower value. */
export function discrete(
  choices: readonly { readonly value: number; readonly chance: number }[],
): SampledDistribution {
  const sum = choices.reduce((total, { chance }) => total + chance, 0)
  if (!(choices.every(({ chance }) => chance >= 0) && Math.abs(sum - 1) < 1e-9))
    throw new Error(`discrete: chances add to ${sum}`)
  const sorted = choices.filter(({ chance }) => chance > 0).sort((a, b) => a.value - b.value)
  const values = Float64Array.from(sorted, ({ value }) => value)
  const upTo = Float64Array.from(sorted, (_, k) => sorted.slice(0, k + 1).reduce((t, c) => t + c.chance, 0))
  const mean = sorted.reduce((total, { value, chance }) => total + value * chance, 0)
  const fill: SampledDistribution['fill'] = (u, out, from, count) => {
    for (let k = from; k < from + count; k++) out[k] = quantile(values, upTo, u[k] as number)
  }
  return {
    mean,
    variance: sorted.reduce((total, { value, chance }) => total + chance * (value - mean) ** 2, 0),
    cdf: (x) => sorted.reduce((total, { value, chance }) => (value <= x ? total + chance : total), 0),
    quantile: (u) => quantile(values, upTo, u),
    fill,
    fillFromNormal: (z, out, from, count) => {
      fillNormalChances(z, out, from, count)
      fill(out, out, from, count)
    },
  }
}

function quantile(values: Float64Array, upTo: Float64Array, u: number): number {
  const last = values.length - 1
  let k = 0
  while (k < last && u > (upTo[k] as number)) k++
  return values[k] as number
}
