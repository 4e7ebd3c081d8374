import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGraph } from '../../../src/engine/calculators/samples/graph.ts'
import { ascending } from '../../../src/engine/calculators/samples/order.ts'
import { compileTape, readsInput, workTape } from '../../../src/engine/calculators/samples/tape.ts'
import { Decimal } from '../../../src/terms/decimal.ts'

describe('a graph', () => {
  it('holds an operation once, whichever way round it is written', () => {
    const graph = createGraph()
    const [x, y] = [graph.draw(0), graph.draw(1)]
    expect(graph.add(y, x)).toBe(graph.add(x, y))
    expect(graph.multiply(y, x)).toBe(graph.multiply(x, y))
    expect(graph.subtract(y, x)).not.toBe(graph.subtract(x, y))
    expect(graph.draw(0)).toBe(x)
    expect(graph.constant(new Decimal('0.50'))).toBe(graph.constant(new Decimal('0.5')))
  })

  it('lets constants meet in decimals: x × 0.1 × 3 is x × 0.3, rounded once', () => {
    const graph = createGraph()
    const number = (text: string) => graph.constant(new Decimal(text))
    const x = graph.draw(0)
    const product = graph.multiply(graph.multiply(x, number('0.1')), number('3'))
    expect(workTape(compileTape(graph.nodes, [product], 1), [1])).toEqual(Float64Array.of(0.3))
    const sum = graph.add(graph.subtract(x, number('0.3')), number('0.3'))
    expect(sum).toBe(x)
    expect(graph.multiply(x, number('1'))).toBe(x)
    expect(graph.divide(number('1'), number('8'))).toBe(number('0.125'))
  })

  it('divides by the same number once', () => {
    const graph = createGraph()
    const [x, y, z] = [graph.draw(0), graph.draw(1), graph.draw(2)]
    const tape = compileTape(graph.nodes, [graph.divide(x, z), graph.divide(y, z)], 3)
    expect(Array.from(tape.ops).filter((code) => code === 3)).toHaveLength(1)
    expect(workTape(tape, [3, 5, 4])).toEqual(Float64Array.of(0.75, 1.25))
  })

  it.each([
    [0, 1],
    [1, 1.5],
    [2, 2.25],
    [7, 17.0859375],
    [-2, 1 / 2.25],
  ])('raises 1.5 to the power of %i', (exponent, expected) => {
    const graph = createGraph()
    const tape = compileTape(graph.nodes, [graph.power(graph.draw(0), exponent)], 1)
    expect(workTape(tape, [1.5])[0]).toBeCloseTo(expected, 14)
  })

  it('leaves out of a tape what its outputs do not need', () => {
    const graph = createGraph()
    const [x, y] = [graph.draw(0), graph.draw(1)]
    graph.multiply(y, y)
    const tape = compileTape(graph.nodes, [graph.add(x, x)], 2)
    expect(tape.ops).toHaveLength(1)
    expect([readsInput(tape, 0), readsInput(tape, 1)]).toEqual([true, false])
  })
})

describe('a sorting network', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 13, 16])('sorts every %i numbers', (count) => {
    const graph = createGraph()
    const sorted = ascending(
      graph,
      Array.from({ length: count }, (_, input) => graph.draw(input)),
    )
    const tape = compileTape(graph.nodes, sorted, count)
    const check = (values: readonly number[]) => {
      expect(Array.from(workTape(tape, values))).toEqual([...values].sort((a, b) => a - b))
    }
    // A network that sorts every row of zeros and ones sorts everything (Knuth 5.3.4, the zero-one principle).
    if (count <= 8)
      for (let bits = 0; bits < 2 ** count; bits += 1)
        check(Array.from({ length: count }, (_, place) => (bits >> place) & 1))
    else
      fc.assert(fc.property(fc.array(fc.integer(), { minLength: count, maxLength: count }), check), {
        seed: 20261122,
      })
  })
})
