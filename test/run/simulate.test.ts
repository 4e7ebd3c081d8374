import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { compileProgram } from '../../src/engine/calculators/samples/kernel.ts'
import { gap } from '../../src/figures/gap.ts'
import { createDrawing, type DrawOptions } from '../../src/run/simulate/drawing.ts'
import {
  attend,
  claim,
  close,
  createLedger,
  finish,
  isDone,
  open,
  release,
} from '../../src/run/simulate/ledger.ts'
import { createSimulation } from '../../src/run/simulate/simulation.ts'
import type { Job } from '../../src/run/simulate/station.ts'
import { startEarly, workJob } from '../../src/run/simulate/threads.ts'
import { yearsOf } from '../../src/terms/year.ts'
import { runsOn } from './runs.ts'

const runs = runsOn(await loadData())
const run = runs.shipped('current-plans')
const requests = ['eu14', 'digitisation'].flatMap((benchmark) =>
  ['digital', 'total'].flatMap((category) =>
    yearsOf(run.settings.years).map((year) => ({ figure: gap, cell: { benchmark, category, year } })),
  ),
)
const how: DrawOptions = { method: 'sobol', seed: 20261122, replicates: 3, draws: 1500, workers: 1 }

describe('draws of a run', () => {
  const simulation = createSimulation(run, requests)

  it('come in one column an output, empty where nothing is drawn', async () => {
    const columns = await simulation.draw(how)
    const kinds = simulation.outputs.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(['sampled', 'folded']))
    expect(columns.map(({ length }) => length)).toEqual(kinds.map((kind) => (kind === 'sampled' ? 4500 : 0)))
    for (const column of columns) expect(column.every((draw) => Number.isFinite(draw))).toBe(true)
  })

  it('are the same in one piece, in blocks, and worked from their own drivers', async () => {
    const columns = await simulation.draw(how)
    const { createDraws } = await import('../../src/uncertainty/draws.ts')
    const spec = { ...simulation.sampled.draws, method: how.method, seed: how.seed }
    const drivers = simulation.drivers.map(() => new Float64Array(how.draws))
    createDraws(spec).fill(1, 0, how.draws, drivers)
    const second = simulation.evaluate(drivers, how.draws)
    second.forEach((column, index) =>
      expect(Array.from(column)).toEqual(Array.from(columns[index]!.subarray(1500, 1500 + column.length))),
    )
    let next = 0
    await simulation.blocks(how, (block) => {
      expect(block.first).toBe(next)
      next += block.count
      block.columns.forEach((column, index) => {
        if (column.length > 0)
          expect(column.subarray(0, block.count)).toEqual(columns[index]!.subarray(block.first, next))
      })
    })
    expect(next).toBe(4500)
  })

  it('are the same bits in JavaScript', async () => {
    const fallback = createSimulation(run, requests, { route: 'javascript' })
    expect(await fallback.draw(how)).toEqual(await simulation.draw(how))
  })

  it('are refused where a driver has no column', () => {
    expect(() => simulation.evaluate([], 1)).toThrow('driver 0 has no column')
  })

  it('stop where what takes them fails', async () => {
    const full = new Error('the disk is full')
    await expect(
      simulation.blocks(how, () => {
        throw full
      }),
    ).rejects.toBe(full)
  })
})

