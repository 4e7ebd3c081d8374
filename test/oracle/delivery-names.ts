import { adoption } from '../../src/figures/measures/adoption.ts'
import { revenueFigures, programmeFigures } from '../../src/figures/measures/printable.ts'
import { parseFinancialYear } from '../../src/terms/year.ts'
import type { Series } from './expected.ts'
import type { Meaning } from './names.ts'

/** Figures of measures and programmes: the second method's `category` names the measure or the programme. */

const year = (label: string) => parseFinancialYear(label) ?? 0
const printed = (name: string) => {
  const found = [...revenueFigures, ...programmeFigures].find((each) => each.name === name)
  if (found === undefined) throw new Error(`run prints no ${name}`)
  return found.figure
}

export const deliveryNames: Readonly<Record<string, (series: Series, label: string) => Meaning>> = {
  adoption: ({ category = '' }, label) => ({
    figure: adoption,
    cell: { measure: category, year: year(label) },
  }),
  programme: ({ category = '' }, label) => ({
    figure: printed('programme'),
    cell: { programme: category, year: year(label) },
  }),
  'measure-revenue': ({ category = '' }, label) => ({
    figure: printed('measure-revenue'),
    cell: { measure: category, year: year(label) },
  }),
}
