import type { Given } from '../../engine/figure.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { assumed } from '../assumptions.ts'
import { deflator } from '../economy.ts'
import { firstPlannedYear } from '../gap.ts'
import { at, carried, choice, series, variable, yearOf, type Model } from '../model.ts'
import { deflatorAtStockYear, realSpend, withTotal } from './capital-stock.ts'
import { depreciationRate, stockYear } from './depreciation.ts'

/**
 * What new capital costs day-to-day budgets afterwards: its depreciation, and the dividend NHS trusts pay on it. New is
 * what is spent from the first year that is still a plan on; the charges of older capital are left out.
 */

const words = { unit: 'real capital-stock', dims: ['category', 'year'], source: 'MODEL.md 6' } as const

const noneYet = series({
  ...words,
  name: 'new-capital-before',
  label: 'no new capital before the first planned year',
  dims: [],
  source: 'MODEL.md 6',
  read: (): Given => ({ value: new Decimal(0), status: 'outturn', neutral: true, base: stockYear }),
})

const isBefore = (cell: Cell, model: Model): boolean => {
  const first = firstPlannedYear(model)
  return first === undefined || yearOf(cell) < first
}

const newCapital = carried({
  ...words,
  name: 'new-capital-of-category',
  label: 'New capital of a category that still stands, in the prices of the stock',
  opening: noneYet,
  opens: isBefore,
  from: { depreciationRate, realSpend },
  formula: (calc, from) => calc.add(calc.shrink(from.lastYear, from.depreciationRate), from.realSpend),
})

const lastYear = (cell: Cell): Cell => ({ ...cell, year: yearOf(cell) - 1 })

const worn = variable({
  ...words,
  name: 'new-capital-worn',
  label: 'Depreciation of new capital of a category, in the prices of the stock',
  from: { before: at(newCapital, lastYear), depreciationRate },
  formula: (calc, from) => calc.scale(from.before, from.depreciationRate),
})

function chargeOfTheDay(figure: typeof worn, name: string, label: string) {
  const charged = variable({
    name: `${name}-of-the-day`,
    label,
    unit: 'nominal capital-charge',
    dims: words.dims,
    source: 'MODEL.md 6',
    from: { figure, deflator, deflatorAtStockYear },
    formula: (calc, from) =>
      calc.recast(
        'nominal capital-charge',
        calc.toNominal(from.figure, from.deflator, from.deflatorAtStockYear),
        'charged to day-to-day budgets',
      ),
  })
  return choice({
    name,
    label,
    unit: 'nominal capital-charge',
    dims: words.dims,
    source: 'MODEL.md 6',
    among: { charged },
    pick: (cell, model) => (isBefore(cell, model) ? { missing: 'before-new-capital' } : 'charged'),
  })
}

/** Depreciation of capital spent from the first planned year on. */
export const newCapitalDepreciation = chargeOfTheDay(
  withTotal(worn, 'new-capital-worn-in-all', 'Depreciation of new capital, in the prices of the stock'),
  'new-capital-depreciation',
  'Depreciation of new capital, a charge on day-to-day budgets',
)

const dividendRate = assumed({
  name: 'public-dividend-capital-rate',
  label: 'Rate of the public dividend capital dividend',
  unit: 'ratio',
  dims: [],
  source: 'MODEL.md 6',
  default: series({
    name: 'public-dividend-capital-rate-default',
    label: 'Rate of the public dividend capital dividend, default',
    unit: 'ratio',
    dims: [],
    source: 'MODEL.md 6',
    read: (): Given => ({ value: new Decimal('0.035'), status: 'assumption', flags: ['illustrative'] }),
  }),
})

const dividendOfCategory = variable({
  ...words,
  name: 'dividend-of-category',
  label: 'Dividend on new capital of a category, on the mean of the year’s opening and closing',
  from: { before: at(newCapital, lastYear), now: newCapital, dividendRate },
  formula: (calc, from) => calc.scale(calc.mean([from.before, from.now]), from.dividendRate),
})

/** Research and central bodies hold no public dividend capital of trusts. */
const ofTrusts = choice({
  ...words,
  name: 'dividend-of-trusts',
  label: 'Dividend on new capital of NHS trusts',
  among: { dividendOfCategory },
  pick: (cell) => (cell.category === 'other' ? { missing: 'not-nhs-capital' } : 'dividendOfCategory'),
})

/** The dividend on capital spent from the first planned year on, infrastructure and digital. */
export const dividendCharge = chargeOfTheDay(
  withTotal(ofTrusts, 'dividend-in-all', 'Dividend on new capital, in the prices of the stock', [
    'infrastructure',
    'digital',
  ]),
  'public-dividend-capital-charge',
  'Public dividend capital charge of new capital',
)
