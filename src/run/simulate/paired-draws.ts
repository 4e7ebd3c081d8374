import { createDraws, type DrawSpec } from '../../uncertainty/draws.ts'
import type { Simulation } from './simulation.ts'

/** The same count of draws twice over, independent of one another: one column a driver each. */
export interface PairedDraws {
  readonly a: readonly Float64Array[]
  readonly b: readonly Float64Array[]
}

/**
 * Draws for indices of variance: every driver by its own distribution and independent of every other, whatever the
 * scenario ties together. Both halves of a pair are further dimensions of the same points, so that they are independent
 * and spread evenly together.
 */
export function pairedDraws(
  { sampled, drivers }: Simulation,
  { seed, method }: Pick<DrawSpec, 'seed' | 'method'>,
): (replicate: number, count: number) => PairedDraws {
  const draws = createDraws({ ...sampled.draws, correlations: [], seed, method })
  return (replicate, count) => {
    const columns = Array.from({ length: 2 * drivers.length }, () => new Float64Array(count))
    draws.uniforms(replicate, 0, count, columns)
    const a = columns.slice(0, drivers.length)
    const b = columns.slice(drivers.length)
    draws.fromUniforms(a, count, a)
    draws.fromUniforms(b, count, b)
    return { a, b }
  }
}
