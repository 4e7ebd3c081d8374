import { Worker } from 'node:worker_threads'
import {
  claim,
  close,
  createLedger,
  finish,
  isDone,
  release,
  slotOf,
  untilDone,
  type Ledger,
} from './ledger.ts'
import { openStation, unitOf, unitsIn, type Job } from './station.ts'

/** What a thread is given. */
export interface Errand {
  readonly job: Job
  readonly ledger: Ledger
}

/** Draws in order, as they are done. `columns` hold `count` draws and more; they are filled again when `take` is done. */
export interface Block {
  /** Where its first draw stands: replicate · draws + i. */
  readonly first: number
  readonly count: number
  readonly columns: readonly Float64Array[]
}

export type Take = (block: Block) => void | Promise<void>

/**
 * Works a job, in order, with the main thread among the workers: it starts at once, while others are still starting.
 * @param threads of their own, beside the main one
 * @param source the script of a thread
 */
export async function workJob(
  job: Job,
  outputs: number,
  threads: number,
  source: string | undefined,
  take: Take,
): Promise<void> {
  const units = unitsIn(job)
  const helpers = source === undefined ? 0 : Math.min(threads, units - 1)
  const ledger = createLedger(helpers === 0 ? 1 : 2 * helpers + 2, outputs, job.unit)
  const team = Array.from({ length: Math.max(0, helpers) }, () => start(source ?? '', { job, ledger }))
  const failed = Promise.all(team.map(({ failed }) => failed))
  // Nobody may be waiting when a thread fails; the wait below hears of it all the same.
  failed.catch(() => undefined)
  try {
    const work = openStation(job)
    for (let unit = 0; unit < units; unit += 1) {
      while (!isDone(ledger, unit)) {
        const own = claim(ledger, units)
        if (own === undefined) await Promise.race([untilDone(ledger, unit), failed])
        else {
          work(own, slotOf(ledger, own))
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
    await Promise.all(team.map(({ worker }) => worker.terminate()))
  }
}

/** A thread of its own. `failed` rejects when it fails, and never resolves. */
function start(source: string, errand: Errand): { worker: Worker; failed: Promise<never> } {
  const worker = new Worker(source, { eval: true, workerData: errand })
  const failed = new Promise<never>((_, reject) => worker.once('error', reject))
  return { worker, failed }
}
