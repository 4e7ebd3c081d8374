import type { Cell } from '../terms/cell.ts'
import type { Measure } from '../terms/unit.ts'
import { deflator } from './economy.ts'
import { at, choice, counted, series, variable, type Model, type ModelFigure } from './model.ts'

/** Chapter 6. Prices: money of the day into the prices a run prints, and stated amounts into money of the day. */

/** The year whose prices the run prints; asked only when it prints real money. */
const outputYear = (model: Model): number =>
  model.settings.prices === 'nominal' ? 0 : model.settings.prices.year

const outputBase = series({
  name: 'price-base',
  label: 'Price base of the output',
  unit: 'price base',
  dims: [],
  source: 'scenario',
  read: (_cell, model) => counted(outputYear(model)),
})

/** The calendar year whose prices a look-back prints. */
export const calendarBase = series({
  name: 'lookback-price-base',
  label: 'Price base of the look-back',
  unit: 'price base',
  dims: [],
  source: '--prices',
  read: (_cell, model) => counted(model.lookbackBase ?? 0),
})

/** English financial-year money that a run prints. */
type Printed = Extract<Measure, 'cdel' | 'rdel' | 'del' | 'backlog' | 'capital-stock' | 'capital-charge'>

/** A figure in the prices the run prints: as it is when they are nominal, deflated when they are real. */
export function printed<M extends Printed>(figure: ModelFigure<`nominal ${M}`>): ModelFigure<`output ${M}`> {
  const measure = figure.unit.slice('nominal '.length) as M
  const real = variable({
    name: `${figure.name}-real`,
    label: `${figure.label}, in the prices printed`,
    unit: `real ${measure}`,
    dims: figure.dims,
    source: 'MODEL.md 2',
    from: {
      money: figure,
      deflator,
      baseDeflator: at(deflator, (_cell, model) => ({ year: outputYear(model) })),
      outputBase,
    },
    formula: (calc, from) =>
      calc.toReal(
        from.money as never,
        from.deflator as never,
        from.baseDeflator as never,
        from.outputBase,
      ) as never,
  })
  return choice({
    name: `${figure.name}-printed`,
    label: figure.label,
    unit: `output ${measure}`,
    dims: figure.dims,
    source: 'MODEL.md 2',
    among: { nominal: figure, real } as never,
    pick: (_cell, model) => (model.settings.prices === 'nominal' ? 'nominal' : 'real') as never,
  })
}

/**
 * A stated amount of capital as money of the day: as it stands when it was stated so, else moved by the deflator from
 * its own price base. `basis` says which.
 */
export function ofTheDay(words: {
  name: string
  label: string
  dims: ModelFigure<'nominal cdel'>['dims']
  nominal: ModelFigure<'nominal cdel'>
  real: ModelFigure<'real cdel'>
  basis: (cell: Cell, model: Model) => 'nominal' | { readonly year: number }
}): ModelFigure<'nominal cdel'> {
  const inflated = variable({
    name: `${words.name}-inflated`,
    label: `${words.label}, moved to money of the day`,
    unit: 'nominal cdel',
    dims: words.dims,
    source: 'MODEL.md 2',
    from: {
      amount: words.real,
      deflator,
      baseDeflator: at(deflator, (cell, model) => {
        const basis = words.basis(cell, model)
        return { year: basis === 'nominal' ? 0 : basis.year }
      }),
    },
    formula: (calc, from) => calc.toNominal(from.amount, from.deflator, from.baseDeflator),
  })
  return choice({
    name: words.name,
    label: words.label,
    unit: 'nominal cdel',
    dims: words.dims,
    source: 'MODEL.md 2',
    among: { nominal: words.nominal, inflated },
    pick: (cell, model) => (words.basis(cell, model) === 'nominal' ? 'nominal' : 'inflated'),
  })
}
