import type { Cell } from '../../terms/cell.ts'
import { programmeNames, programmes } from '../../terms/programme.ts'
import { gathered, over, required, type Model } from '../model.ts'
import type { ListedRow } from '../printable.ts'
import { measureAmount } from './measure.ts'
import { measureWords } from './stated.ts'

/** Lines of programmes: what the measures of each add, and how far each is adopted (MODEL.md 6). */

const measuresOf = (cell: Cell, model: Model): Cell[] =>
  model.settings.measures
    .filter(({ programme }) => programme === required(cell.programme, 'programme'))
    .map(({ id }) => ({ ...cell, measure: id }))

/** What the measures of a programme add in a year. */
export const programmeSpend = gathered({
  ...measureWords,
  name: 'programme',
  label: 'Added by measures of a programme',
  dims: ['programme', 'year'],
  from: { measures: over(measureAmount, measuresOf) },
  formula: (calc, from) => calc.sum(from.measures),
})

/** A line for every programme that a measure belongs to, in the order of the taxonomy. */
export function programmeLines(model: Model): ListedRow[] {
  return programmeNames
    .filter((name) => model.settings.measures.some(({ programme }) => programme === name))
    .map((name) => ({ cell: { programme: name }, name, label: programmes[name].label }))
}

/** A line for every measure with a curve of adoption, by its programme where it has one. */
export function adoptionLines(model: Model): ListedRow[] {
  return model.settings.measures
    .filter(({ profile }) => profile === 'adoption')
    .map(({ id, title, programme }) => ({
      cell: { measure: id },
      name: programme ?? id,
      label: programme === undefined ? title : programmes[programme].label,
    }))
}
