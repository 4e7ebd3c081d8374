import type { PresentedRow, PresentedTable } from './present.ts'
import { superscript } from './superscript.ts'
import { displayWidth, hyphenated, pad, wrap } from './width.ts'

/**
 * A presented table fitted into a width: which columns stand side by side, how wide each is, what each line holds.
 * How the grid is then drawn (plain, or with rules and weight) is the drawer's part.
 */
export interface Grid {
  /** Of the columns, without the gaps between them. */
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
  readonly width: number
  readonly right: boolean
  readonly missing: boolean
}

/** Spaces between two columns. */
export const columnGap = 2

/** Rows beneath a heading row stand in by this much. */
const headingIndent = '  '

/** The most the label columns take of the width once columns have to be parted into blocks. */
const labelShare = 0.4

/** A text column is never wrapped below this many cells, unless all its text is shorter. */
const narrowest = 8

/** Words longer than this may be broken when room is short. */
const longWord = 40

/** A column with the text of each of its cells, and the widths it could have. */
interface MeasuredColumn {
  readonly label: string
  readonly numeric: boolean
  readonly texts: readonly string[]
  readonly missing: readonly boolean[]
  /** Widths that need no wrapping; that break no word; that break words only after a hyphen. */
  readonly natural: number
  readonly whole: number
  readonly least: number
  /** Of its texts. */
  readonly meanWidth: number
}

interface SizedColumn {
  readonly column: MeasuredColumn
  readonly width: number
}

/**
 * Lays a table out for `width` cells: as one grid where it fits (text columns wrap first), otherwise as several, one
 * under the other, each with the label columns again. Text columns at the start are labels while there is room.
 */
export function layOut(table: PresentedTable, width: number): Grid[] {
  const columns = measured(table)
  if (total(columns.map((column) => column.least)) <= width) return [gridOf(table.rows, fit(columns, width))]

  const limit = Math.floor(width * labelShare)
  const count = labelCount(columns, limit)
  const labels = columns.slice(0, count).map((column) => ({ column, width: Math.min(column.natural, limit) }))
  const room = width - labels.reduce((sum, label) => sum + label.width + columnGap, 0)
  const values = columns.slice(count).map((column) => ({ ...column, least: Math.min(column.least, room) }))
  return blocks(values, room).map((block) => gridOf(table.rows, [...labels, ...fit(block, room)]))
}

/** Width of columns side by side, gaps included. */
export function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + columnGap * Math.max(0, widths.length - 1)
}

/** Marks hang behind the digits in a place of their own, so that the points of a column stay in line. */
function measured(table: PresentedTable): MeasuredColumn[] {
  const firstHeading = table.rows.findIndex((row) => row.style === 'heading')
  const rows = table.rows.map((row, index) => ({
    cells: row.style === 'heading' ? [] : row.cells,
    indent: firstHeading >= 0 && index > firstHeading ? headingIndent : '',
  }))
  return table.columns.map(({ label, numeric, unbroken }, place) => {
    const marks = rows.map((row) => superscript(row.cells[place]?.marks ?? []))
    const markWidth = numeric ? Math.max(0, ...marks.map(displayWidth)) : 0
    const texts = rows.map((row, index) => {
      const cell = row.cells[place]
      return (
        (place === 0 ? row.indent : '') +
        (cell?.text ?? '') +
        pad(cell === undefined ? '' : (marks[index] ?? ''), markWidth)
      )
    })
    const values = Math.max(0, ...texts.flatMap((text) => text.split('\n')).map(displayWidth))
    const header = longest([label], wordsOf)
    return {
      ...{ label, numeric, texts, natural: Math.max(displayWidth(label), values) },
      missing: rows.map((row) => row.cells[place]?.kind === 'missing'),
      // A number is never broken; only the header above it may wrap.
      whole: Math.max(header, unbroken ? values : neededBy(values, longest(texts, wordsOf))),
      least: Math.max(header, unbroken ? values : neededBy(values, longest(texts, partsOf))),
      meanWidth: texts.map(displayWidth).reduce((sum, each) => sum + each, 0) / texts.length,
    }
  })
}

/** A text column needs its longest piece, though not less than `narrowest` where its texts are longer. */
function neededBy(values: number, piece: number): number {
  return Math.min(values, Math.max(narrowest, piece))
}

/** The longest of the pieces a column's texts may be broken into, very long ones aside. */
function longest(texts: readonly string[], pieces: (text: string) => string[]): number {
  return Math.min(Math.max(0, ...texts.flatMap(pieces).map(displayWidth)), longWord)
}

function wordsOf(text: string): string[] {
  return text.split(/[ \n]+/)
}

function partsOf(text: string): string[] {
  return wordsOf(text).flatMap(hyphenated)
}

