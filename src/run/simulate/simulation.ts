import {
  compileProgram,
  startKernel,
  type Kernel,
  type Route,
} from '../../engine/calculators/samples/kernel.ts'
import type { DrawSpec } from '../../uncertainty/draws.ts'
import type { Driver } from '../drivers.ts'
import type { ModelRun } from '../run.ts'
import { sample, type SampledOutput, type SampledRun, type SampleRequest } from '../sampled.ts'
import type { Job } from './station.ts'
import { workJob, type Take } from './threads.ts'
import { workerSource } from './worker-source.ts'

/** How draws are made: the same options give the same bytes, whatever the number of workers. */
export interface DrawOptions {
  readonly method: DrawSpec['method']
  readonly seed: number
  /** Independent repetitions, each of `draws` draws. */
  readonly replicates: number
  readonly draws: number
  /** Threads that may be used, the main one counted; fewer are where more would not pay. */
  readonly workers: number
}

/** Numbers of one run, drawn as often as wanted. */
export interface Simulation {
  readonly drivers: readonly Driver[]
  /** One a request, in its order. A folded one has an empty column everywhere below: its value is its `exact`. */
  readonly outputs: readonly SampledOutput[]
  readonly sampled: SampledRun
  /** columns[o] holds draw i of a replicate at replicate · draws + i. In memory as a whole: up to a million or so. */
  draw(options: DrawOptions): Promise<readonly Float64Array[]>
  /** The same in blocks, in order, memory flat. A block's columns are filled again once `take` is done. */
  blocks(options: DrawOptions, take: Take): Promise<void>
  /** The outputs of draws made by the caller: one column a driver, in their order, `count` draws each. */
  evaluate(columns: readonly Float64Array[], count: number): readonly Float64Array[]
}

export interface SimulationOptions {
  /** The faster one there is unless said. */
  readonly route?: Route
  /** The script of a thread, where it is not the one the build made. */
  readonly workerSource?: string
}

/** Below this many draws a thread has hardly started when all is done. */
const drawsThatPay = 50_000
/** About what a thread costs to start, and what an operation and a draw cost, in nanoseconds. */
const startCost = 80e6
const operationCost = 1.5
const drawCost = 25
/** Bytes of a unit's results. */
const unitBytes = 2 ** 20
const greatestUnit = 2 ** 14

/** Prepares numbers of a run to be drawn. */
export function createSimulation(
  run: ModelRun,
  requests: readonly SampleRequest[],
  options: SimulationOptions = {},
): Simulation {
  const sampled = sample(run, requests)
  const { drivers, outputs, tape } = sampled
  const program = compileProgram(tape, options.route)
  const { block } = program.plan
  const count = tape.outputs.length
  let kernel: Kernel | undefined

  function jobOf({ method, seed, replicates, draws }: DrawOptions): Job {
    const fitting = Math.floor(unitBytes / (8 * Math.max(1, count)) / block) * block
    const unit = Math.max(block, Math.min(greatestUnit, fitting))
    return { program, spec: { ...sampled.draws, method, seed }, replicates, draws, unit }
  }

  function threadsFor({ replicates, draws, workers }: DrawOptions): number {
    const all = replicates * draws
    const cost = all * (tape.ops.length * operationCost + drivers.length * drawCost)
    return all < drawsThatPay || cost < startCost ? 0 : workers - 1
  }

  /** Columns of the sampled outputs, among empty ones for the folded. */
  function amongAll(columns: readonly Float64Array[]): Float64Array[] {
    let next = 0
    return outputs.map((output) =>
      output.kind === 'sampled' ? (columns[next++] ?? new Float64Array(0)) : new Float64Array(0),
    )
  }

  async function blocks(how: DrawOptions, take: Take): Promise<void> {
    const source = options.workerSource ?? workerSource
    await workJob(jobOf(how), count, threadsFor(how), source, ({ columns, ...block }) =>
      take({ ...block, columns: amongAll(columns) }),
    )
  }

  return {
    drivers,
    outputs,
    sampled,
    blocks,
    draw: async (how) => {
      const columns = outputs.map(
        ({ kind }) => new Float64Array(kind === 'sampled' ? how.replicates * how.draws : 0),
      )
      await blocks(how, (block) => {
        columns.forEach((column, index) => {
          const part = block.columns[index]
          if (part !== undefined && column.length > 0) column.set(part.subarray(0, block.count), block.first)
        })
      })
      return columns
    },
    evaluate: (columns, wanted) => {
      kernel ??= startKernel(program)
      const own = kernel
      const results = Array.from({ length: count }, () => new Float64Array(wanted))
      for (let done = 0; done < wanted; done += own.block) {
        const now = Math.min(own.block, wanted - done)
        own.inputs.forEach((column, index) => {
          const given = columns[index]
          if (given === undefined) throw new Error(`driver ${index} has no column`)
          column.set(given.subarray(done, done + now))
        })
        own.run(now)
        results.forEach((column, index) => column.set(own.outputs[index]?.subarray(0, now) ?? [], done))
      }
      return amongAll(results)
    },
  }
}

/** Draws that gave no number, by a division by zero or beyond what a float holds: never part of a mean or quantile. */
export function drawsWithoutNumber(column: Float64Array, count = column.length): number {
  let without = 0
  for (let index = 0; index < count; index += 1) if (!Number.isFinite(column[index])) without += 1
  return without
}
