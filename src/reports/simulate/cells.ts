import type { AskedCell } from '../../analyses/simulate/answer.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import type { ModelRun } from '../../run/run.ts'
import { unitWords } from '../../terms/unit.ts'
import * as words from '../../problems/catalogue/headline.ts'
import { figuresAsked, places, pricesOf, yearsAsked } from '../run/long.ts'
import type { RunReportOptions } from '../run/options.ts'
import { kindOf } from '../run/values.ts'

/** Every number a simulation is asked for, in the order of its rows: the gap unless figures are named. */
export function askedCells(run: ModelRun, options: RunReportOptions): AskedCell[] {
  const years = yearsAsked(run, options)
  const asked = figuresAsked(run, { ...options, figures: options.figures ?? ['gap'] })
  return asked
    .flatMap((printable) => places(run, printable, options))
    .flatMap(({ figure, place, category }) =>
      years.map((year) => ({ printable: figure, cell: { ...place, year }, category })),
    )
}

/** Figures that are closed at 0 or less. */
const gapFigures = new Set([
  ...['gap', 'gap-low', 'gap-high', 'cumulative-gap', 'gap-share-of-gdp', 'gap-per-head'],
  ...['shortfall', 'cumulative-shortfall'],
])

/** Whether 0 or less means that a gap is closed. */
export function isGap({ name }: PrintableFigure): boolean {
  return gapFigures.has(name)
}

/** The prices of a figure in this run, in words; empty where it has none. */
export function pricesWords(run: ModelRun, { unit }: PrintableFigure): string {
  const prices = pricesOf(unit, run)
  if (prices === '') return ''
  return prices === 'nominal' ? words.moneyOfTheDay() : words.pricesOf(prices)
}

/** Unit and prices as a caption says them: `£bn, 2025-26 prices`. */
export function unitCaption(run: ModelRun, printable: PrintableFigure): string {
  const unit = kindOf(printable.unit) === 'money' ? '£bn' : unitWords(printable.unit).label
  const prices = pricesWords(run, printable)
  return prices === '' ? unit : `${unit}, ${prices}`
}

/** The same with what it covers. */
export function subtitleOf(run: ModelRun, printable: PrintableFigure): string {
  const scope = run.model.scopeOf(run.settings.baseline) === 'cdel' ? 'capital budget (CDEL)' : 'NHS capital'
  const money = printable.unit.includes('cdel') ? `, England, ${scope}` : ''
  return `${unitCaption(run, printable)}, financial years${money}`
}
