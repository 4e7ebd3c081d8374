import type { Exact } from '../engine/calculators/exact.ts'
import { createGraph, type NodeId } from '../engine/calculators/samples/graph.ts'
import { createSamples, isSymbolic, sampledOf, sampledValue } from '../engine/calculators/samples/samples.ts'
import { compileTape, type Tape } from '../engine/calculators/samples/tape.ts'
import { createEvaluator } from '../engine/evaluate.ts'
import type { AnyFigure, Figure, Series } from '../engine/figure.ts'
import { inputFigures } from '../engine/inputs.ts'
import type { Model } from '../figures/model.ts'
import type { Cell } from '../terms/cell.ts'
import type { Status } from '../terms/status.ts'
import type { Unit } from '../terms/unit.ts'
import type { DrawSpec } from '../uncertainty/draws.ts'
import { driversOf, isAssumption, type Driver } from './drivers.ts'
import type { ModelRun } from './run.ts'

/** One number wanted of a sampled run. */
export interface SampleRequest {
  readonly figure: AnyFigure<Model>
  readonly cell: Cell
}

/**
 * What a number wanted comes to. `folded`: it depends on no draw, and is the exact value. `sampled`: it does; `exact` is
 * what the scenario's own values give, the rest travels with every draw of it.
 */
export type SampledOutput = SampleRequest &
  (
    | { readonly kind: 'folded'; readonly exact: Exact }
    | {
        readonly kind: 'sampled'
        readonly exact: Exact
        readonly status: Status
        readonly flags: readonly string[]
        /** Price base of a real amount, by starting year. */
        readonly base: number | undefined
      }
  )

/** A run with its ranges drawn: what is drawn, and the program from draws to the numbers wanted. */
export interface SampledRun {
  readonly drivers: readonly Driver[]
  /** One a request, in its order. */
  readonly outputs: readonly SampledOutput[]
  /** Reads one column a driver; its outputs are the sampled ones, in order. */
  readonly tape: Tape
  /** What draws of the drivers depend on, but for method and seed. */
  readonly draws: Pick<DrawSpec, 'variables' | 'correlations'>
}

/**
 * Runs the formulas of the numbers wanted once over symbols. Every assumption with a range is drawn, whether the scenario
 * gives it a value or leaves it at its default; the structure of the model (years, nations, choices) is that of the exact
 * run, so that it never depends on a draw.
 */
export function sample(run: ModelRun, requests: readonly SampleRequest[]): SampledRun {
  const graph = createGraph()
  const drivers = driversOf(run)
  const drawn = mayBeDrawn(requests.map(({ figure }) => figure))
  const evaluator = createEvaluator(
    createSamples(graph),
    {
      leaf: <U extends Unit>(figure: Series<U, Model>, cell: Cell) =>
        sampledValue<U>(run.exact(figure, cell)),
      absent: <U extends Unit>(reason: string) => sampledValue<U>({ missing: reason }),
      instead: <U extends Unit>(figure: Figure<U, Model>, cell: Cell) => {
        // What no draw can reach is the exact run's, which may have worked it already.
        if (!drawn.has(figure)) return sampledValue<U>(run.exact(figure, cell))
        const value = drivers.draw(graph, figure, cell)
        return value && sampledValue<U>(value)
      },
    },
    { ...run.model, settings: drivers.settings },
  )
  const nodes: NodeId[] = []
  const outputs = requests.map(({ figure, cell }): SampledOutput => {
    const value = sampledOf(evaluator.value(figure, cell))
    if (!isSymbolic(value)) return { figure, cell, kind: 'folded', exact: value }
    nodes.push(value.node)
    const { status, flags, base } = value
    return {
      figure,
      cell,
      kind: 'sampled',
      // Worked only when it is read: a histogram does not need it.
      get exact() {
        return run.exact(figure, cell)
      },
      status,
      flags,
      base,
    }
  })
  const tape = compileTape(graph.nodes, nodes, drivers.count)
  return { drivers: drivers.told(tape), outputs, tape, draws: drivers.spec }
}

/** The figures that could depend on a draw, by what the declarations read: those above an assumption. */
function mayBeDrawn(wanted: readonly AnyFigure<Model>[]): ReadonlySet<AnyFigure<Model>> {
  const readers = new Map<AnyFigure<Model>, AnyFigure<Model>[]>()
  const assumptions: AnyFigure<Model>[] = []
  const waiting = [...wanted]
  for (const figure of wanted) readers.set(figure, [])
  for (let figure = waiting.pop(); figure !== undefined; figure = waiting.pop()) {
    if (isAssumption(figure)) assumptions.push(figure)
    for (const input of inputFigures(figure)) {
      const known = readers.get(input)
      if (known === undefined) waiting.push(input)
      readers.set(input, [...(known ?? []), figure])
    }
  }
  const drawn = new Set(assumptions)
  for (const figure of drawn) for (const reader of readers.get(figure) ?? []) drawn.add(reader)
  return drawn
}
