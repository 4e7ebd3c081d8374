import { createCopula } from './copula.ts'
import { sampled } from './distributions/index.ts'
import type { FloatDistribution } from './float-distribution.ts'
import { plainUniforms } from './plain.ts'
import { sobolUniforms } from './sobol.ts'

/** A sampled assumption, in plain numbers. */
export interface DrawnVariable {
  readonly name: string
  readonly distribution: FloatDistribution
}

/** Everything draws depend on; plain data, so that a worker thread can be sent it and make the same draws. */
export interface DrawSpec {
  readonly variables: readonly DrawnVariable[]
  /** Spearman rank correlations between variables, by position; none where a pair is not listed. */
  readonly correlations: readonly { readonly a: number; readonly b: number; readonly rank: number }[]
  /** `sobol`: scrambled Sobol points; `plain`: independent draws. */
  readonly method: 'sobol' | 'plain'
  /** A whole number from 0 to 2^53 − 1. */
  readonly seed: number
}

/**
 * Draws of a spec. Draw i of a replicate is a function of the spec alone: any run of draws, in any thread or shard,
 * is what the whole would hold there. Replicates are independent of one another.
 */
export interface Draws {
  /**
   * columns[j][0 .. count) = draws first … first + count − 1 of variable j, in its unit. A variable without a column is not
   * drawn; the draws of the others are the same with it and without.
   */
  fill(replicate: number, first: number, count: number, columns: readonly (Float64Array | undefined)[]): void
  /**
   * The uniforms of the same points, before correlation, one dimension a column. There may be more columns than
   * variables: the further ones are further dimensions of the same points, as a Saltelli design needs.
   */
  uniforms(replicate: number, first: number, count: number, columns: readonly Float64Array[]): void
  /** out[j][0 .. count) from u[j][0 .. count): correlation, then distribution. `out` may be `u`. */
  fromUniforms(u: readonly Float64Array[], count: number, out: readonly Float64Array[]): void
}

/**
 * Draws for a spec. Throws for parameters, correlations or a seed that are impossible,
 * which a checked scenario and a parsed seed never hold.
 */
export function createDraws(spec: DrawSpec): Draws {
  const source = spec.method === 'sobol' ? sobolUniforms(spec.seed) : plainUniforms(spec.seed)
  const distributions = spec.variables.map(({ distribution }) => sampled(distribution))
  const copula = createCopula(spec.variables.length, spec.correlations)
  const uniforms: Draws['uniforms'] = (replicate, first, count, columns) => {
    columns.forEach((column, dimension) => source.fill(replicate, dimension, first, count, column))
  }
  const fromUniforms: Draws['fromUniforms'] = (u, count, out) => {
    copula?.tie(u, count, out)
    distributions.forEach((distribution, j) => {
      const to = out[j]
      const from = u[j]
      if (to === undefined || from === undefined) throw new Error('a variable has no column')
      if (copula?.tied.has(j) === true) distribution.fillFromNormal(to, to, 0, count)
      else distribution.fill(from, to, 0, count)
    })
  }
  // Tied variables are made of one another: where one is wanted, all of them are drawn.
  const spare = new Map<number, Float64Array>()
  const spareOf = (j: number, count: number): Float64Array => {
    const known = spare.get(j)
    if (known !== undefined && known.length >= count) return known
    const made = new Float64Array(count)
    spare.set(j, made)
    return made
  }
  return {
    fill: (replicate, first, count, columns) => {
      const tied = copula !== undefined && [...copula.tied].some((j) => columns[j] !== undefined)
      const own = spec.variables.map(
        (_, j) => columns[j] ?? (tied && copula.tied.has(j) ? spareOf(j, count) : undefined),
      )
      own.forEach((column, dimension) => {
        if (column !== undefined) source.fill(replicate, dimension, first, count, column)
      })
      if (tied) copula.tie(own, count, own)
      own.forEach((column, j) => {
        if (column === undefined || columns[j] === undefined) return
        if (copula?.tied.has(j) === true) distributions[j]?.fillFromNormal(column, column, 0, count)
        else distributions[j]?.fill(column, column, 0, count)
      })
    },
    uniforms,
    fromUniforms,
  }
}
