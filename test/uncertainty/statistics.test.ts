import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { quantiles, withoutMissing } from '../../src/uncertainty/statistics/quantiles.ts'
import { pooled, standardError } from '../../src/uncertainty/statistics/replicates.ts'
import { emptyTally, mergeTallies, tallyOf } from '../../src/uncertainty/statistics/tally.ts'
import { twoPassQuantiles } from '../../src/uncertainty/statistics/two-passes.ts'

const chances = [0, 0.05, 0.1, 0.25, 0.5, 0.9, 0.95, 1]

/** Definition 7 of Hyndman and Fan by sorting everything: the slow and plain way. */
function bySorting(values: Float64Array, chance: number): number {
  const sorted = values.slice().sort()
  const exact = chance * (sorted.length - 1)
  const place = Math.floor(exact)
  const low = sorted[place]! + 0
  return exact === place ? low : low + (sorted[place + 1]! - low) * (exact - place)
}

/** Draws that are hard on a selection: with many equal ones, ordered either way, or of one value. */
const awkward: readonly [string, Float64Array][] = [
  ['one value', Float64Array.of(3)],
  ['two values', Float64Array.of(3, 1)],
  ['all equal', new Float64Array(5000).fill(7)],
  ['ascending', Float64Array.from({ length: 5000 }, (_, k) => k)],
  ['descending', Float64Array.from({ length: 5000 }, (_, k) => -k)],
  ['two values many times', Float64Array.from({ length: 5000 }, (_, k) => k % 2)],
  ['a tooth', Float64Array.from({ length: 5000 }, (_, k) => k % 17)],
  ['an organ pipe', Float64Array.from({ length: 5000 }, (_, k) => Math.min(k, 5000 - k))],
]

describe('quantiles', () => {
  it('are on the straight line between the values around them', () => {
    // R: quantile(c(10, 20, 40, 80), c(0, .25, .5, .9, 1)), type 7.
    expect(Array.from(quantiles(Float64Array.of(40, 10, 80, 20), [0, 0.25, 0.5, 0.9, 1]))).toEqual([
      10, 17.5, 30, 68, 80,
    ])
  })

  it.each(awkward)('of %s are those of a full sort', (_, values) => {
    const expected = chances.map((chance) => bySorting(values, chance))
    expect(Array.from(quantiles(values.slice(), chances))).toEqual(expected)
  })

  it('of any draws are those of a full sort', () => {
    const draws = fc.float64Array({ minLength: 1, maxLength: 400, noNaN: true, min: -1e9, max: 1e9 })
    fc.assert(
      fc.property(
        draws,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 }),
        (values, wanted) => {
          expect(Array.from(quantiles(values.slice(), wanted))).toEqual(
            wanted.map((chance) => bySorting(values, chance)),
          )
        },
      ),
    )
  })

  it('of no draws are no numbers', () => {
    expect(Array.from(quantiles(new Float64Array(0), [0.5]))).toEqual([NaN])
  })

  it('leave draws without a value out', () => {
    const values = Float64Array.of(NaN, 2, NaN, 1, 3)
    expect(Array.from(withoutMissing(values))).toEqual([2, 1, 3])
  })
})

describe('quantiles in two passes', () => {
  const cut = 999
  function twice(values: Float64Array, pilot: Float64Array, backwards = false): number[] {
    const first = twoPassQuantiles(pilot, chances)
    for (let from = 0; from < values.length; from += cut)
      first.add(values, from, Math.min(cut, values.length - from))
    const second = first.secondPass()
    const again = backwards ? values.slice().reverse() : values
    for (let from = 0; from < values.length; from += cut)
      second.add(again, from, Math.min(cut, values.length - from))
    return Array.from(second.quantiles())
  }
  const draws = new Float64Array(50_000)
  plainUniforms(3).fill(0, 0, 0, draws.length, draws)
  draws.forEach((u, k) => (draws[k] = Math.log(u) * 1000))

  it.each<[string, Float64Array]>([
    ['their beginning', draws.subarray(0, 1000)],
    ['all of them', draws],
    ['others far away', Float64Array.of(1e9, 2e9)],
    ['one value', Float64Array.of(-500)],
    ['nothing', new Float64Array(0)],
  ])('are exact, with bins laid out by %s', (_, pilot) => {
    expect(twice(draws, pilot)).toEqual(chances.map((chance) => bySorting(draws, chance)))
  })

  it('do not depend on the order of the second pass', () => {
    expect(twice(draws, draws.subarray(0, 1000), true)).toEqual(twice(draws, draws.subarray(0, 1000)))
  })

  it.each(awkward)('of %s are those of a full sort', (_, values) => {
    expect(twice(values, values.subarray(0, 100))).toEqual(chances.map((chance) => bySorting(values, chance)))
  })

  it('leave draws without a value out, and of none are no numbers', () => {
    expect(twice(Float64Array.of(NaN, 1, NaN, 3), Float64Array.of(NaN, 1))[4]).toBe(2)
    expect(twice(Float64Array.of(NaN), Float64Array.of(NaN))[0]).toBeNaN()
  })

  it('say so where the second pass saw other draws', () => {
    const first = twoPassQuantiles(draws.subarray(0, 1000), [0.5])
    first.add(draws, 0, draws.length)
    const second = first.secondPass()
    second.add(draws, 0, draws.length - 10_000)
    expect(() => second.quantiles()).toThrow()
  })
})

