import type { AnyFigure } from '../../engine/figure.ts'
import type { Model } from '../../figures/model.ts'
import { everyPrintable } from '../../figures/further/every-printable.ts'
import { addedBySubCategory } from '../../figures/printable.ts'
import type { ModelRun } from '../../run/run.ts'
import { dimensions, type Cell, type Dimension } from '../../terms/cell.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { financialYear } from '../../terms/year.ts'

/** Cells in words and as ids. */

const optionNames: Partial<Record<Dimension, string>> = {
  calendarYear: 'calendar-year',
  subCategory: 'sub-category',
  asOf: 'as-of',
  projectType: 'project-type',
}

const inPrices = [...everyPrintable, addedBySubCategory].filter(({ ofTheDay }) => ofTheDay !== undefined)

/** The name `run` prints a figure under, where this is that figure in the prices printed; by name, for two may print it. */
function printedAs(figure: AnyFigure<Model>): string | undefined {
  return inPrices.find(({ figure: printed }) => {
    if (printed.name === figure.name) return true
    const real = printed.kind === 'choice' ? printed.among['real'] : undefined
    return real !== undefined && 'name' in real && real.name === figure.name
  })?.name
}

/** The public name of a figure: what `run` prints in some prices goes by the name of what it is. */
export function publicName(figure: AnyFigure<Model>): string {
  return printedAs(figure) ?? figure.name
}

/** A cell's dimensions by their public names, years as they are written; printed money also has its prices. */
export function namedCells(run: ModelRun, figure: AnyFigure<Model>, cell: Cell): Record<string, string> {
  const named: Record<string, string> = {}
  for (const dimension of dimensions) {
    const value = cell[dimension]
    if (value === undefined || value === '' || !figure.dims.includes(dimension)) continue
    named[optionNames[dimension] ?? dimension] =
      dimension === 'year' ? financialYear(Number(value)) : String(value)
  }
  const { prices } = run.settings
  return prices !== 'nominal' && printedAs(figure) !== undefined
    ? { ...named, prices: priceBasisLabel(prices) }
    : named
}

/**
 * `gap[year=2029-30,category=total,benchmark=eu14]`: the same cell has the same id everywhere, and `capgap explain` takes
 * it in place of a figure. With `prices=2025-26` it is the cell as printed in those prices, without it money of the day.
 */
export function idOf(run: ModelRun, figure: AnyFigure<Model>, cell: Cell): string {
  const parts = Object.entries(namedCells(run, figure, cell)).map(([name, value]) => `${name}=${value}`)
  return `${publicName(figure)}[${parts.join(',')}]`
}

/** What sets a cell apart from another, in brackets: `, 2024-25`, `, AUT, 2019`. Series and band only where not usual. */
export function cellWords(cell: Cell, from: Cell): string {
  const words: string[] = []
  for (const dimension of dimensions) {
    const value = cell[dimension]
    if (value === undefined || value === '' || value === from[dimension]) continue
    if (dimension === 'comparator' && (from.benchmark === value || from.comparator === value)) continue
    if ((dimension === 'series' && value === 'who') || (dimension === 'band' && value === 'central')) continue
    if (dimension === 'asset' && value === 'total') continue
    words.push(dimension === 'year' ? financialYear(Number(value)) : String(value))
  }
  return words.length === 0 ? '' : ` (${words.join(', ')})`
}
