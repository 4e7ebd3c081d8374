import type { Cell, Column, Table } from '../reports/table.ts'
import type { Decimal } from '../terms/decimal.ts'
import { formatNumber, type NumberKind, percentDecimals, sentenceText } from './format.ts'

/**
 * A table as people read it: every number rounded and written, every gap a dash whose reason stands in the key.
 * The terminal and Markdown lay out the same presented table, so the two cannot show different numbers.
 */
export interface PresentedTable {
  readonly title: string
  readonly subtitle: string
  readonly columns: readonly PresentedColumn[]
  readonly rows: readonly PresentedRow[]
  readonly notes: readonly string[]
  readonly key: readonly KeyLine[]
}

interface PresentedColumn {
  readonly label: string
  readonly numeric: boolean
  /** Its cells are never broken over lines. */
  readonly unbroken: boolean
}

export interface PresentedRow {
  readonly style: 'plain' | 'total' | 'heading'
  readonly cells: readonly PresentedCell[]
}

export interface PresentedCell {
  readonly text: string
  /** Stand raised behind the text and are explained in the key. */
  readonly marks: readonly string[]
  readonly kind: Cell['kind']
}

/** A sign that cells carry (`–`, or nothing but marks) and what it means. */
export interface KeyLine {
  readonly sign: string
  readonly marks: readonly string[]
  readonly meaning: string
}

/** How a missing value looks to people: an en dash, never a blank and never 0. */
export const missingSign = '–'

/** Rounds and words every cell of a table for people (`format.ts`), and gathers the key to its marks and gaps. */
export function presentTable(table: Table): PresentedTable {
  const reasons = missingReasons(table)
  const decimals = decimalsOf(table)
  return {
    title: printable(table.title),
    subtitle: printable(table.subtitle),
    columns: table.columns.map((column) => ({
      label: printable(column.label),
      numeric: column.kind !== 'text',
      unbroken: column.kind !== 'text' || column.unbroken === true,
    })),
    rows: table.rows.map((row, rowIndex) => ({
      style: row.style ?? 'plain',
      cells: row.cells.map((cell, columnIndex) =>
        presentCell(cell, table.columns[columnIndex], decimals(rowIndex, columnIndex), reasons),
      ),
    })),
    notes: table.notes.map((note) => printable(sentenceText(note))),
    key: [
      ...table.marks.map(({ mark, meaning }) => ({ sign: '', marks: [mark], meaning: printable(meaning) })),
      ...reasons.map((reason, index) => ({
        sign: missingSign,
        marks: reasonMarks(index, reasons),
        meaning: printable(reason),
      })),
    ],
  }
}

/**
 * Text that is safe to print: control characters (which could move the cursor, recolour a terminal or turn the
 * direction of reading) become `�`, tabs a space; line breaks stay.
 */
export function printable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}

function presentCell(
  cell: Cell,
  column: Column | undefined,
  decimals: number | undefined,
  reasons: readonly string[],
): PresentedCell {
  switch (cell.kind) {
    case 'text':
      return { kind: 'text', text: printable(cell.text), marks: cell.marks ?? [] }
    case 'missing':
      return { kind: 'missing', text: missingSign, marks: reasonMarks(reasons.indexOf(cell.reason), reasons) }
    case 'number': {
      const kind = numberKind(cell, column)
      const text = formatNumber(cell.value, kind, {
        ...(decimals === undefined ? {} : { decimals }),
        ...(cell.plus === undefined ? {} : { plus: cell.plus }),
      })
      return { kind: 'number', text, marks: cell.marks ?? [] }
    }
  }
}

/** A number in a text column is a plain number: its digits are all that is known of it. */
function numberKind(cell: Extract<Cell, { kind: 'number' }>, column: Column | undefined): NumberKind {
  const kind = cell.as ?? column?.kind ?? 'number'
  return kind === 'text' ? 'number' : kind
}

/** The distinct reasons for gaps, in the order in which they are met. */
function missingReasons(table: Table): string[] {
  const reasons = new Set<string>()
  for (const row of table.rows) {
    for (const cell of row.cells) if (cell.kind === 'missing') reasons.add(cell.reason)
  }
  return [...reasons]
}

/** A single reason needs no number; several are told apart by 1, 2, 3. */
function reasonMarks(index: number, reasons: readonly string[]): string[] {
  return reasons.length === 1 ? [] : [String(index + 1)]
}

/** Percentages share their decimals down a percent column, and along a row elsewhere. */
function decimalsOf(table: Table): (row: number, column: number) => number | undefined {
  const byColumn = table.columns.map((column, index) =>
    column.kind === 'percent'
      ? percentDecimals(
          percentages(
            table.rows.map((row) => row.cells[index]),
            column,
          ),
        )
      : undefined,
  )
  const byRow = table.rows.map((row) => percentDecimals(percentages(row.cells, undefined)))
  return (row, column) => {
    const cell = table.rows[row]?.cells[column]
    if (cell?.kind !== 'number' || numberKind(cell, table.columns[column]) !== 'percent') return undefined
    return byColumn[column] ?? byRow[row]
  }
}

function percentages(cells: readonly (Cell | undefined)[], column: Column | undefined): Decimal[] {
  return cells.flatMap((cell) =>
    cell?.kind === 'number' && numberKind(cell, column) === 'percent' ? [cell.value] : [],
  )
}
