import type { Place } from '../../problems/problem.ts'
import { cellPlace } from '../csv.ts'
import { readRecords } from './csv-file.ts'
import type { ImportFile } from './importer.ts'
import { openWorkbook } from './workbook.ts'

/** Rows of text from a CSV file or a sheet, each cell with its place. */
export interface TableRows {
  readonly rows: readonly {
    readonly cells: readonly string[]
    readonly place: (column: number) => Place
  }[]
}

/**
 * Every table of a file that comes as CSV or as a workbook: one of a CSV file, one a sheet of a workbook.
 * @throws ProblemsError (exit code 4) where it cannot be read
 */
export async function tablesOf(file: ImportFile): Promise<readonly TableRows[]> {
  if (/\.xls[xm]?$/i.test(file.name)) {
    const sheets = await (await openWorkbook(file)).all()
    return sheets.map((sheet) => ({
      rows: Array.from({ length: sheet.rows }, (_, row) => ({
        cells: Array.from({ length: sheet.columns }, (__, column) => sheet.text(row, column)),
        place: (column: number) => sheet.place(row, column),
      })),
    }))
  }
  const records = await readRecords(file)
  return [
    {
      rows: records.map((record) => ({
        cells: record.cells,
        place: (column) => cellPlace(file.shown, record, column),
      })),
    },
  ]
}
