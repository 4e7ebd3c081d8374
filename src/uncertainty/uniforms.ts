/** Where uniforms come from. A point is the pair of its replicate and its index; a dimension is a column of points. */
export interface Uniforms {
  /**
   * Writes coordinate `dimension` of points first … first + count − 1 of a replicate into out[0 .. count).
   * Strictly inside (0, 1), and a function of the arguments and the seed alone.
   */
  fill(replicate: number, dimension: number, first: number, count: number, out: Float64Array): void
}

/** Reading 52 random bits as the middle of their interval: an odd multiple of 2^-53, never 0 and never 1. */
export function openUniform(high: number, low: number): number {
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) * 2.220446049250313e-16
}
