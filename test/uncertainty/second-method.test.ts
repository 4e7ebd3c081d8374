import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampled } from '../../src/uncertainty/distributions/index.ts'
import { normalCdf } from '../../src/uncertainty/normal-curve.ts'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { sobolUniforms } from '../../src/uncertainty/sobol.ts'
import type { Uniforms } from '../../src/uncertainty/uniforms.ts'
import { distributionOf } from './help.ts'

/** Numbers of the second method, second-method.py: Python's standard library and plain definitions. */
interface SecondMethod {
  /** Seed, replicate, dimension, index, uniform. */
  readonly plain: readonly (readonly [number, number, number, number, number])[]
  readonly sobol: SecondMethod['plain']
  readonly normalCdf: readonly (readonly [number, number])[]
  readonly quantiles: readonly (readonly [
    string,
    readonly number[],
    readonly (readonly [number, number])[],
  ])[]
}
const second = JSON.parse(readFileSync('test/uncertainty/second-method.json', 'utf8')) as SecondMethod

function one(of: Uniforms, replicate: number, dimension: number, index: number): number {
  const out = new Float64Array(1)
  of.fill(replicate, dimension, index, 1, out)
  return out[0]!
}

describe('uniforms are those of the second method, to the last digit', () => {
  it.each(second.plain)(
    'plain: seed %d, replicate %d, dimension %d, point %d',
    (seed, replicate, dimension, index, u) => {
      expect(one(plainUniforms(seed), replicate, dimension, index)).toBe(u)
    },
  )
  it.each(second.sobol)(
    'Sobol: seed %d, replicate %d, dimension %d, point %d',
    (seed, replicate, dimension, index, u) => {
      expect(one(sobolUniforms(seed), replicate, dimension, index)).toBe(u)
    },
  )
})

it.each(second.normalCdf)('the chance of a standard normal below %d', (z, chance) => {
  expect(Math.abs(normalCdf(z) - chance)).toBeLessThan(1e-15)
  // Small chances are right in proportion too, for the far tail of a correlated driver.
  if (chance > 1e-300) expect(Math.abs(normalCdf(z) / chance - 1)).toBeLessThan(1e-8)
})

describe.each(second.quantiles)('quantiles of %s(%j)', (kind, parameters, quantiles) => {
  const distribution = sampled(distributionOf(kind, parameters))
  it.each(quantiles)('%d', (u, expected) => {
    const size = Math.sqrt(distribution.variance) + Math.abs(distribution.mean)
    expect(Math.abs(distribution.quantile(u) - expected) / size).toBeLessThan(1e-10)
  })
})
