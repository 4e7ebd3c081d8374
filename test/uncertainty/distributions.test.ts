import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampled } from '../../src/uncertainty/distributions/index.ts'
import type { FloatDistribution } from '../../src/uncertainty/float-distribution.ts'
import { floatDistribution } from '../../src/uncertainty/float-distribution.ts'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { distributionOf } from './help.ts'

/** Each with its mean and variance, worked by hand from the textbook formulas. */
const cases: readonly {
  readonly name: string
  readonly of: FloatDistribution
  readonly mean: number
  readonly variance: number
}[] = [
  { name: 'normal(3, 2)', of: distributionOf('normal', [3, 2]), mean: 3, variance: 4 },
  { name: 'lognormal(3, 1)', of: distributionOf('lognormal', [3, 1]), mean: 3, variance: 1 },
  { name: 'uniform(-1, 2)', of: distributionOf('uniform', [-1, 2]), mean: 0.5, variance: 0.75 },
  // (0² + 3² + 12² − 0·3 − 0·12 − 3·12) / 18 = 117 / 18
  { name: 'triangular(0, 3, 12)', of: distributionOf('triangular', [0, 3, 12]), mean: 5, variance: 6.5 },
  { name: 'triangular(0, 0, 12)', of: distributionOf('triangular', [0, 0, 12]), mean: 4, variance: 8 },
  // a = 2, b = 4: variance 12² · 2 · 4 / (6² · 7) = 32 / 7
  { name: 'pert(0, 3, 12)', of: distributionOf('pert', [0, 3, 12]), mean: 4, variance: 32 / 7 },
  // a = 5, b = 1: 12² · 5 / 252
  { name: 'pert(-4, 8, 8)', of: distributionOf('pert', [-4, 8, 8]), mean: 6, variance: 20 / 7 },
  {
    name: 'discrete(1: 0.5, 4: 0.3, 2: 0.2)',
    of: {
      kind: 'discrete',
      values: [
        { value: 1, chance: 0.5 },
        { value: 4, chance: 0.3 },
        { value: 2, chance: 0.2 },
      ],
    },
    mean: 2.1,
    // 0.5 · 1.21 + 0.3 · 3.61 + 0.2 · 0.01
    variance: 1.69,
  },
]

const draws = 20_000
function drawn(of: FloatDistribution): Float64Array {
  const values = new Float64Array(draws)
  plainUniforms(7).fill(0, 0, 0, draws, values)
  sampled(of).fill(values, values, 0, draws)
  return values
}

describe.each(cases)('$name', ({ of, mean, variance }) => {
  const distribution = sampled(of)
  const continuous = of.kind !== 'discrete'

  it('has the mean and variance of its formula', () => {
    expect(distribution.mean).toBeCloseTo(mean, 12)
    expect(distribution.variance).toBeCloseTo(variance, 12)
  })

  it('is drawn with that mean and variance', () => {
    const values = drawn(of)
    const average = values.reduce((sum, value) => sum + value, 0) / draws
    const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws
    // Five standard errors; no kurtosis here is above 5.
    expect(Math.abs(average - mean)).toBeLessThan(5 * Math.sqrt(variance / draws))
    expect(Math.abs(spread / variance - 1)).toBeLessThan(5 * Math.sqrt(4 / draws))
  })

  it('is drawn within the Kolmogorov–Smirnov bound of its distribution function', () => {
    const values = drawn(of).sort()
    let furthest = 0
    values.forEach((value, k) => {
      // Among equal values only the last counts against the chance of a value at or below it.
      const above = values[k + 1] === value ? 0 : Math.abs((k + 1) / draws - distribution.cdf(value))
      const below = continuous ? Math.abs(k / draws - distribution.cdf(value)) : 0
      furthest = Math.max(furthest, above, below)
    })
    // 1.95 / √n is exceeded by one sample in a thousand.
    expect(furthest).toBeLessThan(1.95 / Math.sqrt(draws))
  })

  it('never falls as the uniform rises, and comes back from its distribution function', () => {
    let last = -Infinity
    for (let u = 0.002; u < 1; u += 0.002) {
      const value = distribution.quantile(u)
      expect(value).toBeGreaterThanOrEqual(last)
      last = value
      if (continuous) expect(distribution.cdf(value)).toBeCloseTo(u, 9)
    }
  })

  it('fills columns as its quantile function says, from uniforms and from normals', () => {
    const u = Float64Array.of(9, 0.2, 0.7, 9)
    const out = Float64Array.of(0, 0, 0, 0)
    distribution.fill(u, out, 1, 2)
    expect(Array.from(out)).toEqual([0, distribution.quantile(0.2), distribution.quantile(0.7), 0])
    // 0.8413447460685429 of a standard normal lies below 1.
    distribution.fillFromNormal(Float64Array.of(9, 1), out, 1, 1)
    expect(out[1]).toBeCloseTo(distribution.quantile(0.8413447460685429), 10)
  })
})

