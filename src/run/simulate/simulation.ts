import type { Driver } from '../drivers.ts'
import type { ModelRun } from '../run.ts'
import { sample, type SampledOutput, type SampledRun, type SampleRequest } from '../sampled.ts'
import { createDrawing, type Drawing, type DrawingOptions } from './drawing.ts'

/** Numbers of one run, drawn as often as wanted. Where no draw moves a number, its column is empty and its value `exact`. */
export interface Simulation extends Omit<Drawing, 'sift'> {
  readonly drivers: readonly Driver[]
  /** One a request, in its order. */
  readonly outputs: readonly SampledOutput[]
  readonly sampled: SampledRun
  /** The numbers that draws move alone: which requests they are, and their drawing. */
  readonly moved: { readonly places: readonly number[]; readonly drawing: Drawing }
}

/** Prepares numbers of a run to be drawn. */
export function createSimulation(
  run: ModelRun,
  requests: readonly SampleRequest[],
  options: DrawingOptions = {},
): Simulation {
  const sampled = sample(run, requests)
  const { drivers, outputs, tape } = sampled
  const drawing = createDrawing(tape, sampled.draws, options)
  const places = outputs.flatMap(({ kind }, index) => (kind === 'sampled' ? [index] : []))

  /** Columns of the sampled outputs, among empty ones for the folded. */
  function amongAll(columns: readonly Float64Array[]): Float64Array[] {
    const all: Float64Array[] = Array.from(outputs, () => new Float64Array(0))
    places.forEach((place, index) => (all[place] = columns[index] ?? new Float64Array(0)))
    return all
  }

  return {
    drivers,
    outputs,
    sampled,
    moved: { places, drawing },
    draw: async (how) => amongAll(await drawing.draw(how)),
    blocks: (how, take) =>
      drawing.blocks(how, ({ columns, ...block }) => take({ ...block, columns: amongAll(columns) })),
    evaluate: (columns, wanted) => amongAll(drawing.evaluate(columns, wanted)),
  }
}
