/**
 * One of our own kernels over the draws of `draws.bin`: `node contender.mjs <pieces> <folder> <route> <threads>`. Prints
 * what the C program prints. With two threads each works half of the blocks; a pass ends when both are done.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { deserialize } from 'node:v8'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

const [piecesFile, folder, route, threads] = isMainThread ? process.argv.slice(2) : workerData.given
const { compileProgram, startKernel } = await import(piecesFile)
const { tape, draws, passes } = deserialize(readFileSync(join(folder, 'job.bin')))
const bytes = readFileSync(join(folder, 'draws.bin'))
const all = new Float64Array(bytes.buffer, bytes.byteOffset, tape.inputs * draws)
const program = isMainThread ? compileProgram(tape, route) : workerData.program
const kernel = startKernel(program)
const state = isMainThread ? new Int32Array(new SharedArrayBuffer(8)) : workerData.state
const team = Number(threads)

/** @param {number} member @param {(count: number) => void} [look] */
function pass(member, look) {
  for (let at = member * kernel.block; at < draws; at += team * kernel.block) {
    const count = Math.min(kernel.block, draws - at)
    kernel.inputs.forEach((column, index) =>
      column.set(all.subarray(index * draws + at, index * draws + at + count)),
    )
    kernel.run(count)
    look?.(count)
  }
}

if (isMainThread) {
  const helpers = Array.from(
    { length: team - 1 },
    () =>
      new Worker(new URL(import.meta.url), { workerData: { given: process.argv.slice(2), program, state } }),
  )
  // Warm: until the optimising compiler has had its turn on another thread.
  const times = []
  for (let round = -3; round < passes; round += 1) {
    while (Atomics.load(state, 1) < (round + 3) * (team - 1)) await setImmediate()
    if (round <= 0) await setTimeout(300)
    const from = performance.now()
    Atomics.add(state, 0, 1)
    Atomics.notify(state, 0)
    pass(0)
    while (Atomics.load(state, 1) < (round + 4) * (team - 1));
    if (round >= 0) times.push((performance.now() - from) * 1e6)
  }
  await Promise.all(helpers.map((worker) => worker.terminate()))
  const sums = new Float64Array(tape.outputs.length)
  for (let at = 0; at < draws; at += kernel.block) {
    const count = Math.min(kernel.block, draws - at)
    kernel.inputs.forEach((column, index) =>
      column.set(all.subarray(index * draws + at, index * draws + at + count)),
    )
    kernel.run(count)
    kernel.outputs.forEach((column, output) => {
      for (let i = 0; i < count; i += 1) sums[output] += column[i]
    })
  }
  process.stdout.write(`${JSON.stringify({ passes: times, sums: Array.from(sums), block: kernel.block })}\n`)
} else {
  for (let round = 0; ; round += 1) {
    Atomics.wait(state, 0, round)
    pass(1)
    Atomics.add(state, 1, 1)
  }
}
