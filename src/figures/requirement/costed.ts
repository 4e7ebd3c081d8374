import { categories } from '../../terms/category.ts'
import { choice, gathered, over, variable, type ModelFigure } from '../model.ts'
import { hasAnyOptimismBias, hasOptimismBias, optimismBias } from '../optimism-bias.ts'
import { benchmarkOf } from './benchmark.ts'

/**
 * What a quoted amount will really cost (MODEL.md 6): raised by the optimism bias of each category where the scenario
 * counts with it, as quoted where not. A total is the sum of its categories, for each has its own bias.
 */
export function costed(quoted: ModelFigure<'nominal cdel'>): ModelFigure<'nominal cdel'> {
  const words = {
    unit: 'nominal cdel',
    dims: ['benchmark', 'category', 'band', 'year'],
    source: 'MODEL.md 6',
  } as const
  const raised = variable({
    ...words,
    name: 'quoted-with-optimism-bias',
    label: 'Quoted amount, raised by optimism bias',
    from: { quoted, optimismBias },
    formula: (calc, from) => calc.grow(from.quoted, from.optimismBias),
  })
  const raisedInAll = gathered({
    ...words,
    name: 'quoted-with-optimism-bias-in-all',
    label: 'Quoted amount, each category raised by its optimism bias',
    from: { categories: over(raised, (cell) => categories.map((category) => ({ ...cell, category }))) },
    formula: (calc, from) => calc.sum(from.categories),
  })
  return choice({
    ...words,
    name: 'quoted-costed',
    label: 'Quoted amount, at what it will cost',
    among: { quoted, raised, raisedInAll },
    pick: (cell, model) => {
      const { category = '' } = cell
      if (category !== 'total') return hasOptimismBias(category, model) ? 'raised' : 'quoted'
      const shared = benchmarkOf(cell, model).category === 'total'
      return shared && hasAnyOptimismBias(model) ? 'raisedInAll' : 'quoted'
    },
  })
}
