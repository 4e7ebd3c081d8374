import { createGraph, type NodeId } from '../../src/engine/calculators/samples/graph.ts'
import { compileTape, type Tape } from '../../src/engine/calculators/samples/tape.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import type { FloatDistribution } from '../../src/uncertainty/float-distribution.ts'

export interface Grid {
  readonly tape: Tape
  readonly cells: number
  readonly ranges: readonly (readonly [number, number])[]
}

/** What a grid is asked for: its 468 outputs, or 26 that read all its cells, two a year. */
export type Asked = 'every' | 'yearly'

/**
 * A model of the size the speed budget was set on: 1,872 cells (requirement, spend and gap of 12 benchmarks, 4 categories and
 * 13 years) over 31 drivers, with a bridge, growth, deflators, a split, underspend and leases, as the real one has them. Its
 * outputs are each benchmark's gap of the total, the shortfall of its parts, and the running sum of its gaps, a year each; or,
 * asked for yearly ones, the gaps and the shortfalls of a year summed over the benchmarks.
 */
export function gridTape(asked: Asked = 'every'): Grid {
  const graph = createGraph()
  const ranges: [number, number][] = []
  const drawn = (low: number, high: number): NodeId => graph.draw(ranges.push([low, high]) - 1)
  const number = (value: number): NodeId => graph.constant(new Decimal(value))

  const shares = Array.from({ length: 12 }, (_, benchmark) =>
    drawn(0.003 + benchmark / 4000, 0.005 + benchmark / 4000),
  )
  const bridge = drawn(0.9, 1.3)
  const gdpGrowth = drawn(0.025, 0.045)
  const inflation = drawn(0.016, 0.031)
  const underspend = drawn(0, 0.12)
  const leases = drawn(0, 1400)
  const parts = [drawn(0.6, 0.7), drawn(0.1, 0.2), drawn(0.1, 0.2)]
  const realGrowth = drawn(-0.01, 0.03)
  const uplifts = Array.from({ length: 10 }, () => drawn(0, 2000))

  const outputs: NodeId[] = []
  const deflators: NodeId[] = []
  let gdp = number(3000000)
  let deflator = number(100)
  let baseline = number(13600)
  const cumulative = shares.map(() => number(0))
  for (let year = 0; year < 13; year += 1) {
    gdp = graph.multiply(gdp, graph.add(number(1), gdpGrowth))
    deflator = graph.multiply(deflator, graph.add(number(1), inflation))
    deflators.push(deflator)
    baseline = graph.multiply(
      baseline,
      graph.multiply(graph.add(number(1), inflation), graph.add(number(1), realGrowth)),
    )
    const toBase = graph.divide(number(100), deflator)
    const yearly: { gap: NodeId; shortfall: NodeId }[] = []
    shares.forEach((share, benchmark) => {
      const whole = graph.multiply(graph.multiply(share, gdp), graph.multiply(bridge, number(0.8444)))
      const cells = [...parts, number(1)].map((part, category) => {
        const requirement = graph.multiply(
          graph.add(graph.multiply(whole, part), graph.multiply(leases, part)),
          toBase,
        )
        const uplift = uplifts[(benchmark + category) % uplifts.length] ?? number(0)
        const funded = graph.add(graph.multiply(baseline, part), graph.multiply(uplift, part))
        const spend = graph.multiply(graph.multiply(funded, graph.subtract(number(1), underspend)), toBase)
        return graph.subtract(requirement, spend)
      })
      const shortfall = cells
        .slice(0, 3)
        .map((gap) => graph.higher(gap, number(0)))
        .reduce(graph.add)
      cumulative[benchmark] = graph.add(cumulative[benchmark] as NodeId, cells[3] as NodeId)
      if (asked === 'every') outputs.push(cells[3] as NodeId, shortfall, cumulative[benchmark])
      else yearly.push({ gap: cells[3] as NodeId, shortfall })
    })
    if (asked === 'yearly')
      outputs.push(
        yearly.map(({ gap }) => gap).reduce(graph.add),
        yearly.map(({ shortfall }) => shortfall).reduce(graph.add),
      )
  }
  return { tape: compileTape(graph.nodes, outputs, ranges.length), cells: 13 * 12 * 4 * 3, ranges }
}

/** Normal, triangular and uniform in turn, each about its range: nine in ten of a normal one's draws lie within. */
export function gridDistributions({ ranges }: Grid): FloatDistribution[] {
  return ranges.map(([low, high], driver): FloatDistribution => {
    const middle = (low + high) / 2
    if (driver % 3 === 0) return { kind: 'normal', mean: middle, sd: (high - low) / 3.29 }
    return driver % 3 === 1 ? { kind: 'triangular', low, mode: middle, high } : { kind: 'uniform', low, high }
  })
}