describe('with threads', () => {
  const { tape, draws: drawn } = createSimulation(run, requests).sampled
  /** Some units for each thread, however few draws: whether threads pay is not asked here. */
  const job: Job = {
    program: compileProgram(tape),
    spec: { ...drawn, method: 'sobol', seed: 1 },
    replicates: 3,
    draws: 10_001,
    unit: 512,
    sievings: undefined,
  }

  /** Every byte of the job, in order, by so many threads beside the main one. */
  async function worked(threads: number, source: string | undefined): Promise<string> {
    const hash = createHash('sha256')
    await workJob(job, tape.outputs.length, { threads, source, waiting: [] }, ({ first, count, columns }) => {
      hash.update(`${first} ${count}`)
      for (const column of columns) hash.update(Float64Array.from(column.subarray(0, count)))
    })
    return hash.digest('hex')
  }

  /** The script of a thread, as the build makes it. */
  async function threadScript(): Promise<string> {
    const entry = fileURLToPath(new URL('../../src/run/simulate/worker.ts', import.meta.url))
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      write: false,
    })
    return outputFiles[0]!.text
  }

  it('any number of them gives the same bytes', async () => {
    const script = await threadScript()
    const alone = await worked(0, undefined)
    expect(await worked(1, script)).toBe(alone)
    expect(await worked(3, script)).toBe(alone)
  })

  it('what is kept of draws is the same bytes, by threads that waited for work', async () => {
    const source = await threadScript()
    const spec = { method: 'sobol', seed: 1, replicates: 9, draws: 8192 } as const
    const everything = { windows: [{ low: -Infinity, high: Infinity }], limit: 0 }
    const some = { windows: [{ low: 1000, high: 2000 }], limit: 1500 }
    const decide = (output: number) => (output % 2 === 0 ? everything : some)
    async function sifted(workers: number, waiting: ReturnType<typeof startEarly>): Promise<string> {
      const drawing = createDrawing(tape, drawn, { workerSource: source, waiting })
      const hash = createHash('sha256')
      await drawing.sift({ ...spec, workers }, { draws: 64, decide }, (unit) => {
        hash.update(`${unit.replicate} ${unit.draws}`)
        for (const { sum, atMost, below, upToLow, inside } of unit.sifted)
          for (const numbers of [Float64Array.of(sum, atMost), below, upToLow, inside])
            hash.update(Float64Array.from(numbers))
      })
      return hash.digest('hex')
    }
    const alone = await sifted(1, [])
    expect(await sifted(2, startEarly(1, source))).toBe(alone)
    expect(await sifted(4, startEarly(3, source))).toBe(alone)
    expect(await sifted(2, startEarly(1, "throw new Error('no room')"))).toBe(alone)
  })

  it('one that fails before it began is done without', async () => {
    expect(await worked(1, "throw new Error('no room')")).toBe(await worked(0, undefined))
  })

  it('one that fails with work in hand fails the whole, with its reason', async () => {
    const claimsAndFails = `
      require('node:worker_threads').parentPort.once('message', ({ ledger: { state } }) => {
        while (Atomics.load(state, 0) === 0);
        Atomics.add(state, 0, 1)
        throw new Error('no such processor')
      })`
    // Slowly, so that the thread has started before all is done.
    const take = () => new Promise<void>((resume) => setTimeout(resume, 100))
    await expect(
      workJob(job, tape.outputs.length, { threads: 1, source: claimsAndFails, waiting: [] }, take),
    ).rejects.toThrow('no such processor')
  })
})

describe('the ledger threads share', () => {
  it('gives each unit to one, and none before its slot is free', () => {
    const ledger = createLedger(2, 1, 8)
    expect(claim(ledger, 5)).toBeUndefined()
    open(ledger)
    expect([claim(ledger, 5), claim(ledger, 5), claim(ledger, 5)]).toEqual([0, 1, undefined])
    finish(ledger, 1)
    expect([isDone(ledger, 0), isDone(ledger, 1)]).toEqual([false, true])
    finish(ledger, 0)
    release(ledger, 0)
    expect([claim(ledger, 5), claim(ledger, 5)]).toEqual([2, undefined])
    expect(isDone(ledger, 2)).toBe(false)
  })

  it('lets a thread go when it is closed', () => {
    const ledger = createLedger(2, 1, 8)
    close(ledger, 5)
    attend(ledger, 5, () => expect.fail('there is nothing to work'))
    expect(claim(ledger, 5)).toBeUndefined()
  })
})
