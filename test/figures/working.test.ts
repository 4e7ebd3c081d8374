import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { exact, exactValue, type Exact, exactOf } from '../../src/engine/calculators/exact.ts'
import type { Calculator, Value } from '../../src/engine/calculator.ts'
import { createEvaluator, working, type Leaves } from '../../src/engine/evaluate.ts'
import type { AnyFigure, Series } from '../../src/engine/figure.ts'
import type { Model } from '../../src/figures/model.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { bindLeaves } from '../../src/run/leaves.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { shippedScenarios } from '../../src/scenarios/load.ts'
import { categoriesAndTotal } from '../../src/terms/category.ts'
import { cellKey, type Cell } from '../../src/terms/cell.ts'
import type { Unit } from '../../src/terms/unit.ts'
import { runsOn } from '../run/runs.ts'

/**
 * `working` says what a cell reads; evaluation reads it without asking. Here every figure that a run prints is worked a
 * second time from what `working` says alone: the same numbers, from the same leaves, or an explanation would explain
 * another number than the one printed.
 */

const data = await loadData()
const runs = runsOn(data)

describe.each(shippedScenarios().map(({ name }) => name))('%s', (name) => {
  const run = runs.shipped(name)
  const cells = cellsOf(run)

  it('gives every printed number as its explanation would', () => {
    const byEvaluation = new Set<string>()
    const evaluator = createEvaluator(exact, spying(run, byEvaluation), run.model)
    const byAccount = new Set<string>()
    const account = fromWorking(run, byAccount)
    for (const { figure, cell } of cells) {
      expect(account(figure, cell), `${figure.name} ${JSON.stringify(cell)}`).toEqual(
        exactOf(evaluator.value(figure, cell)),
      )
    }
    expect([...byAccount].sort()).toEqual([...byEvaluation].sort())
  })
})

/** Every printable figure at its first, its last and one year between. */
function cellsOf(run: ModelRun): { figure: AnyFigure<Model>; cell: Cell }[] {
  const { years, benchmarks } = run.settings
  const three = [years.from, Math.floor((years.from + years.to) / 2), years.to]
  return printableFigures.flatMap(({ figure, over }) => {
    const places: Cell[] = {
      year: [{}],
      category: categoriesAndTotal.map((category) => ({ category })),
      benchmark: benchmarks.filter((each) => 'comparator' in each).map(({ id }) => ({ benchmark: id })),
      'benchmark-category': benchmarks.flatMap(({ id }) =>
        categoriesAndTotal.map((category) => ({ benchmark: id, category })),
      ),
      listed: [],
    }[over]
    return places.flatMap((place) => three.map((year) => ({ figure: figure, cell: { ...place, year } })))
  })
}

/** The leaves of a run, noting which are read. */
function spying(run: ModelRun, read: Set<string>): Leaves<Model> {
  const leaves = bindLeaves(data, run.settings.asOf)
  return {
    leaf: <U extends Unit>(figure: Series<U, Model>, cell: Cell) => {
      read.add(`${figure.name} ${cellKey(cell, figure.dims)}`)
      return exactValue<U>(leaves.value(leaves.origin(figure.read(cell, run.model))))
    },
    absent: <U extends Unit>(reason: string) => exactValue<U>({ missing: reason }),
  }
}

/** An evaluator that knows nothing but what `working` says. */
function fromWorking(run: ModelRun, read: Set<string>): (figure: AnyFigure<Model>, cell: Cell) => Exact {
  const leaves = spying(run, read)
  const known = new Map<AnyFigure<Model>, Map<string, Exact>>()
  const value = (figure: AnyFigure<Model>, cell: Cell): Exact => {
    const own = known.get(figure) ?? new Map<string, Exact>()
    known.set(figure, own)
    const key = cellKey(cell, figure.dims)
    const found = own.get(key) ?? work(figure, cell)
    own.set(key, found)
    return found
  }
  const work = (figure: AnyFigure<Model>, cell: Cell): Exact => {
    const way = working(figure, cell, run.model)
    if (way.kind === 'leaf') return exactOf(leaves.leaf(figure as Series<Unit, Model>, cell, run.model))
    if (way.kind === 'none') return { missing: way.reason }
    if (way.kind === 'same-as') return value(way.reading.figure, way.reading.cells[0] ?? {})
    const values = Object.fromEntries(
      way.readings.map(({ name, figure: next, cells, list }) => {
        const all = cells.map((each) => value(next, each))
        return [name, list ? all : all[0]]
      }),
    )
    const { formula } = figure as unknown as { formula: (calc: Calculator, values: unknown) => Value<Unit> }
    return exactOf(formula(exact, values))
  }
  return value
}
