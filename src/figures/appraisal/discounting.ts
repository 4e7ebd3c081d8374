import type { Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { yearsOf } from '../../terms/year.ts'
import { carried, choice, counted, gathered, over, series, variable, yearOf, type Model } from '../model.ts'

/**
 * Chapter 15. Discounting (MODEL.md 6): Green Book rates by year of the appraisal, as one edition of the data has them.
 * Year 0 has factor 1, and the factors of later years multiply year by year. For real money alone.
 */

/** Every year of the appraisal, year 0 the first; by starting year. None where the run is no appraisal. */
export function appraisedYears(model: Model): number[] {
  const { appraisal } = model.settings
  if (appraisal === undefined) return []
  const { baseYear, horizon } = appraisal
  return yearsOf({ from: baseYear, to: baseYear + horizon })
}

const rateWords = { unit: 'percent', dims: ['schedule', 'year'], source: 'MODEL.md 6' } as const

/** The first year of the span whose rate holds in a year. */
function spanOf(cell: Cell, { settings: { appraisal } }: Model): number | undefined {
  if (appraisal === undefined) return undefined
  const year = yearOf(cell) - appraisal.baseYear
  return appraisal.spans.get(cell.schedule ?? '')?.findLast((first) => first <= year)
}

const asPublished = series({
  name: 'discount-rate-published',
  label: 'Discount rate a year, as published',
  unit: 'percent',
  dims: ['schedule', 'year'],
  source: 'discount-rates',
  read: (cell, model) => {
    const span = spanOf(cell, model)
    const { appraisal } = model.settings
    if (span === undefined || appraisal === undefined) return { missing: 'no-discount-rate' }
    return {
      dataset: 'discount-rates',
      dimensions: {
        edition: appraisal.edition,
        schedule: cell.schedule ?? '',
        from_year: String(span),
      },
      period: '',
      column: 'rate_percent',
    }
  },
})

/** What the standard rate of the first thirty years is made of, as HM Treasury states it (December 2025). */
const component = <U extends 'percent' | 'ratio'>(unit: U, name: string, label: string, value: string) =>
  series({
    ...{ name, label, unit },
    dims: [],
    source: 'MODEL.md 6',
    read: (): Given => ({
      value: new Decimal(value),
      status: 'outturn',
      note: 'HM Treasury, terms of reference of the review of the discount rate, December 2025',
    }),
  })
const timePreference = component('percent', 'pure-time-preference', 'pure time preference δ', '0.5')
const risk = component('percent', 'catastrophic-risk', 'catastrophic risk L', '1')
const elasticity = component('ratio', 'marginal-utility', 'elasticity of marginal utility μ', '1')
const growth = component('percent', 'consumption-growth', 'growth of consumption g', '2')
const parts = { timePreference, risk, elasticity, growth }

/** Nothing, while the published rate is what its parts come to; it is what is published that counts. */
const beyondParts = variable({
  ...rateWords,
  name: 'discount-rate-beyond-parts',
  label: 'what is published beyond them',
  from: { published: asPublished, ...parts },
  formula: (calc, from) => {
    const made = calc.add(calc.add(from.timePreference, from.risk), calc.scale(from.growth, from.elasticity))
    return calc.subtract(from.published, made)
  },
})

/** 3.5 = δ 0.5 + L 1.0 + μ 1 × g 2.0. */
const asMadeUp = variable({
  ...rateWords,
  name: 'discount-rate-made-up',
  label: 'Discount rate, by what it is made of',
  from: { ...parts, beyondParts },
  formula: (calc, from) => {
    const basic = calc.add(from.timePreference, from.risk)
    return calc.add(calc.add(basic, calc.scale(from.growth, from.elasticity)), from.beyondParts)
  },
})

const shift = series({
  name: 'discount-rate-shift',
  label: 'what is added to every rate to test how much hangs on it',
  unit: 'percent',
  dims: [],
  source: 'MODEL.md 6',
  read: (_cell, model): Given => {
    const added = (model.settings.appraisal?.shift ?? new Decimal(0)).times(100)
    return { value: added, status: added.isZero() ? 'outturn' : 'assumption', neutral: added.isZero() }
  },
})

const rateOfEdition = choice({
  ...rateWords,
  name: 'discount-rate-of-edition',
  label: 'Discount rate of the edition',
  among: { published: asPublished, madeUp: asMadeUp },
  pick: (cell, model) =>
    cell.schedule === 'standard' &&
    spanOf(cell, model) === 0 &&
    model.settings.appraisal?.edition === 'green-book-2026'
      ? 'madeUp'
      : 'published',
})

/** The real rate a year is discounted at. */
export const discountRate = variable({
  ...rateWords,
  name: 'discount-rate',
  label: 'Discount rate, real, a year',
  from: { rateOfEdition, shift },
  formula: (calc, from) => calc.add(from.rateOfEdition, from.shift),
})

const factorWords = { unit: 'ratio', dims: ['schedule', 'year'], source: 'MODEL.md 6' } as const

const whole = series({
  name: 'whole',
  label: 'one',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1),
})

/** What a pound of a year is worth in year 0: 1 in year 0, each later year’s that of the year before ÷ (1 + its rate). */
export const discountFactor = carried({
  ...factorWords,
  name: 'discount-factor',
  label: 'Discount factor',
  opening: whole,
  opens: (cell, model) => yearOf(cell) <= (model.settings.appraisal?.baseYear ?? Infinity),
  from: { whole, discountRate },
  formula: (calc, from) =>
    calc.ratio(from.lastYear, calc.grow(from.whole, calc.fromPercent('ratio', from.discountRate))),
})

/** What a pound a year is worth, paid in every year but year 0. */
export const annuity = gathered({
  name: 'annuity-factor',
  label: 'Annuity factor: the discount factors of all years but year 0',
  unit: 'ratio',
  dims: ['schedule'],
  source: 'MODEL.md 6',
  from: {
    factors: over(discountFactor, (cell, model) =>
      appraisedYears(model)
        .slice(1)
        .map((year) => ({ ...cell, year })),
    ),
  },
  formula: (calc, from) => calc.sum(from.factors),
})

/** One over the annuity factor: the even yearly payment that is worth a pound in year 0. */
export const perAnnuity = variable({
  name: 'annuity-payment',
  label: 'Even yearly payment that is worth one in year 0',
  unit: 'ratio',
  dims: ['schedule'],
  source: 'MODEL.md 6',
  from: { whole, annuity },
  formula: (calc, from) => calc.ratio(from.whole, from.annuity),
})
