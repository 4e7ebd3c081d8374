import type { Absent, Given } from '../engine/figure.ts'
import type { Cell } from '../terms/cell.ts'
import { yearLabel } from '../terms/year.ts'
import { deflator, gdp } from './economy.ts'
import {
  at,
  carried,
  choice,
  counted,
  required,
  series,
  stated,
  statedMoney,
  variable,
  yearOf,
  type Model,
} from './model.ts'
import { ofTheDay } from './prices.ts'

/**
 * Chapter 7. The capital budget: what was published, as it stood on any day, and how it rolls on after the last plan.
 * `asOf` is a day, or empty for everything published.
 */

/** The capital budget by the spine of definitions, or by the one a scenario names. GBP million of the day. */
export const publishedCapital = series({
  name: 'capital',
  label: 'Capital budget, as published',
  unit: 'nominal cdel',
  dims: ['year', 'asOf'],
  source: 'dhsc-capital',
  read: (cell) => ({
    dataset: 'dhsc-capital',
    dimensions: {},
    period: yearLabel(yearOf(cell), 'financial'),
    spine: { definition: undefined },
    asOf: cell.asOf === '' ? undefined : cell.asOf,
  }),
})

/** The same for the series a scenario takes as its baseline. */
const baselineCapital = series({
  name: 'baseline-capital',
  label: 'Capital of the baseline’s series, as published',
  unit: 'nominal cdel',
  dims: ['year', 'asOf'],
  source: 'baseline',
  read: (cell, model) => {
    const { baseline } = model.settings
    if (baseline.kind === 'stated') return { missing: 'baseline-is-stated' }
    return {
      dataset: baseline.dataset,
      dimensions: {},
      period: yearLabel(yearOf(cell), 'financial'),
      spine: { definition: baseline.definition },
      asOf: cell.asOf === '' ? undefined : cell.asOf,
    }
  },
})

const realGrowth = series({
  name: 'after-plans-growth',
  label: 'Real growth a year after the last plan',
  unit: 'ratio',
  dims: [],
  source: 'scenario',
  read: (_cell, model): Given | Absent =>
    model.settings.afterPlans.rule === 'real-growth'
      ? stated(model.settings.afterPlans.rate, 'assumption', undefined)
      : { missing: 'no-real-growth-rule' },
})

const factorWords = { unit: 'ratio', dims: ['year'], source: 'MODEL.md 4' } as const
const lastYear = (cell: Cell): Cell => ({ year: yearOf(cell) - 1 })

const flatNominal = series({
  ...factorWords,
  name: 'after-plans-flat-nominal',
  label: 'Change that keeps capital flat in cash',
  source: 'scenario',
  read: () => counted(1, 'flat-nominal'),
})

const flatReal = variable({
  ...factorWords,
  name: 'after-plans-flat-real',
  label: 'Change that keeps capital flat in real terms',
  from: { now: deflator, before: at(deflator, lastYear) },
  formula: (calc, from) => calc.ratio(from.now, from.before),
})

const gdpShare = variable({
  ...factorWords,
  name: 'after-plans-gdp-share',
  label: 'Change that keeps capital a constant share of GDP',
  from: { now: gdp, before: at(gdp, lastYear) },
  formula: (calc, from) => calc.ratio(from.now, from.before),
})

const atRealGrowth = variable({
  ...factorWords,
  name: 'after-plans-at-real-growth',
  label: 'Change at a stated real growth',
  from: { flatReal, realGrowth },
  formula: (calc, from) => calc.grow(from.flatReal, from.realGrowth),
})

/** What one year after the plans is to the year before: the scenario's rule. */
export const afterPlans = choice({
  ...factorWords,
  name: 'after-plans',
  label: 'Change a year after the last plan',
  among: {
    'flat-real': flatReal,
    'flat-nominal': flatNominal,
    'gdp-share': gdpShare,
    'real-growth': atRealGrowth,
  },
  pick: (_cell, model) => model.settings.afterPlans.rule,
})

/** The capital budget as it stood on a day, rolled on after its last plan. */
export const plannedCapital = carried({
  name: 'planned-capital',
  label: 'Capital budget, plans rolled on',
  unit: 'nominal cdel',
  dims: ['year', 'asOf'],
  source: 'MODEL.md 4',
  opening: baselineCapital,
  opens: (cell, model) => {
    const last = model.lastYear(baselineCapital, cell)
    return last === undefined || yearOf(cell) <= last
  },
  from: { afterPlans },
  formula: (calc, from) => calc.assume(calc.scale(from.lastYear, from.afterPlans)),
})

const statedBaseline = (
  model: Model,
): Extract<Model['settings']['baseline'], { kind: 'stated' }> | undefined =>
  model.settings.baseline.kind === 'stated' ? model.settings.baseline : undefined

const statedAmount =
  (kind: 'nominal' | 'real') =>
  (_cell: Cell, model: Model): Given | Absent => {
    const baseline = statedBaseline(model)
    if (baseline === undefined || (baseline.amount.prices === 'nominal') !== (kind === 'nominal')) {
      return { missing: 'not-stated' }
    }
    return statedMoney(baseline.amount, 'assumption', baseline.said)
  }

const statedWords = { dims: [], source: 'scenario' } as const

const statedCapital = ofTheDay({
  name: 'stated-baseline',
  label: 'Baseline the scenario states',
  dims: ['year'],
  nominal: series({
    ...statedWords,
    name: 'stated-baseline-nominal',
    label: 'Stated baseline, money of the day',
    unit: 'nominal cdel',
    read: statedAmount('nominal'),
  }),
  real: series({
    ...statedWords,
    name: 'stated-baseline-real',
    label: 'Stated baseline, in its own prices',
    unit: 'real cdel',
    read: statedAmount('real'),
  }),
  basis: (_cell, model) => statedBaseline(model)?.amount.prices ?? 'nominal',
})

const statedOpening = choice({
  name: 'stated-baseline-opening',
  label: 'Stated baseline in its year',
  unit: 'nominal cdel',
  dims: ['year'],
  source: 'MODEL.md 4',
  among: { stated: statedCapital },
  pick: (cell, model) =>
    yearOf(cell) === statedBaseline(model)?.year ? 'stated' : { missing: 'before-stated-baseline' },
})

const statedRolledOn = carried({
  name: 'stated-baseline-rolled-on',
  label: 'Stated baseline, rolled on',
  unit: 'nominal cdel',
  dims: ['year'],
  source: 'MODEL.md 4',
  opening: statedOpening,
  opens: (cell, model) => yearOf(cell) <= required(statedBaseline(model), 'stated baseline').year,
  from: { afterPlans },
  formula: (calc, from) => calc.assume(calc.scale(from.lastYear, from.afterPlans)),
})

/** The baseline as it stood on a day: the plans of that day, or the stated amount, rolled on. */
export const baselineAsOf = choice({
  name: 'baseline-as-of',
  label: 'Baseline as it stood',
  unit: 'nominal cdel',
  dims: ['year', 'asOf'],
  source: 'MODEL.md 4',
  among: { series: plannedCapital, stated: statedRolledOn },
  pick: (_cell, model) => model.settings.baseline.kind,
})

/** The baseline of the run: no new decision is taken. England, CDEL (or the stated scope), GBP million of the day. */
export const baselineTotal = choice({
  name: 'baseline-total',
  label: 'Baseline, all categories',
  unit: 'nominal cdel',
  dims: ['year'],
  source: 'MODEL.md 4',
  among: {
    asOf: at(baselineAsOf, (cell, model) => ({ year: yearOf(cell), asOf: model.settings.asOf ?? '' })),
  },
  pick: () => 'asOf',
})
