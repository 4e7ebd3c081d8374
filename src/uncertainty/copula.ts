import { correlationFactor } from '../terms/correlation.ts'
import type { RankTie } from '../terms/correlation.ts'
import { fillNormalQuantiles } from './normal-curve.ts'

/**
 * A Gaussian copula: standard normals with the wanted rank correlation, which each distribution then reads as places
 * up its own range. Ranks survive that, so the correlation asked for is the correlation achieved.
 */
export interface Copula {
  /** The variables it ties, by position; the others are not touched. */
  readonly tied: ReadonlySet<number>
  /** out[j][0 .. count) for every tied j = standard normals made of the uniforms u[j]; `out` may be `u`. */
  tie(
    u: readonly (Float64Array | undefined)[],
    count: number,
    out: readonly (Float64Array | undefined)[],
  ): void
}

/** Undefined where nothing is correlated. Throws where no variables can be correlated so. */
export function createCopula(variables: number, ties: readonly RankTie[]): Copula | undefined {
  const members = Array.from({ length: variables }, (_, j) => j).filter((j) =>
    ties.some(({ a, b }) => a === j || b === j),
  )
  if (members.length === 0) return undefined
  const position = new Map(members.map((j, at) => [j, at]))
  const among = ties.map(({ a, b, rank }) => ({ a: position.get(a) ?? -1, b: position.get(b) ?? -1, rank }))
  const size = members.length
  const factor = correlationFactor(size, among)
  if (factor === undefined) throw new Error('no variables can be correlated so')
  return {
    tied: new Set(members),
    tie: (u, count, out) => {
      const normals = members.map((j) => {
        const to = out[j]
        const from = u[j]
        if (to === undefined || from === undefined) throw new Error('a variable has no column')
        fillNormalQuantiles(from, to, 0, count)
        return to
      })
      // From the last row up, so that each row still finds the untied normals of the rows before it.
      for (let row = size - 1; row >= 0; row--) {
        const to = normals[row] as Float64Array
        const own = factor[row * size + row] as number
        for (let k = 0; k < count; k++) to[k] = own * (to[k] as number)
        for (let column = 0; column < row; column++) {
          const weight = factor[row * size + column] as number
          if (weight === 0) continue
          const other = normals[column] as Float64Array
          for (let k = 0; k < count; k++) to[k] = (to[k] as number) + weight * (other[k] as number)
        }
      }
    },
  }
}
