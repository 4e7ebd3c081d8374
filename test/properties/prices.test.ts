import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { exact, isMissing, type Exact } from '../../src/engine/calculators/exact.ts'
import { deflator } from '../../src/figures/economy.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { runReport } from '../../src/reports/run.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { categoriesAndTotal } from '../../src/terms/category.ts'
import type { Cell } from '../../src/terms/cell.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { yearsOf } from '../../src/terms/year.ts'
import { number, written } from '../engine/numbers.ts'
import { runsOn } from '../run/runs.ts'
import { anyScenario } from './scenarios.ts'

/** Prices only say in what a number is told: going there and back changes nothing, and neither does asking for others. */

const runs = runsOn(await loadData())
const seed = 20261122

const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, places]) => new Decimal(digits.toString()).dividedBy(new Decimal(10).pow(places)).toFixed())
const index = fc.integer({ min: 20_000, max: 300_000 }).map((n) => new Decimal(n).dividedBy(1000).toFixed())

describe('there and back', () => {
  it('nominal → real → nominal', () => {
    fc.assert(
      fc.property(amount, index, index, (money, now, then) => {
        const [d, base] = [number<'financial deflator'>(now), number<'financial deflator'>(then)]
        const real = exact.toReal(number<'nominal cdel'>(money), d, base, number('2025'))
        near(written(exact.toNominal(real, d, base)), money)
      }),
      { numRuns: 200, seed },
    )
  })

  it('one price base → another → the first', () => {
    fc.assert(
      fc.property(amount, index, index, (money, first, second) => {
        const [d1, d2] = [number<'financial deflator'>(first), number<'financial deflator'>(second)]
        const there = exact.rebase(number<'real cdel'>(money, { base: 2023 }), d1, d2, number('2025'))
        near(written(exact.rebase(there, d2, d1, number('2023'))), money)
      }),
      { numRuns: 200, seed },
    )
  })
})

const asked = ['2015-16', '2025-26', '2032-33']

it('the prices asked for change no nominal number of any scenario', () => {
  let compared = 0
  fc.assert(
    fc.property(anyScenario, fc.constantFrom(...asked), (document, prices) => {
      const plain = runs.written(document, { prices: 'nominal' })
      const real = runs.written(document, { prices })
      const base = real.exact(deflator, { year: Number(prices.slice(0, 4)) })
      for (const { figure, ofTheDay, cell } of cellsOf(plain)) {
        const nominal = plain.exact(ofTheDay, cell)
        expect(show(real.exact(ofTheDay, cell)), JSON.stringify(cell)).toBe(show(nominal))
        expect(show(plain.exact(figure, cell))).toBe(show(nominal))
        if (isMissing(nominal)) continue
        const printed = number_(real.exact(figure, cell))
        const back = printed.times(number_(real.exact(deflator, cell))).dividedBy(number_(base))
        near(back.toString(), nominal.n.toString())
        compared += 1
      }
    }),
    { numRuns: 15, seed },
  )
  expect(compared).toBeGreaterThan(500)
})

it('the years asked for change no number of any scenario', () => {
  fc.assert(
    fc.property(anyScenario, (document) => {
      const run = runs.written(document)
      const { from, to } = run.settings.years
      const last = { from: to, to }
      const whole = rowsOf(run, { from, to })
      for (const [place, value] of rowsOf(run, last)) expect(value, place).toBe(whole.get(place))
    }),
    { numRuns: 15, seed },
  )
})

/** Value, status and flags of every row, by what the row is; breaks are seen only where their year is not the first. */
function rowsOf(run: ModelRun, years: { from: number; to: number }): Map<string, string> {
  const { long } = runReport([run], { years })
  return new Map(
    long.rows.map(({ cells }) => {
      const texts = cells.map((cell) =>
        cell.kind === 'number' ? cell.value.toFixed() : cell.kind === 'text' ? cell.text : '',
      )
      const flags = (texts[9] ?? '').split(';').filter((flag) => flag !== 'series-break')
      return [texts.slice(0, 5).join(), [...texts.slice(5, 9), ...flags].join()]
    }),
  )
}

/** Every figure that is money printed in the run's prices, beside the same money of the day, at every cell. */
function cellsOf(run: ModelRun) {
  return printableFigures.flatMap(({ figure, ofTheDay, over }) => {
    if (ofTheDay === undefined || over === 'benchmark') return []
    const ids =
      over === 'benchmark-category' ? run.settings.benchmarks.map(({ id }) => ({ benchmark: id })) : [{}]
    const categories = over === 'year' ? [{}] : categoriesAndTotal.map((category) => ({ category }))
    return ids.flatMap((id) =>
      categories.flatMap((category) =>
        yearsOf(run.settings.years).map(
          (year): { figure: typeof figure; ofTheDay: typeof ofTheDay; cell: Cell } => ({
            figure,
            ofTheDay,
            cell: { ...id, ...category, year },
          }),
        ),
      ),
    )
  })
}

function show(value: Exact): string {
  return isMissing(value)
    ? `none (${value.missing})`
    : `${value.n.toString()} ${value.status} ${value.flags.join(';')}`
}

function number_(value: Exact): Decimal {
  if (isMissing(value)) throw new Error(`missing: ${value.missing}`)
  return value.n
}

/** Equal but for the rounding of two 40-digit steps. */
function near(found: string, wanted: string): void {
  const difference = new Decimal(found).minus(wanted).abs()
  if (difference.gt(new Decimal(wanted).abs().times('1e-36').plus('1e-36'))) expect(found).toBe(wanted)
}
