import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { deflator } from '../economy.ts'
import {
  at,
  carried,
  choice,
  gathered,
  nothing,
  over,
  series,
  stated,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from '../model.ts'
import type { ListedRow } from '../printable.ts'
import { shareOfMeasure } from './by-category.ts'
import { measureAmount } from './measure.ts'
import { measureOf, measureWords } from './stated.ts'

/**
 * Revenue consequences: the day-to-day money that a measure's capital brings (MODEL.md 6). One-off in the same year, as a
 * share of its capital; recurring every year, as a share of all its capital so far, kept at its real value. England,
 * RDEL, money of the day.
 */

const words = { unit: 'nominal rdel', dims: ['measure', 'year'], source: 'MODEL.md 6' } as const

const share = (key: 'oneOff' | 'recurring', name: string, label: string) =>
  series({
    name: `measure-revenue-${name}-share`,
    label,
    unit: 'ratio',
    dims: ['measure'],
    source: 'scenario',
    read: (cell, model): Given | Absent => {
      const { revenue, said } = measureOf(cell, model)
      if (revenue === undefined) return { missing: 'no-revenue-stated' }
      const value: Decimal = revenue[key]
      return stated(value, 'assumption', said)
    },
  })

const oneOffShare = share(
  'oneOff',
  'one-off',
  'one-off day-to-day cost, as a share of the capital of the year',
)
const recurringShare = share(
  'recurring',
  'recurring',
  'day-to-day cost a year, as a share of the capital so far',
)

const before = series({
  ...measureWords,
  name: 'measure-revenue-opening',
  label: 'no capital before the measure begins',
  dims: ['measure'],
  source: 'scenario',
  read: () => nothing('before the first year of the measure'),
})

/** All a measure has added so far, each year's money kept at its real value: in the money of the year. */
export const measureCumulative: ModelFigure<'nominal cdel'> = carried({
  ...measureWords,
  name: 'measure-cumulative-capital',
  label: 'Capital of the measure so far, at the prices of the year',
  opening: before,
  opens: (cell, model) => yearOf(cell) < measureOf(cell, model).from,
  from: {
    measureAmount,
    deflator,
    deflatorBefore: at(deflator, (cell: Cell) => ({ year: yearOf(cell) - 1 })),
  },
  formula: (calc, from) =>
    calc.add(calc.scale(from.lastYear, calc.ratio(from.deflator, from.deflatorBefore)), from.measureAmount),
})

const oneOff = variable({
  ...words,
  name: 'measure-revenue-one-off',
  label: 'One-off day-to-day cost of the measure',
  from: { measureAmount, oneOffShare },
  formula: (calc, from) =>
    calc.recast(
      'nominal rdel',
      calc.scale(from.measureAmount, from.oneOffShare),
      'day-to-day money that the capital brings',
    ),
})

const recurring = variable({
  ...words,
  name: 'measure-revenue-recurring',
  label: 'Recurring day-to-day cost of the measure',
  from: { measureCumulative, recurringShare },
  formula: (calc, from) =>
    calc.recast(
      'nominal rdel',
      calc.scale(from.measureCumulative, from.recurringShare),
      'day-to-day money that the capital brings',
    ),
})

const both = variable({
  ...words,
  name: 'measure-revenue',
  label: 'Day-to-day cost of the measure, one-off and recurring',
  from: { oneOff, recurring },
  formula: (calc, from) => calc.add(from.oneOff, from.recurring),
})

/** Day-to-day cost of one measure. */
export const measureRevenue = { oneOff, recurring, both }

const costing = (model: Model) => model.settings.measures.filter(({ revenue }) => revenue !== undefined)

/** A line for every measure that states a day-to-day cost. */
export function revenueLines(model: Model): ListedRow[] {
  return costing(model).map(({ id, title }) => ({ cell: { measure: id }, name: id, label: title }))
}

const noRevenue = series({
  ...words,
  name: 'no-revenue',
  label: 'no day-to-day cost',
  dims: [],
  source: 'MODEL.md 6',
  read: () => nothing('no measure states a day-to-day cost'),
})

/** The same of all measures that state one, in a category or in all. */
function ofAll(name: string, label: string, ofMeasure: ModelFigure<'nominal rdel'>) {
  const cells = (cell: Cell, model: Model): Cell[] =>
    costing(model).map(({ id }) => ({ ...cell, measure: id }))
  const inCategory = variable({
    ...words,
    name: `${name}-of-measure-in-category`,
    label: `${label} of a measure, the part in a category`,
    dims: ['measure', 'category', 'year'],
    from: { ofMeasure, shareOfMeasure },
    formula: (calc, from) => calc.scale(from.ofMeasure, from.shareOfMeasure),
  })
  return choice({
    ...words,
    name,
    label,
    dims: ['category', 'year'],
    among: {
      none: noRevenue,
      total: gathered({
        ...words,
        name: `${name}-in-all`,
        label: `${label} of all measures`,
        dims: ['year'],
        from: { measures: over(ofMeasure, cells) },
        formula: (calc, from) => calc.sum(from.measures),
      }),
      category: gathered({
        ...words,
        name: `${name}-in-category`,
        label: `${label} of all measures, the part in a category`,
        dims: ['category', 'year'],
        from: { measures: over(inCategory, cells) },
        formula: (calc, from) => calc.sum(from.measures),
      }),
    },
    pick: (cell, model) => {
      if (costing(model).length === 0) return 'none'
      return cell.category === 'total' ? 'total' : 'category'
    },
  })
}

export const revenueOneOff = ofAll('revenue-one-off', 'One-off day-to-day cost', oneOff)
export const revenueRecurring = ofAll('revenue-recurring', 'Recurring day-to-day cost', recurring)

/** All the day-to-day money that the measures bring. */
export const revenueConsequences = ofAll('revenue-consequences', 'Day-to-day cost of measures', both)
