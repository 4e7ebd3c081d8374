import { bridge } from './bridge.ts'
import { heldShare } from './comparators.ts'
import { deflator, gdp, resourceBudget } from './economy.ts'
import {
  cumulativeGap,
  cumulativeShortfall,
  gap,
  gapHigh,
  gapLow,
  gapPerHead,
  gapShareOfGdp,
  shortfall,
} from './gap.ts'
import { added, addedInSubCategory } from './measures/by-category.ts'
import type { AnyFigure } from '../engine/figure.ts'
import type { CategoryOrTotal } from '../terms/category.ts'
import type { Cell } from '../terms/cell.ts'
import type { Unit } from '../terms/unit.ts'
import type { Model, ModelFigure } from './model.ts'
import { englandShare, population } from './population.ts'
import { printed } from './prices.ts'
import { requirement, revenueForgone } from './requirement/requirement.ts'
import { baseline, funded, spend, switchToRevenue, underspend } from './spend.ts'
import { splitShare } from './split.ts'

/**
 * A figure that `run` can print by financial year. `over` says which rows it has: one a category, one a benchmark and
 * category, one alone, or those that the scenario lists (`listed`).
 */
export interface PrintableFigure {
  readonly name: string
  readonly label: string
  readonly figure: AnyFigure<Model>
  /** The figure's unit, which the list of many units cannot keep in its type. */
  readonly unit: Unit
  /** The same money before it is put into the prices printed: how firm it is, deflator apart. */
  readonly ofTheDay?: AnyFigure<Model>
  readonly over: 'category' | 'benchmark' | 'benchmark-category' | 'year' | 'listed'
  /** For `listed`: a row for each, its cell but for the year, what the column `category` says, and a label for people. */
  readonly listed?: (model: Model) => readonly ListedRow[]
  /** What the column `category` says of a figure without categories; `total` unless said. */
  readonly category?: CategoryOrTotal
  /** Printed unless figures are asked for by name. */
  readonly byDefault: boolean
}

/** Every figure `run` prints, in the order of its rows: the default ones first. */
export const printableFigures: readonly PrintableFigure[] = [
  ...usual('category', [
    ['baseline', 'Baseline', inPrices(baseline)],
    ['funded', 'Funded', inPrices(funded)],
    ['spend', 'Projected spend', inPrices(spend)],
  ]),
  ...usual('benchmark-category', [
    ['requirement', 'Requirement', inPrices(requirement)],
    ['gap', 'Gap', inPrices(gap)],
    ['gap-low', 'Gap, lowest bridge', inPrices(gapLow)],
    ['gap-high', 'Gap, highest bridge', inPrices(gapHigh)],
    ['shortfall', 'Shortfall', inPrices(shortfall)],
    ['cumulative-gap', 'Cumulative gap', asItIs(cumulativeGap)],
    ['cumulative-shortfall', 'Cumulative shortfall', asItIs(cumulativeShortfall)],
    ['gap-share-of-gdp', 'Gap, share of UK GDP', asItIs(gapShareOfGdp)],
    ['gap-per-head', 'Gap per person in England', asItIs(gapPerHead)],
    ['revenue-forgone', 'Day-to-day spending forgone', inPrices(revenueForgone)],
  ]),
  ...onRequest('category', [
    ['added', 'Added by measures', inPrices(added)],
    ['split-share', 'Share of the category', asItIs(splitShare)],
  ]),
  ...onRequest('benchmark', [['held-share', 'Comparator share of GDP, held', asItIs(heldShare)]]),
  ...onRequest('year', [
    ['bridge', 'Bridge (WHO series)', asItIs(bridge)],
    ['england-share', 'England’s share of UK people', asItIs(englandShare)],
    ['gdp', 'UK GDP', asItIs(gdp)],
    ['deflator', 'GDP deflator', asItIs(deflator)],
    ['resource-budget', 'Resource budget', inPrices(resourceBudget)],
    ['population', 'Population of England', asItIs(population)],
    ['underspend', 'Underspend', asItIs(underspend)],
    ['switch-to-revenue', 'Switched to day-to-day spending', inPrices(switchToRevenue)],
  ]),
]

/** One row of a figure over things a scenario lists: its measures, its programmes. */
export interface ListedRow {
  readonly cell: Cell
  readonly name: string
  readonly label: string
}

type Printing = Pick<PrintableFigure, 'figure' | 'unit' | 'ofTheDay'>
type Entry = readonly [name: string, label: string, printing: Printing]

function usual(over: PrintableFigure['over'], entries: readonly Entry[]): PrintableFigure[] {
  return entries.map(([name, label, printing]) => ({ name, label, ...printing, over, byDefault: true }))
}

function onRequest(over: PrintableFigure['over'], entries: readonly Entry[]): PrintableFigure[] {
  return entries.map(([name, label, printing]) => ({ name, label, ...printing, over, byDefault: false }))
}

/** A figure printed in its own unit. */
export function asItIs<U extends Unit>(figure: ModelFigure<U>): Printing {
  return { figure, unit: figure.unit }
}

/** Money of the day, put into the prices printed. */
export function inPrices<M extends 'cdel' | 'rdel'>(figure: ModelFigure<`nominal ${M}`>): Printing {
  const inOutput = printed(figure)
  return { figure: inOutput, unit: inOutput.unit, ofTheDay: figure }
}

/** What measures add to a sub-category: rows of `added` when sub-categories are asked for. */
export const addedBySubCategory: PrintableFigure = {
  name: 'added',
  label: 'Added by measures',
  ...inPrices(addedInSubCategory),
  over: 'category',
  byDefault: false,
}
