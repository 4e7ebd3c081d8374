import fc from 'fast-check'
import { createGraph, type Graph, type NodeId } from '../../../src/engine/calculators/samples/graph.ts'
import { compileTape, type Tape } from '../../../src/engine/calculators/samples/tape.ts'
import { Decimal } from '../../../src/terms/decimal.ts'

/** Programs nobody would write: any operations on any of what was worked before, division by zero included. */

type Work = (graph: Graph, a: NodeId, b: NodeId) => NodeId

const works: readonly Work[] = [
  (graph, a, b) => graph.add(a, b),
  (graph, a, b) => graph.subtract(a, b),
  (graph, a, b) => graph.multiply(a, b),
  (graph, a, b) => (isZero(graph, b) ? graph.add(a, b) : graph.divide(a, b)),
  (graph, a, b) => graph.lower(a, b),
  (graph, a, b) => graph.higher(a, b),
]

function isZero(graph: Graph, id: NodeId): boolean {
  const node = graph.nodes[id]
  return node?.kind === 'constant' && node.value.isZero()
}

const constants = ['0', '1', '-1', '0.5', '0.24', '3000000', '-7.3', '1e-9']

/** A tape of three inputs, any constants, so many operations and some outputs. */
export function anyTape(operations: number): fc.Arbitrary<Tape> {
  const pick = fc.nat({ max: 1_000_000 })
  return fc
    .tuple(
      fc.array(fc.tuple(fc.nat({ max: works.length - 1 }), pick, pick), {
        minLength: 1,
        maxLength: operations,
      }),
      fc.array(pick, { minLength: 1, maxLength: 8 }),
    )
    .map(([steps, wanted]) => {
      const graph = createGraph()
      const known = [0, 1, 2].map((input) => graph.draw(input))
      known.push(...constants.map((value) => graph.constant(new Decimal(value))))
      for (const [work, a, b] of steps)
        known.push(works[work]!(graph, known[a % known.length]!, known[b % known.length]!))
      return compileTape(
        graph.nodes,
        wanted.map((each) => known[known.length - 1 - (each % known.length)]!),
        3,
      )
    })
}

/** Draws that meet zeros, ones, signs and sizes. */
export const anyDraw: fc.Arbitrary<[number, number, number]> = fc.tuple(
  ...([0, 1, 2].map(() =>
    fc.oneof(fc.constantFrom(0, -0, 1, -1, 1e300, 1e-300), fc.double({ noNaN: true, min: -1e6, max: 1e6 })),
  ) as [fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<number>]),
)
