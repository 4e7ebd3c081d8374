import type { Sampling } from './answer.ts'

/** Independent randomisations of the same points, at the most: their spread is the standard error. */
export const mostReplicates = 16

/** Draws of a replicate at the least: below this a P5 of one replicate says nothing. */
export const fewest = 64

/** What `--draws` is unless said, and where `--precision` ends. */
export const usualDraws = 10_000
export const usualMostDraws = 2 ** 22

/** How draws are parted into replicates of one size. */
export interface Size {
  readonly replicates: number
  /** Of each replicate. */
  readonly draws: number
}

/**
 * Replicates and draws of each, so that all together are at least those asked for. Sobol points fill space evenly only
 * in powers of two: the size is the smallest that sixteen replicates would do with, and then there are as many as it
 * takes, nine or more.
 */
export function sizeOf({ method, draws }: Pick<Sampling, 'method' | 'draws'>): Size {
  const wanted = Math.max(draws, fewest * mostReplicates)
  const each = Math.ceil(wanted / mostReplicates)
  if (method === 'plain') return { replicates: mostReplicates, draws: each }
  const power = 2 ** Math.ceil(Math.log2(each))
  return { replicates: Math.ceil(wanted / power), draws: power }
}
