import { categories } from '../terms/category.ts'
import type { Cell } from '../terms/cell.ts'
import { choice, counted, gathered, over, series, variable, yearOf, type Model } from './model.ts'
import { hasAnyOptimismBias, hasOptimismBias, optimismBias } from './optimism-bias.ts'
import { isSpent, spend } from './spend.ts'

/** What fixed money buys, where projects cost more than was said (MODEL.md 6). Spend itself is never touched. */

const words = { unit: 'nominal cdel', dims: ['category', 'year'], source: 'MODEL.md 6' } as const

const whole = series({
  name: 'whole-price',
  label: 'the price as said',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(1),
})

const partBought = variable({
  name: 'part-bought',
  label: 'Part of what was meant to be bought that the money buys',
  unit: 'ratio',
  dims: ['category'],
  source: 'MODEL.md 6',
  from: { whole, optimismBias },
  formula: (calc, from) => calc.ratio(from.whole, calc.grow(from.whole, from.optimismBias)),
})

const bought = variable({
  ...words,
  name: 'buys-planned',
  label: 'What planned spend buys, at the prices said',
  from: { spend, partBought },
  formula: (calc, from) => calc.scale(from.spend, from.partBought),
})

/** Whether spend buys what it says: it is spent already, or nothing raises its costs. */
function asSpent(cell: Cell, model: Model): boolean {
  const { category = '' } = cell
  const raised = category === 'total' ? hasAnyOptimismBias(model) : hasOptimismBias(category, model)
  return !raised || isSpent(yearOf(cell), model)
}

const ofCategory = choice({
  ...words,
  name: 'buys-in-category',
  label: 'What spend buys in a category, at the prices said',
  among: { spend, bought },
  pick: (cell, model) => (asSpent(cell, model) ? 'spend' : 'bought'),
})

const ofAll = gathered({
  ...words,
  name: 'buys-in-all',
  label: 'What spend buys in all, at the prices said',
  dims: ['year'],
  from: { categories: over(ofCategory, (cell) => categories.map((category) => ({ ...cell, category }))) },
  formula: (calc, from) => calc.sum(from.categories),
})

/** What spend buys at the prices its projects were said to cost: spend ÷ (1 + optimism bias). What is spent has bought. */
export const buys = choice({
  ...words,
  name: 'buys',
  label: 'What spend buys',
  among: { spend, total: ofAll, category: ofCategory },
  pick: (cell, model) => {
    if (cell.category !== 'total') return 'category'
    return asSpent(cell, model) ? 'spend' : 'total'
  },
})
