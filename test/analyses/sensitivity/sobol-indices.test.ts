import { describe, expect, it } from 'vitest'
import { sobolIndices, type DesignOutputs } from '../../../src/analyses/sensitivity/sobol-indices.ts'
import { sobolUniforms } from '../../../src/uncertainty/sobol.ts'

/** A design over independent uniforms on (0, 1), as the command draws it: A and B from further dimensions of one point. */
function design(
  inputs: number,
  rows: number,
  f: (x: readonly number[]) => number,
  seed = 7,
): DesignOutputs[] {
  const uniforms = sobolUniforms(seed)
  return Array.from({ length: 16 }, (_, replicate) => {
    const columns = Array.from({ length: 2 * inputs }, (_each, dimension) => {
      const column = new Float64Array(rows)
      uniforms.fill(replicate, dimension, 0, rows, column)
      return column
    })
    const at = (column: (input: number) => Float64Array): Float64Array =>
      Float64Array.from({ length: rows }, (_each, row) =>
        f(Array.from({ length: inputs }, (_input, input) => column(input)[row]!)),
      )
    return {
      a: at((input) => columns[input]!),
      b: at((input) => columns[inputs + input]!),
      mixed: Array.from({ length: inputs }, (_each, moved) =>
        at((input) => columns[input === moved ? inputs + input : input]!),
      ),
    }
  })
}

describe('indices of the Ishigami function', () => {
  // sin x1 + a sin² x2 + b x3⁴ sin x1 on (−π, π)³, a = 7, b = 0.1: Ishigami and Homma (1990).
  const [a, b] = [7, 0.1]
  const { PI: pi } = Math
  const angle = (u: number): number => 2 * pi * (u - 0.5)
  const found = sobolIndices(
    design(3, 2048, ([u = 0, v = 0, w = 0]) => {
      const [x1, x2, x3] = [angle(u), angle(v), angle(w)]
      return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1)
    }),
  )
  // Its variances in closed form.
  const v1 = 0.5 * (1 + (b * pi ** 4) / 5) ** 2
  const v2 = a ** 2 / 8
  const v13 = b ** 2 * pi ** 8 * (1 / 18 - 1 / 50)
  const variance = v1 + v2 + v13

  it.each([
    ['first', 0, v1 / variance],
    ['first', 1, v2 / variance],
    ['first', 2, 0],
    ['total', 0, (v1 + v13) / variance],
    ['total', 1, v2 / variance],
    ['total', 2, v13 / variance],
  ] as const)('%s of x%#: within five standard errors of the closed form', (which, input, wanted) => {
    const { value, se } = found.indices![input]![which]
    expect(Math.abs(value - wanted)).toBeLessThan(5 * se)
    expect(se).toBeLessThan(0.005)
  })

  it('has the mean, the variance and the sum of first-order indices of the closed form', () => {
    expect(found.mean).toBeCloseTo(a / 2, 2)
    expect(found.variance / variance).toBeCloseTo(1, 2)
    expect(Math.abs(found.sumOfFirst.value - (v1 + v2) / variance)).toBeLessThan(5 * found.sumOfFirst.se)
  })
})

it('a sum has no interactions: first-order and total indices are its shares, and add to one', () => {
  // Variances 4/12, 9/12 and 1/12 of the whole 14/12, whatever is added to it.
  const found = sobolIndices(design(3, 1024, ([x = 0, y = 0, z = 0]) => 1e6 + 2 * x + 3 * y - z))
  const shares = [4 / 14, 9 / 14, 1 / 14]
  shares.forEach((share, input) => {
    expect(found.indices![input]!.first.value).toBeCloseTo(share, 3)
    expect(found.indices![input]!.total.value).toBeCloseTo(share, 3)
  })
  expect(found.sumOfFirst.value).toBeCloseTo(1, 3)
})

it('an only input has both indices at one', () => {
  const found = sobolIndices(design(1, 256, ([x = 0]) => Math.exp(x)))
  expect(found.indices![0]!.first.value).toBeCloseTo(1, 2)
  expect(found.indices![0]!.total.value).toBeCloseTo(1, 2)
})

it('an output that does not vary has no indices', () => {
  expect(sobolIndices(design(2, 64, () => 5)).indices).toBeUndefined()
})

it('leaves out rows whose output is no number, and counts them', () => {
  const found = sobolIndices(design(1, 256, ([x = 0]) => (x < 0.5 ? x : Infinity)))
  expect(found.without).toBeGreaterThan(16 * 128 * 0.9)
  expect(Number.isFinite(found.variance)).toBe(true)
})
