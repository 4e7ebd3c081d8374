import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDraws } from '../../src/uncertainty/draws.ts'
import type { DrawSpec } from '../../src/uncertainty/draws.ts'
import { columnsOf, distributionOf, rankCorrelation } from './help.ts'

const variables = [
  { name: 'underspend', distribution: distributionOf('triangular', [0, 0.03, 0.12]) },
  { name: 'gdp-growth', distribution: distributionOf('normal', [0.03, 0.01]) },
  { name: 'leases', distribution: distributionOf('lognormal', [500, 300]) },
  { name: 'deflator-growth', distribution: distributionOf('pert', [0.01, 0.02, 0.05]) },
  { name: 'digital-share', distribution: distributionOf('uniform', [0.05, 0.25]) },
]
const ties = [
  { a: 0, b: 1, rank: -0.3 },
  { a: 1, b: 3, rank: 0.8 },
]

function spec(changes: Partial<DrawSpec> = {}): DrawSpec {
  return { variables, correlations: ties, method: 'sobol', seed: 42, ...changes }
}

function drawn(of: DrawSpec, count: number, replicate = 0, first = 0): Float64Array[] {
  const columns = columnsOf(of.variables.length, count)
  createDraws(of).fill(replicate, first, count, columns)
  return columns
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

describe.each(['sobol', 'plain'] as const)('%s draws', (method) => {
  const whole = drawn(spec({ method }), 2000)

  it('are the same in whatever pieces they are made', () => {
    const draws = createDraws(spec({ method }))
    fc.assert(
      fc.property(fc.nat(1999), fc.nat(700), (first, length) => {
        const count = Math.min(length, 2000 - first)
        const columns = columnsOf(variables.length, 700)
        draws.fill(0, first, count, columns)
        columns.forEach((column, j) => {
          expect(column.subarray(0, count)).toEqual(whole[j]!.subarray(first, first + count))
          expect(column.subarray(count).every((value) => value === 0)).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  it.each([[[0]], [[2, 4]], [[3]]])('are the same where only %j are wanted', (wanted) => {
    const columns = columnsOf(variables.length, 2000)
    const given = columns.map((column, j) => (wanted.includes(j) ? column : undefined))
    createDraws(spec({ method })).fill(0, 0, 2000, given)
    for (const j of wanted) expect(columns[j]).toEqual(whole[j])
  })

  it('are the same from a spec that another thread was sent, and after another replicate', () => {
    const elsewhere = createDraws(structuredClone(spec({ method })))
    const columns = columnsOf(variables.length, 2000)
    elsewhere.fill(7, 0, 2000, columns)
    expect(columns[0]).not.toEqual(whole[0])
    elsewhere.fill(0, 0, 2000, columns)
    expect(columns).toEqual(whole)
  })

  it('have the rank correlations asked for, and none elsewhere', () => {
    const columns = drawn(spec({ method }), 2 ** 14)
    // A plain estimate of a rank correlation has a standard error of about 1/√n; Sobol points do better.
    const within = method === 'plain' ? 4 / Math.sqrt(2 ** 14) : 0.005
    columns.forEach((a, j) => {
      columns.slice(0, j).forEach((b, k) => {
        const asked = ties.find((tie) => tie.a === k && tie.b === j)?.rank ?? 0
        expect(Math.abs(rankCorrelation(a, b) - asked)).toBeLessThan(within)
      })
    })
  })

  it('keep each distribution when tied', () => {
    const columns = drawn(spec({ method }), 2 ** 14)
    const free = drawn(spec({ method, correlations: [] }), 2 ** 14)
    columns.forEach((column, j) => {
      const mean = meanOf(column)
      const spread = Math.sqrt(meanOf(column.map((value) => (value - mean) ** 2)))
      expect(Math.abs(mean - meanOf(free[j]!))).toBeLessThan((6 * spread) / Math.sqrt(2 ** 14))
    })
    // What is tied to nothing is not touched: leases and digital-share to the last digit.
    expect(columns[2]).toEqual(free[2])
    expect(columns[4]).toEqual(free[4])
  })
})

it('plain draws of another seed or replicate do not go together', () => {
  const own = drawn(spec({ method: 'plain' }), 2000)
  for (const other of [
    drawn(spec({ method: 'plain', seed: 43 }), 2000),
    drawn(spec({ method: 'plain' }), 2000, 1),
  ])
    other.forEach((column, j) => {
      expect(Math.abs(rankCorrelation(column, own[j]!))).toBeLessThan(4 / Math.sqrt(2000))
    })
})

it('means of Sobol replicates do not go together, whatever their seeds', () => {
  // 200 pairs of replicates of 64 points: their errors multiply to nothing on average.
  const products = Array.from({ length: 200 }, (_, seed) => {
    const [a, b] = [0, 1].map((replicate) => meanOf(drawn(spec({ seed }), 64, replicate)[4]!) - 0.15)
    return a! * b!
  })
  const mean = products.reduce((sum, product) => sum + product, 0) / 200
  const spread = Math.sqrt(products.reduce((sum, product) => sum + (product - mean) ** 2, 0) / 200)
  expect(spread).toBeGreaterThan(0)
  expect(Math.abs(mean)).toBeLessThan((4 * spread) / Math.sqrt(200))
})

describe('a rank correlation of 1', () => {
  it('moves two assumptions up their ranges together', () => {
    const [a, b] = drawn(spec({ correlations: [{ a: 0, b: 4, rank: 1 }] }), 1000).filter(
      (_, j) => j === 0 || j === 4,
    )
    expect(rankCorrelation(a!, b!)).toBe(1)
  })
  it('of -1 moves them against one another', () => {
    const [a, b] = drawn(spec({ correlations: [{ a: 0, b: 4, rank: -1 }] }), 1000).filter(
      (_, j) => j === 0 || j === 4,
    )
    expect(rankCorrelation(a!, b!)).toBe(-1)
  })
})

it('correlations that no assumptions can have are refused', () => {
  const impossible = [
    { a: 0, b: 1, rank: 0.9 },
    { a: 1, b: 2, rank: 0.9 },
    { a: 0, b: 2, rank: -0.9 },
  ]
  expect(() => createDraws(spec({ correlations: impossible }))).toThrow()
})

describe('draws from uniforms of the caller', () => {
  const draws = createDraws(spec())
  const u = columnsOf(2 * variables.length, 64)
  draws.uniforms(0, 0, 64, u)

  it('are the draws of the same points', () => {
    const out = columnsOf(variables.length, 64)
    draws.fromUniforms(u.slice(0, variables.length), 64, out)
    expect(out).toEqual(drawn(spec(), 64))
  })

  it('leave the uniforms as they are, so that columns can be swapped for a Saltelli design', () => {
    const before = u.map((column) => column.slice())
    const swapped = u
      .slice(0, variables.length)
      .map((column, j) => (j === 2 ? u[variables.length + j]! : column))
    const out = columnsOf(variables.length, 64)
    draws.fromUniforms(swapped, 64, out)
    const own = drawn(spec(), 64)
    expect(out.map((column, j) => column.every((value, k) => value === own[j]![k]))).toEqual([
      true,
      true,
      false,
      true,
      true,
    ])
    expect(u).toEqual(before)
  })
})
