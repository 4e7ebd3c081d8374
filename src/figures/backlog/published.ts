import { yearLabel } from '../../terms/year.ts'
import { required, series, yearOf, type Model } from '../model.ts'

/** The maintenance backlog of NHS trusts and what was invested to reduce it, as policy knew them on the as-of date. */

/** Cost to eradicate the backlog, all risks. England, GBP million of the day. */
export const publishedBacklog = series({
  name: 'backlog-published',
  label: 'Maintenance backlog, as published',
  unit: 'nominal backlog',
  dims: ['year'],
  source: 'maintenance-backlog',
  read: (cell, model) => ({
    dataset: 'maintenance-backlog',
    dimensions: { risk: 'total' },
    period: yearLabel(yearOf(cell), 'financial'),
    asOf: model.settings.asOf,
  }),
})

/** Capital spent to reduce the backlog. England, GBP million of the day. */
export const publishedInvestment = series({
  name: 'backlog-investment-published',
  label: 'Investment to reduce the backlog, as published',
  unit: 'nominal cdel',
  dims: ['year'],
  source: 'backlog-investment',
  read: (cell, model) => ({
    dataset: 'backlog-investment',
    dimensions: {},
    period: yearLabel(yearOf(cell), 'financial'),
    asOf: model.settings.asOf,
  }),
})

/** The last year whose backlog is published: where the projection opens. */
export function lastBacklogYear(model: Model): number {
  return required(model.lastYear(publishedBacklog, {}), 'published backlog')
}

export function lastInvestmentYear(model: Model): number {
  return required(model.lastYear(publishedInvestment, {}), 'published backlog investment')
}
