import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRoots, type RootFunction } from '../../src/analyses/roots.ts'
import { Decimal } from '../../src/terms/decimal.ts'

/** Every expected root is worked by hand from the formula beside it. */

const d = (n: number | string) => new Decimal(n)
const found = (f: RootFunction, a: number, b: number) => findRoots(f, d(a), d(b))
const text = (x: Decimal) => x.toDecimalPlaces(12).plus(0).toFixed()
const points = (f: RootFunction, a: number, b: number) =>
  found(f, a, b).roots.map(({ from, to }) => text(from) + (from.equals(to) ? '' : ` to ${text(to)}`))
const positive = (x: Decimal) => Decimal.max(x, 0)

describe('all zeros of a function between two bounds', () => {
  test.each<[string, RootFunction, number, number, readonly (number | [number, number])[]]>([
    ['a straight line has one', (x) => x.times(3).minus(10), 0, 20, [10 / 3]],
    ['a falling line', (x) => d(3321).minus(x), 0, 20000, [3321]],
    ['a zero at the lower bound', (x) => x, 0, 1, [0]],
    ['a zero at the upper bound', (x) => x.minus(1), 0, 1, [1]],
    ['a parabola has two', (x) => x.times(x).minus(2), -3, 3, [-Math.SQRT2, Math.SQRT2]],
    ['a parabola that touches has one', (x) => x.minus('0.7').pow(2), 0, 5, [0.7]],
    ['two zeros close together', (x) => x.minus(5).pow(2).minus('0.0001'), 0, 100, [4.99, 5.01]],
    ['a cubic has three', (x) => x.times(x.minus(1)).times(x.plus(1)), -2, 2, [-1, 0, 1]],
    ['a kink of two straight pieces', (x) => x.minus('3.3').abs().minus('0.001'), 0, 10, [3.299, 3.301]],
    ['what is nothing from a point on', (x) => positive(d(7).minus(x)), 0, 10, [[7, 10]]],
    ['what is nothing up to a point', (x) => positive(x.minus(7)), 0, 10, [[0, 7]]],
    ['what is nothing in the middle', (x) => positive(x.minus(2).abs().minus(1)), 0, 10, [[1, 3]]],
    ['what is nothing throughout', () => d(0), 0, 10, [[0, 10]]],
    ['a range of one point', (x) => x.minus(4), 4, 4, [4]],
  ])('%s', (_name, f, a, b, expected) => {
    const { roots } = found(f, a, b)
    const sides = roots.map(({ from, to }) =>
      from.equals(to) ? from.toNumber() : [from.toNumber(), to.toNumber()],
    )
    expect(sides.flat()).toHaveLength(expected.flat().length)
    sides.flat().forEach((side, index) => expect(side).toBeCloseTo(expected.flat()[index] ?? NaN, 9))
  })

  test('is exact to 25 digits of the range', () => {
    const [root] = found((x) => x.pow(2).minus(2), 0, 2).roots
    expect(root?.from.toFixed(22)).toBe('1.4142135623730950488017')
  })

  test('works a straight line only as often as it looks', () => {
    expect(found((x) => x.times(3).minus(10), 0, 20).evaluations).toBeLessThan(40)
  })

  test('with a step, x is a whole multiple of it, and the nearest one is a zero all the same', () => {
    const seen: Decimal[] = []
    const f: RootFunction = (x) => {
      seen.push(x)
      return x.times(3).minus(10)
    }
    const { roots, jumps } = findRoots(f, d(3), d(4), { step: d('0.001') })
    expect([roots.map(({ from }) => from.toFixed()), jumps]).toEqual([['3.333'], []])
    expect(seen.filter((x) => x.decimalPlaces() > 3)).toEqual([])
  })

  test('no zero: says where it came closest, at a bound or between', () => {
    expect(found((x) => x.plus(1), 0, 5)).toMatchObject({ roots: [], closest: { at: d(0), value: d(1) } })
    const { roots, closest } = found((x) => x.minus('1.3').abs().plus('0.25'), 0, 5)
    expect(roots).toEqual([])
    expect(closest?.at.toFixed(6)).toBe('1.300000')
    expect(closest?.value.toFixed(6)).toBe('0.250000')
  })

  test('a jump past zero is no zero', () => {
    const { roots, jumps } = found((x) => (x.lessThan('2.5') ? d(-1) : d(1)), 0, 4)
    expect(roots).toEqual([])
    expect(jumps.map((x) => x.toFixed(9))).toEqual(['2.500000000'])
  })

  test('what has no value is told apart from zero, with its reasons', () => {
    const partly = found((x) => (x.lessThan(1) ? { missing: 'no-data' } : x.minus(2)), 0, 4)
    expect(partly.roots.map(({ from }) => from.toFixed(9))).toEqual(['2.000000000'])
    expect(partly.missing).toEqual(['no-data'])
    expect(found(() => ({ missing: 'no-data' }), 0, 4)).toMatchObject({ roots: [], closest: undefined })
  })

  test('two zeros in a part whose ends and middle lie almost on a line are seen', () => {
    // Parts are 7.0875 wide: at −0.2125, 3.33125 and 6.875 this is −4.90, −4.05 and −3.33.
    const f: RootFunction = (x) => x.times(x.minus(3)).times(x.minus(7))
    expect(points(f, -7.3, 106.1)).toEqual(['0', '3', '7'])
  })

  test('law: what was made with zeros in the range has them all', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 9 }), (zeros, scale) => {
        const f: RootFunction = (x) => zeros.reduce((y, each) => y.times(x.minus(each)), d(scale))
        expect(points(f, -7.3, 106.1)).toEqual([...zeros].sort((a, b) => a - b).map((each) => String(each)))
      }),
      { numRuns: 400, seed: 20261122 },
    )
  })
})
