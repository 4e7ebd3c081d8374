import type { Absent } from '../../engine/figure.ts'
import { yearLabel } from '../../terms/year.ts'
import { calendarYearOf, choice, has, required, series, variable } from '../model.ts'

/**
 * Net capital stock of human health by nation and asset, as published: what stands at the end of a calendar year, at
 * what replacing it would cost that year. Million national currency.
 */

const words = {
  unit: 'nominal stock-cy',
  dims: ['nation', 'calendarYear'],
  source: 'MODEL.md 6',
} as const

const published = (asset: string, label: string) =>
  series({
    ...words,
    name: `nation-stock-${asset}`,
    label: `Net stock of ${label}, human health`,
    source: 'health-capital-stock',
    read: (cell) => ({
      dataset: 'health-capital-stock',
      dimensions: { nation: required(cell.nation, 'nation'), asset },
      period: yearLabel(calendarYearOf(cell), 'calendar'),
    }),
  })

const total = published('total', 'all assets')
const buildings = published('structures', 'structures')
const dwellings = published('dwellings', 'dwellings')
const machinery = published('other-machinery', 'machinery')
const transport = published('transport-equipment', 'transport equipment')
const cultivated = published('cultivated-assets', 'cultivated assets')
const ictWhole = published('ict-equipment', 'ICT equipment')
const computers = published('ict-equipment-computers', 'computers')
const communications = published('ict-equipment-communications', 'communications equipment')
const software = published('software-databases', 'software and databases')
const research = published('research-development', 'research and development')

const withDwellings = variable({
  ...words,
  name: 'nation-stock-structures-and-dwellings',
  label: 'Net stock of structures and dwellings',
  from: { buildings, dwellings },
  formula: (calc, from) => calc.add(from.buildings, from.dwellings),
})

/** Nations that print no dwellings in health hold none there: their structures stand alone. */
const structures = choice({
  ...words,
  name: 'nation-stock-all-structures',
  label: 'Net stock of structures, dwellings included where they are printed',
  among: { withDwellings, buildings },
  pick: (cell, model) => (has(model, dwellings, cell) ? 'withDwellings' : 'buildings'),
})

const equipment = variable({
  ...words,
  name: 'nation-stock-equipment',
  label: 'Net stock of equipment that is not ICT',
  from: { machinery, transport, cultivated },
  formula: (calc, from) => calc.add(calc.add(from.machinery, from.transport), from.cultivated),
})

const ictParts = variable({
  ...words,
  name: 'nation-stock-ict-parts',
  label: 'Net stock of computers and communications equipment',
  from: { computers, communications },
  formula: (calc, from) => calc.add(from.computers, from.communications),
})

const ict = choice({
  ...words,
  name: 'nation-stock-ict',
  label: 'Net stock of ICT equipment, or its two parts where the whole is not printed',
  among: { whole: ictWhole, parts: ictParts },
  pick: (cell, model) => (has(model, ictWhole, cell) ? 'whole' : 'parts'),
})

const digital = variable({
  ...words,
  name: 'nation-stock-digital',
  label: 'Net digital stock: ICT equipment, software and databases',
  from: { ict, software },
  formula: (calc, from) => calc.add(from.ict, from.software),
})

const infrastructure = variable({
  ...words,
  name: 'nation-stock-infrastructure',
  label: 'Net infrastructure stock: all but digital and research',
  from: { total, digital, research },
  formula: (calc, from) => calc.subtract(calc.subtract(from.total, from.digital), from.research),
})

const assets = { total, infrastructure, structures, equipment, digital, research } as const

/** What a stock can be asked by: categories of the model, and the two parts of infrastructure. */
export const stockAssets = Object.keys(assets) as (keyof typeof assets)[]

/** Net stock of a nation by asset at the end of a calendar year. Missing where a part is missing. */
export const nationStock = choice({
  ...words,
  name: 'nation-stock',
  label: 'Net capital stock of human health',
  dims: ['nation', 'calendarYear', 'asset'],
  among: assets,
  pick: (cell): keyof typeof assets | Absent =>
    stockAssets.find((asset) => asset === cell.asset) ?? { missing: 'unknown-asset' },
})
