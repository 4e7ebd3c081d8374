import type { Column, Row } from '../reports/table.ts'
import { csvHeader, csvLines } from './csv.ts'
import { ndjsonLines } from './ndjson.ts'
import type { ParquetColumn, ParquetValue } from './parquet.ts'

/** A long table as text, rows at a time: what is not held at once. */
export interface RowText {
  /** What stands before all rows. */
  readonly head: string
  readonly lines: (rows: readonly Row[]) => string
}

/** @param bom begin a CSV with the byte order mark that Excel needs */
export function rowText(format: 'csv' | 'ndjson', columns: readonly Column[], bom = false): RowText {
  return format === 'csv'
    ? { head: (bom ? '\ufeff' : '') + csvHeader(columns), lines: csvLines }
    : { head: '', lines: (rows) => ndjsonLines({ columns, rows }) }
}

/** The same columns for Parquet: numbers as doubles, everything else as text. */
export function parquetColumns(columns: readonly Column[]): ParquetColumn[] {
  return columns.map(({ name, kind }) =>
    kind === 'text' ? { name, type: 'string' } : { name, type: 'double', nullable: true },
  )
}

/** The values of a row for Parquet: the double nearest to each number, null where there is none. */
export function parquetRow({ cells }: Row): ParquetValue[] {
  return cells.map((cell) =>
    cell.kind === 'number' ? cell.value.toNumber() : cell.kind === 'text' ? cell.text : null,
  )
}
