import { asItIs, inPrices, type PrintableFigure } from '../printable.ts'
import { adoption } from './adoption.ts'
import { adoptionLines, programmeLines, programmeSpend } from './programmes.ts'
import {
  measureRevenue,
  revenueConsequences,
  revenueLines,
  revenueOneOff,
  revenueRecurring,
} from './revenue.ts'

const ofCategory = { over: 'category', byDefault: false } as const
const ofLines = { over: 'listed', byDefault: false } as const

/** What `run` prints of the day-to-day money that measures bring. */
export const revenueFigures: readonly PrintableFigure[] = [
  { name: 'revenue-one-off', label: 'One-off', ...inPrices(revenueOneOff), ...ofCategory },
  { name: 'revenue-recurring', label: 'Recurring', ...inPrices(revenueRecurring), ...ofCategory },
  { name: 'revenue-consequences', label: 'Both', ...inPrices(revenueConsequences), ...ofCategory },
  {
    ...{ name: 'measure-revenue', label: 'Both, by measure', ...inPrices(measureRevenue.both) },
    ...{ ...ofLines, listed: revenueLines },
  },
]

/** What `run` prints of programmes. */
export const programmeFigures: readonly PrintableFigure[] = [
  {
    ...{ name: 'programme', label: 'Added by measures, by programme', ...inPrices(programmeSpend) },
    ...{ ...ofLines, listed: programmeLines },
  },
  { name: 'adoption', label: 'Adoption, percent', ...asItIs(adoption), ...ofLines, listed: adoptionLines },
]
