import { programmeFigures, revenueFigures } from '../../../figures/measures/printable.ts'
import * as say from '../../../problems/catalogue/delivery.ts'
import { categoriesAndTotal } from '../../../terms/category.ts'
import type { FurtherTable } from '../options.ts'

/** The day-to-day money that measures bring: shown where one states it. */
export const revenueTable: FurtherTable = {
  name: 'revenue',
  title: say.revenueTitle,
  scope: say.revenueScope,
  figures: revenueFigures,
  millions: true,
  categories: ({ name }) => (name === 'revenue-consequences' ? categoriesAndTotal : ['total']),
  unasked: ({ measures }) =>
    measures.some(({ revenue }) => revenue !== undefined) ? revenueFigures.map(({ name }) => name) : [],
  notes: () => [say.revenueMeans],
}

/** A line a programme: shown with sub-categories. */
export const programmeTable: FurtherTable = {
  name: 'programmes',
  title: say.programmesTitle,
  scope: say.programmesScope,
  figures: programmeFigures,
  millions: true,
  unasked: (_settings, { bySubCategory }) =>
    bySubCategory === true ? programmeFigures.map(({ name }) => name) : [],
  notes: () => [say.programmesMean],
}
