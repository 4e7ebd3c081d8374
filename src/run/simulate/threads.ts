import { Worker } from 'node:worker_threads'
import {
  claim,
  close,
  createLedger,
  finish,
  isDone,
  open,
  release,
  slotOf,
  untilDone,
  type Ledger,
} from './ledger.ts'
import { parcelLength } from './parcel.ts'
import { openStation, unitOf, unitsIn, type Job, type Station } from './station.ts'

/** What a thread is given. */
export interface Errand {
  readonly job: Job
  readonly ledger: Ledger
}

/**
 * A unit's results, in order: a column an output, of `count` draws and more, or a parcel where they were sifted. They are
 * written over when `take` is done.
 */
export interface Block {
  /** Where its first draw stands: replicate · draws + i. */
  readonly first: number
  readonly count: number
  readonly columns: readonly Float64Array[]
}

export type Take = (block: Block) => void | Promise<void>

/** Threads beside the main one, and what they run. */
export interface Helpers {
  /** How many may be started for a job. */
  readonly threads: number
  /** The script of a thread; without one the main thread works alone. */
  readonly source: string | undefined
  /** Threads that were started before there was a job, and wait for one. */
  readonly waiting: Worker[]
}

/** Starts threads before there is a job: a thread takes as long to start as the main one takes to load data. */
export function startEarly(threads: number, source: string | undefined): Worker[] {
  if (source === undefined) return []
  const started = Array.from({ length: threads }, () => newThread(source)).filter(
    (each) => each !== undefined,
  )
  for (const worker of started) {
    // One that is never given a job keeps no process alive; one that fails before is done without.
    worker.unref()
    worker.on('error', () => undefined)
  }
  return started
}

/** Who works a job. */
export interface Crew extends Helpers {
  /** What the main thread does first, at its own station, while others are still starting. */
  readonly before?: (station: Station) => void
}

/** Works a job, in order, with the main thread among the workers: it starts at once, while others are still starting. */
export async function workJob(
  job: Job,
  outputs: number,
  { threads, source, waiting, before }: Crew,
  take: Take,
): Promise<void> {
  const units = unitsIn(job)
  const helpers = source === undefined ? 0 : Math.min(threads, units - 1)
  const length = job.sievings === undefined ? job.unit : parcelLength(job.unit)
  const ledger = createLedger(helpers === 0 ? 1 : 2 * helpers + 2, outputs, length)
  const team = Array.from({ length: Math.max(0, helpers) }, () => waiting.pop() ?? newThread(source ?? ''))
    .filter((worker) => worker !== undefined)
    .map((worker) => entrust(worker, { job, ledger }))
  const failed = Promise.all(team.map(({ failed }) => failed))
  // Nobody may be waiting when a thread fails; the wait below hears of it all the same.
  failed.catch(() => undefined)
  try {
    const station = openStation(job)
    before?.(station)
    open(ledger)
    for (let unit = 0; unit < units; unit += 1) {
      while (!isDone(ledger, unit)) {
        const own = claim(ledger, units)
        if (own === undefined) await Promise.race([untilDone(ledger, unit), failed])
        else {
          station.work(own, slotOf(ledger, own))
          finish(ledger, own)
        }
      }
      const { at, count } = unitOf(job, unit)
      await take({ first: at, count, columns: slotOf(ledger, unit) })
      release(ledger, unit)
      // A turn of the event loop: progress is written, and an interrupt is heard.
      await new Promise((resume) => setImmediate(resume))
    }
  } finally {
    close(ledger, units)
    // Nobody need wait for their end: they hold nothing that is wanted any more.
    for (const { worker } of team) void worker.terminate()
  }
}

/** Undefined where the system refuses another thread, which is then done without. */
function newThread(source: string): Worker | undefined {
  try {
    return new Worker(source, { eval: true })
  } catch {
    return undefined
  }
}

/** Gives a thread a job. `failed` rejects when it fails, and never resolves. */
function entrust(worker: Worker, errand: Errand): { worker: Worker; failed: Promise<never> } {
  const failed = new Promise<never>((_, reject) => worker.once('error', reject))
  worker.ref()
  worker.postMessage(errand)
  return { worker, failed }
}
