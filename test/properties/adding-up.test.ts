import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing, type Exact } from '../../src/engine/calculators/exact.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { isBridged } from '../../src/figures/requirement/benchmark.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { categories } from '../../src/terms/category.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { yearsOf } from '../../src/terms/year.ts'
import { runsOn } from '../run/runs.ts'
import { anyScenario } from './scenarios.ts'

/** What holds in every scenario, whatever it says: one run of each, every cell of it looked at. */

const runs = runsOn(await loadData())
const settings = { numRuns: 40, seed: 20261122 }
const figures = new Map(printableFigures.map(({ name, figure }) => [name, figure]))

/** The runs made so far: every test draws the same scenarios, and a run keeps what it has worked. */
const made = new Map<string, ModelRun>()

function inEvery(check: (run: ModelRun) => void): void {
  fc.assert(
    fc.property(anyScenario, (document) => {
      const key = JSON.stringify(document)
      const run = made.get(key) ?? runs.written(document)
      made.set(key, run)
      check(run)
    }),
    settings,
  )
}

it('categories add to the total: baseline, funded, spend, requirement, gap and shortfall', () => {
  let cells = 0
  inEvery((run) => {
    for (const [name, places] of [
      ...['baseline', 'funded', 'spend', 'added'].map((name) => [name, [{}]] as const),
      ...['requirement', 'gap', 'shortfall', 'gap-low', 'gap-high', 'cumulative-gap'].map(
        (name) => [name, run.settings.benchmarks.map(({ id }) => ({ benchmark: id }))] as const,
      ),
    ]) {
      for (const place of places) {
        for (const year of yearsOf(run.settings.years)) {
          const total = value(run, name, { ...place, year, category: 'total' })
          const parts = categories.map((category) => value(run, name, { ...place, year, category }))
          const where = `${name} ${JSON.stringify(place)} ${year}`
          // The ends of a band are worked by category as well, and meet again in the total.
          if (isMissing(total)) expect(parts, where).toEqual(parts.map(() => total))
          else {
            close(
              numbers(parts).reduce((a, b) => a.plus(b)),
              total.n,
              where,
            )
            cells += 1
          }
        }
      }
    }
  })
  // The scenarios drawn must be worth the name: thousands of cells have a number.
  expect(cells).toBeGreaterThan(2000)
})

it('a shortfall is the gap where it is positive, and never negative', () => {
  let short = 0
  inEvery((run) => {
    for (const { id } of run.settings.benchmarks) {
      for (const year of yearsOf(run.settings.years)) {
        for (const category of categories) {
          const place = { benchmark: id, category, year }
          const gap = value(run, 'gap', place)
          const shortfall = value(run, 'shortfall', place)
          if (isMissing(gap)) expect(shortfall).toEqual(gap)
          else close(number(shortfall), Decimal.max(gap.n, 0), JSON.stringify(place))
          if (!isMissing(gap) && gap.n.isPositive()) short += 1
        }
        const all = value(run, 'shortfall', { benchmark: id, category: 'total', year })
        if (!isMissing(all)) expect(all.n.isNegative() && !all.n.isZero()).toBe(false)
      }
    }
  })
  expect(short).toBeGreaterThan(200)
})

it('a gap is the requirement less the spend, within its band where there is a bridge, and its own band where not', () => {
  inEvery((run) => {
    for (const benchmark of run.settings.benchmarks) {
      for (const year of yearsOf(run.settings.years)) {
        for (const category of [...categories, 'total']) {
          const place = { benchmark: benchmark.id, category, year }
          const gap = value(run, 'gap', place)
          const [low, high] = [value(run, 'gap-low', place), value(run, 'gap-high', place)]
          if (isMissing(gap)) {
            expect([low, high]).toEqual([gap, gap])
            continue
          }
          const spend = number(value(run, 'spend', place))
          close(gap.n, number(value(run, 'requirement', place)).minus(spend), 'gap')
          if (isBridged(benchmark)) {
            expect(number(low).lte(gap.n) && number(high).gte(gap.n), JSON.stringify(place)).toBe(true)
          } else {
            expect([number(low), number(high)].map(String)).toEqual([gap.n, gap.n].map(String))
            expect('flags' in low && low.flags).toContain('no-bridge')
          }
        }
      }
    }
  })
})

it('a cumulative gap grows each planned year by the gap of that year', () => {
  let steps = 0
  inEvery((run) => {
    const years = yearsOf(run.settings.years)
    for (const { id } of run.settings.benchmarks) {
      const place = { benchmark: id, category: 'total' }
      for (const year of years.slice(1)) {
        const before = value(run, 'cumulative-gap', { ...place, year: year - 1 })
        const gap = value(run, 'gap', { ...place, year })
        const now = value(run, 'cumulative-gap', { ...place, year })
        if (isMissing(before) || isMissing(now)) continue
        close(now.n.minus(before.n), isMissing(gap) ? new Decimal(0) : gap.n, `cumulative ${year}`)
        steps += 1
      }
    }
  })
  expect(steps).toBeGreaterThan(100)
})

function value(run: ModelRun, name: string, cell: Cell): Exact {
  const figure = figures.get(name)
  if (figure === undefined) throw new Error(`no figure is called ${name}`)
  return run.exact(figure, cell)
}

function number(exact: Exact): Decimal {
  if (isMissing(exact)) throw new Error(`missing: ${exact.missing}`)
  return exact.n
}

function numbers(values: readonly Exact[]): Decimal[] {
  return values.map(number)
}

/** Equal but for what 40 digits leave: a billionth of a billionth of a pound. */
function close(a: Decimal, b: Decimal, where: string): void {
  if (a.minus(b).abs().gt('1e-24')) expect(a.toString(), where).toBe(b.toString())
}
