import { noEffectByDefault } from './assumptions.ts'
import { baselineTotal } from './capital.ts'
import { added } from './measures/by-category.ts'
import { choice, variable, yearOf, type Model } from './model.ts'
import { splitShare } from './split.ts'

/** Chapter 11. Spend: baseline, what is funded, and what of it is expected to be spent. England, CDEL, money of the day. */

const words = { unit: 'nominal cdel', dims: ['category', 'year'], source: 'MODEL.md 4' } as const

const baselineInCategory = variable({
  ...words,
  name: 'baseline-in-category',
  label: 'Baseline, the part in a category',
  from: { baselineTotal, splitShare },
  formula: (calc, from) => calc.scale(from.baselineTotal, from.splitShare),
})

/** Capital with no new decision, by category and in all. */
export const baseline = choice({
  ...words,
  name: 'baseline',
  label: 'Baseline',
  among: { total: baselineTotal, category: baselineInCategory },
  pick: (cell) => (cell.category === 'total' ? 'total' : 'category'),
})

/** Baseline plus measures. */
export const funded = variable({
  ...words,
  name: 'funded',
  label: 'Funded: baseline and measures',
  from: { baseline, added },
  formula: (calc, from) => calc.add(from.baseline, from.added),
})

/** Share of planned capital that is not spent. */
export const underspend = noEffectByDefault({
  name: 'underspend',
  label: 'Underspend of the capital budget',
  unit: 'ratio',
  source: 'MODEL.md 4',
})

/** Planned capital moved to day-to-day spending. */
export const switchToRevenue = noEffectByDefault({
  name: 'switch-to-revenue',
  label: 'Capital switched to day-to-day spending',
  unit: 'nominal cdel',
  source: 'MODEL.md 4',
})

const switchInCategory = variable({
  ...words,
  name: 'switch-to-revenue-in-category',
  label: 'Capital switched to day-to-day spending, the part in a category',
  from: { switchToRevenue, splitShare },
  formula: (calc, from) => calc.scale(from.switchToRevenue, from.splitShare),
})

const switched = choice({
  ...words,
  name: 'switched',
  label: 'Capital switched to day-to-day spending',
  among: { total: switchToRevenue, category: switchInCategory },
  pick: (cell) => (cell.category === 'total' ? 'total' : 'category'),
})

const planned = variable({
  ...words,
  name: 'spend-planned',
  label: 'Spend expected of what is funded',
  from: { funded, underspend, switched },
  formula: (calc, from) => calc.subtract(calc.shrink(from.funded, from.underspend), from.switched),
})

/** Whether a year's baseline is already what was spent (outturn or estimate), so that no underspend applies. */
export function isSpent(year: number, model: Model): boolean {
  const seen = model.peek(baselineTotal, { year })
  return 'status' in seen && (seen.status === 'outturn' || seen.status === 'estimate')
}

/** What is spent: the outturn, or what is funded less underspend and switches to revenue. */
export const spend = choice({
  ...words,
  name: 'spend',
  label: 'Projected spend',
  among: { funded, planned },
  pick: (cell, model) => (isSpent(yearOf(cell), model) ? 'funded' : 'planned'),
})
