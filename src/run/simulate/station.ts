import { startKernel, type Program } from '../../engine/calculators/samples/kernel.ts'
import { createSieve, sieveRoom, type Sieve } from '../../engine/calculators/samples/sieve/sieve.ts'
import { readsInput } from '../../engine/calculators/samples/tape.ts'
import { createDraws, type DrawSpec } from '../../uncertainty/draws.ts'
import { parcelled, sievingsIn } from './parcel.ts'

/** Draws to be worked, in plain data that another thread can be given. */
export interface Job {
  readonly program: Program
  readonly spec: DrawSpec
  readonly replicates: number
  /** Draws in each replicate. */
  readonly draws: number
  /** Draws in a unit of work; the last of a replicate may be shorter. */
  readonly unit: number
  /** How results are sifted, written before anybody works; where it is not, they are kept as they are. */
  readonly sievings: Float64Array<SharedArrayBuffer> | undefined
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

/** One thread's own kernel and draws. */
export interface Station {
  /** Works draws into the columns given, one an output, as they are. */
  readonly draw: (unit: Omit<Unit, 'at'>, into: readonly Float64Array[]) => void
  /** Works a unit of the job: results as they are, or what a sieve keeps of them, a parcel an output. */
  readonly work: (index: number, into: readonly Float64Array[]) => void
}

/** Draws into the kernel's own columns, block by block, and what is wanted of the results into those given. */
export function openStation(job: Job): Station {
  const { program, unit, sievings } = job
  const { tape } = program.plan
  const kernel = startKernel(program, sievings === undefined ? 0 : sieveRoom(tape.outputs.length, unit))
  const draws = createDraws(job.spec)
  // What no number wanted reads is not drawn.
  const wanted = kernel.inputs.map((column, input) => (readsInput(tape, input) ? column : undefined))

  function inBlocks(
    { replicate, first, count }: Omit<Unit, 'at'>,
    take: (now: number, done: number) => void,
  ): void {
    for (let done = 0; done < count; done += kernel.block) {
      const now = Math.min(kernel.block, count - done)
      draws.fill(replicate, first + done, now, wanted)
      kernel.run(now)
      take(now, done)
    }
  }

  const draw: Station['draw'] = (unit, into) => {
    inBlocks(unit, (now, done) =>
      kernel.outputs.forEach((column, output) => into[output]?.set(column.subarray(0, now), done)),
    )
  }
  let sieve: Sieve | undefined
  return {
    draw,
    work: (index, into) => {
      if (sievings === undefined) {
        draw(unitOf(job, index), into)
        return
      }
      sieve ??= createSieve(kernel, sievingsIn(sievings), unit)
      const own = sieve
      own.clear()
      inBlocks(unitOf(job, index), (now) => own.sift(now))
      into.forEach((parcel, output) => parcelled(own.sifted(output), parcel))
    },
  }
}
