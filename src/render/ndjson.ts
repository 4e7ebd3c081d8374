import type { Report } from '../reports/table.ts'
import { jsonRows } from './json.ts'

/** The long table as newline-delimited JSON: one object a row, one row a line. */
export function renderNdjson(report: Report): string {
  return jsonRows(report.long)
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
}