/**
 * Widths between least and natural that fill `width`: what is spare mends broken words first, where it mends all of a
 * column's, and then goes, cell by cell, to the column whose texts are longest for its width, so that rows stay low.
 */
function fit(columns: readonly MeasuredColumn[], width: number): SizedColumn[] {
  const sized = columns.map((column) => ({ column, width: column.least }))
  let spare = width - total(columns.map((column) => column.least))
  // Names stand in the first column and are there to be copied: its words are mended before any other's.
  const [names, ...others] = sized
  const cheapest = others.sort((a, b) => mending(a.column) - mending(b.column))
  for (const each of names === undefined ? [] : [names, ...cheapest]) {
    if (mending(each.column) > spare) continue
    spare -= mending(each.column)
    each.width += mending(each.column)
  }
  for (; spare > 0; spare--) {
    let neediest: (typeof sized)[number] | undefined
    for (const each of sized) {
      if (each.width >= each.column.natural) continue
      if (neediest === undefined || need(each) > need(neediest)) neediest = each
    }
    if (neediest === undefined) break
    neediest.width += 1
  }
  return sized
}

/** What a column needs beyond the least, so that no word of it is broken. */
function mending(column: MeasuredColumn): number {
  return column.whole - column.least
}

/** About how many lines a cell of this column takes. */
function need({ column, width }: SizedColumn): number {
  return column.meanWidth / width
}

/** How many text columns at the start are repeated in each block: one at least, more while they stay in the limit. */
function labelCount(columns: readonly MeasuredColumn[], limit: number): number {
  let count = 1
  for (const column of columns.slice(1)) {
    const widths = [...columns.slice(0, count), column].map((each) => each.natural)
    if (column.numeric || total(widths) > limit) break
    count += 1
  }
  return count
}

/** Columns parted into as few blocks as fit, as even as can be: 4 + 4 + 4 rather than 5 + 5 + 2. */
function blocks(columns: readonly MeasuredColumn[], room: number): MeasuredColumn[][] {
  const greedy = parted(columns, room, columns.length)
  const even = parted(columns, room, Math.ceil(columns.length / Math.max(1, greedy.length)))
  return even.length === greedy.length ? even : greedy
}

function parted(columns: readonly MeasuredColumn[], room: number, most: number): MeasuredColumn[][] {
  const parts: MeasuredColumn[][] = []
  for (const column of columns) {
    const part = parts.at(-1)
    const fits = part !== undefined && total([...part, column].map((each) => each.least)) <= room
    if (fits && part.length < most) part.push(column)
    else parts.push([column])
  }
  return parts
}

/** Header cells of fewer lines stand on the rule beneath them. */
function standing(cells: readonly GridCell[]): GridCell[] {
  const height = Math.max(...cells.map((cell) => cell.lines.length))
  return cells.map((cell) => ({
    ...cell,
    lines: [...Array.from({ length: height - cell.lines.length }, () => ''), ...cell.lines],
  }))
}

/** What fits stays as it is, with the place its marks were given. */
function linesOf(text: string, width: number): string[] {
  const fits = displayWidth(text) <= width && !text.includes('\n')
  return fits ? [text] : wrap(text, width, { breakWords: true })
}

/** Rules stand under the header and above the totals; a blank line parts one heading's rows from the next. */
function gridOf(rows: readonly PresentedRow[], sized: readonly SizedColumn[]): Grid {
  const cells = (
    textOf: (column: MeasuredColumn) => string,
    isMissing: (column: MeasuredColumn) => boolean,
  ): GridCell[] =>
    sized.map(({ column, width }) => ({
      lines: linesOf(textOf(column), width),
      ...{ width, right: column.numeric, missing: isMissing(column) },
    }))
  const widths = sized.map((each) => each.width)
  const grid: GridRow[] = []
  if (sized.some(({ column }) => column.label !== '')) {
    const header = cells(
      (column) => column.label,
      () => false,
    )
    grid.push({ kind: 'header', cells: standing(header) }, { kind: 'rule' })
  }
  let inTotals = false
  for (const [index, row] of rows.entries()) {
    if (row.style === 'heading') {
      inTotals = rows[index + 1]?.style === 'total'
      if (index > 0) grid.push({ kind: inTotals ? 'rule' : 'space' })
      grid.push({
        kind: 'heading',
        lines: wrap(row.cells[0]?.text ?? '', total(widths), { breakWords: true }),
      })
      continue
    }
    if (row.style === 'total' && !inTotals && index > 0) grid.push({ kind: 'rule' })
    inTotals = row.style === 'total'
    const texts = cells(
      (column) => column.texts[index] ?? '',
      (column) => column.missing[index] ?? false,
    )
    grid.push({ kind: row.style, cells: texts })
  }
  return { widths, rows: grid }
}
