import { categories } from '../../terms/category.ts'
import type { Cell } from '../../terms/cell.ts'
import {
  at,
  carried,
  choice,
  gathered,
  nothing,
  over,
  series,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from '../model.ts'
import { requirement } from '../requirement/requirement.ts'
import { isSpent, spend } from '../spend.ts'
import { deliverable } from './deliverable.ts'

/**
 * What of digital spend is delivered, and what slips (MODEL.md 6). Money above what digital staff can deliver goes to the
 * next year, in cash, and waits there for staff: what is delivered and what is carried forward are together what was
 * there to spend. Years whose capital is already spent have been delivered. England, CDEL, money of the day.
 */

const words = { unit: 'nominal cdel', dims: ['year'], source: 'MODEL.md 6' } as const
const byCategory = { ...words, dims: ['category', 'year'] } as const

const digitalSpend = at(spend, (cell: Cell) => ({ ...cell, category: 'digital' }))

/** Whether nothing can slip in a year: its capital is spent, or it has none. */
function isBefore(cell: Cell, model: Model): boolean {
  const year = yearOf(cell)
  return isSpent(year, model) || 'missing' in model.peek(spend, { category: 'total', year })
}

const noneSlipped = series({
  ...words,
  name: 'nothing-slipped',
  label: 'nothing slipped',
  dims: [],
  read: () => nothing('all is delivered'),
})

const beyond: ModelFigure<'nominal cdel'> = carried({
  ...words,
  name: 'slipped-digital',
  label: 'Digital money carried forward',
  opening: noneSlipped,
  opens: isBefore,
  from: { digitalSpend, deliverable },
  formula: (calc, from) =>
    calc.atLeastZero(calc.subtract(calc.add(from.digitalSpend, from.lastYear), from.deliverable)),
})

const slippedBefore = at(beyond, (cell) => ({ year: yearOf(cell) - 1 }))

const toDeliverDigital = variable({
  ...words,
  name: 'to-deliver-digital',
  label: 'Digital money to deliver: of the year, and carried forward from the year before',
  from: { digitalSpend, slippedBefore },
  formula: (calc, from) => calc.add(from.digitalSpend, from.slippedBefore),
})

const deliveredWithin = variable({
  ...words,
  name: 'delivered-digital-within',
  label: 'Digital money delivered: what is there, less what is carried forward',
  from: { toDeliverDigital, beyond },
  formula: (calc, from) => calc.subtract(from.toDeliverDigital, from.beyond),
})

const deliveredDigital = choice({
  ...words,
  name: 'delivered-digital',
  label: 'Digital money delivered',
  among: { spent: digitalSpend, within: deliveredWithin },
  pick: (cell, model) => (isBefore(cell, model) ? 'spent' : 'within'),
})

const deliveredInAll = gathered({
  ...words,
  name: 'delivered-in-all',
  label: 'Money delivered in all categories',
  from: {
    categories: over(
      choice({
        ...byCategory,
        name: 'delivered-in-category',
        label: 'Money delivered in a category',
        among: { digital: deliveredDigital, spend },
        pick: ({ category }) => (category === 'digital' ? 'digital' : 'spend'),
      }),
      (cell) => categories.map((category) => ({ ...cell, category })),
    ),
  },
  formula: (calc, from) => calc.sum(from.categories),
})

/** What is delivered: of digital within what its staff can deliver, of the others all that is spent. */
export const delivered = choice({
  ...byCategory,
  name: 'delivered',
  label: 'Delivered',
  among: { digital: deliveredDigital, spend, total: deliveredInAll },
  pick: ({ category }) => (category === 'digital' || category === 'total' ? category : 'spend'),
})

/** What is carried forward to the next year: of digital money only. */
export const slipped = choice({
  ...byCategory,
  name: 'slipped',
  label: 'Carried forward to the next year',
  among: { digital: beyond, none: noneSlipped },
  pick: ({ category }) => (category === 'digital' || category === 'total' ? 'digital' : 'none'),
})

/** Requirement less what is delivered. */
export const gapDelivered = variable({
  unit: 'nominal cdel',
  dims: ['benchmark', 'category', 'year'],
  source: 'MODEL.md 6',
  name: 'gap-delivered',
  label: 'Gap to what is delivered',
  from: { requirement, delivered },
  formula: (calc, from) => calc.subtract(from.requirement, from.delivered),
})
