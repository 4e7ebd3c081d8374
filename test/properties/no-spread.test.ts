import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing } from '../../src/engine/calculators/exact.ts'
import { compileProgram, startKernel } from '../../src/engine/calculators/samples/kernel.ts'
import type { Tape } from '../../src/engine/calculators/samples/tape.ts'
import { working } from '../../src/engine/evaluate.ts'
import type { AnyFigure } from '../../src/engine/figure.ts'
import { listedAssumptions } from '../../src/figures/assumption-list.ts'
import { everyPrintable } from '../../src/figures/further/every-printable.ts'
import type { Model } from '../../src/figures/model.ts'
import { places } from '../../src/reports/run/long.ts'
import { sample, type SampleRequest } from '../../src/run/sampled.ts'
import { createSimulation } from '../../src/run/simulate/simulation.ts'
import type { ModelRun } from '../../src/run/run.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { yearsOf } from '../../src/terms/year.ts'
import { runsOn } from '../run/runs.ts'
import { anyScenario } from './scenarios.ts'

/**
 * One formula, four readings: with no spread, that is with every draw set to the value in force, sampled numbers are the
 * exact ones, to 1e-12 of the largest number they were worked from. Every assumption there is is drawn.
 */

const runs = runsOn(await loadData())
const shipped = [
  ...['current-plans', 'flat-real', 'match-eu14-2030', 'catch-up-2035', 'ten-percent-2035', 'digitise-2030'],
  ...['confed-2023', 'confed-own-scope', 'workforce-limited', 'programmes-2035'],
  ...['clear-backlog-2035', 'backlog-first'],
]

/** The run with a range on every assumption, whether the scenario sets it or not. */
function allDrawn(run: ModelRun): ModelRun {
  const range = { kind: 'uniform', low: new Decimal(0), high: new Decimal(1) } as const
  const { assumptions } = run.settings
  const entry = { why: undefined, source: undefined, by: undefined, on: undefined, said: undefined }
  return run.with({
    assumptions: new Map([...assumptions].map(([name, setting]) => [name, { ...setting, range }])),
    atDefault: new Map(
      listedAssumptions.flatMap(({ name }) =>
        assumptions.has(name) ? [] : [[name, { ...entry, name, range }]],
      ),
    ),
  })
}

/** Every number `run` can print. */
function everything(run: ModelRun): SampleRequest[] {
  return everyPrintable.flatMap((printable) =>
    places(run, printable, {}).flatMap(({ place }) =>
      yearsOf(run.settings.years).map((year) => ({ figure: printable.figure, cell: { ...place, year } })),
    ),
  )
}

/**
 * The largest number that a cell is added up from: what its formula reads and, where that is the same kind of thing (money
 * of the capital budget, say), what that was added up from in turn. A gap of almost nothing is still a difference of billions.
 */
function operands(run: ModelRun) {
  const known = new Map<string, number>()
  return function largest(figure: AnyFigure<Model>, cell: Cell): number {
    const key = `${figure.name}|${JSON.stringify(cell)}`
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const worked = working(figure, cell, run.model)
    const readings =
      worked.kind === 'formula' ? worked.readings : worked.kind === 'same-as' ? [worked.reading] : []
    const sizes = readings.flatMap((reading) =>
      reading.cells.map((each) => {
        const value = run.exact(reading.figure, each)
        const size = isMissing(value) ? 0 : value.n.abs().toNumber()
        return kindOf(reading.figure) === kindOf(figure)
          ? Math.max(size, largest(reading.figure, each))
          : size
      }),
    )
    const size = Math.max(0, ...sizes)
    known.set(key, size)
    return size
  }
}

/** What a figure counts, whatever its prices: `cdel` of `nominal cdel`. */
function kindOf(figure: AnyFigure<Model>): string {
  return String(figure.unit).replace(/^(nominal|real|output) /, '')
}

/** Holds every number to its exact value; returns how many were sampled, and their tape. */
function withNoSpread(run: ModelRun, requests: readonly SampleRequest[]): { sampled: number; tape: Tape } {
  const simulation = createSimulation(run, requests)
  const { drivers, outputs } = simulation
  const largest = operands(run)
  const columns = simulation.evaluate(
    drivers.map(({ stated }) => Float64Array.of(stated?.toNumber() ?? Number.NaN)),
    1,
  )
  let sampled = 0
  outputs.forEach((output, index) => {
    const { figure, cell, kind } = output
    const where = `${figure.name} ${JSON.stringify(cell)}`
    const exact = run.exact(figure, cell)
    if (kind === 'folded') {
      expect(output.exact, where).toEqual(exact)
      return
    }
    sampled += 1
    if (isMissing(exact)) throw new Error(`${where} is sampled, and missing: ${exact.missing}`)
    const found = columns[index]?.[0] ?? Number.NaN
    const value = exact.n.toNumber()
    const size = Math.max(Math.abs(value), largest(figure, cell))
    if (!(Math.abs(found - value) <= 1e-12 * size))
      expect.fail(`${where}: ${found} where the exact value is ${value}, of ${size}`)
    expect(output.base, where).toBe(exact.base)
  })
  return { sampled, tape: simulation.sampled.tape }
}

/** Holds the two kernels of a tape to each other's bits, on draws of 0 to 1 for every driver. */
function sameBits(tape: Tape): void {
  const [wasm, javascript] = (['wasm', 'javascript'] as const).map((route) => {
    const kernel = startKernel(compileProgram(tape, route))
    kernel.inputs.forEach((column, driver) => {
      for (let draw = 0; draw < 5; draw += 1) column[draw] = (draw * 0.37 + driver * 0.61) % 1
    })
    kernel.run(5)
    return kernel.outputs.map((column) => Array.from(column.subarray(0, 5)))
  })
  expect(wasm).toEqual(javascript)
}

it.each(shipped)('%s: every printable figure, and the same bits by both kernels', (name) => {
  const run = allDrawn(runs.shipped(name))
  const { sampled, tape } = withNoSpread(run, everything(run))
  expect(sampled).toBeGreaterThan(200)
  sameBits(tape)
})

it('and any scenario anybody could write', () => {
  fc.assert(
    fc.property(anyScenario, (document) => {
      const run = allDrawn(runs.written(document))
      withNoSpread(run, everything(run))
    }),
    { numRuns: 8, seed: 20261122 },
  )
})

it('a scenario without ranges is folded whole', () => {
  const run = runs.shipped('current-plans').with({ atDefault: new Map() })
  const { outputs, drivers } = sample(run, everything(run))
  expect(drivers).toEqual([])
  expect(outputs.filter(({ kind }) => kind !== 'folded')).toEqual([])
})
