import { yearsOf, type YearRange } from '../../terms/year.ts'
import { at, gathered, over, variable, type ModelFigure } from '../model.ts'
import { nationGdp, nationShare } from '../nation-shares.ts'

/** The flow of digital investment of the UK, as means of several years, and at what leading nations invest. */

const digital = { series: 'national-accounts', asset: 'digital' } as const

const meanOver = (years: YearRange): ModelFigure<'gfcf-cy per gdp-cy'> =>
  gathered({
    name: `uk-digital-share-${years.from}-${years.to}`,
    label: `Digital investment of the UK as a share of GDP, mean of ${years.from} to ${years.to}`,
    unit: 'gfcf-cy per gdp-cy',
    dims: [],
    source: 'MODEL.md 3',
    from: {
      years: over(nationShare, () =>
        yearsOf(years).map((calendarYear) => ({ ...digital, nation: 'GBR', calendarYear })),
      ),
    },
    formula: (calc, from) => calc.mean(from.years),
  })

/** UK ICT equipment is apportioned and swings from year to year: means of the years before and after 2020. */
export const ukDigitalMeans = [
  { years: '2015-2019', figure: meanOver({ from: 2015, to: 2019 }) },
  { years: '2021-2023', figure: meanOver({ from: 2021, to: 2023 }) },
] as const

/** What the UK would have invested in digital at a nation's share of GDP, million pounds of the day. */
export const ukAtNationsShare = variable({
  name: 'uk-digital-at-share-of-nation',
  label: 'Digital investment of the UK at the share of GDP of a nation',
  unit: 'nominal gfcf-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: {
    share: at(nationShare, (cell) => ({ ...cell, ...digital })),
    gdp: at(nationGdp, (cell) => ({ ...cell, nation: 'GBR' })),
  },
  formula: (calc, from) => calc.times(from.share, from.gdp),
})
