import { describe, expect, it } from 'vitest'
import { intervalOfColumn } from '../../../src/analyses/simulate/interval.ts'
import { canBeSifted, siftedIntervals } from '../../../src/analyses/simulate/sifted-intervals.ts'
import { createGraph } from '../../../src/engine/calculators/samples/graph.ts'
import { mostWindows as mostInRecord } from '../../../src/engine/calculators/samples/sieve/record.ts'
import { compileTape } from '../../../src/engine/calculators/samples/tape.ts'
import { createDrawing, type DrawOptions } from '../../../src/run/simulate/drawing.ts'
import { Decimal } from '../../../src/terms/decimal.ts'
import { mostWindows } from '../../../src/uncertainty/statistics/windows.ts'

/** A model of two draws whose outputs have all the shapes that ours have: a sum, a product, a shortfall, a quotient. */
const graph = createGraph()
const [x, y] = [graph.draw(0), graph.draw(1)]
const zero = graph.constant(new Decimal(0))
const difference = graph.subtract(x, y)
const quotient = graph.divide(x, graph.higher(graph.subtract(y, graph.constant(new Decimal(5))), zero))
const outputs = [difference, graph.multiply(x, y), graph.higher(difference, zero), quotient]
const drawing = createDrawing(compileTape(graph.nodes, outputs, 2), {
  variables: [
    { name: 'x', distribution: { kind: 'normal', mean: 10, sd: 2 } },
    { name: 'y', distribution: { kind: 'triangular', low: 4, mode: 9, high: 17 } },
  ],
  correlations: [],
})
const asIs = { factorOf: () => 1, wanted: () => false }
const estimates = ['p5', 'p10', 'p50', 'p90', 'p95', 'atMostZero'] as const

it('windows laid out are as many as a sieve has room for', () => {
  expect(mostWindows).toBe(mostInRecord)
})

describe.each([
  ['sobol', 8192],
  ['sobol', 16384],
  ['plain', 6251],
] as const)('intervals of what was kept: %s, %i draws in a replicate', (method, draws) => {
  const how: DrawOptions = { method, seed: 20261122, replicates: 9, draws, workers: 1 }

  it('are those of all draws: quantiles to the bit, means to rounding', async () => {
    const columns = await drawing.draw(how)
    const found = await siftedIntervals(drawing, how, asIs, () => undefined)
    for (const output of [0, 1, 2]) {
      const [kept, held] = [found[output]!.interval!, intervalOfColumn(columns[output]!, how.replicates)!]
      for (const name of estimates) expect(kept[name], `${name} of ${output}`).toEqual(held[name])
      expect(kept.mean.value).toBeCloseTo(held.mean.value, 10)
      expect(kept.mean.se).toBeCloseTo(held.mean.se, 10)
    }
  })

  it('are none where a draw gives no number, for then it takes all draws to tell', async () => {
    const [, , , found] = await siftedIntervals(drawing, how, asIs, () => undefined)
    expect(found).toEqual({ interval: undefined, column: undefined })
  })

  it('give all draws of a number where they are wanted', async () => {
    const columns = await drawing.draw(how)
    const wanted = (output: number) => output === 1
    const found = await siftedIntervals(drawing, how, { ...asIs, wanted }, () => undefined)
    expect(found[1]).toEqual({ interval: undefined, column: columns[1] })
    expect(found[0]!.interval).toBeDefined()
  })
})

it('are not tried of replicates of few draws, most of which would have to be kept', () => {
  expect([1024, 4095, 4096].map((draws) => canBeSifted({ draws }))).toEqual([false, false, true])
})
