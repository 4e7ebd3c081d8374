import { describe, expect, test } from 'vitest'
import { differingInputs, mixedSettings } from '../../../src/analyses/compare/inputs.ts'
import { valueAt } from '../../../src/analyses/compare/mixes.ts'
import { pairOf } from '../../../src/analyses/compare/compare.ts'
import { isMissing } from '../../../src/engine/calculators/exact.ts'
import { loadData } from '../../../src/datasets/load.ts'
import { printableFigures } from '../../../src/figures/printable.ts'
import type { ModelRun } from '../../../src/run/run.ts'
import { shippedNames } from '../../../src/scenarios/files.ts'
import type { Cell } from '../../../src/terms/cell.ts'
import { priceBasisLabel } from '../../../src/terms/prices.ts'
import { runsOn } from '../../run/runs.ts'

const data = await loadData()
const runs = runsOn(data)
const names = shippedNames()
const shipped = new Map(names.map((name) => [name, runs.shipped(name)]))

const figures = printableFigures.filter(({ name }) =>
  ['spend', 'requirement', 'gap-low', 'cumulative-gap', 'shortfall', 'gap-per-head'].includes(name),
)

/** What a run says of some figures, to the digit. */
function said(run: ModelRun): string[] {
  return figures.flatMap(({ name, figure, over }) => {
    const benchmarks = over === 'category' ? [undefined] : run.settings.benchmarks.map(({ id }) => id)
    const cells = benchmarks.flatMap((benchmark) =>
      ['digital', 'total'].flatMap((category) =>
        [2025, 2029, 2034].map((year): Cell => ({ category, year, ...(benchmark && { benchmark }) })),
      ),
    )
    return cells.map((cell) => {
      const exact = valueAt(run, figure, cell)
      const value = isMissing(exact) ? exact.missing : exact.n.toString()
      return `${name} ${cell.benchmark ?? ''} ${String(cell.category)} ${String(cell.year)}: ${value}`
    })
  })
}

/** The same, asked once of a scenario in one price basis. */
const told = new Map<string, string[]>()
function saidOf(name: string, run: ModelRun): string[] {
  const key = `${name} ${priceBasisLabel(run.settings.prices)}`
  const known = told.get(key) ?? said(run)
  told.set(key, known)
  return known
}
const pairs = names.flatMap((first) =>
  names.filter((second) => second !== first).map((second) => [first, second]),
)

describe('a mix of two shipped scenarios', () => {
  test.each(pairs)('%s and %s: with no input it is the first, with all the second', (one, other) => {
    const first = shipped.get(one)!
    const { second, inputs } = pairOf(first, shipped.get(other)!)
    expect(mixedSettings(first.settings, second.settings, [])).toEqual(first.settings)
    const all = first.with(mixedSettings(first.settings, second.settings, inputs))
    expect(said(all)).toEqual(saidOf(other, second))
    expect(differingInputs(all.settings, second.settings)).toEqual([])
  })
})

const base = {
  capgap: 1,
  title: 'Base',
  years: '2025-26 to 2030-31',
  benchmarks: [{ id: 'asked', kind: 'stated-level', amount: '£14bn', prices: '2025-26' }],
}
const namesOf = (first: object, second: object): string[] =>
  differingInputs(
    runs.written({ ...base, ...first }).settings,
    runs.written({ ...base, ...second }).settings,
  ).map(({ name }) => name)
const level = (id: string, amount: string, more: object = {}) => ({
  id,
  profile: 'level',
  amount,
  from: '2026-27',
  to: '2030-31',
  ...more,
})

describe('the inputs in which two scenarios differ', () => {
  test.each<[what: string, first: object, second: object, names: string[]]>([
    ['nothing', {}, {}, []],
    ['words alone', {}, { title: 'Another', summary: 'Said otherwise', source: 'nao-capital-2020' }, []],
    [
      'the same amount in other words',
      { measures: [level('a', '£1bn')] },
      { measures: [level('a', '£1,000m')] },
      [],
    ],
    ['an amount', { measures: [level('a', '£1bn')] }, { measures: [level('a', '£2bn')] }, ['measures.a']],
    [
      'measures of one side each: the first’s own, then the second’s',
      { measures: [level('a', '£1bn')] },
      { measures: [level('b', '£1bn')] },
      ['measures.a', 'measures.b'],
    ],
    [
      'the order of measures, which a growth measure feels',
      { measures: [level('a', '£1bn'), level('b', '£2bn')] },
      { measures: [level('b', '£2bn'), level('a', '£1bn')] },
      ['order of measures'],
    ],
    [
      'several, in the order of a file',
      {},
      {
        assumptions: { underspend: '3%' },
        measures: [level('a', '£1bn')],
        split: { digital: '12%' },
        economy: 'hmt-2025',
        'as-of': '2025-12-31',
        baseline: { 'after-plans': 'gdp-share' },
      },
      ['as-of', 'economy', 'baseline.after-plans', 'split', 'measures.a', 'assumptions.underspend'],
    ],
    [
      'a default said aloud is no difference',
      {},
      { economy: 'obr-2026-03', split: 'trust-accounts', baseline: { 'after-plans': 'flat-real' } },
      [],
    ],
    [
      'a share said in the split on one side and as an assumption on the other goes over together: a scenario may say it once',
      { split: { digital: '12%' } },
      { assumptions: { 'digital-share': '15%' } },
      ['split, assumptions.digital-share'],
    ],
    [
      'a share of another category does not',
      { split: { other: '20%' } },
      { assumptions: { 'digital-share': '15%' } },
      ['split', 'assumptions.digital-share'],
    ],
  ])('%s', (_what, first, second, expected) => {
    expect(namesOf(first, second)).toEqual(expected)
  })

  test('every mix of two scenarios that list the same measures in another order keeps to one of the orders', () => {
    const one = runs.written({ ...base, measures: [level('a', '£1bn'), level('b', '£2bn')] }).settings
    const other = runs.written({
      ...base,
      measures: [level('c', '£1bn'), level('b', '£2bn'), level('a', '£3bn')],
    }).settings
    const inputs = differingInputs(one, other)
    const order = (taken: string[]): string[] =>
      mixedSettings(
        one,
        other,
        inputs.filter(({ name }) => taken.includes(name)),
      ).measures.map(({ id }) => id)
    expect(inputs.map(({ name }) => name)).toEqual(['order of measures', 'measures.a', 'measures.c'])
    expect(order([])).toEqual(['a', 'b'])
    expect(order(['measures.c'])).toEqual(['a', 'c', 'b'])
    expect(order(['order of measures'])).toEqual(['b', 'a'])
    expect(order(['order of measures', 'measures.a', 'measures.c'])).toEqual(['c', 'b', 'a'])
  })
})
