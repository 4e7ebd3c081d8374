/** A rank correlation between two of several variables, by position. */
export interface RankTie {
  readonly a: number
  readonly b: number
  /** Spearman's, from -1 to 1. */
  readonly rank: number
}

/** The correlation of two normals whose ranks are correlated so: 2 sin(π r / 6) (Pearson 1907). */
export function normalCorrelation(rank: number): number {
  return rank === 1 || rank === -1 ? rank : 2 * Math.sin((Math.PI * rank) / 6)
}

/** A pivot nearer to 0 than this is 0: one variable follows from the others, as with a rank correlation of 1. */
const tolerance = 1e-10

/**
 * The lower Cholesky factor, by rows, of the correlation matrix of `size` normals tied so (pairs not listed: 0).
 * Undefined where there is none: no variables can be correlated so. A variable that others settle is allowed.
 */
export function correlationFactor(size: number, ties: readonly RankTie[]): Float64Array | undefined {
  const matrix = new Float64Array(size * size)
  for (let k = 0; k < size; k++) matrix[k * size + k] = 1
  for (const { a, b, rank } of ties) {
    matrix[a * size + b] = normalCorrelation(rank)
    matrix[b * size + a] = normalCorrelation(rank)
  }
  const factor = new Float64Array(size * size)
  const rest = (row: number, column: number): number => {
    let sum = matrix[row * size + column] ?? 0
    for (let k = 0; k < column; k++) sum -= (factor[row * size + k] ?? 0) * (factor[column * size + k] ?? 0)
    return sum
  }
  for (let column = 0; column < size; column++) {
    const pivot = rest(column, column)
    if (pivot < -tolerance) return undefined
    const root = pivot > tolerance ? Math.sqrt(pivot) : 0
    factor[column * size + column] = root
    for (let row = column + 1; row < size; row++) {
      const left = rest(row, column)
      if (root === 0 && Math.abs(left) > Math.sqrt(tolerance)) return undefined
      factor[row * size + column] = root === 0 ? 0 : left / root
    }
  }
  return factor
}
