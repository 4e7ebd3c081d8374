import type { Cell } from '../terms/cell.ts'
import { yearsOf } from '../terms/year.ts'
import { comparatorOf, comparatorShare } from './comparators.ts'
import { at, choice, gathered, over, variable, type Model } from './model.ts'
import { nationGdp, nationShare } from './nation-shares.ts'
import { calendarDeflator } from './economy.ts'
import { calendarBase } from './prices.ts'

/** Chapter 5. The look-back: what matching comparators would have meant. Calendar years, the subject's currency. */

const subjectCell = (cell: Cell, model: Model): Cell => {
  const { subject, series, asset } = comparatorOf(cell, model)
  return { ...cell, nation: subject, series, asset }
}

const words = { unit: 'nominal gfcf-cy', dims: ['comparator', 'calendarYear'], source: 'MODEL.md 3' } as const

/** What the subject invested: its share times its GDP. */
export const actual = variable({
  ...words,
  name: 'actual',
  label: 'Actual investment',
  from: { share: at(nationShare, subjectCell), gdp: at(nationGdp, subjectCell) },
  formula: (calc, from) => calc.times(from.share, from.gdp),
})

/** What it would have invested at the comparator's share. */
export const counterfactual = variable({
  ...words,
  name: 'counterfactual',
  label: 'Investment at the comparator share',
  from: { comparatorShare, gdp: at(nationGdp, subjectCell) },
  formula: (calc, from) => calc.times(from.comparatorShare, from.gdp),
})

/** Counterfactual less actual; positive means the subject invested less. */
export const lookbackGap = variable({
  ...words,
  name: 'lookback-gap',
  label: 'Look-back gap',
  from: { counterfactual, actual },
  formula: (calc, from) => calc.subtract(from.counterfactual, from.actual),
})

/** Each look-back figure in the prices the look-back prints, and its total over the window. */
function inLookbackPrices(figure: typeof actual, name: string, label: string) {
  const real = variable({
    name: `${name}-real`,
    label: `${label}, real`,
    unit: 'real gfcf-cy',
    dims: words.dims,
    source: 'MODEL.md 2',
    from: {
      money: figure,
      calendarDeflator,
      baseDeflator: at(calendarDeflator, (_cell, model) => ({ calendarYear: model.lookbackBase ?? 0 })),
      calendarBase,
    },
    formula: (calc, from) =>
      calc.toReal(from.money, from.calendarDeflator, from.baseDeflator, from.calendarBase),
  })
  const printed = choice({
    name: `${name}-printed`,
    label,
    unit: 'output gfcf-cy',
    dims: words.dims,
    source: 'MODEL.md 2',
    among: { nominal: figure, real },
    pick: (_cell, model) => (model.lookbackBase === undefined ? 'nominal' : 'real'),
  })
  const total = gathered({
    name: `${name}-total`,
    label: `${label}, whole window`,
    unit: 'output gfcf-cy',
    dims: ['comparator'],
    source: 'MODEL.md 3',
    from: {
      years: over(printed, (cell, model) =>
        yearsOf(comparatorOf(cell, model).window).map((calendarYear) => ({ ...cell, calendarYear })),
      ),
    },
    formula: (calc, from) => calc.sum(from.years),
  })
  return { printed, total }
}

export const printedActual = inLookbackPrices(actual, 'actual', 'Actual investment')
export const printedCounterfactual = inLookbackPrices(
  counterfactual,
  'counterfactual',
  'Investment at the comparator share',
)
export const printedLookbackGap = inLookbackPrices(lookbackGap, 'lookback-gap', 'Look-back gap')

/** The gap relative to actual, in each year and over the window. */
export const lookbackGapPercent = variable({
  name: 'lookback-gap-percent',
  label: 'Look-back gap relative to actual',
  unit: 'ratio',
  dims: words.dims,
  source: 'MODEL.md 3',
  from: { gap: printedLookbackGap.printed, actual: printedActual.printed },
  formula: (calc, from) => calc.ratio(from.gap, from.actual),
})

export const lookbackGapPercentTotal = variable({
  name: 'lookback-gap-percent-total',
  label: 'Look-back gap relative to actual, whole window',
  unit: 'ratio',
  dims: ['comparator'],
  source: 'MODEL.md 3',
  from: { gap: printedLookbackGap.total, actual: printedActual.total },
  formula: (calc, from) => calc.ratio(from.gap, from.actual),
})
