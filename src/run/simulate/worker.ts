import { parentPort } from 'node:worker_threads'
import { attend, slotOf } from './ledger.ts'
import { openStation, unitsIn } from './station.ts'
import type { Errand } from './threads.ts'

/** What runs on a thread of its own, for one job: the build bundles it, with all it needs, into `worker-source.ts`. */
parentPort?.once('message', ({ job, ledger }: Errand) => {
  const { work } = openStation(job)
  attend(ledger, unitsIn(job), (unit) => work(unit, slotOf(ledger, unit)))
})
