import { assumed } from '../assumptions.ts'
import { deflator } from '../economy.ts'
import { at, carried, variable, yearOf } from '../model.ts'
import { arising, clearedPerPound } from './arising.ts'
import { backlogInvestment } from './investment.ts'
import { lastBacklogYear, publishedBacklog } from './published.ts'

/** The maintenance backlog: dearer by a year, more by what arises, less by what is spent on it, and never below nothing. */

const deflatorGrowth = variable({
  name: 'backlog-price-growth-default',
  label: 'Growth of the GDP deflator on the year before',
  unit: 'ratio',
  dims: ['year'],
  source: 'MODEL.md 6',
  from: { deflator, deflatorBefore: at(deflator, (cell) => ({ year: yearOf(cell) - 1 })) },
  formula: (calc, from) => calc.growth(from.deflator, from.deflatorBefore),
})

/** How much dearer the same backlog gets in a year: by the GDP deflator, unless a construction index is stated. */
export const backlogPriceGrowth = assumed({
  name: 'backlog-price-growth',
  label: 'Price growth of the backlog',
  unit: 'ratio',
  dims: ['year'],
  source: 'MODEL.md 6',
  default: deflatorGrowth,
})

/** Cost to eradicate the maintenance backlog. England, GBP million of the day. */
export const backlog = carried({
  name: 'backlog',
  label: 'Maintenance backlog',
  unit: 'nominal backlog',
  dims: ['year'],
  source: 'MODEL.md 6',
  opening: publishedBacklog,
  opens: (cell, model) => yearOf(cell) <= lastBacklogYear(model),
  from: { backlogPriceGrowth, arising, clearedPerPound, backlogInvestment },
  formula: (calc, from) => {
    const cleared = calc.scale(
      calc.recast('nominal backlog', from.backlogInvestment, 'money spent, taken off the backlog'),
      from.clearedPerPound,
    )
    const grown = calc.add(calc.grow(from.lastYear, from.backlogPriceGrowth), from.arising)
    return calc.atLeastZero(calc.subtract(grown, cleared))
  },
})