describe('at the ends', () => {
  it.each([
    ['uniform', [-1, 2], -1, 2],
    ['triangular', [0, 3, 12], 0, 12],
    ['triangular', [0, 0, 12], 0, 12],
    ['pert', [0, 3, 12], 0, 12],
    ['pert', [-4, 8, 8], -4, 8],
  ])('%s%j reaches from %d to %d and no further', (kind, parameters, low, high) => {
    const { quantile, cdf } = sampled(distributionOf(kind, parameters))
    expect([quantile(0), quantile(1), cdf(low - 1), cdf(low), cdf(high), cdf(high + 1)]).toEqual([
      low,
      high,
      0,
      0,
      1,
      1,
    ])
    expect(quantile(2 ** -53)).toBeGreaterThanOrEqual(low)
    expect(quantile(1 - 2 ** -53)).toBeLessThanOrEqual(high)
  })

  it('an unbounded one stays finite for every uniform that is drawn', () => {
    for (const kind of ['normal', 'lognormal'])
      for (const u of [2 ** -54, 1 - 2 ** -53])
        expect(Number.isFinite(sampled(distributionOf(kind, [3, 2])).quantile(u))).toBe(true)
  })
})

it('bounded distributions keep to their ends and their mean between them, whatever the parameters', () => {
  const spread = fc.tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 2 ** -53, max: 1 - 2 ** -53, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.constantFrom('triangular', 'pert'), spread, (kind, [low, width, at, u]) => {
      const high = low + width
      const mode = Math.min(high, low + at * width)
      const { quantile, cdf, mean } = sampled(distributionOf(kind, [low, mode, high]))
      const value = quantile(u)
      expect(value).toBeGreaterThanOrEqual(low - 1e-9 * width)
      expect(value).toBeLessThanOrEqual(high + 1e-9 * width)
      expect(mean).toBeGreaterThan(low)
      expect(mean).toBeLessThan(high)
      // A step too small to see in the value moves no chance by more than this.
      expect(Math.abs(cdf(value) - u)).toBeLessThan(1e-5)
    }),
    { numRuns: 60 },
  )
})

describe('impossible parameters', () => {
  it.each<[string, FloatDistribution]>([
    ['a standard deviation of 0', { kind: 'normal', mean: 1, sd: 0 }],
    ['a negative standard deviation', { kind: 'lognormal', mean: 1, sd: -1 }],
    ['a lognormal around 0', { kind: 'lognormal', mean: 0, sd: 1 }],
    ['a mode below the lowest', { kind: 'triangular', low: 1, mode: 0, high: 2 }],
    ['a mode above the highest', { kind: 'pert', low: 1, mode: 3, high: 2 }],
    ['no width', { kind: 'pert', low: 1, mode: 1, high: 1 }],
    ['ends the wrong way round', { kind: 'uniform', low: 2, high: 1 }],
    ['chances short of 1', { kind: 'discrete', values: [{ value: 1, chance: 0.9 }] }],
    [
      'a negative chance',
      {
        kind: 'discrete',
        values: [
          { value: 1, chance: -0.5 },
          { value: 2, chance: 1.5 },
        ],
      },
    ],
    ['no values', { kind: 'discrete', values: [] }],
    ['no number', { kind: 'normal', mean: NaN, sd: 1 }],
  ])('%s is refused', (_, of) => {
    expect(() => sampled(of)).toThrow()
  })
})

it('plain numbers are made of decimals once', () => {
  const d = (text: string) => new Decimal(text)
  expect(floatDistribution({ kind: 'pert', low: d('0.01'), mode: d('0.03'), high: d('0.12') })).toEqual({
    kind: 'pert',
    low: 0.01,
    mode: 0.03,
    high: 0.12,
  })
  expect(floatDistribution({ kind: 'discrete', values: [{ value: d('0.1'), chance: d('1') }] })).toEqual({
    kind: 'discrete',
    values: [{ value: 0.1, chance: 1 }],
  })
})
