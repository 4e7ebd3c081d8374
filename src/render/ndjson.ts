import type { Report, Table } from '../reports/table.ts'
import { jsonRows } from './json.ts'

/** The long table as newline-delimited JSON: one object a row, one row a line. */
export function renderNdjson(report: Report): string {
  return ndjsonLines(report.long)
}

/** Rows of a table, for one written piece by piece. */
export function ndjsonLines(table: Pick<Table, 'columns' | 'rows'>): string {
  return jsonRows(table)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}
