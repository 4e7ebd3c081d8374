import type { FloatDistribution } from '../../src/uncertainty/float-distribution.ts'

/** A distribution from its name and its parameters in order, as a scenario writes them. */
export function distributionOf(kind: string, parameters: readonly number[]): FloatDistribution {
  const [first = NaN, second = NaN, third = NaN] = parameters
  switch (kind) {
    case 'normal':
    case 'lognormal':
      return { kind, mean: first, sd: second }
    case 'triangular':
    case 'pert':
      return { kind, low: first, mode: second, high: third }
    case 'uniform':
      return { kind, low: first, high: second }
    default:
      throw new Error(`${kind} takes no such parameters`)
  }
}

/** Spearman's rank correlation of two columns without ties. */
export function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const ranksA = ranks(a)
  const ranksB = ranks(b)
  const n = a.length
  let squares = 0
  for (let k = 0; k < n; k++) squares += (ranksA[k]! - ranksB[k]!) ** 2
  return 1 - (6 * squares) / (n * (n * n - 1))
}

function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!)
  const found = new Float64Array(values.length)
  order.forEach((index, rank) => (found[index] = rank))
  return found
}

export function columnsOf(count: number, length: number): Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(length))
}
