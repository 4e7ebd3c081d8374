import type { Cell } from '../terms/cell.ts'
import { yearsOf, type YearRange } from '../terms/year.ts'
import { assumed } from './assumptions.ts'
import { publishedCapital } from './capital.ts'
import { gdp } from './economy.ts'
import { at, choice, gathered, over, required, variable, yearOf, type Model } from './model.ts'
import { nationShare } from './nation-shares.ts'
import { englandShare } from './population.ts'

/**
 * Chapter 8. The bridge from national-accounts investment (GFCF, all funders) to the capital budget (CDEL). The two
 * never subtract; their ratio over six years carries one into the other, and its lowest and highest single year are
 * the band every bridged gap is printed with.
 */

export const bridgeYears: YearRange = { from: 2013, to: 2018 }

const ukShare = (year: number) => (cell: { series?: string }) => ({
  series: cell.series ?? 'who',
  asset: 'total',
  nation: 'GBR',
  calendarYear: year,
})

const ukShareFinancial = variable({
  name: 'uk-share',
  label:
    'UK health investment as a share of GDP, financial year (0.75 of one calendar year, 0.25 of the next)',
  unit: 'uk-gfcf per uk-gdp',
  dims: ['series', 'year'],
  source: 'MODEL.md 2',
  from: {
    first: at(nationShare, (cell) => ukShare(yearOf(cell))(cell)),
    second: at(nationShare, (cell) => ukShare(yearOf(cell) + 1)(cell)),
  },
  formula: (calc, from) =>
    calc.recast(
      'uk-gfcf per uk-gdp',
      calc.financialFromCalendar(from.first, from.second),
      'in the UK’s financial years',
    ),
})

/** CDEL over England's part of UK investment in one financial year. Always today's capital, whatever the as-of date. */
export const bridgeYear = variable({
  name: 'cdel-per-gfcf-year',
  label: 'Capital budget per pound of England’s health investment, one year',
  unit: 'cdel per england-gfcf',
  dims: ['series', 'year'],
  source: 'MODEL.md 3',
  from: {
    capital: at(publishedCapital, (cell) => ({ year: yearOf(cell), asOf: '' })),
    ukShareFinancial,
    gdp,
    englandShare,
  },
  formula: (calc, from) => {
    const uk = calc.times(from.ukShareFinancial, from.gdp)
    const england = calc.recast('nominal england-gfcf', calc.scale(uk, from.englandShare), 'England’s part')
    return calc.share(from.capital, england)
  },
})

const years = over(bridgeYear, (cell) => yearsOf(bridgeYears).map((year) => ({ ...cell, year })))
const words = { unit: 'cdel per england-gfcf', dims: ['series'], source: 'MODEL.md 3' } as const

const mean = gathered({
  ...words,
  name: 'cdel-per-gfcf-mean',
  label: 'Capital budget per pound of health investment, mean of 2013-14 to 2018-19',
  from: { years },
  formula: (calc, from) => calc.mean(from.years),
})

const inEachYear = (cell: Cell) => yearsOf(bridgeYears).map((year) => ({ ...cell, year, asOf: '' }))

/** England's part of UK health investment in one financial year, in cash. */
const englandInvestment = variable({
  name: 'england-investment-year',
  label: 'England’s part of UK health investment, one year',
  unit: 'nominal england-gfcf',
  dims: ['series', 'year'],
  source: 'MODEL.md 3',
  from: { ukShareFinancial, gdp, englandShare },
  formula: (calc, from) => {
    const uk = calc.times(from.ukShareFinancial, from.gdp)
    return calc.recast('nominal england-gfcf', calc.scale(uk, from.englandShare), 'England’s part')
  },
})

const ratioOfMeans = gathered({
  ...words,
  name: 'cdel-per-gfcf-ratio-of-means',
  label: 'Mean capital budget over mean health investment, 2013-14 to 2018-19',
  from: { capital: over(publishedCapital, inEachYear), investment: over(englandInvestment, inEachYear) },
  formula: (calc, from) => calc.share(calc.mean(from.capital), calc.mean(from.investment)),
})

const byForm = choice({
  ...words,
  name: 'cdel-per-gfcf-by-form',
  label: 'Capital budget per pound of health investment, as the years are put together',
  among: {
    'mean-of-ratios': mean,
    'ratio-of-means': ratioOfMeans,
    'one-year': at(bridgeYear, (cell, model) => ({ ...cell, year: bridgeYearAsked(model) })),
  },
  pick: (_cell, model) => model.settings.bridge?.form ?? 'mean-of-ratios',
})

function bridgeYearAsked({ settings: { bridge: asked } }: Model): number {
  return required(asked?.form === 'one-year' ? asked.year : undefined, 'year of the bridge')
}

/** The central bridge, of the WHO series or of national accounts. */
export const cdelPerGfcf = assumed({
  ...words,
  name: 'cdel-per-gfcf',
  label: 'Capital budget per pound of health investment (the bridge)',
  listed: (cell) =>
    cell.series === 'national-accounts' ? 'cdel-per-gfcf-national-accounts' : 'cdel-per-gfcf',
  default: byForm,
})

const lowest = gathered({
  ...words,
  name: 'cdel-per-gfcf-lowest',
  label: 'The bridge, its lowest single year',
  from: { years },
  formula: (calc, from) => calc.lowest(from.years),
})

const highest = gathered({
  ...words,
  name: 'cdel-per-gfcf-highest',
  label: 'The bridge, its highest single year',
  from: { years },
  formula: (calc, from) => calc.highest(from.years),
})

/** The bridge at the centre or at either end of its band. */
export const bridge = choice({
  name: 'bridge',
  label: 'Bridge from health investment to the capital budget',
  unit: 'cdel per england-gfcf',
  dims: ['series', 'band'],
  source: 'MODEL.md 3',
  among: { central: cdelPerGfcf, low: lowest, high: highest },
  pick: (cell) => (cell.band === 'low' ? 'low' : cell.band === 'high' ? 'high' : 'central'),
})
