import { describe, expect, it } from 'vitest'
import { directionNumbers, sobolDimensions } from '../../src/uncertainty/direction-numbers.ts'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { sobolUniforms } from '../../src/uncertainty/sobol.ts'
import type { Uniforms } from '../../src/uncertainty/uniforms.ts'
import { columnsOf } from './help.ts'

/** Points 0 … count − 1 of a replicate, a column a dimension. */
function points(of: Uniforms, replicate: number, dimensions: number, count: number): Float64Array[] {
  const columns = columnsOf(dimensions, count)
  columns.forEach((column, dimension) => of.fill(replicate, dimension, 0, count, column))
  return columns
}

describe('direction numbers', () => {
  /** Coordinate of a point without scramble. */
  const plainPoint = (dimension: number, index: number): number => {
    const gray = index ^ (index >>> 1)
    return directionNumbers(dimension).reduce((sum, of, k) => ((gray >>> k) & 1 ? sum ^ of : sum), 0) >>> 0
  }
  // SciPy 1.17, qmc.Sobol(d=128, scramble=False, bits=32).random(2**14), rows 3, 1000 and 12345.
  it.each([
    [3, [0.25, 0.75, 0.75, 0.75], 0.75, 65],
    [1000, [0.2197265625, 0.0966796875, 0.5185546875, 0.6767578125], 0.5439453125, 66.060546875],
    [
      12345,
      [0.64093017578125, 0.81341552734375, 0.16033935546875, 0.52679443359375],
      0.64251708984375,
      62.568359375,
    ],
  ])('give point %d as SciPy has it: first four, last, sum of all', (index, first, last, sum) => {
    const all = Array.from(
      { length: sobolDimensions },
      (_, dimension) => plainPoint(dimension, index) / 2 ** 32,
    )
    expect(all.slice(0, 4)).toEqual(first)
    expect(all[127]).toBe(last)
    expect(all.reduce((total, x) => total + x, 0)).toBe(sum)
  })
})

describe('scrambled Sobol points', () => {
  it('lie one in each of 2^k equal intervals, in every dimension and replicate', () => {
    for (const replicate of [0, 1, 9]) {
      for (const column of points(sobolUniforms(5), replicate, sobolDimensions, 256)) {
        expect(new Set(Array.from(column, (x) => Math.floor(x * 256))).size).toBe(256)
      }
    }
  })

  it('lie one in each box of every shape, in the first two dimensions', () => {
    const [x, y] = points(sobolUniforms(5), 3, 2, 256)
    for (let bits = 0; bits <= 8; bits++) {
      const boxes = Array.from(x!, (first, k) => [
        Math.floor(first * 2 ** bits),
        Math.floor(y![k]! * 2 ** (8 - bits)),
      ])
      expect(new Set(boxes.map(String)).size).toBe(256)
    }
  })

  it('lie strictly inside (0, 1)', () => {
    for (const column of points(sobolUniforms(0), 0, 8, 4096))
      expect(column.every((x) => x > 0 && x < 1)).toBe(true)
  })

  it('past the table of directions are plain uniforms', () => {
    const [sobol, plain] = columnsOf(2, 100)
    sobolUniforms(5).fill(2, sobolDimensions, 7, 100, sobol!)
    plainUniforms(5).fill(2, sobolDimensions, 7, 100, plain!)
    expect(sobol).toEqual(plain)
  })
})

/** Integrals over the unit cube whose values are known: each is 1, or 1/4 of a circle's square. */
const integrals: readonly {
  readonly name: string
  readonly dimensions: number
  readonly value: number
  readonly gain: number
  readonly of: (x: readonly number[]) => number
}[] = [
  {
    name: 'a smooth product in 6 dimensions',
    dimensions: 6,
    value: 1,
    gain: 100,
    of: (x) => x.reduce((product, each, j) => product * (1 + (each - 0.5) / (j + 1)), 1),
  },
  {
    name: 'the exponential of a sum in 8 dimensions',
    dimensions: 8,
    value: (2 * (Math.exp(0.5) - 1)) ** 8,
    gain: 50,
    of: (x) => Math.exp(x.reduce((sum, each) => sum + each, 0) / 2),
  },
  {
    name: 'an area with a curved edge',
    dimensions: 2,
    value: Math.PI / 4,
    gain: 5,
    of: (x) => (x[0]! * x[0]! + x[1]! * x[1]! <= 1 ? 1 : 0),
  },
]

describe('at 4096 points Sobol beats plain draws', () => {
  const count = 4096
  const replicates = 16
  function estimates(source: Uniforms, dimensions: number, of: (x: readonly number[]) => number): number[] {
    return Array.from({ length: replicates }, (_, replicate) => {
      const columns = points(source, replicate, dimensions, count)
      let sum = 0
      for (let k = 0; k < count; k++) sum += of(columns.map((column) => column[k]!))
      return sum / count
    })
  }
  const rootMeanSquare = (values: number[], truth: number): number =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - truth) ** 2, 0) / values.length)

  it.each(integrals)('$name: error less than 1/$gain of plain', ({ dimensions, value, gain, of }) => {
    const sobol = estimates(sobolUniforms(11), dimensions, of)
    const plain = estimates(plainUniforms(11), dimensions, of)
    expect(rootMeanSquare(sobol, value)).toBeLessThan(rootMeanSquare(plain, value) / gain)
    // Both are unbiased: the mean of the replicates is within four of its standard errors.
    for (const values of [sobol, plain]) {
      const mean = values.reduce((sum, each) => sum + each, 0) / replicates
      const spread = rootMeanSquare(values, mean) / Math.sqrt(replicates - 1)
      expect(Math.abs(mean - value)).toBeLessThan(4 * spread)
    }
  })
})
