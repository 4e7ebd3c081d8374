import { workerData } from 'node:worker_threads'
import { attend, slotOf } from './ledger.ts'
import { openStation, unitsIn } from './station.ts'
import type { Errand } from './threads.ts'

/** What runs on a thread of its own: the build bundles it, with all it needs, into `worker-source.ts`. */
const { job, ledger } = workerData as Errand
const work = openStation(job)
attend(ledger, unitsIn(job), (unit) => work(unit, slotOf(ledger, unit)))
