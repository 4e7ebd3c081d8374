import type { PresentedCell, PresentedRow, PresentedTable } from './present.ts'
import { superscript } from './superscript.ts'
import { displayWidth, pad, wrap } from './width.ts'

/**
 * A presented table fitted into a width: which columns stand side by side, how wide each is, what each line holds.
 * How the grid is then drawn (plain, or with rules and weight) is the drawer's part.
 */
export interface Grid {
  readonly widths: readonly number[]
  readonly rows: readonly GridRow[]
}

export type GridRow =
  | { readonly kind: 'header' | 'plain' | 'total'; readonly cells: readonly GridCell[] }
  /** Words across all columns. */
  | { readonly kind: 'heading'; readonly lines: readonly string[] }
  | { readonly kind: 'rule' | 'space' }

export interface GridCell {
  readonly lines: readonly string[]
  readonly right: boolean
  readonly missing: boolean
}

/** Spaces between two columns. */
export const columnGap = 2

/** Rows beneath a heading row stand in by this much. */
const headingIndent = '  '

/** The most a label column takes of the width once columns have to be parted into blocks. */
const labelShare = 0.4

/** A text column is never wrapped below this many cells, unless all its text is shorter. */
const narrowest = 12

/**
 * Lays a table out for `width` cells: as one grid where it fits (text columns wrap first), otherwise as several, one
 * under the other, each with the label columns again. The text columns before the first number are the labels.
 */
export function layOut(table: PresentedTable, width: number): Grid[] {
  const texts = cellTexts(table)
  const natural = table.columns.map((column, index) =>
    Math.max(displayWidth(column.label), ...texts.map((row) => widest(row?.[index] ?? ''))),
  )
  const least = table.columns.map((column, index) => (column.numeric ? natural[index]! : leastWidth(texts, index, natural[index]!)))
  const everything = table.columns.map((_, index) => index)
  if (total(least) <= width) return [gridOf(table, texts, everything, fit(natural, least, width))]

  const labels = everything.slice(0, labelCount(table))
  const labelLimit = Math.max(narrowest, Math.floor((width * labelShare) / labels.length))
  const labelWidths = labels.map((index) => Math.min(natural[index]!, Math.max(labelLimit, 1)))
  const room = width - labelWidths.reduce((sum, each) => sum + each + columnGap, 0)
  const values = everything.slice(labels.length)
  return blocks(values, (index) => Math.min(least[index]!, room), room).map((block) => {
    const widths = fit(
      block.map((index) => natural[index]!),
      block.map((index) => Math.min(least[index]!, room)),
      room,
    )
    return gridOf(table, texts, [...labels, ...block], [...labelWidths, ...widths])
  })
}

/** Width of columns side by side, gaps included. */
export function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + columnGap * Math.max(0, widths.length - 1)
}

/** Each cell's text with its marks, undefined for heading rows; numbers of a column keep their points in line. */
function cellTexts(table: PresentedTable): (string[] | undefined)[] {
  const markWidths = table.columns.map((column, index) =>
    column.numeric ? Math.max(0, ...table.rows.map((row) => marksWidth(row, row.cells[index]))) : 0,
  )
  let indent = ''
  return table.rows.map((row) => {
    if (row.style === 'heading') {
      indent = headingIndent
      return undefined
    }
    return table.columns.map((_, index) => {
      const cell = row.cells[index]
      if (cell === undefined) return ''
      const text = cell.text + pad(superscript(cell.marks), markWidths[index]!)
      return index === 0 ? indent + text : text
    })
  })
}

function marksWidth(row: PresentedRow, cell: PresentedCell | undefined): number {
  return row.style === 'heading' || cell === undefined ? 0 : displayWidth(superscript(cell.marks))
}

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth))
}

/** A text column can shrink to its longest word, but not below `narrowest` and not above its own need. */
function leastWidth(texts: readonly (string[] | undefined)[], index: number, natural: number): number {
  const words = texts.flatMap((row) => (row?.[index] ?? '').split(/[ \n]+/)).map(displayWidth)
  const longest = Math.min(Math.max(0, ...words), 2 * narrowest)
  return Math.min(natural, Math.max(narrowest, longest))
}

/** Widths between least and natural that fill `width`: the narrowest needs are met first, the rest is shared. */
function fit(natural: readonly number[], least: readonly number[], width: number): number[] {
  const widths = [...least]
  let spare = width - total(least)
  for (;;) {
    const growing = widths.flatMap((each, index) => (each < natural[index]! ? [index] : []))
    if (growing.length === 0 || spare <= 0) return widths
    const step = Math.max(1, Math.floor(spare / growing.length))
    for (const index of growing) {
      const grown = Math.min(step, natural[index]! - widths[index]!, spare)
      widths[index]! += grown
      spare -= grown
    }
  }
}

function labelCount(table: PresentedTable): number {
  const firstNumber = table.columns.findIndex((column) => column.numeric)
  return firstNumber <= 0 ? 1 : firstNumber
}

/** Columns parted into as few blocks as fit, as even as can be: 4 + 4 + 4 rather than 5 + 5 + 2. */
function blocks(columns: readonly number[], widthOf: (column: number) => number, room: number): number[][] {
  const greedy = parted(columns, widthOf, room, columns.length)
  const even = parted(columns, widthOf, room, Math.ceil(columns.length / Math.max(1, greedy.length)))
  return even.length === greedy.length ? even : greedy
}

function parted(columns: readonly number[], widthOf: (column: number) => number, room: number, most: number): number[][] {
  const parts: number[][] = []
  let part: number[] = []
  for (const column of columns) {
    if (part.length > 0 && (part.length === most || total([...part, column].map(widthOf)) > room)) {
      parts.push(part)
      part = []
    }
    part.push(column)
  }
  return part.length > 0 ? [...parts, part] : parts
}

function gridOf(
  table: PresentedTable,
  texts: readonly (string[] | undefined)[],
  columns: readonly number[],
  widths: readonly number[],
): Grid {
  const cell = (text: string, place: number, column: number, missing = false): GridCell => ({
    lines: wrap(text, widths[place]!, { breakWords: true }),
    right: table.columns[column]!.numeric,
    missing,
  })
  const rows: GridRow[] = []
  if (table.columns.some((column) => column.label !== '')) {
    const cells = columns.map((column, place) => cell(table.columns[column]!.label, place, column))
    rows.push({ kind: 'header', cells }, { kind: 'rule' })
  }
  let totalsOpen = false
  table.rows.forEach((row, index) => {
    if (row.style === 'heading') {
      const opensTotals = table.rows[index + 1]?.style === 'total'
      if (index > 0) rows.push({ kind: opensTotals ? 'rule' : 'space' })
      rows.push({ kind: 'heading', lines: wrap(row.cells[0]?.text ?? '', total(widths), { breakWords: true }) })
      totalsOpen = opensTotals
      return
    }
    if (row.style === 'total' && !totalsOpen && index > 0) rows.push({ kind: 'rule' })
    totalsOpen = row.style === 'total'
    rows.push({
      kind: row.style,
      cells: columns.map((column, place) =>
        cell(texts[index]![column]!, place, column, row.cells[column]?.kind === 'missing'),
      ),
    })
  })
  return { widths, rows }
}
