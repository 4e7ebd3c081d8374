import type { Absent, Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import type { PriceBasis } from '../../terms/prices.ts'
import {
  choice,
  counted,
  nothing,
  required,
  series,
  statedMoney,
  variable,
  yearOf,
  type Model,
} from '../model.ts'
import { ofTheDay } from '../prices.ts'
import type { MeasureSetting } from '../settings.ts'
import type { Money } from '../setting-values.ts'

/**
 * Chapter 10. Measures: what a scenario adds to the baseline, year by year, by profile. England, CDEL, GBP million of
 * the day. A measure may read the baseline and the measures listed before it, never those after.
 */

/** First, measures that state their money: a level, a ramp, a total in even parts, a schedule. */

export function measureOf(cell: Cell, model: Model): MeasureSetting {
  const id = required(cell.measure, 'measure')
  return required(
    model.settings.measures.find((each) => each.id === id),
    `measure ${id}`,
  )
}

export const measureWords = { unit: 'nominal cdel', dims: ['measure', 'year'], source: 'MODEL.md 4' } as const
const countWords = { unit: 'count', dims: ['measure', 'year'], source: 'scenario' } as const

/** Years of the profile passed, this one counted; after its end all of them. */
export const yearsIn = series({
  ...countWords,
  name: 'measure-years-in',
  label: 'years of the profile passed',
  read: (cell, model) => {
    const { from, to } = measureOf(cell, model)
    return counted(Math.min(yearOf(cell), to) - from + 1)
  },
})

export const yearsOfProfile = series({
  ...countWords,
  name: 'measure-years',
  label: 'years of the profile',
  dims: ['measure'],
  read: (cell, model) => {
    const { from, to } = measureOf(cell, model)
    return counted(to - from + 1)
  },
})

const oneYear = series({ ...countWords, name: 'one-year', label: 'one', dims: [], read: () => counted(1) })

function amountOf(cell: Cell, model: Model): Money | undefined {
  const measure = measureOf(cell, model)
  if (measure.profile === 'schedule') return measure.amounts.get(yearOf(cell))
  return 'amount' in measure ? measure.amount : undefined
}

const readAmount =
  (kind: 'nominal' | 'real') =>
  (cell: Cell, model: Model): Given | Absent => {
    const money = amountOf(cell, model)
    if (money === undefined || (money.prices === 'nominal') !== (kind === 'nominal'))
      return { missing: 'not-stated' }
    return statedMoney(money, 'assumption', measureOf(cell, model).said)
  }

/** The stated amount of a year, as money of the day. */
export const amount = ofTheDay({
  name: 'measure-stated-amount',
  label: 'stated amount',
  dims: measureWords.dims,
  nominal: series({
    ...measureWords,
    name: 'measure-amount-nominal',
    label: 'stated amount, money of the day',
    source: 'scenario',
    read: readAmount('nominal'),
  }),
  real: series({
    name: 'measure-amount-real',
    label: 'stated amount, in its own prices',
    unit: 'real cdel',
    dims: measureWords.dims,
    source: 'scenario',
    read: readAmount('real'),
  }),
  basis: (cell, model): PriceBasis => amountOf(cell, model)?.prices ?? 'nominal',
})

export const none = series({
  ...measureWords,
  name: 'measure-nothing',
  label: 'nothing',
  dims: [],
  source: 'scenario',
  read: () => nothing('outside the years of the measure'),
})

export const ramped = variable({
  ...measureWords,
  name: 'measure-ramp',
  label: 'Measure, growing in even steps to its full amount',
  from: { amount, yearsIn, yearsOfProfile },
  formula: (calc, from) => calc.part(from.amount, from.yearsIn, from.yearsOfProfile),
})

export const evenPart = variable({
  ...measureWords,
  name: 'measure-total',
  label: 'Measure, an even part of its total',
  from: { amount, oneYear, yearsOfProfile },
  formula: (calc, from) => calc.part(from.amount, from.oneYear, from.yearsOfProfile),
})

export const scheduled = choice({
  ...measureWords,
  name: 'measure-schedule',
  label: 'Measure, as scheduled',
  among: { amount, none },
  pick: (cell, model) => (amountOf(cell, model) === undefined ? 'none' : 'amount'),
})
