/** What a distribution can do once it is in plain numbers. */
export interface SampledDistribution {
  readonly mean: number
  readonly variance: number
  /** The chance of a value at or below `x`. */
  readonly cdf: (x: number) => number
  /** The least value at which `cdf` reaches `u`; never falls as `u` rises. */
  readonly quantile: (u: number) => number
  /** out[k] = quantile(u[k]) for from ≤ k < from + count; `out` may be `u`. */
  readonly fill: (u: Float64Array, out: Float64Array, from: number, count: number) => void
  /** out[k] = the value as far up this distribution as z[k] is up the standard normal; `out` may be `z`. */
  readonly fillFromNormal: (z: Float64Array, out: Float64Array, from: number, count: number) => void
}
