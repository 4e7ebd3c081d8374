import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAnswers } from '../../../src/analyses/plane/answers.ts'
import { findMeetings } from '../../../src/analyses/plane/meetings.ts'
import { surveyOf, type PlaneFunction, type Spot } from '../../../src/analyses/plane/survey.ts'
import { sumAt, type Sum } from '../../../src/analyses/plane/within-sum.ts'
import { Decimal } from '../../../src/terms/decimal.ts'

/** Every expected place is worked by hand from the formulas beside it. */

const d = (n: number | string) => new Decimal(n)
const side = (from: number, to: number) => ({ from: d(from), to: d(to), step: d('1e-10') })
const survey = (f: PlaneFunction, from = 0, to = 10) => surveyOf(f, { x: side(from, to), y: side(from, to) })
const numbers = (spots: readonly Spot[]) => spots.map(({ x, y }) => [x.toNumber(), y.toNumber()])
const positive = (x: Decimal) => Decimal.max(x, 0)
const root3 = Math.sqrt(3)

function expectPlaces(spots: readonly Spot[], expected: readonly (readonly number[])[], digits = 8): void {
  const found = numbers(spots)
  expect(found).toHaveLength(expected.length)
  found.flat().forEach((value, index) => expect(value).toBeCloseTo(expected.flat()[index] ?? NaN, digits))
}

describe('where two figures meet their targets', () => {
  test.each<[string, PlaneFunction, readonly (readonly [number, number])[]]>([
    ['each follows one input', (x, y) => [x.minus(3), y.times(2).minus(7)], [[3, 3.5]]],
    ['each follows the other', (x, y) => [y.minus(3), x.times(2).minus(7)], [[3.5, 3]]],
    ['both follow both', (x, y) => [x.plus(y).minus(5), x.minus(y).minus(1)], [[3, 2]]],
    ['in a corner', (x, y) => [x, y.minus(10)], [[0, 10]]],
    ['a circle and a line', (x, y) => [x.pow(2).plus(y.pow(2)).minus(25), x.minus(y).plus(1)], [[3, 4]]],
    [
      'a hyperbola and a line, twice',
      (x, y) => [x.times(y).minus(1), x.plus(y).minus(4)],
      [
        [2 - root3, 2 + root3],
        [2 + root3, 2 - root3],
      ],
    ],
    ['a kink', (x, y) => [Decimal.max(x, x.times(3).minus(4)).minus(5), x.plus(y).minus(9)], [[3, 6]]],
    ['in unlike units', (x, y) => [x.minus(3).times('1e6'), y.minus(x).times('1e-6')], [[3, 3]]],
  ])('%s', (_name, f, expected) => {
    const { meetings, alone, beyond } = findMeetings(survey(f))
    expectPlaces(meetings, expected)
    expect([alone, beyond]).toEqual([true, undefined])
  })

  test('beyond the bounds: none, and where it would be', () => {
    const found = findMeetings(survey((x, y) => [x.minus(3), y.minus(12)]))
    expect(numbers(found.meetings)).toEqual([])
    expectPlaces(found.beyond === undefined ? [] : [found.beyond], [[3, 12]])
  })

  test('figures in step pin nothing down, met or not', () => {
    const never = findMeetings(survey((x, y) => [x.plus(y).minus(5), x.plus(y).minus(6)]))
    expect([never.meetings, never.inStep]).toEqual([[], true])
    const line = findMeetings(survey((x, y) => [x.plus(y).minus(5), x.plus(y).times(2).minus(10)]))
    expect([line.alone, line.inStep]).toEqual([false, true])
    expectPlaces(line.meetings, [[0, 5]])
  })

  test('nothing over an area: one of many', () => {
    const found = findMeetings(survey((x, y) => [positive(d(4).minus(x)), positive(d(7).minus(y))]))
    expect([found.meetings.length, found.alone]).toEqual([1, false])
    for (const { x, y } of found.meetings) expect(x.gte(4) && y.gte(7)).toBe(true)
  })

  test('a place without a value is no answer, and its reason is kept', () => {
    const gaps = survey((x, y) => (x.gt(6) ? { missing: 'unknown' } : [x.minus(3), y.minus(4)]))
    expectPlaces(findMeetings(gaps).meetings, [[3, 4]])
    expect(gaps.missing()).toEqual(['unknown'])
  })

  test('law: two lines meet where Cramer says, wherever they lie', () => {
    const weight = fc.integer({ min: -9, max: 9 })
    fc.assert(
      fc.property(weight, weight, weight, weight, fc.nat(100), fc.nat(100), (a, b, c, e, u, v) => {
        fc.pre(a * e !== b * c)
        const [p, q] = [d(u).dividedBy(10), d(v).dividedBy(10)]
        const off: PlaneFunction = (x, y) => [
          x.minus(p).times(a).plus(y.minus(q).times(b)),
          x.minus(p).times(c).plus(y.minus(q).times(e)),
        ]
        expectPlaces(findMeetings(survey(off)).meetings, [[u / 10, v / 10]])
      }),
      { numRuns: 40 },
    )
  })
})

