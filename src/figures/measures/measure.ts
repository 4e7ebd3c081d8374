import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { baselineTotal } from '../capital.ts'
import { deflator, gdp, resourceBudget } from '../economy.ts'
import {
  at,
  choice,
  required,
  series,
  stated,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from '../model.ts'
import type { MeasureSetting } from '../settings.ts'
import { adopted } from './adoption.ts'
import {
  amount,
  evenPart,
  measureOf,
  measureWords,
  none,
  ramped,
  scheduled,
  yearsIn,
  yearsOfProfile,
} from './stated.ts'

/** Measures that reach for something (growth, a share), what holds after the end, and the measure itself. */

/** Baseline and the measures listed before this one: what this one is added to. */
const before: ModelFigure<'nominal cdel'> = choice({
  ...measureWords,
  name: 'capital-before-measure',
  label: 'Baseline and the measures listed before',
  among: {
    baseline: baselineTotal,
    get withEarlier() {
      return withEarlier
    },
  },
  pick: (cell, model) => (previous(cell, model) === undefined ? 'baseline' : 'withEarlier'),
})

function previous(cell: Cell, model: Model): string | undefined {
  const ids = model.settings.measures.map((each) => each.id)
  return ids[ids.indexOf(required(cell.measure, 'measure')) - 1]
}

const previousCell = (cell: Cell, model: Model): Cell => ({
  ...cell,
  measure: required(previous(cell, model), 'earlier measure'),
})

const withEarlier: ModelFigure<'nominal cdel'> = variable({
  ...measureWords,
  name: 'capital-with-earlier-measure',
  label: 'What the measure before was added to, and that measure',
  from: {
    before: at(before, previousCell),
    get earlier() {
      return at(measureAmount, previousCell)
    },
  },
  formula: (calc, from) => calc.add(from.before, from.earlier),
})

/** The year before a measure begins: where its straight line or its growth starts. */
const start = (cell: Cell, model: Model): Cell => ({ ...cell, year: measureOf(cell, model).from - 1 })

const rate = series({
  name: 'measure-rate',
  label: 'stated real growth a year',
  unit: 'ratio',
  dims: ['measure'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const measure = measureOf(cell, model)
    if (measure.profile !== 'growth') return { missing: 'not-stated' }
    return stated(new Decimal(1).plus(measure.rate), 'assumption', measure.said)
  },
})

const grown = variable({
  ...measureWords,
  name: 'measure-growth',
  label: 'Measure, what brings capital to a stated real growth',
  from: {
    now: before,
    then: at(before, start),
    rate,
    yearsIn,
    deflator,
    deflatorThen: at(deflator, start),
  },
  formula: (calc, from) => {
    const real = calc.scale(from.then, calc.power(from.rate, from.yearsIn))
    const target = calc.scale(real, calc.ratio(from.deflator, from.deflatorThen))
    return calc.subtract(target, from.now)
  },
})

const targetShare = <U extends 'cdel per uk-gdp' | 'cdel per del'>(
  unit: U,
  profile: MeasureSetting['profile'],
) =>
  series({
    name: `measure-target-${unit === 'cdel per del' ? 'budget' : 'gdp'}-share`,
    label: 'share to be reached',
    unit,
    dims: ['measure'],
    source: 'scenario',
    read: (cell: Cell, model: Model): Given | Absent => {
      const measure = measureOf(cell, model)
      if (measure.profile !== profile || !('share' in measure)) return { missing: 'not-stated' }
      return stated(measure.share, 'assumption', measure.said)
    },
  })

const reachGdpShare = variable({
  ...measureWords,
  name: 'measure-reach-gdp-share',
  label: 'Measure, what brings capital to a share of UK GDP',
  from: {
    now: before,
    gdp,
    then: at(before, start),
    gdpThen: at(gdp, start),
    target: targetShare('cdel per uk-gdp', 'reach-gdp-share'),
    yearsIn,
    yearsOfProfile,
  },
  formula: (calc, from) => {
    const share = calc.share(from.then, from.gdpThen)
    const step = calc.part(calc.subtract(from.target, share), from.yearsIn, from.yearsOfProfile)
    return calc.subtract(calc.times(calc.add(share, step), from.gdp), from.now)
  },
})

/** Share of capital in capital plus resource budget on the way to a target: a straight line from the year before. */
const budgetShareOnTheWay = variable({
  name: 'measure-budget-share-on-the-way',
  label: 'Share of the budget on the way to the target',
  unit: 'cdel per del',
  dims: measureWords.dims,
  source: 'MODEL.md 4',
  from: {
    then: at(before, start),
    resourceThen: at(resourceBudget, start),
    target: targetShare('cdel per del', 'reach-budget-share'),
    yearsIn,
    yearsOfProfile,
  },
  formula: (calc, from) => {
    const budget = calc.add(
      calc.recast('nominal del', from.then, 'capital in the whole budget'),
      calc.recast('nominal del', from.resourceThen, 'day-to-day spending in the whole budget'),
    )
    const share = calc.share(from.then, budget)
    return calc.add(share, calc.part(calc.subtract(from.target, share), from.yearsIn, from.yearsOfProfile))
  },
})

const reachWithNewMoney = variable({
  ...measureWords,
  name: 'measure-reach-budget-share-new-money',
  label: 'Measure, what brings capital to a share of the budget with new money',
  from: { now: before, share: budgetShareOnTheWay, resourceBudget },
  formula: (calc, from) => {
    const perResource = calc.recast(
      'cdel per rdel',
      calc.odds(from.share),
      'capital per pound of day-to-day spending',
    )
    return calc.subtract(calc.times(perResource, from.resourceBudget), from.now)
  },
})

const reachWithinFixed = variable({
  ...measureWords,
  name: 'measure-reach-budget-share-fixed',
  label: 'Measure, what brings capital to a share of a fixed budget',
  from: { now: before, share: budgetShareOnTheWay, resourceBudget },
  formula: (calc, from) => {
    const budget = calc.add(
      calc.recast('nominal del', from.now, 'capital in the whole budget'),
      calc.recast('nominal del', from.resourceBudget, 'day-to-day spending in the whole budget'),
    )
    return calc.subtract(calc.times(from.share, budget), from.now)
  },
})

const during = choice({
  ...measureWords,
  name: 'measure-by-profile',
  label: 'Measure, by its profile',
  among: {
    level: amount,
    ramp: ramped,
    total: evenPart,
    schedule: scheduled,
    growth: grown,
    adoption: adopted,
    'reach-gdp-share': reachGdpShare,
    'new-money': reachWithNewMoney,
    fixed: reachWithinFixed,
  },
  pick: (cell, model) => {
    const measure = measureOf(cell, model)
    return measure.profile === 'reach-budget-share' ? measure.envelope : measure.profile
  },
})

const end = (cell: Cell, model: Model): Cell => ({ ...cell, year: measureOf(cell, model).to })

const heldReal = variable({
  ...measureWords,
  name: 'measure-held-real',
  label: 'Measure, its last amount kept level in real terms',
  from: { last: at(during, end), deflator, deflatorThen: at(deflator, end) },
  formula: (calc, from) => calc.scale(from.last, calc.ratio(from.deflator, from.deflatorThen)),
})

const heldShare = variable({
  ...measureWords,
  name: 'measure-held-share',
  label: 'Measure, its last amount kept a constant share of UK GDP',
  from: { last: at(during, end), gdp, gdpThen: at(gdp, end) },
  formula: (calc, from) => calc.scale(from.last, calc.ratio(from.gdp, from.gdpThen)),
})

/** What a measure adds in a year, all categories together. */
export const measureAmount: ModelFigure<'nominal cdel'> = choice({
  ...measureWords,
  name: 'measure',
  label: 'Measure',
  among: { none, during, real: heldReal, nominal: at(during, end), share: heldShare },
  pick: (cell, model) => {
    const { from, to, hold, profile } = measureOf(cell, model)
    const year = yearOf(cell)
    if (year < from) return 'none'
    const reaches = profile === 'reach-gdp-share' || profile === 'reach-budget-share'
    if (year <= to || (hold === 'share' && reaches)) return 'during'
    return hold === 'stop' ? 'none' : hold
  },
})
