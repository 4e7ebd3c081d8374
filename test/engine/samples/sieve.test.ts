import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGraph } from '../../../src/engine/calculators/samples/graph.ts'
import { compileProgram, startKernel, type Route } from '../../../src/engine/calculators/samples/kernel.ts'
import type { Sifted, Window } from '../../../src/engine/calculators/samples/sieve/record.ts'
import { createSieve, sieveRoom, type Sieving } from '../../../src/engine/calculators/samples/sieve/sieve.ts'
import { compileTape } from '../../../src/engine/calculators/samples/tape.ts'

/** Two ways of sifting, held to counting by hand. */

const graph = createGraph()
const [x, y] = [graph.draw(0), graph.draw(1)]
const tape = compileTape(graph.nodes, [graph.subtract(x, y), graph.multiply(x, y)], 2)

/** What is kept of draws that come `block` at a time, by a route. */
function sifted(
  route: Route,
  draws: readonly (readonly [number, number])[],
  sievings: readonly Sieving[],
): Sifted[] {
  const kernel = startKernel(compileProgram(tape, route), sieveRoom(2, draws.length))
  const sieve = createSieve(kernel, sievings, draws.length)
  const block = 6
  for (let from = 0; from < draws.length; from += block) {
    const now = draws.slice(from, from + block)
    now.forEach((draw, index) => kernel.inputs.forEach((column, input) => (column[index] = draw[input]!)))
    kernel.run(now.length)
    sieve.sift(now.length)
  }
  return [0, 1].map((output) => ({ ...sieve.sifted(output), inside: sieve.sifted(output).inside.slice() }))
}

/** The same by the words of `Sifted`, sums of even and of odd places apart, as the sieve has them. */
function byHand(values: readonly number[], { windows, limit }: Sieving): Sifted {
  const count = (is: (value: number) => boolean): number => values.filter(is).length
  const sumOf = (lane: number): number =>
    values.filter((_, index) => index % 2 === lane).reduce((sum, value) => sum + value, 0)
  return {
    draws: values.length,
    sum: sumOf(0) + sumOf(1),
    whole: values.every((value) => Number.isFinite(value)),
    atMost: count((value) => value <= limit),
    below: Float64Array.from(windows, ({ low }) => count((value) => value < low)),
    upToLow: Float64Array.from(windows, ({ low }) => count((value) => value <= low)),
    inside: Float64Array.from(
      values.filter((value) => windows.some(({ low, high }) => value > low && value <= high)),
    ),
  }
}

const number = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -9, max: 9, noNaN: true }))
/** One to five windows, ascending and apart; some of no width, and ends that draws may equal. */
const windows: fc.Arbitrary<Window[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.uniqueArray(number, { minLength: 10, maxLength: 10 }),
    fc.boolean(),
  )
  .map(([count, ends, narrow]) => {
    const ascending = [...ends].sort((a, b) => a - b)
    return Array.from({ length: count }, (_, window) => {
      const low = ascending[2 * window]!
      return { low, high: narrow && window === 0 ? low : ascending[2 * window + 1]! }
    })
  })
const sieving = fc.record({ windows, limit: number })
const draws = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 40 })

describe('what a sieve keeps', () => {
  it.each(['wasm', 'javascript'] as const)('is what counting by hand keeps: %s', (route) => {
    fc.assert(
      fc.property(draws, sieving, sieving, (drawn, first, second) => {
        const kept = sifted(route, drawn, [first, second])
        expect(kept[0]).toEqual(
          byHand(
            drawn.map(([a, b]) => a - b),
            first,
          ),
        )
        expect(kept[1]).toEqual(
          byHand(
            drawn.map(([a, b]) => a * b),
            second,
          ),
        )
      }),
      { numRuns: 200, seed: 20261122 },
    )
  })

  it.each(['wasm', 'javascript'] as const)('says where a draw was no number: %s', (route) => {
    const all = { windows: [{ low: -Infinity, high: Infinity }], limit: 0 }
    const beyond = sifted(
      route,
      [
        [1, 1],
        [1e200, 1e200],
        [2, 1],
      ],
      [all, all],
    )
    expect(beyond.map(({ whole }) => whole)).toEqual([true, false])
  })

  it.each(['wasm', 'javascript'] as const)('is forgotten when it is cleared: %s', (route) => {
    const kernel = startKernel(compileProgram(tape, route), sieveRoom(2, 4))
    const all = { windows: [{ low: -Infinity, high: Infinity }], limit: 0 }
    const sieve = createSieve(kernel, [all, all], 4)
    for (const value of [5, 7]) {
      sieve.clear()
      kernel.inputs.forEach((column) => column.fill(value))
      kernel.run(4)
      sieve.sift(4)
      expect(sieve.sifted(1)).toMatchObject({ draws: 4, sum: 4 * value * value, atMost: 0 })
      expect([...sieve.sifted(1).inside]).toEqual([1, 1, 1, 1].map(() => value * value))
    }
  })
})
