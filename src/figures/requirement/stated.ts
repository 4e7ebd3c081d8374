import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import type { PriceBasis } from '../../terms/prices.ts'
import { baselineAsOf } from '../capital.ts'
import { at, choice, series, statedMoney, variable, yearOf, type Model } from '../model.ts'
import { ofTheDay } from '../prices.ts'
import type { Money } from '../setting-values.ts'
import { splitShare } from '../split.ts'
import { benchmarkOf, benchmarkOfKind, quotedStatus } from './benchmark.ts'

/** Requirements a source states in money: a level a year, or an addition to the plans of its day. */

function amountOf(cell: Cell, model: Model): Money | undefined {
  const benchmark = benchmarkOf(cell, model)
  return 'amount' in benchmark ? benchmark.amount : undefined
}

const readAmount =
  (kind: 'nominal' | 'real') =>
  (cell: Cell, model: Model): Given | Absent => {
    const money = amountOf(cell, model)
    if (money === undefined || (money.prices === 'nominal') !== (kind === 'nominal'))
      return { missing: 'not-stated' }
    const benchmark = benchmarkOf(cell, model)
    return statedMoney(money, quotedStatus(benchmark), benchmark.said)
  }

/** The quoted amount, as money of the day. */
export const quotedAmount = ofTheDay({
  name: 'quoted-amount',
  label: 'Quoted amount a year',
  dims: ['benchmark', 'year'],
  nominal: series({
    name: 'quoted-amount-nominal',
    label: 'quoted amount, money of the day',
    unit: 'nominal cdel',
    dims: ['benchmark'],
    source: 'scenario',
    read: readAmount('nominal'),
  }),
  real: series({
    name: 'quoted-amount-real',
    label: 'quoted amount, in its own prices',
    unit: 'real cdel',
    dims: ['benchmark'],
    source: 'scenario',
    read: readAmount('real'),
  }),
  basis: (cell, model): PriceBasis => amountOf(cell, model)?.prices ?? 'nominal',
})

/** The baseline as it stood when a claim was made, so that money planned since counts towards it. */
const claimBaseline = at(baselineAsOf, (cell: Cell, model: Model) => ({
  year: yearOf(cell),
  asOf: benchmarkOfKind('stated-additional', cell, model).frozen,
}))

const words = {
  unit: 'nominal cdel',
  dims: ['benchmark', 'category', 'year'],
  source: 'MODEL.md 5',
} as const

const claimBaselineInCategory = variable({
  ...words,
  name: 'claim-baseline-in-category',
  label: 'Baseline as it stood when the claim was made, the part in a category',
  from: { claimBaseline, splitShare },
  formula: (calc, from) => calc.scale(from.claimBaseline, from.splitShare),
})

export const claimBaselineOf = choice({
  ...words,
  name: 'claim-baseline',
  label: 'Baseline as it stood when the claim was made',
  among: { total: claimBaseline, category: claimBaselineInCategory },
  pick: (cell) => (cell.category === 'total' ? 'total' : 'category'),
})
