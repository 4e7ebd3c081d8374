import { CsvError, parse } from 'csv-parse'
import { createReadStream } from 'node:fs'
import * as sayFiles from '../../problems/catalogue/data-files.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { ImportFile } from './importer.ts'

export interface StreamOptions {
  readonly delimiter?: string
  /** Quotation marks mean nothing (tab-separated files). */
  readonly unquoted?: boolean
  readonly progress?: (file: ImportFile, bytes: number) => void
}

/**
 * Reads a CSV file of any size record by record, in constant memory: each goes to `visit` with the line it ends on (from 1).
 * UTF-8, a BOM is read past, blank lines are passed over; records may differ in length.
 * @throws ProblemsError (exit code 4) for broken quoting, with its line
 */
export async function eachRecord(
  file: ImportFile,
  visit: (cells: readonly string[], line: number) => void,
  options: StreamOptions = {},
): Promise<void> {
  const parser = parse({
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    delimiter: options.delimiter ?? ',',
    ...(options.unquoted ? { quote: null } : {}),
    // Nothing is kept, and so nothing waits for a reader: the file's stream sets the pace.
    on_record: (cells: string[], { lines }: { lines: number }) => {
      visit(cells, lines)
      return null
    },
  })
  const stream = createReadStream(file.path, { highWaterMark: 1 << 17 })
  let bytes = 0
  stream.on('data', (chunk) => {
    bytes += chunk.length
    options.progress?.(file, bytes)
  })
  try {
    await new Promise<void>((done, fail) => {
      stream.on('error', fail)
      parser.on('error', fail)
      parser.on('end', done)
      parser.resume()
      stream.pipe(parser)
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED'
    throw new ProblemsError([sayFiles.csvSyntax({ file: file.shown, line }, unclosed)], exitCodes.data)
  } finally {
    stream.destroy()
  }
}
