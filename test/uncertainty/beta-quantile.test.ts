import { describe, expect, it } from 'vitest'
import { betaQuantile } from '../../src/uncertainty/beta-quantile.ts'
import { incompleteBeta, logBeta } from '../../src/uncertainty/incomplete-beta.ts'

/** For whole a and b, I_x(a, b) is the chance of at least a successes in a + b − 1 trials of chance x. */
function binomial(x: number, a: number, b: number): number {
  const n = a + b - 1
  let ways = 1
  let sum = 0
  for (let k = 0; k <= n; k++) {
    if (k >= a) sum += ways * x ** k * (1 - x) ** (n - k)
    ways = (ways * (n - k)) / (k + 1)
  }
  return sum
}

const shapes = [1, 2, 3, 4, 5]

describe.each(shapes)('a = %d, b = 6 − a', (a) => {
  const b = 6 - a
  it('the incomplete beta function is the binomial sum', () => {
    for (let x = 0.01; x < 1; x += 0.01) {
      const expected = binomial(x, a, b)
      expect(Math.abs(incompleteBeta(x, a, b, logBeta(a, b)) - expected)).toBeLessThan(5e-15)
    }
  })
})

describe.each([1, 1.001, 1.4, 2, 2.75, 3, 4.2, 4.999, 5])('the table of a = %d', (a) => {
  const b = 6 - a
  const { at } = betaQuantile(a, b)
  const logB = logBeta(a, b)
  const density = (x: number) => Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - logB)

  it('is off by less than 1e-10, from one end to the other', () => {
    let worst = 0
    const check = (u: number): void => {
      const x = at(u)
      worst = Math.max(worst, Math.abs((incompleteBeta(x, a, b, logB) - u) / density(x)))
    }
    for (let k = 1; k < 4000; k++) check(k / 4000)
    // Tails, through every octave of the table and past its beginning.
    for (let power = 2; power < 20; power += 0.01) check(2 ** -power)
    expect(worst).toBeLessThan(1e-10)
  })
})
