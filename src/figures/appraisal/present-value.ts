import type { Cell } from '../../terms/cell.ts'
import { deflator } from '../economy.ts'
import {
  at,
  counted,
  gathered,
  over,
  series,
  variable,
  yearOf,
  type Model,
  type ModelFigure,
} from '../model.ts'
import { appraisedYears, discountFactor, perAnnuity } from './discounting.ts'

/**
 * Flows in real prices, discounted, added up, and as an even yearly cost. The flow a present value takes is real by type:
 * nominal money does not compile here, and a run that prints money of the day has no price base to take.
 */

type Money = 'cdel' | 'rdel' | 'del'

/** The year whose prices the appraisal is in; a run without one still needs some deflator to refuse the rest. */
const priceYear = (model: Model, cell: Cell): number =>
  model.settings.prices === 'nominal' ? yearOf(cell) : model.settings.prices.year

const priceBase = series({
  name: 'appraisal-price-base',
  label: 'Price base of the appraisal',
  unit: 'price base',
  dims: [],
  source: 'scenario',
  read: (_cell, model) =>
    model.settings.prices === 'nominal' ? { missing: 'nominal-flows' } : counted(model.settings.prices.year),
})

/** Money of the day in the prices of the appraisal. */
export function inRealTerms<M extends Money>(
  figure: ModelFigure<`nominal ${M}`>,
  words: { readonly name: string; readonly label: string },
): ModelFigure<`real ${M}`> {
  return variable({
    ...words,
    unit: `real ${figure.unit.slice('nominal '.length) as M}`,
    dims: figure.dims,
    source: 'MODEL.md 6',
    from: {
      money: figure,
      deflator,
      baseDeflator: at(deflator, (cell, model) => ({ year: priceYear(model, cell) })),
      priceBase,
    },
    formula: (calc, from) =>
      calc.toReal(from.money as never, from.deflator as never, from.baseDeflator as never, from.priceBase),
  })
}

/** A real flow with its present value and the even yearly cost of the same worth. */
export interface Appraised<M extends Money> {
  readonly flow: ModelFigure<`real ${M}`>
  /** Of one year. */
  readonly discounted: ModelFigure<`real ${M}`>
  /** Without discounting: the sum of the years. */
  readonly undiscounted: ModelFigure<`real ${M}`>
  readonly presentValue: ModelFigure<`real ${M}`>
  /** The present value ÷ the annuity factor of the years but year 0. */
  readonly equivalentAnnual: ModelFigure<`real ${M}`>
}

/**
 * @param name of the flow: the figures are `present-value-of-NAME` and so on
 * @param years those added up; all of the appraisal unless said
 */
export function appraised<M extends Money>(
  flow: ModelFigure<`real ${M}`>,
  { name, label }: { readonly name: string; readonly label: string },
  years: (cell: Cell, model: Model) => readonly number[] = (_cell, model) => appraisedYears(model),
): Appraised<M> {
  const apart = flow.dims.filter((dimension) => dimension !== 'year')
  const words = { unit: flow.unit, source: 'MODEL.md 6' } as const
  const everyYear = (cell: Cell, model: Model): Cell[] =>
    years(cell, model).map((year) => ({ ...cell, year }))
  const discounted = variable({
    ...words,
    name: `discounted-${name}`,
    label: `${label}, discounted to year 0`,
    dims: [...flow.dims, 'schedule'],
    from: { flow, discountFactor },
    formula: (calc, from) => calc.scale(from.flow as never, from.discountFactor),
  }) as ModelFigure<`real ${M}`>
  const sumOf = (figure: ModelFigure<`real ${M}`>, sumName: string, sumLabel: string) =>
    gathered({
      ...words,
      name: sumName,
      label: sumLabel,
      dims: figure.dims.filter((dimension) => dimension !== 'year'),
      from: { years: over(figure, everyYear) },
      formula: (calc, from) => calc.sum(from.years as never),
    }) as ModelFigure<`real ${M}`>
  const presentValue = sumOf(discounted, `present-value-of-${name}`, `Present value of ${label}`)
  const equivalentAnnual = variable({
    ...words,
    name: `equivalent-annual-${name}`,
    label: `Equivalent annual value of ${label}`,
    dims: [...apart, 'schedule'],
    from: { presentValue, perAnnuity },
    formula: (calc, from) => calc.scale(from.presentValue as never, from.perAnnuity),
  }) as ModelFigure<`real ${M}`>
  return {
    flow,
    discounted,
    undiscounted: sumOf(flow, `undiscounted-${name}`, `Sum of ${label}, not discounted`),
    presentValue,
    equivalentAnnual,
  }
}
