import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { createBinRoom } from '../../src/uncertainty/statistics/binned.ts'
import { quantiles } from '../../src/uncertainty/statistics/quantiles.ts'
import { siftedQuantiles } from '../../src/uncertainty/statistics/sifted-quantiles.ts'
import { createSiftedSections } from '../../src/uncertainty/statistics/sifted.ts'
import { windowsAbout, type Window } from '../../src/uncertainty/statistics/windows.ts'

/** Quantiles from what was kept of draws are, to the bit, those that selection among all of them gives; or there are none. */

const chances = [0.05, 0.1, 0.5, 0.9, 0.95]

/** What a sieve keeps of a column in equal sections, each in two parts. */
function keptOf(column: Float64Array, sections: number, windows: readonly Window[], room: number) {
  const kept = createSiftedSections(windows.length, new Float64Array(room))
  const length = column.length / sections
  for (let section = 0; section < sections; section += 1) {
    const middle = section * length + Math.floor(length / 3)
    for (const part of [
      column.subarray(section * length, middle),
      column.subarray(middle, (section + 1) * length),
    ])
      kept.add(section, {
        draws: part.length,
        sum: part.reduce((sum, value) => sum + value, 0),
        atMost: part.filter((value) => value <= 0).length,
        below: Float64Array.from(windows, ({ low }) => part.filter((value) => value < low).length),
        upToLow: Float64Array.from(windows, ({ low }) => part.filter((value) => value <= low).length),
        inside: part.filter((value) => windows.some(({ low, high }) => value > low && value <= high)),
      })
  }
  return kept.sections()
}

const selected = (values: Float64Array): Float64Array => quantiles(values.slice(), chances)

function uniforms(count: number): Float64Array {
  const column = new Float64Array(count)
  plainUniforms(5).fill(0, 0, 0, count, column)
  return column
}

const kinds: readonly [string, (u: number) => number][] = [
  ['spread evenly', (u) => u],
  ['with a few far away', (u) => 1 / (1 - u) ** 3],
  ['of one value', () => 7],
  ['of two values', (u) => (u < 0.5 ? -1 : 1)],
  ['of steps', (u) => Math.floor(u * 5)],
  ['half of them nothing', (u) => Math.max(0, u - 0.5)],
  ['of which each tenth is one value', (u) => (u < 0.07 || u > 0.97 ? -2 : u)],
]

describe('quantiles of what was kept', () => {
  it.each(kinds)('of draws %s are those of all', (_, of) => {
    const [sections, length] = [4, 3000]
    const column = uniforms(sections * length).map(of)
    const windows = windowsAbout(column.subarray(0, 1000), chances, 6)!
    const room = createBinRoom()
    // Room for all that is kept, or for so little of it that it has to move.
    for (const space of [column.length, 10]) {
      const found = siftedQuantiles(keptOf(column, sections, windows, space), windows, chances, room)!
      expect(found.all).toEqual(selected(column))
      found.each.forEach((own, section) =>
        expect(own).toEqual(selected(column.subarray(section * length, (section + 1) * length))),
      )
    }
  })

  it('are none where one lies in no window', () => {
    const column = Float64Array.from({ length: 4000 }, (_, k) => k)
    // The first section says nothing of those after it.
    const windows = windowsAbout(column.subarray(0, 1000), chances, 6)!
    expect(siftedQuantiles(keptOf(column, 4, windows, 10), windows, chances)).toBeUndefined()
  })

  it('are those of all, or none, wherever windows lie', () => {
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -5, max: 5, noNaN: true }))
    const cases = fc.tuple(
      fc.integer({ min: 2, max: 4 }),
      fc.array(value, { minLength: 8, maxLength: 40 }),
      fc.uniqueArray(value, { minLength: 2, maxLength: 10 }),
    )
    fc.assert(
      fc.property(cases, ([sections, some, ends]) => {
        const column = Float64Array.from(
          { length: sections * some.length },
          (_, k) => some[(k * 5) % some.length]!,
        )
        const ascending = ends.sort((a, b) => a - b)
        const windows = Array.from({ length: Math.floor(ends.length / 2) }, (_, window) => ({
          low: ascending[2 * window]!,
          high: ascending[2 * window + 1]!,
        }))
        const found = siftedQuantiles(keptOf(column, sections, windows, 4), windows, chances)
        if (found !== undefined) expect(found.all).toEqual(selected(column))
      }),
      { numRuns: 300, seed: 20261122 },
    )
  })

  it('have the counts of all, and sums that lose nothing from part to part', () => {
    const kept = createSiftedSections(1, new Float64Array(1))
    for (const value of [1e16, 1, -1e16])
      kept.add(0, {
        ...{ draws: 1, sum: value, atMost: value <= 0 ? 1 : 0 },
        ...{ below: Float64Array.of(value < 0 ? 1 : 0), upToLow: Float64Array.of(value <= 0 ? 1 : 0) },
        inside: value === 1 ? Float64Array.of(1) : new Float64Array(0),
      })
    const one = Float64Array.of(1)
    expect(kept.sections()).toEqual([{ draws: 3, sum: 1, atMost: 1, below: one, upToLow: one, inside: one }])
  })
})

describe('windows about the quantiles of a pilot', () => {
  const pilot = Float64Array.from({ length: 10_001 }, (_, k) => k)

  it('reach so many standard errors of independent draws to either side', () => {
    // √(0.05 × 0.95 × 10,001) = 21.8; √(0.1 × 0.9 × 10,001) = 30.0; √(0.5² × 10,001) = 50.0.
    expect(windowsAbout(pilot, [0.05, 0.1, 0.5], 2)).toEqual([
      { low: 456, high: 544 },
      { low: 939, high: 1061 },
      { low: 4899, high: 5101 },
    ])
  })

  it('are one where they meet, and end where the pilot ends', () => {
    // √(0.001 × 0.999 × 10,001) = 3.2; √(0.1 × 0.9 × 10,001) = 30.0; √(0.12 × 0.88 × 10,001) = 32.5.
    expect(windowsAbout(pilot, [0.001, 0.1, 0.12], 10)).toEqual([
      { low: 0, high: 42 },
      { low: 699, high: 1525 },
    ])
  })

  it('are none where a draw is no number', () => {
    expect(windowsAbout(Float64Array.of(1, NaN, 3), chances, 3)).toBeUndefined()
    expect(windowsAbout(Float64Array.of(1, Infinity, 3), chances, 3)).toBeUndefined()
  })
})
