import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { creditedAt, pairOf } from '../../src/analyses/compare/compare.ts'
import { creditMethods } from '../../src/analyses/compare/credit.ts'
import { casesOf } from '../../src/analyses/appraise/cases.ts'
import { loadData } from '../../src/datasets/load.ts'
import { isMissing } from '../../src/engine/calculators/exact.ts'
import type { AnyFigure } from '../../src/engine/figure.ts'
import * as appraisal from '../../src/figures/appraisal/appraisal.ts'
import { annuity, discountFactor } from '../../src/figures/appraisal/discounting.ts'
import type { Model } from '../../src/figures/model.ts'
import { printableFigures } from '../../src/figures/printable.ts'
import { settleAppraisal } from '../../src/run/appraisal.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { parseFinancialYear } from '../../src/terms/year.ts'
import { runsOn, type ScenarioDocument } from '../run/runs.ts'

/** Present values and credited differences against the second method: appraisal.py beside this file. */

const runs = runsOn(await loadData())
const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(new URL(`./expected/${name}.json`, import.meta.url), 'utf8')) as T[]

/** The same number worked twice: to 1e-24 of its size, or of a million pounds where it is nothing. */
function expectSame(ours: Decimal, theirs: string, what: string): void {
  const allowed = Decimal.max(new Decimal(theirs).abs().times('1e-24'), '1e-20')
  const same = ours.minus(theirs).abs().lte(allowed)
  expect(same ? theirs : ours.toString(), what).toBe(theirs)
}

interface AppraisalCase {
  readonly id: string
  readonly scenario: ScenarioDocument
  readonly base: string
  readonly horizon: number
  readonly values: Readonly<Record<string, string>>
}

/** Names of the second method → figures; of appraised flows by what is said of them. */
const figures = new Map<string, AnyFigure<Model>>([
  ...Object.values(appraisal).flatMap((each) =>
    typeof each === 'object' && 'presentValue' in each
      ? [each.presentValue, each.undiscounted, each.equivalentAnnual].map(
          (figure): [string, AnyFigure<Model>] => [figure.name, figure],
        )
      : [],
  ),
  [discountFactor.name, discountFactor],
  [annuity.name, annuity],
])

describe('present values', () => {
  it.each(read<AppraisalCase>('appraisal'))('$id', ({ scenario, base, horizon, values }) => {
    const run = settleAppraisal(runs.written(scenario), { baseYear: parseFinancialYear(base), horizon })
    const { before, after } = casesOf(run)
    if ('missing' in after) throw new Error(after.missing)
    for (const [key, theirs] of Object.entries(values)) {
      const [name = '', where = '', bias = '', schedule = ''] = key.split('|')
      const year = parseFinancialYear(where)
      const cell = { category: 'total', schedule, ...(year === undefined ? { benchmark: where } : { year }) }
      const exact = (bias === 'optimism-bias' ? after : before).exact(figures.get(name)!, cell)
      if (isMissing(exact)) throw new Error(`${key}: ${exact.missing}`)
      expectSame(exact.n, theirs, key)
    }
    expect(Object.keys(values).length).toBeGreaterThan(60)
  })
})

interface CreditCase {
  readonly id: string
  readonly first: ScenarioDocument
  readonly second: ScenarioDocument
  readonly values: Readonly<Record<string, string>>
}

describe('credits', () => {
  it.each(read<CreditCase>('credit'))('$id', ({ first, second, values }) => {
    const pair = pairOf(runs.written(first), runs.written(second))
    const keys = Object.keys(values).map((key) => key.split('|'))
    const places = [...new Set(keys.map((key) => key.slice(0, 4).join('|')))].map((key) => {
      const [name, benchmark, category = '', year = ''] = key.split('|')
      const figure = printableFigures.find((each) => each.name === name)!
      const ofBenchmark = benchmark === '' || benchmark === undefined ? {} : { benchmark }
      return { key, place: { figure, cell: { ...ofBenchmark, category, year: parseFinancialYear(year)! } } }
    })
    const credited = creditedAt(
      pair,
      places.map(({ place }) => place),
      1,
    )
    let compared = 0
    for (const [index, { key }] of places.entries()) {
      const { inputs, credits } = credited[index]!
      for (const method of creditMethods) {
        const of = credits[method]
        if ('missing' in of) throw new Error(of.missing)
        for (const [input, { name }] of inputs.entries()) {
          const theirs = values[`${key}|${method}|${name}`]
          expect(theirs, `${key} ${method} ${name}`).toBeDefined()
          expectSame(of.parts[input]!, theirs!, `${key} ${method} ${name}`)
          compared += 1
        }
      }
    }
    expect(compared).toBe(keys.length)
  })
})