const atMost = (x: number, y: number, most: number): Sum => ({
  x: d(x),
  y: d(y),
  most: d(most),
  exactly: false,
})

describe('where one figure meets its target within a sum', () => {
  test.each<[string, PlaneFunction, Sum, string, readonly (readonly [number, number])[]]>([
    [
      'a line that all cost the same',
      (x, y) => [x.plus(y).minus(3)],
      atMost(1, 1, 4),
      'line',
      [
        [0, 3],
        [3, 0],
      ],
    ],
    [
      'one input is dearer: the other alone is cheapest, as far as the money goes',
      (x, y) => [x.plus(y).minus(3)],
      atMost(1, 2, 4),
      'line',
      [
        [3, 0],
        [2, 1],
      ],
    ],
    [
      'one input does more',
      (x, y) => [x.times(2).plus(y).minus(4)],
      atMost(1, 1, 3),
      'line',
      [
        [2, 0],
        [1, 2],
      ],
    ],
    ['only where all is spent', (x, y) => [x.times(2).plus(y).minus(6)], atMost(1, 1, 3), 'point', [[3, 0]]],
    [
      'all spent, exactly',
      (x, y) => [x.times(2).plus(y).minus(4)],
      { ...atMost(1, 1, 3), exactly: true },
      'point',
      [[1, 2]],
    ],
    [
      'all spent, and every way of it serves',
      (x, y) => [x.plus(y).minus(3)],
      { ...atMost(1, 1, 3), exactly: true },
      'line',
      [
        [0, 3],
        [3, 0],
      ],
    ],
    [
      'a bent line is cheapest in its middle',
      (x, y) => [x.times(y).minus(1)],
      atMost(1, 1, 4),
      'line',
      [
        [1, 1],
        [2 - root3, 2 + root3],
        [2 + root3, 2 - root3],
      ],
    ],
    [
      'a bent line and unlike weights',
      (x, y) => [x.times(y).minus(2)],
      atMost(1, 2, 5),
      'line',
      [
        [2, 1],
        [1, 2],
        [4, 0.5],
      ],
    ],
    [
      'a closed line',
      (x, y) => [x.minus(4).pow(2).plus(y.minus(4).pow(2)).minus(4)],
      atMost(1, 1, 19),
      'loop',
      [[4 - Math.SQRT2, 4 - Math.SQRT2]],
    ],
    [
      'an area: its cheapest',
      (x, y) => [positive(d(3).minus(x).minus(y.times(2)))],
      atMost(1, 1, 9),
      'area',
      [[0, 1.5]],
    ],
  ])('%s', (_name, f, sum, lie, expected) => {
    const found = findAnswers(survey(f), sum, true)
    expect(found?.lie).toBe(lie)
    expectPlaces(found?.spots ?? [], expected, 3)
    const costs = (found?.spots ?? []).map((spot) => sumAt(sum, spot).toNumber())
    const byHand = expected.map(([x, y]) => sum.x.times(x).plus(sum.y.times(y)).toNumber())
    expect(costs[0]).toBeCloseTo(Math.min(...byHand), 6)
  })

  test.each<[string, Sum]>([
    ['too dear', atMost(1, 1, 2)],
    ['a sum that cannot be spent', { ...atMost(1, 1, 21), exactly: true }],
    ['less than nothing to spend', atMost(1, 1, -1)],
  ])('nowhere: %s', (_name, sum) => {
    expect(
      findAnswers(
        survey((x, y) => [x.plus(y).minus(3)]),
        sum,
        true,
      ),
    ).toBeUndefined()
  })

  test('no answer spends more than the sum, to the digit that can be written', () => {
    const sum = atMost(3, 7, 20)
    const found = findAnswers(
      survey((x, y) => [x.plus(y).minus(4)]),
      sum,
      true,
    )
    expect(found?.spots.length).toBe(2)
    for (const spot of found?.spots ?? [])
      expect(sumAt(sum, spot).lessThanOrEqualTo('20.000000001')).toBe(true)
  })

  test('law: in a straight world the cheapest answer is an end, and scales with money', () => {
    const weight = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(weight, weight, weight, weight, (a, b, c, e) => {
        const need = 10
        const f =
          (scale: number): PlaneFunction =>
          (x, y) => [
            x
              .times(a)
              .plus(y.times(b))
              .minus(need * scale),
          ]
        const cheapest = (scale: number): number => {
          const scaled = surveyOf(f(scale), { x: side(0, 10 * scale), y: side(0, 10 * scale) })
          const sum = atMost(c, e, 1000 * scale)
          const spot = findAnswers(scaled, sum, true)?.spots[0]
          return spot === undefined ? NaN : sumAt(sum, spot).toNumber()
        }
        // Each alone: need / what a unit does, times what a unit costs; both fit the box, as need is no more than its side.
        const byHand = Math.min((need / a) * c, (need / b) * e)
        expect(cheapest(1)).toBeCloseTo(byHand, 7)
        expect(cheapest(7)).toBeCloseTo(byHand * 7, 6)
      }),
      { numRuns: 12 },
    )
  })
})