describe('tallies', () => {
  const values = Float64Array.of(4, -2, NaN, 0, 6)
  it('add up what there is', () => {
    // Mean 8/4 = 2.
    expect(tallyOf(values)).toEqual({
      count: 4,
      missing: 1,
      mean: 2,
      atMostZero: 2,
      least: -2,
      greatest: 6,
    })
  })

  it('of a part see only the part', () => {
    expect(tallyOf(values, 3, 2)).toMatchObject({ count: 2, mean: 3, atMostZero: 1 })
  })

  it('takes two equal sums of money that binary rounding leaves apart for no gap, and a pound for one', () => {
    const left = 0.1 + 0.2 - 0.3
    expect(left).toBeGreaterThan(0)
    expect(tallyOf(Float64Array.of(left, 4e-12, 1e-6))).toMatchObject({ atMostZero: 2 })
  })

  it('merge into the tally of the whole', () => {
    const numbers = fc.float64Array({ maxLength: 60, noNaN: true, min: -1e6, max: 1e6 })
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const merged = mergeTallies(tallyOf(a), tallyOf(b))
        const whole = tallyOf(Float64Array.of(...a, ...b))
        expect(merged).toMatchObject({ count: whole.count, atMostZero: whole.atMostZero, least: whole.least })
        expect(Math.abs(merged.mean - whole.mean)).toBeLessThanOrEqual(1e-8)
      }),
    )
    expect(mergeTallies(emptyTally, tallyOf(values))).toEqual(tallyOf(values))
    expect(mergeTallies(tallyOf(values), emptyTally)).toEqual(tallyOf(values))
  })

  it('lose no digits of close values far from 0', () => {
    const far = Float64Array.from({ length: 100_000 }, (_, k) => 1e9 + (k % 2))
    expect(tallyOf(far).mean).toBe(1e9 + 0.5)
  })
})

describe('standard errors', () => {
  it('are the spread of the replicates around the estimate from all', () => {
    // Distances −1, 1, 2 from 10: √(6 / (3 · 2)) = 1.
    expect(standardError([9, 11, 12], 10)).toBe(1)
  })

  it('of a mean of replicates is their standard deviation over √n', () => {
    // Mean 4, squares 8, √(8 / (3 · 2)).
    expect(pooled([2, 4, 6])).toEqual({ value: 4, se: Math.sqrt(8 / 6) })
  })

  it('are what repeating the whole shows, for a median of plain draws', () => {
    const each = 400
    const replicates = 16
    const repeats = 200
    const medians: number[] = []
    const errors: number[] = []
    for (let seed = 0; seed < repeats; seed++) {
      const u = plainUniforms(seed)
      const all = new Float64Array(each * replicates)
      const parts = Array.from({ length: replicates }, (_, replicate) => {
        const part = all.subarray(replicate * each, (replicate + 1) * each)
        u.fill(replicate, 0, 0, each, part)
        return quantiles(part.slice(), [0.5])[0]!
      })
      const median = quantiles(all, [0.5])[0]!
      medians.push(median)
      errors.push(standardError(parts, median))
    }
    const mean = medians.reduce((sum, median) => sum + median, 0) / repeats
    const seen = Math.sqrt(medians.reduce((sum, median) => sum + (median - mean) ** 2, 0) / repeats)
    const said = errors.reduce((sum, error) => sum + error, 0) / repeats
    expect(said / seen).toBeGreaterThan(0.85)
    expect(said / seen).toBeLessThan(1.15)
  })
})
