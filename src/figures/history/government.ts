import { yearLabel } from '../../terms/year.ts'
import { calendarYearOf, required, series, variable } from '../model.ts'
import { nationGdp } from '../nation-shares.ts'

/** What government alone puts into health capital: central government in the UK, all of government elsewhere. */

const words = {
  unit: 'nominal government-capital-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
} as const

const published = (fn: 'health' | 'health-research', label: string) =>
  series({
    ...words,
    name: `government-${fn}-published`,
    label,
    source: 'government-health-capital',
    read: (cell) => {
      const nation = required(cell.nation, 'nation')
      const sector = nation === 'GBR' ? 'central-government' : 'general-government'
      return {
        dataset: 'government-health-capital',
        dimensions: { nation, function: fn, sector },
        period: yearLabel(calendarYearOf(cell), 'calendar'),
      }
    },
  })

/** Gross capital formation of government on health, research into health included. Million national currency. */
export const governmentCapital = published('health', 'Government capital formation on health')

const governmentResearch = published('health-research', 'Government capital formation on health research')

/** The same without research, which all-funder investment counts apart. */
export const governmentWithoutResearch = variable({
  ...words,
  name: 'government-capital-without-research',
  label: 'Government capital formation on health, research left out',
  from: { governmentCapital, governmentResearch },
  formula: (calc, from) => calc.subtract(from.governmentCapital, from.governmentResearch),
})

const share = (figure: typeof governmentCapital, name: string, label: string) =>
  variable({
    name,
    label,
    unit: 'government-capital-cy per gdp-cy',
    dims: words.dims,
    source: 'MODEL.md 3',
    from: { figure, nationGdp },
    formula: (calc, from) => calc.share(from.figure, from.nationGdp),
  })

export const governmentShare = share(
  governmentCapital,
  'government-share',
  'Government capital formation on health as a share of GDP',
)

export const governmentShareWithoutResearch = share(
  governmentWithoutResearch,
  'government-share-without-research',
  'Government capital formation on health as a share of GDP, research left out',
)
