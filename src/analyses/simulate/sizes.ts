import type { Sampling } from './answer.ts'

/** Independent randomisations of the same points: their spread is the standard error. */
export const replicates = 16

/** Draws of a replicate at the least: below this a P5 of one replicate says nothing. */
export const fewest = 64

/** What `--draws` is unless said, and where `--precision` ends. */
export const usualDraws = 10_000
export const usualMostDraws = 2 ** 22

/**
 * Draws of each replicate, so that all together are at least those asked for. Sobol points fill space evenly only in
 * powers of two.
 */
export function drawsOfEach({ method, draws }: Pick<Sampling, 'method' | 'draws'>): number {
  const each = Math.max(fewest, Math.ceil(draws / replicates))
  return method === 'sobol' ? 2 ** Math.ceil(Math.log2(each)) : each
}
