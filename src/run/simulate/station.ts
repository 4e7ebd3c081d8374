import { startKernel, type Program } from '../../engine/calculators/samples/kernel.ts'
import { readsInput } from '../../engine/calculators/samples/tape.ts'
import { createDraws, type DrawSpec } from '../../uncertainty/draws.ts'

/** Draws to be worked, in plain data that another thread can be given. */
export interface Job {
  readonly program: Program
  readonly spec: DrawSpec
  readonly replicates: number
  /** Draws in each replicate. */
  readonly draws: number
  /** Draws in a unit of work; the last of a replicate may be shorter. */
  readonly unit: number
}

/** A unit of work: draws `first` … `first + count − 1` of one replicate, and where they stand in all the draws. */
export interface Unit {
  readonly replicate: number
  readonly first: number
  readonly count: number
  readonly at: number
}

export function unitsIn({ replicates, draws, unit }: Job): number {
  return replicates * Math.ceil(draws / unit)
}

export function unitOf({ draws, unit }: Job, index: number): Unit {
  const each = Math.ceil(draws / unit)
  const replicate = Math.floor(index / each)
  const first = (index % each) * unit
  return { replicate, first, count: Math.min(unit, draws - first), at: replicate * draws + first }
}

/** Works units on one thread: draws into the kernel's own columns, block by block, and the results into those given. */
export function openStation(job: Job): (index: number, into: readonly Float64Array[]) => void {
  const kernel = startKernel(job.program)
  const draws = createDraws(job.spec)
  const { tape } = job.program.plan
  // What no number wanted reads is not drawn.
  const wanted = kernel.inputs.map((column, input) => (readsInput(tape, input) ? column : undefined))
  return (index, into) => {
    const { replicate, first, count } = unitOf(job, index)
    for (let done = 0; done < count; done += kernel.block) {
      const now = Math.min(kernel.block, count - done)
      draws.fill(replicate, first + done, now, wanted)
      kernel.run(now)
      kernel.outputs.forEach((column, output) => into[output]?.set(column.subarray(0, now), done))
    }
  }
}
