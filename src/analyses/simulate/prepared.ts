import type { ModelRun } from '../../run/run.ts'
import type { DrawingOptions, DrawOptions } from '../../run/simulate/drawing.ts'
import { createSimulation, type Simulation } from '../../run/simulate/simulation.ts'
import type { AskedCell, Charted, SampledCell } from './answer.ts'

/** A prepared simulation: what was asked of it, ready to be drawn. */
export interface Prepared {
  readonly run: ModelRun
  readonly asked: readonly AskedCell[]
  readonly simulation: Simulation
  /** Threads that wait for work. */
  readonly waiting: DrawingOptions['waiting']
}

/** How a simulation is going: draws made of those wanted. */
export type Progress = (done: number, wanted: number) => void

/** What draws of everything asked for come to. */
export interface Gathered {
  readonly cells: readonly SampledCell[]
  readonly charted: readonly Charted[]
  /** Draws in which some number could not be worked. */
  readonly failed: number
}

/** What is to be gathered. */
export interface Gathering {
  readonly how: DrawOptions
  /** Places, among the numbers asked for, of those to be charted. */
  readonly charted: ReadonlySet<number>
  readonly progress: Progress
}

/** Draws of one number that are held at once; beyond, they are read twice and never held. */
export const mostHeld = 2 ** 20

/** Runs the formulas of the numbers asked for over symbols. */
export function prepare(
  run: ModelRun,
  asked: readonly AskedCell[],
  waiting?: DrawingOptions['waiting'],
): Prepared {
  return { run, asked, simulation: simulationOf({ run, waiting }, asked), waiting }
}

/** The numbers asked for in groups of at most `size`, each with a simulation of its own. */
export function* groupsOf(
  prepared: Prepared,
  size: number,
): Generator<{
  readonly simulation: Simulation
  readonly asked: readonly AskedCell[]
  readonly from: number
}> {
  for (let from = 0; from < prepared.asked.length; from += size) {
    const asked = prepared.asked.slice(from, from + size)
    const simulation =
      asked.length === prepared.asked.length ? prepared.simulation : simulationOf(prepared, asked)
    yield { simulation, asked, from }
  }
}

/** A simulation of some of the numbers alone. */
export function simulationOf(
  { run, waiting }: Pick<Prepared, 'run' | 'waiting'>,
  asked: readonly AskedCell[],
): Simulation {
  const requests = asked.map(({ printable, cell }) => ({ figure: printable.figure, cell }))
  return createSimulation(run, requests, { waiting })
}
