import {
  compileProgram,
  startKernel,
  type Kernel,
  type Route,
} from '../../engine/calculators/samples/kernel.ts'
import type { Sifted } from '../../engine/calculators/samples/sieve/record.ts'
import type { Sieving } from '../../engine/calculators/samples/sieve/sieve.ts'
import type { Tape } from '../../engine/calculators/samples/tape.ts'
import type { DrawSpec } from '../../uncertainty/draws.ts'
import { roomForSievings, unparcelled, writeSievings } from './parcel.ts'
import type { Job } from './station.ts'
import { workJob, type Crew, type Helpers, type Take } from './threads.ts'
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

/** The first draws of the first replicate, by which it is decided what is kept of all draws of an output. */
export interface Pilot {
  readonly draws: number
  readonly decide: (output: number, column: Float64Array) => Sieving
}

/** What was kept of a unit's draws, one entry an output. */
export interface SiftedUnit {
  readonly replicate: number
  readonly draws: number
  readonly sifted: readonly Sifted[]
}

/** A tape, drawn as often as wanted. */
export interface Drawing {
  /** columns[o] holds draw i of a replicate at replicate · draws + i. In memory as a whole: up to a million or so. */
  draw(how: DrawOptions): Promise<readonly Float64Array[]>
  /** The same in blocks, in order, memory flat. A block's columns are filled again once `take` is done. */
  blocks(how: DrawOptions, take: Take): Promise<void>
  /** What statistics need of the draws, and not the draws, unit by unit in the order of the draws. */
  sift(how: DrawOptions, pilot: Pilot, take: (unit: SiftedUnit) => void): Promise<void>
  /** The outputs of draws made by the caller: one column an input, in their order, `count` draws each. */
  evaluate(columns: readonly Float64Array[], count: number): readonly Float64Array[]
}

export interface DrawingOptions {
  /** The faster one there is unless said. */
  readonly route?: Route
  /** The script of a thread, where it is not the one the build made. */
  readonly workerSource?: string
  /** Threads that wait for work (`startEarly`). */
  readonly waiting?: Helpers['waiting'] | undefined
}

/** Below this many draws a thread has hardly started when all is done. */
export const drawsThatPay = 50_000
/** About what a thread costs to start, and what an operation, a draw and a result cost, in nanoseconds. */
const startCost = 60e6
const operationCost = 0.15
const drawCost = 12
const resultCost = 5
/** Bytes of a unit's results. */
const unitBytes = 2 ** 20
const greatestUnit = 2 ** 14
/** Draws of a unit that is sifted: what is kept of them is a small part. */
const siftedUnit = 2 ** 13

/** Compiles a tape and makes ready to draw it. */
export function createDrawing(
  tape: Tape,
  spec: Pick<DrawSpec, 'variables' | 'correlations'>,
  options: DrawingOptions = {},
): Drawing {
  const program = compileProgram(tape, options.route)
  const source = options.workerSource ?? workerSource
  const waiting = options.waiting ?? []
  const { block } = program.plan
  const count = tape.outputs.length
  let kernel: Kernel | undefined

  function jobOf({ method, seed, replicates, draws }: DrawOptions): Job {
    const fitting = Math.floor(unitBytes / (8 * Math.max(1, count)) / block) * block
    const unit = Math.max(block, Math.min(greatestUnit, fitting))
    return { program, spec: { ...spec, method, seed }, replicates, draws, unit, sievings: undefined }
  }

  function helpersFor({ replicates, draws, workers }: DrawOptions): Helpers {
    const all = replicates * draws
    const each = tape.ops.length * operationCost + tape.inputs * drawCost + count * resultCost
    const pay = all >= drawsThatPay && (waiting.length > 0 || all * each >= startCost)
    return { threads: pay ? workers - 1 : 0, source, waiting }
  }

  async function blocks(how: DrawOptions, take: Take): Promise<void> {
    await workJob(jobOf(how), count, helpersFor(how), take)
  }

  return {
    blocks,
    draw: async (how) => {
      const columns = Array.from({ length: count }, () => new Float64Array(how.replicates * how.draws))
      await blocks(how, (done) => {
        columns.forEach((column, output) => {
          const part = done.columns[output]
          if (part !== undefined) column.set(part.subarray(0, done.count), done.first)
        })
      })
      return columns
    },
    sift: async (how, pilot, take) => {
      const room = roomForSievings(count)
      const job = { ...jobOf(how), unit: siftedUnit, sievings: room }
      let sievings: readonly Sieving[] = []
      const before: Crew['before'] = (station) => {
        const columns = Array.from({ length: count }, () => new Float64Array(pilot.draws))
        station.draw({ replicate: 0, first: 0, count: pilot.draws }, columns)
        sievings = columns.map((column, output) => pilot.decide(output, column))
        writeSievings(sievings, room)
      }
      await workJob(job, count, { ...helpersFor(how), before }, (done) => {
        const sifted = done.columns.map((parcel, output) =>
          unparcelled(parcel, sievings[output]?.windows.length ?? 0),
        )
        take({ replicate: Math.floor(done.first / how.draws), draws: done.count, sifted })
      })
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
      return results
    },
  }
}
