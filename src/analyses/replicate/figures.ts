import { comparatorOf, comparatorShare } from '../../figures/comparators.ts'
import { printedActual } from '../../figures/lookback.ts'
import { gathered, over, series } from '../../figures/model.ts'
import { baseline } from '../../figures/spend.ts'
import { yearLabel, yearsOf, type YearRange } from '../../terms/year.ts'

/** Figures that only a published claim asks for: means and sums over the model's own, and rows as published. */

/** What the subject of the look-back invested a year, on average over its window. */
export const meanActual = gathered({
  name: 'mean-actual',
  label: 'Mean investment a year over the window',
  unit: 'output gfcf-cy',
  dims: ['comparator'],
  source: 'published-claims',
  from: {
    years: over(printedActual.printed, (cell, model) =>
      yearsOf(comparatorOf(cell, model).window).map((calendarYear) => ({ ...cell, calendarYear })),
    ),
  },
  formula: (calc, from) => calc.mean(from.years),
})

/** The group's share of GDP, on average over the window of the look-back. */
export const meanShare = gathered({
  name: 'mean-comparator-share',
  label: 'Mean comparator share over the window',
  unit: 'gfcf-cy per gdp-cy',
  dims: ['comparator'],
  source: 'published-claims',
  from: {
    years: over(comparatorShare, (cell, model) =>
      yearsOf(comparatorOf(cell, model).window).map((calendarYear) => ({ ...cell, calendarYear })),
    ),
  },
  formula: (calc, from) => calc.mean(from.years),
})

/** Capital of the NHS, several years together: the whole budget less research and central bodies. */
export function nhsCapital(years: YearRange) {
  return gathered({
    name: 'nhs-capital',
    label: 'Capital budget less research and central bodies',
    unit: 'nominal cdel',
    dims: [],
    source: 'published-claims',
    from: {
      parts: over(baseline, () =>
        yearsOf(years).flatMap((year) => [
          { category: 'infrastructure', year },
          { category: 'digital', year },
        ]),
      ),
    },
    formula: (calc, from) => calc.sum(from.parts),
  })
}

/** The maintenance backlog of NHS trusts in a year, all risks, as published. */
export function publishedBacklog(year: number) {
  return series({
    name: 'published-backlog',
    label: 'Maintenance backlog, as published',
    unit: 'nominal backlog',
    dims: [],
    source: 'maintenance-backlog',
    read: (_cell, model) => ({
      dataset: 'maintenance-backlog',
      dimensions: { risk: 'total' },
      period: yearLabel(year, 'financial'),
      asOf: model.settings.asOf,
    }),
  })
}
