import { describe, expect, it } from 'vitest'
import { gather } from '../../../src/analyses/simulate/gather.ts'
import { intervalOfColumn } from '../../../src/analyses/simulate/interval.ts'
import { prepare } from '../../../src/analyses/simulate/prepared.ts'
import { loadData } from '../../../src/datasets/load.ts'
import { printableFigures } from '../../../src/figures/printable.ts'
import type { DrawOptions } from '../../../src/run/simulate/drawing.ts'
import { runsOn } from '../../run/runs.ts'

/** A pound clears nothing of the backlog in one draw in a hundred: what would clear it is then no number. */
const runs = runsOn(await loadData())
const run = runs.written({
  ...{ capgap: 1, title: 'A backlog that may not clear', extends: 'clear-backlog-2035' },
  assumptions: { 'backlog-cleared-per-pound': { value: 1, range: 'discrete(0: 0.01, 1: 0.99)' } },
})
const gap = printableFigures.find(({ name }) => name === 'gap')!
const asked = run.settings.benchmarks
  .flatMap(({ id }) =>
    [2026, 2028, 2031, 2034].map((year) => ({ benchmark: id, category: 'infrastructure', year })),
  )
  .map((cell) => ({ printable: gap, cell, category: 'infrastructure' }))

/**
 * Few draws are held; of more only those near a quantile are, unless some are no number. Beyond a million they are made again
 * for a chart, and read twice where some are no number.
 */
describe.each([
  [512, asked],
  [4096, asked],
  [131_072, [asked.at(0)!, asked.at(-1)!]],
])('what %i draws of each replicate come to', (draws, asked) => {
  const how: DrawOptions = { method: 'sobol', seed: 7, replicates: 9, draws, workers: 1 }

  it('is what their columns say, of numbers that every draw gives and of those that some do not', async () => {
    const prepared = prepare(run, asked)
    const found = await gather(prepared, { how, charted: new Set([0]), progress: () => undefined })
    const columns = await prepared.simulation.draw(how)
    const withoutNumber = columns.map((column) => column.filter((value) => !Number.isFinite(value)).length)
    // Some numbers are given by every draw, and some are not by about one draw in a hundred.
    expect(withoutNumber).toContain(0)
    expect(Math.max(...withoutNumber) / (9 * draws)).toBeCloseTo(0.01, 3)
    expect(found.failed).toBe(Math.max(...withoutNumber))
    found.cells.forEach(({ interval, fixed }, index) => {
      if (fixed) return
      const numbers = columns[index]!.map((value) => (Number.isFinite(value) ? value : NaN))
      const held = intervalOfColumn(numbers, how.replicates)!
      for (const name of ['p5', 'p10', 'p50', 'p90', 'p95', 'atMostZero'] as const)
        expect(interval![name], `${name} of ${index}`).toEqual(held[name])
      expect(interval!.mean.value).toBeCloseTo(held.mean.value, 6)
    })
    const [chart] = found.charted
    expect(chart!.bins.reduce((sum, bin) => sum + bin.draws, 0)).toBe(9 * draws)
    expect(chart!.convergence.at(-1)).toEqual({ draws: 9 * draws, p50: found.cells[0]!.interval!.p50 })
  })
})
