import { categories, isCategory } from '../../terms/category.ts'
import { assumed } from '../assumptions.ts'
import { deflator } from '../economy.ts'
import { at, carried, choice, counted, gathered, over, required, series, variable, yearOf } from '../model.ts'
import { englandShare } from '../population.ts'
import { spend } from '../spend.ts'
import { depreciationRate, stockYear } from './depreciation.ts'
import { nationStock } from './nation-stock.ts'

/**
 * The net capital stock of health in England by perpetual inventory: what stood last year, less its wear, plus what is
 * spent. Worked in the prices of the year it opens in; illustrative throughout.
 */

const words = { dims: ['category', 'year'], source: 'MODEL.md 6' } as const

const base = series({
  name: 'stock-price-base',
  label: 'prices of the year the stock opens in',
  unit: 'price base',
  dims: [],
  source: 'MODEL.md 6',
  read: () => counted(stockYear),
})
export const deflatorAtStockYear = at(deflator, () => ({ year: stockYear }))

/** Net stock of a category at the end of 2023-24, money of that year: the UK's, shared by people, unless it is stated. */
const openingOf = (category: string, asset: string) =>
  assumed({
    name: `opening-stock-${category}`,
    label: `Net capital stock of ${category} that opens the stock`,
    unit: 'nominal capital-stock',
    dims: [],
    source: 'MODEL.md 6',
    default: variable({
      name: `opening-stock-${category}-published`,
      label: `Net capital stock of ${category}: the UK’s × England’s share of its people`,
      unit: 'nominal capital-stock',
      dims: [],
      source: 'MODEL.md 6',
      from: {
        uk: at(nationStock, () => ({ nation: 'GBR', calendarYear: stockYear, asset })),
        englandShare,
      },
      formula: (calc, from) =>
        calc.assume(
          calc.recast(
            'nominal capital-stock',
            calc.scale(from.uk, from.englandShare),
            'England’s part, standing in the financial year that begins in the calendar year',
          ),
        ),
    }),
  })

const openingStock = choice({
  ...words,
  name: 'opening-stock',
  label: 'Net capital stock that opens the stock',
  unit: 'nominal capital-stock',
  dims: ['category'],
  among: {
    infrastructure: openingOf('infrastructure', 'infrastructure'),
    digital: openingOf('digital', 'digital'),
    other: openingOf('other', 'research'),
  },
  pick: (cell) => {
    const category = required(cell.category, 'category')
    return isCategory(category) ? category : { missing: 'unknown-category' }
  },
})

const realOpening = variable({
  ...words,
  name: 'opening-stock-in-its-prices',
  label: 'Net stock the year opens with, in its own prices',
  unit: 'real capital-stock',
  dims: ['category'],
  from: { openingStock, deflator: deflatorAtStockYear, base },
  formula: (calc, from) =>
    calc.mark(calc.toReal(from.openingStock, from.deflator, from.deflator, from.base), 'illustrative'),
})

const opening = choice({
  ...words,
  name: 'opening-stock-in-its-year',
  label: 'Net stock in the year it opens in',
  unit: 'real capital-stock',
  among: { realOpening },
  pick: (cell) => (yearOf(cell) === stockYear ? 'realOpening' : { missing: 'before-opening-stock' }),
})

/** Spend of a year as capital that stands, in the prices the stock is worked in. */
export const realSpend = variable({
  ...words,
  name: 'spend-into-stock',
  label: 'Projected spend, in the prices of the stock',
  unit: 'real capital-stock',
  from: { spend, deflator, deflatorAtStockYear, base },
  formula: (calc, from) =>
    calc.toReal(
      calc.recast('nominal capital-stock', from.spend, 'money spent, standing as capital'),
      from.deflator,
      from.deflatorAtStockYear,
      from.base,
    ),
})

const ofCategory = carried({
  ...words,
  name: 'capital-stock-of-category',
  label: 'Net capital stock of a category, in its own prices',
  unit: 'real capital-stock',
  opening,
  opens: (cell) => yearOf(cell) <= stockYear,
  from: { depreciationRate, realSpend },
  formula: (calc, from) => calc.add(calc.shrink(from.lastYear, from.depreciationRate), from.realSpend),
})

/** A figure of each category, and the sum of them as the total. */
export function withTotal(
  figure: typeof ofCategory,
  name: string,
  label: string,
  among: readonly string[] = categories,
): typeof ofCategory {
  const total = gathered({
    ...words,
    name: `${name}-total`,
    label: `${label}, the sum of the categories`,
    unit: 'real capital-stock',
    dims: ['year'],
    from: { categories: over(figure, (cell) => among.map((category) => ({ ...cell, category }))) },
    formula: (calc, from) => calc.sum(from.categories),
  })
  return choice({
    ...words,
    name,
    label,
    unit: 'real capital-stock',
    among: { total, category: figure },
    pick: (cell) => (cell.category === 'total' ? 'total' : 'category'),
  })
}

const realStock = withTotal(ofCategory, 'capital-stock-in-its-prices', 'Net capital stock, in its own prices')

/** A figure worked in the prices of the stock, as money of the day. */
export function stockOfTheDay(figure: typeof ofCategory, name: string, label: string) {
  return variable({
    ...words,
    name,
    label,
    unit: 'nominal capital-stock',
    from: { figure, deflator, deflatorAtStockYear },
    formula: (calc, from) => calc.toNominal(from.figure, from.deflator, from.deflatorAtStockYear),
  })
}

/** What stands at the end of a year, at what replacing it would cost that year. England, GBP million. */
export const capitalStock = stockOfTheDay(realStock, 'capital-stock', 'Net capital stock')

const wornOfCategory = variable({
  ...words,
  name: 'depreciation-of-stock',
  label: 'Wear of a category’s stock in a year, in the prices of the stock',
  unit: 'real capital-stock',
  from: { before: at(ofCategory, (cell) => ({ ...cell, year: yearOf(cell) - 1 })), depreciationRate },
  formula: (calc, from) => calc.scale(from.before, from.depreciationRate),
})

/** What the stock of last year loses in a year. */
export const depreciation = stockOfTheDay(
  withTotal(wornOfCategory, 'depreciation-in-stock-prices', 'Depreciation of the stock, in its own prices'),
  'depreciation',
  'Depreciation of the whole stock',
)

/** Spend after depreciation: what the stock gains; below nothing, it shrinks. */
export const netInvestment = variable({
  ...words,
  name: 'net-investment',
  label: 'Net investment: spend less depreciation',
  unit: 'nominal capital-stock',
  from: { spend, depreciation },
  formula: (calc, from) =>
    calc.subtract(
      calc.recast('nominal capital-stock', from.spend, 'money spent, standing as capital'),
      from.depreciation,
    ),
})
