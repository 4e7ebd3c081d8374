import type { Cell, Column, Report, Row, Table } from '../reports/table.ts'
import type { Decimal } from '../terms/decimal.ts'

/**
 * The long table as CSV: RFC 4180, UTF-8, LF, one header row, unrounded. A missing value is an empty cell (its reason
 * stands in the row's flags).
 */
export interface CsvOptions {
  /** Begin with a byte order mark, which Excel needs to read `£` and `é`. */
  readonly bom?: boolean
}

/** The long table of a report as CSV text, ready to be written as UTF-8. */
export function renderCsv(report: Report, options: CsvOptions = {}): string {
  return (options.bom ? '\ufeff' : '') + csvOf(report.long)
}

/** Any table as CSV, headings being the machine's column names. */
export function csvOf(table: Table): string {
  return csvHeader(table.columns) + csvLines(table.rows)
}

/** The header row alone, for a table written piece by piece. */
export function csvHeader(columns: readonly Column[]): string {
  return `${columns.map((column) => quoted(column.name)).join(',')}\n`
}

/** Rows without a header. */
export function csvLines(rows: readonly Row[]): string {
  return rows.map((row) => `${row.cells.map(csvCell).join(',')}\n`).join('')
}

/** Every digit of a number, without exponent; zero has no sign. */
export function allDigits(value: Decimal): string {
  return value.isZero() ? '0' : value.toFixed()
}

function csvCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return quoted(harmless(cell.text))
    case 'number':
      return allDigits(cell.value)
    case 'missing':
      return ''
  }
}

/**
 * A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` (their full-width twins, a tab or a line break too):
 * an apostrophe before it makes it words. What is nothing but a negative number, kept as text for its last zeros
 * (`-3.50`), has nothing to run.
 */
function harmless(text: string): string {
  if (/^-\d+(\.\d+)?$/.test(text)) return text
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
