import type { AnyFigure } from '../../engine/figure.ts'
import type { Model } from '../../figures/model.ts'
import { dimensions, type Cell, type Dimension } from '../../terms/cell.ts'
import { financialYear } from '../../terms/year.ts'

/** Cells in words and as ids. */

const optionNames: Partial<Record<Dimension, string>> = {
  calendarYear: 'calendar-year',
  subCategory: 'sub-category',
  asOf: 'as-of',
}

/** A cell's dimensions by their public names, years as they are written. */
export function namedCells(cell: Cell, dims: readonly Dimension[]): Record<string, string> {
  const named: Record<string, string> = {}
  for (const dimension of dimensions) {
    const value = cell[dimension]
    if (value === undefined || value === '' || !dims.includes(dimension)) continue
    named[optionNames[dimension] ?? dimension] =
      dimension === 'year' ? financialYear(Number(value)) : String(value)
  }
  return named
}

/** `gap[year=2029-30,category=total,benchmark=eu14]`: the same cell has the same id everywhere. */
export function idOf(figure: AnyFigure<Model>, cell: Cell): string {
  const parts = Object.entries(namedCells(cell, figure.dims)).map(([name, value]) => `${name}=${value}`)
  return `${figure.name}[${parts.join(',')}]`
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
