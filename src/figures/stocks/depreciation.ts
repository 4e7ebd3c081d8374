import type { Given } from '../../engine/figure.ts'
import { Decimal } from '../../terms/decimal.ts'
import { assumed } from '../assumptions.ts'
import { at, choice, series, variable } from '../model.ts'
import { nationStock } from './nation-stock.ts'

/** How fast capital wears out, a year, by asset. The rates are illustrative, and so is what is worked from them. */

const words = { unit: 'ratio', dims: [], source: 'MODEL.md 6' } as const

/** UK net stock at the end of this calendar year opens the stock, and weighs the rates of infrastructure. */
export const stockYear = 2023

const rate = (asset: string, label: string, value: string) =>
  assumed({
    ...words,
    name: `depreciation-${asset}`,
    label: `Depreciation of ${label} a year`,
    default: series({
      ...words,
      name: `depreciation-${asset}-default`,
      label: `Depreciation of ${label} a year, default`,
      read: (): Given => ({
        value: new Decimal(value),
        status: 'assumption',
        flags: ['illustrative'],
        note: 'EU KLEMS, rounded',
      }),
    }),
  })

const structures = rate('structures', 'structures', '0.03')
const equipment = rate('equipment', 'equipment', '0.13')
const digital = rate('digital', 'ICT and software', '0.31')
const research = rate('research', 'research and development', '0.20')

const ukStock = (asset: string) => at(nationStock, () => ({ nation: 'GBR', calendarYear: stockYear, asset }))

/** Infrastructure wears as the mix of what stands: structures slowly, equipment fast. */
const infrastructure = variable({
  ...words,
  name: 'depreciation-infrastructure',
  label: 'Depreciation of infrastructure a year, the mix of structures and equipment',
  from: {
    structures,
    equipment,
    ofStructures: ukStock('structures'),
    ofEquipment: ukStock('equipment'),
  },
  formula: (calc, from) =>
    calc.weightedMean([from.structures, from.equipment], [from.ofStructures, from.ofEquipment]),
})

const ofCategory = choice({
  ...words,
  name: 'depreciation-of-category',
  label: 'Depreciation a year, by category',
  dims: ['category'],
  among: { infrastructure, digital, other: research },
  pick: (cell) => {
    const { category } = cell
    if (category === 'infrastructure' || category === 'digital' || category === 'other') return category
    return { missing: 'no-rate-of-a-total' }
  },
})

/** The rate a category wears down at, a year. */
export const depreciationRate = variable({
  ...words,
  name: 'depreciation-rate',
  label: 'Depreciation rate',
  dims: ['category'],
  from: { ofCategory },
  formula: (calc, from) => calc.mark(from.ofCategory, 'illustrative'),
})
