/**
 * Our engine on the model of the speed budget as a whole process, which is not a command of ours: starts, makes the model,
 * draws, works, and prints what the other programs print. `node whole-grid.mjs <threads> <every|yearly> <draws>`; threads,
 * points, statistics and errors are the product's own.
 */
import { intervalOfColumn } from '../../src/analyses/simulate/interval.ts'
import { canBeSifted, siftedIntervals } from '../../src/analyses/simulate/sifted-intervals.ts'
import { sizeOf } from '../../src/analyses/simulate/sizes.ts'
import { createDrawing, drawsThatPay } from '../../src/run/simulate/drawing.ts'
import { startEarly } from '../../src/run/simulate/threads.ts'
import { workerSource } from '../../src/run/simulate/worker-source.ts'
import { gridDistributions, gridTape } from './grid.ts'

const [threads, asked, wanted] = process.argv.slice(2)
const waiting = Number(wanted) < drawsThatPay ? [] : startEarly(Number(threads) - 1, workerSource)
const grid = gridTape(asked === 'yearly' ? asked : 'every')
const variables = gridDistributions(grid).map((distribution, index) => ({
  name: String(index),
  distribution,
}))
const drawing = createDrawing(grid.tape, { variables, correlations: [] }, { waiting })
const how = {
  ...sizeOf({ method: 'sobol', draws: Number(wanted) }),
  ...({ method: 'sobol', seed: 20261122, workers: Number(threads) } as const),
}

void print()

async function print(): Promise<void> {
  for (const interval of await intervals()) {
    if (interval === undefined) throw new Error('no interval was found')
    const { mean, p5, p10, p50, p90, p95, atMostZero } = interval
    const row = [mean, p5, p10, p50, p90, p95, atMostZero].flatMap(({ value, se }) => [value, se])
    process.stdout.write(`${row.join(',')}\n`)
  }
}

async function intervals() {
  if (!canBeSifted(how))
    return (await drawing.draw(how)).map((column) => intervalOfColumn(column, how.replicates))
  const asIs = { factorOf: () => 1, wanted: () => false }
  const outputs = await siftedIntervals(drawing, how, asIs, () => undefined)
  return outputs.map(({ interval }) => interval)
}
