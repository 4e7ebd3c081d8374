import type { Given } from '../../engine/figure.ts'
import { Decimal } from '../../terms/decimal.ts'
import { assumed } from '../assumptions.ts'
import { afterPlans } from '../capital.ts'
import { deflator } from '../economy.ts'
import { addedInSubCategory, measuresNaming } from '../measures/by-category.ts'
import { at, carried, choice, nothing, series, variable, yearOf, type Model } from '../model.ts'
import { underspend } from '../spend.ts'
import { lastBacklogYear, lastInvestmentYear, publishedInvestment } from './published.ts'

/** What is spent on the backlog: as published, then what plans hold and what measures add. England, money of the day. */

const words = { unit: 'nominal cdel', dims: ['year'], source: 'MODEL.md 6' } as const

/** The Spending Review of 11 June 2025: £30bn for maintenance and repair over the five years from 2025-26. */
const review = { published: '2025-06-11', from: 2025, to: 2029, aYear: '6000' } as const

const ofReview = series({
  ...words,
  name: 'backlog-planned-in-review',
  label: 'Maintenance and repair in the plans of the Spending Review 2025, an even part a year',
  dims: [],
  read: (): Given => ({
    value: new Decimal(review.aYear),
    status: 'assumption',
    flags: ['illustrative'],
  }),
})

const lastInvested = variable({
  ...words,
  name: 'backlog-investment-held',
  label: 'Last published investment to reduce the backlog, level in real terms',
  from: {
    last: at(publishedInvestment, (_cell, model) => ({ year: lastInvestmentYear(model) })),
    deflator,
    deflatorThen: at(deflator, (_cell, model) => ({ year: lastInvestmentYear(model) })),
  },
  formula: (calc, from) =>
    calc.mark(
      calc.assume(calc.scale(from.last, calc.ratio(from.deflator, from.deflatorThen))),
      'illustrative',
    ),
})

const opening = choice({
  ...words,
  name: 'backlog-planned-in-plans',
  label: 'Investment in the backlog in plans',
  among: { ofReview, lastInvested },
  pick: (cell) => (yearOf(cell) < review.from ? 'lastInvested' : 'ofReview'),
})

const sinceReview = carried({
  ...words,
  name: 'backlog-planned-rolled-on',
  label: 'Investment in the backlog in plans, rolled on',
  opening,
  opens: (cell) => yearOf(cell) <= review.to,
  from: { afterPlans },
  formula: (calc, from) => calc.scale(from.lastYear, from.afterPlans),
})

const knowsReview = (model: Model): boolean =>
  model.settings.asOf === undefined || model.settings.asOf >= review.published

/** Investment in the backlog that plans already hold. */
export const plannedForBacklog = assumed({
  ...words,
  name: 'backlog-planned',
  label: 'Investment in the backlog already in plans',
  default: choice({
    ...words,
    name: 'backlog-planned-default',
    label: 'Investment in the backlog already in plans, default',
    among: { sinceReview, lastInvested },
    pick: (_cell, model) => (knowsReview(model) ? 'sinceReview' : 'lastInvested'),
  }),
})

const noMeasure = series({
  ...words,
  name: 'backlog-no-measure',
  label: 'no measure names the backlog',
  dims: [],
  source: 'MODEL.md 6',
  read: () => nothing('no measure puts money into the sub-category backlog'),
})

const added = choice({
  ...words,
  name: 'backlog-added',
  label: 'Added by measures to the backlog',
  among: { measures: at(addedInSubCategory, (cell) => ({ ...cell, subCategory: 'backlog' })), noMeasure },
  pick: (_cell, model) => (measuresNaming('backlog', model).length > 0 ? 'measures' : 'noMeasure'),
})

const projected = variable({
  ...words,
  name: 'backlog-investment-projected',
  label: 'Investment in the backlog: plans and measures, less underspend',
  from: { plannedForBacklog, added, underspend },
  formula: (calc, from) => calc.shrink(calc.add(from.plannedForBacklog, from.added), from.underspend),
})

/** What is spent to reduce the backlog in a year. */
export const backlogInvestment = choice({
  ...words,
  name: 'backlog-investment',
  label: 'Investment in the backlog',
  among: { published: publishedInvestment, projected },
  pick: (cell, model) => (yearOf(cell) <= lastBacklogYear(model) ? 'published' : 'projected'),
})
