import type { Cell, Report, Table } from '../reports/table.ts'
import { Decimal } from '../terms/decimal.ts'
import { allDigits } from './csv.ts'

/** What a cell is in JSON: text, a number, a number as text where a JSON number would lose digits, or null. */
export type JsonCell = string | number | null

/**
 * A report as one JSON object: the envelope, then the long table as `rows`, one row a line so that two runs compare
 * line by line.
 */
export function renderJson(report: Report): string {
  const envelope = Object.entries(report.envelope).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  )
  const rows = jsonRows(report.long).map((row) => `    ${JSON.stringify(row)}`)
  const list = rows.length === 0 ? '[]' : `[\n${rows.join(',\n')}\n  ]`
  return `{\n${envelope.join('')}  "rows": ${list}\n}\n`
}

/** The long table as one object a row, keyed by column name. */
export function jsonRows(table: Pick<Table, 'columns' | 'rows'>): Record<string, JsonCell>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column, index) => [column.name, jsonCell(row.cells[index])])),
  )
}

function jsonCell(cell: Cell | undefined): JsonCell {
  if (cell === undefined || cell.kind === 'missing') return null
  return cell.kind === 'text' ? cell.text : jsonNumber(cell.value)
}

/** A JSON number where the reader's double holds every digit, otherwise its digits as text. */
export function jsonNumber(value: Decimal): string | number {
  const double = value.toNumber()
  const kept = Number.isFinite(double) && new Decimal(double).equals(value)
  return kept ? (double === 0 ? 0 : double) : allDigits(value)
}
