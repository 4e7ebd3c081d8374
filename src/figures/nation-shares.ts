import type { Absent, DataRequest } from '../engine/figure.ts'
import type { Cell } from '../terms/cell.ts'
import { yearLabel } from '../terms/year.ts'
import { calendarYearOf, choice, has, required, series, variable } from './model.ts'

/**
 * Chapter 3. What each nation invests in health as a share of its GDP: gross fixed capital formation (GFCF) of all
 * funders, calendar years. Two series: the World Health Organization's total, and national accounts by asset.
 */

const nationYear = (
  dataset: string,
  cell: Cell,
  more: Readonly<Record<string, string>> = {},
): DataRequest => ({
  dataset,
  dimensions: { nation: required(cell.nation, 'nation'), ...more },
  period: yearLabel(calendarYearOf(cell), 'calendar'),
})

const whoPercent = series({
  name: 'nation-share-who-percent',
  label: 'Capital health expenditure, percent of GDP (WHO)',
  unit: 'percent',
  dims: ['nation', 'calendarYear'],
  source: 'health-capital-share',
  read: (cell) => nationYear('health-capital-share', cell),
})

const whoShare = variable({
  name: 'nation-share-who',
  label: 'Capital health expenditure as a share of GDP (WHO)',
  unit: 'gfcf-cy per gdp-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { whoPercent },
  formula: (calc, from) => calc.fromPercent('gfcf-cy per gdp-cy', from.whoPercent),
})

const gdpInUnits = series({
  name: 'nation-gdp-in-units',
  label: 'GDP of a nation, in single units of its currency',
  unit: 'nominal whole-gdp-cy',
  dims: ['nation', 'calendarYear'],
  source: 'nation-gdp',
  read: (cell) => nationYear('nation-gdp', cell),
})

/** GDP of a nation in a calendar year, million of its currency; for the UK too, never the `economy` vintage. */
export const nationGdp = variable({
  name: 'nation-gdp',
  label: 'GDP of a nation',
  unit: 'nominal gdp-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { gdpInUnits },
  formula: (calc, from) => calc.inMillions(from.gdpInUnits),
})

/** National currency per international dollar, for weights. */
export const purchasingPower = series({
  name: 'nation-ppp',
  label: 'Purchasing power parity of a nation',
  unit: 'lcu per dollar',
  dims: ['nation', 'calendarYear'],
  source: 'nation-ppp',
  read: (cell) => nationYear('nation-ppp', cell),
})

const invested = (asset: string, label: string) =>
  series({
    name: `nation-investment-${asset}`,
    label: `${label}, human health (Q86)`,
    unit: 'nominal gfcf-cy',
    dims: ['nation', 'calendarYear'],
    source: 'health-capital-assets',
    read: (cell) => nationYear('health-capital-assets', cell, { industry: 'Q86', asset }),
  })

const total = invested('total', 'Investment in all assets')
const ictWhole = invested('ict-equipment', 'Investment in ICT equipment')
const computers = invested('ict-equipment-computers', 'Investment in computers')
const communications = invested('ict-equipment-communications', 'Investment in communications equipment')
const software = invested('software-databases', 'Investment in software and databases')
const research = invested('research-development', 'Investment in research and development')

const ictParts = variable({
  name: 'nation-investment-ict-parts',
  label: 'Investment in computers and communications equipment',
  unit: 'nominal gfcf-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { computers, communications },
  formula: (calc, from) => calc.add(from.computers, from.communications),
})

const ict = choice({
  name: 'nation-investment-ict',
  label: 'Investment in ICT equipment, or its two parts where the whole is not printed',
  unit: 'nominal gfcf-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  among: { whole: ictWhole, parts: ictParts },
  pick: (cell, model) => (has(model, ictWhole, cell) ? 'whole' : 'parts'),
})

const digital = variable({
  name: 'nation-investment-digital',
  label: 'Digital investment: ICT equipment, software and databases',
  unit: 'nominal gfcf-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { ict, software },
  formula: (calc, from) => calc.add(from.ict, from.software),
})

const infrastructure = variable({
  name: 'nation-investment-infrastructure',
  label: 'Infrastructure investment: all but digital and research',
  unit: 'nominal gfcf-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 3',
  from: { total, digital, research },
  formula: (calc, from) => calc.subtract(calc.subtract(from.total, from.digital), from.research),
})

/** Investment of a nation by category on national accounts, million of its currency. Missing where a part is missing. */
export const nationInvestment = choice({
  name: 'nation-investment',
  label: 'Investment in health by category (national accounts)',
  unit: 'nominal gfcf-cy',
  dims: ['nation', 'calendarYear', 'asset'],
  source: 'MODEL.md 3',
  among: { total, digital, infrastructure, research },
  pick: (cell): 'total' | 'digital' | 'infrastructure' | 'research' | Absent => {
    const { asset } = cell
    if (asset === 'total' || asset === 'digital' || asset === 'infrastructure' || asset === 'research')
      return asset
    return { missing: 'unknown-asset' }
  },
})

const nationalAccountsShare = variable({
  name: 'nation-share-national-accounts',
  label: 'Health investment as a share of GDP (national accounts)',
  unit: 'gfcf-cy per gdp-cy',
  dims: ['nation', 'calendarYear', 'asset'],
  source: 'MODEL.md 3',
  from: { nationInvestment, nationGdp },
  formula: (calc, from) => calc.share(from.nationInvestment, from.nationGdp),
})

/** A nation's health investment as a share of its GDP, by series and asset. */
export const nationShare = choice({
  name: 'nation-share',
  label: 'Health investment as a share of GDP',
  unit: 'gfcf-cy per gdp-cy',
  dims: ['series', 'asset', 'nation', 'calendarYear'],
  source: 'MODEL.md 3',
  among: { who: whoShare, nationalAccounts: nationalAccountsShare },
  pick: (cell) => (cell.series === 'national-accounts' ? 'nationalAccounts' : 'who'),
})
