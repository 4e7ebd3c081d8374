import type { Cell } from '../../terms/cell.ts'
import { baselineTotal } from '../capital.ts'
import { resourceBudget } from '../economy.ts'
import { at, choice, counted, series, stated, variable, yearOf, type Model } from '../model.ts'
import { benchmarkOfKind, quotedStatus } from './benchmark.ts'

/** Requirement as a share of capital plus resource budget, reached in a straight line. The capital is the baseline's. */

const words = { unit: 'nominal cdel', dims: ['benchmark', 'year'], source: 'MODEL.md 5' } as const
const countWords = { unit: 'count', source: 'scenario' } as const
const start = (cell: Cell, model: Model): Cell => ({
  year: benchmarkOfKind('budget-share', cell, model).from - 1,
})

const yearsIn = series({
  ...countWords,
  name: 'budget-share-years-in',
  label: 'years passed on the way',
  dims: ['benchmark', 'year'],
  read: (cell, model) => {
    const { from, by } = benchmarkOfKind('budget-share', cell, model)
    return counted(Math.min(yearOf(cell), by) - from + 1)
  },
})

const yearsInAll = series({
  ...countWords,
  name: 'budget-share-years',
  label: 'years on the way in all',
  dims: ['benchmark'],
  read: (cell, model) => {
    const { from, by } = benchmarkOfKind('budget-share', cell, model)
    return counted(by - from + 1)
  },
})

const target = series({
  name: 'budget-share-target',
  label: 'share to be reached',
  unit: 'cdel per del',
  dims: ['benchmark'],
  source: 'scenario',
  read: (cell, model) => {
    const benchmark = benchmarkOfKind('budget-share', cell, model)
    return stated(benchmark.share, quotedStatus(benchmark), benchmark.said)
  },
})

const wholeBudget = variable({
  name: 'whole-budget',
  label: 'Capital plus resource budget',
  unit: 'nominal del',
  dims: ['year'],
  source: 'MODEL.md 5',
  from: { capital: baselineTotal, resourceBudget },
  formula: (calc, from) =>
    calc.add(
      calc.recast('nominal del', from.capital, 'capital in the whole budget'),
      calc.recast('nominal del', from.resourceBudget, 'day-to-day spending in the whole budget'),
    ),
})

const share = variable({
  name: 'budget-share-on-the-way',
  label: 'Share of the budget on the way to the target',
  unit: 'cdel per del',
  dims: ['benchmark', 'year'],
  source: 'MODEL.md 5',
  from: { capital: at(baselineTotal, start), budget: at(wholeBudget, start), target, yearsIn, yearsInAll },
  formula: (calc, from) => {
    const before = calc.share(from.capital, from.budget)
    return calc.add(before, calc.part(calc.subtract(from.target, before), from.yearsIn, from.yearsInAll))
  },
})

const ofFixedBudget = variable({
  ...words,
  name: 'requirement-budget-share-fixed',
  label: 'Requirement as a share of a fixed budget',
  from: { share, wholeBudget },
  formula: (calc, from) => calc.times(from.share, from.wholeBudget),
})

const withNewMoney = variable({
  ...words,
  name: 'requirement-budget-share-new-money',
  label: 'Requirement as a share of a budget that grows with it',
  from: { share, resourceBudget },
  formula: (calc, from) => {
    const perResource = calc.recast(
      'cdel per rdel',
      calc.odds(from.share),
      'capital per pound of day-to-day spending',
    )
    return calc.times(perResource, from.resourceBudget)
  },
})

export const atBudgetShare = choice({
  ...words,
  name: 'requirement-budget-share',
  label: 'Requirement as a share of the budget',
  among: { fixed: ofFixedBudget, 'new-money': withNewMoney },
  pick: (cell, model) => benchmarkOfKind('budget-share', cell, model).envelope,
})
