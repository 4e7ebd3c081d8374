import { CsvError, parse } from 'csv-parse/sync'
import { readFile } from 'node:fs/promises'
import * as sayFiles from '../../problems/catalogue/data-files.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { CsvRow } from '../csv.ts'
import { decodeUtf8 } from '../text.ts'
import type { ImportFile } from './importer.ts'

interface RawRecord {
  readonly record: string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

/**
 * A CSV file read whole, so that every cell's place in its line is known: UTF-8 or Windows-1252, records of any length,
 * blank lines left out.
 * @throws ProblemsError (exit code 4) for broken quoting, with its line
 */
export async function readRecords(file: ImportFile): Promise<readonly CsvRow[]> {
  // What is not UTF-8 is read as Windows-1252, which is what publishers' spreadsheets save.
  const { text } = decodeUtf8(await readFile(file.path), file.shown)
  try {
    const options = { raw: true, info: true, relax_column_count: true } as const
    const found = parse(text, options) as unknown as RawRecord[]
    let before = 0
    return found.flatMap(({ record, raw, info }) => {
      const line = before + 1
      before = info.lines
      const blank = record.every((cell) => cell.trim() === '')
      return blank ? [] : [{ line, cells: record, raw: raw.replace(/[\r\n]+$/, '') }]
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    const excerpt = text.split(/\r\n|\n|\r/)[line - 1] ?? ''
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
    throw new ProblemsError(
      [sayFiles.csvSyntax({ file: file.shown, line, excerpt }, unclosed)],
      exitCodes.data,
    )
  }
}
