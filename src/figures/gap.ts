import type { Cell } from '../terms/cell.ts'
import { categories } from '../terms/category.ts'
import { yearsOf } from '../terms/year.ts'
import { gdp } from './economy.ts'
import { at, choice, gathered, over, required, variable, yearOf, type Model } from './model.ts'
import { population } from './population.ts'
import { printed } from './prices.ts'
import { benchmarkOf, isBridged, whyNoRequirement } from './requirement/benchmark.ts'
import { requirement, requirementAt } from './requirement/requirement.ts'
import { isSpent, spend } from './spend.ts'

/** Chapter 13. The gap: requirement less spend. Positive means short. */

const words = { unit: 'nominal cdel', dims: ['benchmark', 'category', 'year'], source: 'MODEL.md 5' } as const

export const gap = variable({
  ...words,
  name: 'gap',
  label: 'Gap to requirement',
  from: { requirement, spend },
  formula: (calc, from) => calc.subtract(from.requirement, from.spend),
})

/** One end of the bridge band; where there is no bridge, the gap itself, flagged. */
function bandEnd(band: 'low' | 'high', label: string) {
  const bridged = variable({
    ...words,
    name: `gap-${band}-bridged`,
    label,
    from: { requirement: at(requirementAt, (cell) => ({ ...cell, band })), spend },
    formula: (calc, from) => calc.subtract(from.requirement, from.spend),
  })
  const unbridged = variable({
    ...words,
    name: `gap-${band}-without-bridge`,
    label: `${label}: the gap itself, for there is no bridge`,
    from: { gap },
    formula: (calc, from) => calc.mark(from.gap, 'no-bridge'),
  })
  return choice({
    ...words,
    name: `gap-${band}`,
    label,
    among: { bridged, unbridged },
    pick: (cell, model) => (isBridged(benchmarkOf(cell, model)) ? 'bridged' : 'unbridged'),
  })
}

export const gapLow = bandEnd('low', 'Gap, lowest bridge')
export const gapHigh = bandEnd('high', 'Gap, highest bridge')

const shortfallOfCategory = variable({
  ...words,
  name: 'shortfall-of-category',
  label: 'Shortfall: the gap where it is positive',
  from: { gap },
  formula: (calc, from) => calc.atLeastZero(from.gap),
})

const shortfallOfAll = gathered({
  ...words,
  name: 'shortfall-of-all',
  label: 'Shortfall: the sum of the categories’',
  from: {
    categories: over(shortfallOfCategory, (cell) => categories.map((category) => ({ ...cell, category }))),
  },
  formula: (calc, from) => calc.sum(from.categories),
})

export const shortfall = choice({
  ...words,
  name: 'shortfall',
  label: 'Shortfall',
  among: { total: shortfallOfAll, category: shortfallOfCategory },
  pick: (cell, model) => {
    const benchmark = benchmarkOf(cell, model)
    const reason = whyNoRequirement(benchmark, required(cell.category, 'category'), yearOf(cell))
    if (reason !== undefined) return { missing: reason }
    return cell.category === 'total' ? 'total' : 'category'
  },
})

/** The first year reported whose baseline is still a plan: where cumulatives begin. */
export function firstPlannedYear(model: Model): number | undefined {
  return yearsOf(model.settings.years).find((year) => !isSpent(year, model))
}

/** Running sums from the first planned year, over the years that have a requirement; each year in the prices printed. */
function cumulative(figure: typeof gap, name: string, label: string) {
  const sum = gathered({
    name: `${name}-sum`,
    label,
    unit: 'output cdel',
    dims: words.dims,
    source: 'MODEL.md 5',
    from: { years: over(printed(figure), yearsSummed) },
    formula: (calc, from) => calc.sum(from.years),
  })
  return choice({
    name,
    label,
    unit: 'output cdel',
    dims: words.dims,
    source: 'MODEL.md 5',
    among: { sum },
    pick: (cell, model) => {
      if (yearsSummed(cell, model).length > 0) return 'sum'
      const reason = whyNoRequirement(
        benchmarkOf(cell, model),
        required(cell.category, 'category'),
        yearOf(cell),
      )
      return { missing: reason ?? 'before-first-planned-year' }
    },
  })
}

function yearsSummed(cell: Cell, model: Model): Cell[] {
  const first = firstPlannedYear(model)
  if (first === undefined) return []
  const benchmark = benchmarkOf(cell, model)
  const category = required(cell.category, 'category')
  return yearsOf({ from: first, to: yearOf(cell) })
    .filter((year) => whyNoRequirement(benchmark, category, year) === undefined)
    .map((year) => ({ ...cell, year }))
}

export const cumulativeGap = cumulative(gap, 'cumulative-gap', 'Cumulative gap')
export const cumulativeShortfall = cumulative(shortfall, 'cumulative-shortfall', 'Cumulative shortfall')

/** The gap over UK GDP: England's budget over the UK's income, and said so. */
export const gapShareOfGdp = variable({
  name: 'gap-share-of-gdp',
  label: 'Gap as a share of UK GDP',
  unit: 'cdel per uk-gdp',
  dims: words.dims,
  source: 'MODEL.md 2',
  from: { gap, gdp },
  formula: (calc, from) => calc.share(from.gap, from.gdp),
})

/** The gap per person in England, in the prices printed. */
export const gapPerHead = variable({
  name: 'gap-per-head',
  label: 'Gap per person in England',
  unit: 'output cdel per england-people',
  dims: words.dims,
  source: 'MODEL.md 2',
  from: { gap: printed(gap), population },
  formula: (calc, from) => calc.perHead(from.gap, from.population),
})
