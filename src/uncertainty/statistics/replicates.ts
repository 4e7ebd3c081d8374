/**
 * The standard error of an estimate made from all draws, by sectioning (Asmussen and Glynn 2007, Stochastic Simulation,
 * III.5): the same estimate is made from each replicate alone, and their mean squared distance from the estimate of all,
 * over replicates less one, is its variance. Replicates are independent, so it holds for means, chances and quantiles,
 * for plain draws and for scrambled Sobol points, of whose dependence no formula needs to know (L'Ecuyer, Nakayama, Owen
 * and Tuffin 2023, "Confidence intervals for randomized quasi-Monte Carlo estimators", Winter Simulation Conference).
 *
 * @param each the estimate from each replicate alone, at least two
 * @param all the estimate from all draws together
 */
export function standardError(each: readonly number[], all: number): number {
  const squares = each.reduce((sum, estimate) => sum + (estimate - all) ** 2, 0)
  return Math.sqrt(squares / (each.length * (each.length - 1)))
}

/** An estimate, and its standard error. */
export interface Estimate {
  readonly value: number
  readonly se: number
}

/** The mean of the replicates' estimates, where there is none from all draws together. */
export function pooled(each: readonly number[]): Estimate {
  const value = each.reduce((sum, estimate) => sum + estimate, 0) / each.length
  return { value, se: standardError(each, value) }
}
