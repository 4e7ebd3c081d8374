import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { quantiles, withoutMissing } from '../../src/uncertainty/statistics/quantiles.ts'
import { createRoom, sectionQuantiles } from '../../src/uncertainty/statistics/sections.ts'
import { tallyOf } from '../../src/uncertainty/statistics/tally.ts'

/** Quantiles of sections are, to the bit, those that selection among the same values gives (tested against a full sort). */

const chances = [0, 0.05, 0.1, 0.5, 0.9, 0.95, 1]

function expectSelected(column: Float64Array, sections: number, room = createRoom()): void {
  const before = column.slice()
  const { all, each } = sectionQuantiles(column, sections, chances, tallyOf(column), room)
  expect(column).toEqual(before)
  const selected = (values: Float64Array): Float64Array => quantiles(withoutMissing(values.slice()), chances)
  expect(all).toEqual(selected(column))
  const length = column.length / sections
  expect(each).toEqual(
    Array.from({ length: sections }, (_, k) => selected(column.subarray(k * length, (k + 1) * length))),
  )
}

function uniforms(count: number): Float64Array {
  const column = new Float64Array(count)
  plainUniforms(3).fill(0, 0, 0, count, column)
  return column
}

/** Draws of all kinds, in four sections: short ones are sorted, long ones counted. */
const kinds: readonly [string, (u: number, k: number) => number][] = [
  ['spread evenly', (u) => u],
  ['with a few far away', (u) => 1 / (1 - u) ** 3],
  ['of one value', () => 7],
  ['of two values', (u) => (u < 0.5 ? -1 : 1)],
  ['of steps', (u) => Math.floor(u * 5)],
  ['with zeros of either sign', (u) => (u < 0.3 ? -0 : u < 0.6 ? 0 : u)],
  ['rising from section to section', (_, k) => k],
  ['so large that their width is beyond a float', (u) => (u < 0.5 ? -1e308 * u : 1.7e308 * u)],
  ['so close that their width is hardly one', (u) => (u < 0.5 ? 0 : 5e-324)],
  ['of which some are no numbers', (u) => (u < 0.1 ? NaN : u)],
]

describe.each([
  ['short', 4 * 100],
  ['long', 4 * 3000],
])('quantiles of %s sections', (_, count) => {
  it.each(kinds)('of draws %s are those of selection', (_, of) => {
    expectSelected(uniforms(count).map(of), 4)
  })
})

it('quantiles of any sections are those of selection', () => {
  const values = fc.double({ noNaN: true, noDefaultInfinity: true })
  const sections = fc.integer({ min: 1, max: 5 })
  fc.assert(
    fc.property(sections, fc.array(values, { minLength: 1, maxLength: 60 }), (count, some) => {
      expectSelected(
        Float64Array.from({ length: count * some.length }, (_, k) => some[(k * 7) % some.length]!),
        count,
      )
    }),
  )
})

it('room can be shared by columns of any length', () => {
  const room = createRoom()
  for (const count of [12_000, 20_000, 12_000, 400]) expectSelected(uniforms(count), 4, room)
})
