import { describe, expect, it } from 'vitest'
import { correlationFactor, normalCorrelation } from '../../src/terms/correlation.ts'

describe('the correlation of normals behind a rank correlation', () => {
  // 2 sin(π r / 6): r = 1/2 gives 2 sin 15° = (√6 − √2) / 2.
  it.each([
    [0, 0],
    [0.5, (Math.sqrt(6) - Math.sqrt(2)) / 2],
    [-0.5, -(Math.sqrt(6) - Math.sqrt(2)) / 2],
    [1, 1],
    [-1, -1],
  ])('%d', (rank, expected) => {
    expect(normalCorrelation(rank)).toBeCloseTo(expected, 15)
  })
})

describe('the Cholesky factor', () => {
  const three = (x: number, y: number, z: number) => [
    { a: 0, b: 1, rank: x },
    { a: 1, b: 2, rank: y },
    { a: 2, b: 0, rank: z },
  ]

  it('times itself turned is the matrix', () => {
    const factor = correlationFactor(3, three(0.6, -0.2, 0.4))!
    const at = (row: number, column: number) => factor[row * 3 + column]!
    const product = (i: number, j: number) => [0, 1, 2].reduce((sum, k) => sum + at(i, k) * at(j, k), 0)
    expect([product(0, 0), product(1, 1), product(2, 2)].map((x) => Math.round(x * 1e14) / 1e14)).toEqual([
      1, 1, 1,
    ])
    expect(product(0, 1)).toBeCloseTo(normalCorrelation(0.6), 14)
    expect(product(1, 2)).toBeCloseTo(normalCorrelation(-0.2), 14)
    expect(product(0, 2)).toBeCloseTo(normalCorrelation(0.4), 14)
    expect([at(0, 1), at(0, 2), at(1, 2)]).toEqual([0, 0, 0])
  })

  // r, r and −r: 1 − 3ρ² − 2ρ³ is 0 at ρ = 1/2, that is at a rank of (6/π) asin(1/4) = 0.48259.
  it.each([
    [0.4825, true],
    [0.4827, false],
    [0.9, false],
  ])('of three that move with, with and against by %d', (rank, possible) => {
    expect(correlationFactor(3, three(rank, rank, -rank)) !== undefined).toBe(possible)
  })

  it('exists where one follows another exactly, and not where it would have to follow two that differ', () => {
    expect(correlationFactor(3, three(1, 0.3, 0.3))).toBeDefined()
    expect(correlationFactor(3, three(1, 0.3, 0.5))).toBeUndefined()
  })
})
