/**
 * Our engine on the model of the speed budget as a whole process, which is not a command of ours: starts, makes the model,
 * draws, works, and prints what the other programs print. `node whole-grid.mjs <threads> <every|yearly> <draws>`; threads,
 * points, statistics and errors are the product's own.
 */
import { intervalOfColumn } from '../../src/analyses/simulate/interval.ts'
import { sizeOf } from '../../src/analyses/simulate/sizes.ts'
import { compileProgram } from '../../src/engine/calculators/samples/kernel.ts'
import { workJob } from '../../src/run/simulate/threads.ts'
import { workerSource } from '../../src/run/simulate/worker-source.ts'
import { createRoom } from '../../src/uncertainty/statistics/sections.ts'
import { gridDistributions, gridTape } from './grid.ts'

const [threads, asked, wanted] = process.argv.slice(2)
const grid = gridTape(asked === 'yearly' ? asked : 'every')
const program = compileProgram(grid.tape)
const { block } = program.plan
const outputs = grid.tape.outputs.length
const { replicates, draws } = sizeOf({ method: 'sobol', draws: Number(wanted) })
const variables = gridDistributions(grid).map((distribution, index) => ({
  name: String(index),
  distribution,
}))

const columns = Array.from({ length: outputs }, () => new Float64Array(replicates * draws))
const spec = { variables, correlations: [], method: 'sobol', seed: 20261122 } as const
// As large a unit as the product takes: a megabyte of results, in whole blocks.
const unit = block * Math.max(1, Math.min(2 ** 14 / block, Math.floor(2 ** 17 / outputs / block)))
const job = { program, spec, replicates, draws, unit }
// As in the product, a thread would hardly have started when fewer are done.
const helpers = replicates * draws < 50_000 ? 0 : Number(threads) - 1
await workJob(job, outputs, helpers, workerSource, ({ first, count, columns: done }) => {
  columns.forEach((column, output) => {
    const part = done[output]
    if (part !== undefined) column.set(part.subarray(0, count), first)
  })
})

const room = createRoom()
for (const column of columns) {
  const found = intervalOfColumn(column, replicates, room)
  if (found === undefined) throw new Error('a replicate has no number')
  const { mean, p5, p10, p50, p90, p95, atMostZero } = found
  const row = [mean, p5, p10, p50, p90, p95, atMostZero].flatMap(({ value, se }) => [value, se])
  process.stdout.write(`${row.join(',')}\n`)
}
