import type { Absent, Given } from '../engine/figure.ts'
import type { Cell } from '../terms/cell.ts'
import { Decimal } from '../terms/decimal.ts'
import type { PriceBasis } from '../terms/prices.ts'
import { baselineTotal } from './capital.ts'
import { deflator, gdp, resourceBudget } from './economy.ts'
import {
  at,
  choice,
  counted,
  gathered,
  nothing,
  over,
  required,
  series,
  stated,
  statedMoney,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from './model.ts'
import { ofTheDay } from './prices.ts'
import type { MeasureSetting, Money } from './settings.ts'
import { shareIn, splitShare } from './split.ts'

/**
 * Chapter 10. Measures: what a scenario adds to the baseline, year by year, by profile. England, CDEL, GBP million of
 * the day. A measure may read the baseline and the measures listed before it, never those after.
 */

export function measureOf(cell: Cell, model: Model): MeasureSetting {
  const id = required(cell.measure, 'measure')
  return required(
    model.settings.measures.find((each) => each.id === id),
    `measure ${id}`,
  )
}

const words = { unit: 'nominal cdel', dims: ['measure', 'year'], source: 'MODEL.md 4' } as const
const countWords = { unit: 'count', dims: ['measure', 'year'], source: 'scenario' } as const

/** Years of the profile passed, this one counted; after its end all of them. */
const yearsIn = series({
  ...countWords,
  name: 'measure-years-in',
  label: 'years of the profile passed',
  read: (cell, model) => {
    const { from, to } = measureOf(cell, model)
    return counted(Math.min(yearOf(cell), to) - from + 1)
  },
})

const yearsOfProfile = series({
  ...countWords,
  name: 'measure-years',
  label: 'years of the profile',
  dims: ['measure'],
  read: (cell, model) => {
    const { from, to } = measureOf(cell, model)
    return counted(to - from + 1)
  },
})

const oneYear = series({ ...countWords, name: 'one-year', label: 'one', dims: [], read: () => counted(1) })

function amountOf(cell: Cell, model: Model): Money | undefined {
  const measure = measureOf(cell, model)
  if (measure.profile === 'schedule') return measure.amounts.get(yearOf(cell))
  return 'amount' in measure ? measure.amount : undefined
}

const readAmount =
  (kind: 'nominal' | 'real') =>
  (cell: Cell, model: Model): Given | Absent => {
    const money = amountOf(cell, model)
    if (money === undefined || (money.prices === 'nominal') !== (kind === 'nominal')) return { missing: 'not-stated' }
    return statedMoney(money, 'assumption', measureOf(cell, model).said)
  }

/** The stated amount of a year, as money of the day. */
const amount = ofTheDay({
  name: 'measure-stated-amount',
  label: 'stated amount',
  dims: words.dims,
  nominal: series({
    ...words,
    name: 'measure-amount-nominal',
    label: 'stated amount, money of the day',
    source: 'scenario',
    read: readAmount('nominal'),
  }),
  real: series({
    name: 'measure-amount-real',
    label: 'stated amount, in its own prices',
    unit: 'real cdel',
    dims: words.dims,
    source: 'scenario',
    read: readAmount('real'),
  }),
  basis: (cell, model): PriceBasis => amountOf(cell, model)?.prices ?? 'nominal',
})

const none = series({
  ...words,
  name: 'measure-nothing',
  label: 'nothing',
  dims: [],
  source: 'scenario',
  read: () => nothing('outside the years of the measure'),
})

const ramped = variable({
  ...words,
  name: 'measure-ramp',
  label: 'Measure, growing in even steps to its full amount',
  from: { amount, yearsIn, yearsOfProfile },
  formula: (calc, from) => calc.part(from.amount, from.yearsIn, from.yearsOfProfile),
})

const evenPart = variable({
  ...words,
  name: 'measure-total',
  label: 'Measure, an even part of its total',
  from: { amount, oneYear, yearsOfProfile },
  formula: (calc, from) => calc.part(from.amount, from.oneYear, from.yearsOfProfile),
})

const scheduled = choice({
  ...words,
  name: 'measure-schedule',
  label: 'Measure, as scheduled',
  among: { amount, none },
  pick: (cell, model) => (amountOf(cell, model) === undefined ? 'none' : 'amount'),
})

/** Baseline and the measures listed before this one: what this one is added to. */
const before: ModelFigure<'nominal cdel'> = choice({
  ...words,
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
  ...words,
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
  ...words,
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

const targetShare = <U extends 'cdel per uk-gdp' | 'cdel per del'>(unit: U, profile: MeasureSetting['profile']) =>
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
  ...words,
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
  dims: words.dims,
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
  ...words,
  name: 'measure-reach-budget-share-new-money',
  label: 'Measure, what brings capital to a share of the budget with new money',
  from: { now: before, share: budgetShareOnTheWay, resourceBudget },
  formula: (calc, from) => {
    const perResource = calc.recast('cdel per rdel', calc.odds(from.share), 'capital per pound of day-to-day spending')
    return calc.subtract(calc.times(perResource, from.resourceBudget), from.now)
  },
})

const reachWithinFixed = variable({
  ...words,
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
  ...words,
  name: 'measure-by-profile',
  label: 'Measure, by its profile',
  among: {
    level: amount,
    ramp: ramped,
    total: evenPart,
    schedule: scheduled,
    growth: grown,
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
  ...words,
  name: 'measure-held-real',
  label: 'Measure, its last amount kept level in real terms',
  from: { last: at(during, end), deflator, deflatorThen: at(deflator, end) },
  formula: (calc, from) => calc.scale(from.last, calc.ratio(from.deflator, from.deflatorThen)),
})

const heldShare = variable({
  ...words,
  name: 'measure-held-share',
  label: 'Measure, its last amount kept a constant share of UK GDP',
  from: { last: at(during, end), gdp, gdpThen: at(gdp, end) },
  formula: (calc, from) => calc.scale(from.last, calc.ratio(from.gdp, from.gdpThen)),
})

/** What a measure adds in a year, all categories together. */
export const measureAmount: ModelFigure<'nominal cdel'> = choice({
  ...words,
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

const ownShare = series({
  name: 'measure-own-share',
  label: 'share of the measure, as its own split says',
  unit: 'ratio',
  dims: ['measure', 'category'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const { split, said } = measureOf(cell, model)
    if (split === undefined) return { missing: 'not-stated' }
    return stated(shareIn(split, required(cell.category, 'category')), 'assumption', said)
  },
})

const shareOfMeasure = choice({
  name: 'measure-share',
  label: 'Share of the measure in a category',
  unit: 'ratio',
  dims: ['measure', 'category', 'year'],
  source: 'MODEL.md 4',
  among: { own: ownShare, scenario: splitShare },
  pick: (cell, model) => (measureOf(cell, model).split === undefined ? 'scenario' : 'own'),
})

const inCategory = variable({
  name: 'measure-in-category',
  label: 'Measure, the part in a category',
  unit: 'nominal cdel',
  dims: ['measure', 'category', 'year'],
  source: 'MODEL.md 4',
  from: { measureAmount, shareOfMeasure },
  formula: (calc, from) => calc.scale(from.measureAmount, from.shareOfMeasure),
})

const allMeasures = (cell: Cell, model: Model): Cell[] =>
  model.settings.measures.map((measure) => ({ ...cell, measure: measure.id }))

const noMeasure = series({
  ...words,
  name: 'no-measure',
  label: 'no measure',
  dims: [],
  source: 'scenario',
  read: () => nothing('the scenario adds no measure'),
})

const addedTotal = gathered({
  ...words,
  name: 'added-total',
  label: 'All measures',
  dims: ['year'],
  from: { measures: over(measureAmount, allMeasures) },
  formula: (calc, from) => calc.sum(from.measures),
})

const addedInCategory = gathered({
  ...words,
  name: 'added-in-category',
  label: 'All measures, the part in a category',
  dims: ['category', 'year'],
  from: { measures: over(inCategory, allMeasures) },
  formula: (calc, from) => calc.sum(from.measures),
})

/** What the measures add in a year to a category, or in all. */
export const added = choice({
  ...words,
  name: 'added',
  label: 'Added by measures',
  dims: ['category', 'year'],
  among: { none: noMeasure, total: addedTotal, category: addedInCategory },
  pick: (cell, model) => {
    if (model.settings.measures.length === 0) return 'none'
    return cell.category === 'total' ? 'total' : 'category'
  },
})

const shareOfSubCategory = series({
  name: 'measure-sub-category-share',
  label: 'share of the measure in a sub-category, as its split says',
  unit: 'ratio',
  dims: ['measure', 'subCategory'],
  source: 'scenario',
  read: (cell, model): Given | Absent => {
    const { split, said } = measureOf(cell, model)
    const share = [...(split ?? [])].find(([name]) => name === cell.subCategory)?.[1]
    return share === undefined ? { missing: 'not-in-the-split' } : stated(share, 'assumption', said)
  },
})

const inSubCategory = variable({
  name: 'measure-in-sub-category',
  label: 'Measure, the part in a sub-category',
  unit: 'nominal cdel',
  dims: ['measure', 'subCategory', 'year'],
  source: 'MODEL.md 4',
  from: { measureAmount, shareOfSubCategory },
  formula: (calc, from) => calc.scale(from.measureAmount, from.shareOfSubCategory),
})

/** Measures whose split names a sub-category. */
export function measuresNaming(subCategory: string, model: Model): readonly MeasureSetting[] {
  return model.settings.measures.filter((measure) => [...(measure.split ?? [])].some(([name]) => name === subCategory))
}

/** What the measures add to a sub-category their splits name; the baseline is not published so finely. */
export const addedInSubCategory = gathered({
  ...words,
  name: 'added-in-sub-category',
  label: 'Added by measures, the part in a sub-category',
  dims: ['subCategory', 'year'],
  from: {
    measures: over(inSubCategory, (cell, model) =>
      measuresNaming(required(cell.subCategory, 'sub-category'), model).map((each) => ({ ...cell, measure: each.id })),
    ),
  },
  formula: (calc, from) => calc.sum(from.measures),
})
