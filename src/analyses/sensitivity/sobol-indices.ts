import { pooled, standardError, type Estimate } from '../../uncertainty/statistics/replicates.ts'

/**
 * Shares of a variance by input. First-order: the share that goes when the input alone is known; total: the share that
 * stays when everything else is known. Inputs are drawn independently of one another.
 *
 * Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola (2010), "Variance based sensitivity analysis of model output",
 * Computer Physics Communications 181, 259–270, table 2: (b) for the first order, (f), which is Jansen's (1999), for the
 * total.
 */
export interface SobolIndex {
  readonly first: Estimate
  readonly total: Estimate
}

export interface SobolIndices {
  /** One an input, in their order. Undefined where the output does not vary. */
  readonly indices: readonly SobolIndex[] | undefined
  /** The sum of the first-order indices: what is left of 1 is interactions. */
  readonly sumOfFirst: Estimate
  readonly mean: number
  readonly variance: number
  /** Rows of the design left out because an output is no number. */
  readonly without: number
}

/** Outputs of one replicate: at points A, at independent points B, and at A with one input from B, an input each. */
export interface DesignOutputs {
  readonly a: Float64Array
  readonly b: Float64Array
  readonly mixed: readonly Float64Array[]
}

/** What replicates add up to; all of it is sums, so that an estimate of all is made from the sums of each. */
interface Sums {
  rows: number
  without: number
  sum: number
  squares: number
  readonly first: Float64Array
  readonly total: Float64Array
}

/**
 * Indices from independent replicates of the design: each estimate is made from all of them together, and its standard
 * error from the spread of what each gives alone.
 */
export function sobolIndices(replicates: readonly DesignOutputs[]): SobolIndices {
  const [some] = replicates
  if (some === undefined || replicates.length < 2) throw new Error('standard errors need two replicates')
  // Estimates of the first order gain noise far from the mean: outputs are counted from it.
  const centre = meanOf(replicates.flatMap(({ a, b }) => [a, b]))
  const inputs = some.mixed.length
  const each = replicates.map((outputs) => sumsOf(outputs, centre))
  const all = each.reduce(together, emptySums(inputs))
  const estimate = (index: (sums: Sums) => number): Estimate => {
    const value = index(all)
    return { value, se: standardError(each.map(index), value) }
  }
  const varies = varianceOf(all) > 0 && all.first.length > 0
  return {
    indices: varies
      ? Array.from({ length: inputs }, (_, input) => ({
          first: estimate((sums) => (sums.first[input] ?? 0) / sums.rows / varianceOf(sums)),
          total: estimate((sums) => (sums.total[input] ?? 0) / (2 * sums.rows) / varianceOf(sums)),
        }))
      : undefined,
    sumOfFirst: varies
      ? estimate((sums) => sums.first.reduce((sum, share) => sum + share, 0) / sums.rows / varianceOf(sums))
      : pooled([0, 0]),
    mean: centre + all.sum / (2 * all.rows),
    variance: varianceOf(all),
    without: all.without,
  }
}

function meanOf(columns: readonly Float64Array[]): number {
  let sum = 0
  let count = 0
  for (const column of columns) {
    for (const value of column) {
      if (!Number.isFinite(value)) continue
      sum += value
      count += 1
    }
  }
  return sum / Math.max(1, count)
}

function emptySums(inputs: number): Sums {
  const none = () => new Float64Array(inputs)
  return { rows: 0, without: 0, sum: 0, squares: 0, first: none(), total: none() }
}

function sumsOf({ a, b, mixed }: DesignOutputs, centre: number): Sums {
  const sums = emptySums(mixed.length)
  for (let row = 0; row < a.length; row += 1) {
    const [atA, atB] = [(a[row] ?? NaN) - centre, (b[row] ?? NaN) - centre]
    if (!Number.isFinite(atA + atB) || mixed.some((column) => !Number.isFinite(column[row]))) {
      sums.without += 1
      continue
    }
    sums.rows += 1
    sums.sum += atA + atB
    sums.squares += atA * atA + atB * atB
    for (const [input, column] of mixed.entries()) {
      const moved = (column[row] ?? NaN) - centre
      sums.first[input] = (sums.first[input] ?? 0) + atB * (moved - atA)
      sums.total[input] = (sums.total[input] ?? 0) + (atA - moved) ** 2
    }
  }
  return sums
}

function together(one: Sums, other: Sums): Sums {
  return {
    rows: one.rows + other.rows,
    without: one.without + other.without,
    sum: one.sum + other.sum,
    squares: one.squares + other.squares,
    first: one.first.map((value, index) => value + (other.first[index] ?? 0)),
    total: one.total.map((value, index) => value + (other.total[index] ?? 0)),
  }
}

/** Of the outputs at A and B together. */
function varianceOf({ rows, sum, squares }: Sums): number {
  const mean = sum / (2 * rows)
  return squares / (2 * rows) - mean * mean
}
