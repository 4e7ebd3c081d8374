import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { arising, clearedPerPound } from '../backlog/arising.ts'
import { backlog, backlogPriceGrowth } from '../backlog/backlog.ts'
import { plannedForBacklog } from '../backlog/investment.ts'
import { deflator } from '../economy.ts'
import { at, carried, choice, counted, series, statedMoney, variable, yearOf, type Model } from '../model.ts'
import { ofTheDay } from '../prices.ts'
import type { Money } from '../setting-values.ts'
import { baseline } from '../spend.ts'
import { benchmarkOfKind } from './benchmark.ts'

/**
 * What it takes to bring the maintenance backlog to a target by a year: an investment even in real terms, and afterwards
 * what holds it there, each less what plans hold for it already. England, CDEL, money of the day.
 */

const clearing = (cell: Cell, model: Model) => benchmarkOfKind('clear-backlog', cell, model)

const words = { dims: ['benchmark', 'year'], source: 'MODEL.md 6' } as const

/** Money that a key of the benchmark states, as money of the day; its figure is missing where the key is not there. */
function statedUnder(key: 'target' | 'planned', label: string) {
  const money = (cell: Cell, model: Model): Money | undefined => clearing(cell, model)[key]
  const read =
    (kind: 'nominal' | 'real') =>
    (cell: Cell, model: Model): Given | Absent => {
      const amount = money(cell, model)
      if (amount === undefined || (amount.prices === 'nominal') !== (kind === 'nominal'))
        return { missing: 'not-stated' }
      return statedMoney(amount, 'assumption', clearing(cell, model).said)
    }
  const own = { dims: ['benchmark'], source: 'scenario' } as const
  return ofTheDay({
    name: `backlog-${key}-of-benchmark`,
    label,
    dims: words.dims,
    nominal: series({
      ...own,
      name: `backlog-${key}-nominal`,
      label: `${label}, money of the day`,
      unit: 'nominal cdel',
      read: read('nominal'),
    }),
    real: series({
      ...own,
      name: `backlog-${key}-real`,
      label: `${label}, in its own prices`,
      unit: 'real cdel',
      read: read('real'),
    }),
    basis: (cell, model) => money(cell, model)?.prices ?? 'nominal',
  })
}

const targetAmount = statedUnder('target', 'backlog to be reached')

const target = variable({
  ...words,
  name: 'backlog-target',
  label: 'Backlog to be reached',
  unit: 'nominal backlog',
  from: { targetAmount },
  formula: (calc, from) => calc.recast('nominal backlog', from.targetAmount, 'work left undone'),
})

const isBefore = (cell: Cell, model: Model): boolean => yearOf(cell) < clearing(cell, model).from

/** The backlog if nothing were spent on it from the first year on. */
const unattended = carried({
  ...words,
  name: 'backlog-unattended',
  label: 'Backlog if nothing were spent on it',
  unit: 'nominal backlog',
  opening: backlog,
  opens: isBefore,
  from: { backlogPriceGrowth, arising },
  formula: (calc, from) => calc.add(calc.grow(from.lastYear, from.backlogPriceGrowth), from.arising),
})

const noneSpent = series({
  ...words,
  name: 'backlog-relief-before',
  label: 'nothing before the first year',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 6',
  read: (): Given => ({ value: new Decimal(0), status: 'outturn', neutral: true }),
})

const deflatorAtStart = at(deflator, (cell: Cell, model: Model) => ({ year: clearing(cell, model).from }))

/** What a pound of the first year, spent every year at the same worth, has taken off the backlog by a year. */
const relief = carried({
  ...words,
  name: 'backlog-relief',
  label: 'Spending of a real pound a year, grown with the price of what it clears',
  unit: 'ratio',
  opening: noneSpent,
  opens: isBefore,
  from: { backlogPriceGrowth, deflator, deflatorAtStart },
  formula: (calc, from) =>
    calc.add(
      calc.grow(from.lastYear, from.backlogPriceGrowth),
      calc.ratio(from.deflator, from.deflatorAtStart),
    ),
})

const one = series({
  name: 'backlog-one',
  label: 'one',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1),
})

const inTargetYear = (cell: Cell, model: Model): Cell => ({ ...cell, year: clearing(cell, model).by })

/** The even investment that reaches the target, as money of the first year. */
const evenInvestment = variable({
  ...words,
  name: 'clearing-investment',
  label: 'Investment a year that brings the backlog to its target, money of the first year',
  unit: 'nominal cdel',
  dims: ['benchmark'],
  from: {
    unattended: at(unattended, inTargetYear),
    target: at(target, inTargetYear),
    relief: at(relief, inTargetYear),
    clearedPerPound,
    one,
  },
  formula: (calc, from) => {
    const toClear = calc.recast(
      'nominal cdel',
      calc.subtract(from.unattended, from.target),
      'money for the work',
    )
    return calc.scale(toClear, calc.ratio(from.one, calc.scale(from.relief, from.clearedPerPound)))
  },
})

const whileClearing = variable({
  ...words,
  name: 'clearing-investment-of-year',
  label: 'Investment that brings the backlog to its target',
  unit: 'nominal cdel',
  from: { evenInvestment, deflator, deflatorAtStart },
  formula: (calc, from) => calc.scale(from.evenInvestment, calc.ratio(from.deflator, from.deflatorAtStart)),
})

/** A cleared estate still ages: after the target year, what keeps the backlog at its target. */
const whileHolding = variable({
  ...words,
  name: 'holding-investment',
  label: 'Investment that holds the backlog at its target',
  unit: 'nominal cdel',
  from: {
    target,
    before: at(target, (cell) => ({ ...cell, year: yearOf(cell) - 1 })),
    backlogPriceGrowth,
    arising,
    clearedPerPound,
    one,
  },
  formula: (calc, from) => {
    const grown = calc.add(calc.grow(from.before, from.backlogPriceGrowth), from.arising)
    const tooMuch = calc.recast('nominal cdel', calc.subtract(grown, from.target), 'money for the work')
    return calc.scale(tooMuch, calc.ratio(from.one, from.clearedPerPound))
  },
})

/** Investment in the backlog that a benchmark calls for in a year, what plans hold included. */
export const backlogInvestmentNeeded = choice({
  ...words,
  name: 'backlog-investment-needed',
  label: 'Investment in the backlog that is needed',
  unit: 'nominal cdel',
  among: { whileClearing, whileHolding },
  pick: (cell, model) => (yearOf(cell) <= clearing(cell, model).by ? 'whileClearing' : 'whileHolding'),
})

/** Of that, what plans hold already. */
export const plannedOfBenchmark = choice({
  ...words,
  name: 'backlog-planned-counted',
  label: 'Investment in the backlog already in plans',
  unit: 'nominal cdel',
  among: { own: statedUnder('planned', 'investment in the backlog already in plans'), plannedForBacklog },
  pick: (cell, model) => (clearing(cell, model).planned === undefined ? 'plannedForBacklog' : 'own'),
})

/** Infrastructure as planned, and what clearing the backlog needs beyond what plans hold for it. */
export const clearBacklog = variable({
  ...words,
  name: 'requirement-clear-backlog',
  label: 'Requirement that clears the maintenance backlog',
  unit: 'nominal cdel',
  from: {
    baseline: at(baseline, (cell) => ({ ...cell, category: 'infrastructure' })),
    backlogInvestmentNeeded,
    planned: plannedOfBenchmark,
  },
  formula: (calc, from) =>
    calc.add(from.baseline, calc.atLeastZero(calc.subtract(from.backlogInvestmentNeeded, from.planned))),
})
