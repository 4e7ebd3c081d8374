import { describe, expect, test } from 'vitest'
import type { Interval } from '../../../src/analyses/simulate/answer.ts'
import { binEdges, countInBins } from '../../../src/analyses/simulate/bins.ts'
import { createFailures } from '../../../src/analyses/simulate/failures.ts'
import { intervalOfColumn, medianOfPart } from '../../../src/analyses/simulate/interval.ts'
import { createReader } from '../../../src/analyses/simulate/reader.ts'
import { sizeOf } from '../../../src/analyses/simulate/sizes.ts'

/** A column of two replicates, the second shifted by 1: 0 … 100 and 1 … 101. */
const column = Float64Array.from([
  ...Array(101).keys(),
  ...Array.from(Array(101).keys(), (value) => value + 1),
])

describe('the interval of a column', () => {
  const interval = intervalOfColumn(column, 2)!

  test('has the quantiles and the mean of all draws', () => {
    expect(interval.mean.value).toBeCloseTo(50.5, 12)
    // 202 values, place 0.05 × 201 = 10.05: in order 0, 1, 1, 2, 2 … the 11th and 12th are 5 and 6.
    expect(interval.p5.value).toBeCloseTo(5.05, 12)
    expect(interval.p50.value).toBeCloseTo(50.5, 12)
    expect(interval.atMostZero.value).toBeCloseTo(1 / 202, 12)
  })

  test('has the standard error that the replicates show', () => {
    // Means 50 and 51, each 0.5 from 50.5: √((0.25 + 0.25) / (2 × 1)).
    expect(interval.mean.se).toBeCloseTo(0.5, 12)
    expect(interval.p50.se).toBeCloseTo(0.5, 12)
  })

  test('leaves out draws without a number', () => {
    const holes = column.slice()
    holes[0] = NaN
    holes[150] = NaN
    const left = intervalOfColumn(holes, 2)!
    expect(left.mean.value).toBeCloseTo((101 * 101 - 0 - (column[150] ?? NaN)) / 200, 12)
    expect(intervalOfColumn(new Float64Array(4).fill(NaN), 2)).toBeUndefined()
  })

  test('is left as it was', () => {
    const before = column.slice()
    intervalOfColumn(column, 2)
    medianOfPart(column, 2, 64)
    expect(column).toEqual(before)
  })
})

test('fewer draws are the first of each replicate', () => {
  // 0 … 10 and 1 … 11: together the median is 5.5.
  expect(medianOfPart(column, 2, 11)).toEqual({ value: 5.5, se: 0.5 })
})

test('reading draws twice, in blocks, gives the quantiles of holding them', () => {
  const [draws, replicates] = [5000, 4]
  const values = Float64Array.from(
    { length: draws * replicates },
    (_, index) => Math.sin(index * 12.9898) * 437.5,
  )
  values[17] = NaN
  const reader = createReader(values.slice(0, 64 * replicates), replicates)
  const read = (take: 'first' | 'second') => {
    for (let from = 0; from < values.length; from += 1000)
      reader[take]({
        column: values.slice(from, from + 1000),
        count: 1000,
        replicate: Math.floor(from / draws),
      })
  }
  read('first')
  reader.turn()
  read('second')
  const held = intervalOfColumn(values, replicates)!
  const streamed = reader.interval()!
  for (const name of [
    'p5',
    'p10',
    'p50',
    'p90',
    'p95',
    'atMostZero',
  ] as const satisfies readonly (keyof Interval)[])
    expect(streamed[name], name).toEqual(held[name])
  expect(streamed.mean.value).toBeCloseTo(held.mean.value, 9)
  expect(reader.bins().reduce((sum, bin) => sum + bin.draws, 0)).toBe(values.length - 1)
})

describe('bins', () => {
  test.each([
    // A tenth of the width, rounded up to 1, 2 or 5 times a power of ten; one bin more on either side.
    [-350, 550, [-400, 600], 100],
    [0, 10, [-1, 11], 1],
    [12.3, 12.4, [12.29, 12.41], 0.01],
  ])('from P5 %d to P95 %d have round edges', (p5, p95, [first, last], step) => {
    const edges = binEdges(p5, p95)
    expect(edges[0]! >= first! - step && edges[0]! <= first!).toBe(true)
    expect(edges.at(-1)! >= last! && edges.at(-1)! <= last! + step).toBe(true)
    for (const [index, edge] of edges.slice(1).entries()) expect(edge - edges[index]!).toBeCloseTo(step, 10)
  })

  test('hold what is above their lower edge and at most their upper one', () => {
    const counts = new Float64Array(4)
    countInBins([0, 1, 2], Float64Array.of(-1, 0, 0.5, 1, 1.5, 2, 2.5, NaN), counts)
    expect([...counts]).toEqual([2, 2, 2, 1])
  })
})

test.each([
  ['sobol', 10_000, 10, 1024],
  ['sobol', 16_384, 16, 1024],
  ['sobol', 16_385, 9, 2048],
  ['sobol', 100_000, 13, 8192],
  ['plain', 10_000, 16, 625],
  ['plain', 10, 16, 64],
  ['sobol', 1, 16, 64],
] as const)('%s: %d draws asked for are %d × %d', (method, draws, replicates, each) => {
  expect(sizeOf({ method, draws })).toEqual({ replicates, draws: each })
})

test('a draw fails once, however many of its numbers could not be worked', () => {
  const failures = createFailures(100)
  expect(failures.count()).toBe(0)
  failures.note(Float64Array.of(1, NaN, NaN), 10, 3)
  failures.note(Float64Array.of(NaN, NaN), 11, 1)
  expect(failures.count()).toBe(2)
})
