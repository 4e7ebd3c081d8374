import { CsvError, parse } from 'csv-parse/sync'
import { open } from 'node:fs/promises'
import * as sayFiles from '../../problems/catalogue/data-files.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import type { Asked, ImportFile } from './importer.ts'

const blockSize = 1 << 20
const quote = 0x22
const newline = 0x0a

/**
 * Finds the records of a CSV file of any size without parsing them: a line break outside quotation marks ends one. Most of a
 * bulk file is not wanted, and telling that from a record's text is many times faster than parsing it.
 * @param visit is given each record's bytes as Latin-1 text (`cellsOf` parses it) and the line it begins on, from 1
 * @throws ProblemsError (exit code 4) where a quotation mark is never closed, with the line the record begins on
 */
export async function scanRecords(
  file: ImportFile,
  visit: (raw: string, line: number) => void,
  progress: Asked['progress'],
): Promise<void> {
  const handle = await open(file.path)
  try {
    let buffer = Buffer.allocUnsafe(2 * blockSize)
    let held = 0
    let total = 0
    let quoted = false
    let line = 1
    let firstLine = 1
    for (;;) {
      // A record longer than the room left: more room.
      if (buffer.length - held < blockSize)
        buffer = Buffer.concat([buffer.subarray(0, held), Buffer.allocUnsafe(held + blockSize)])
      const { bytesRead } = await handle.read(buffer, held, blockSize)
      if (bytesRead === 0) break
      const end = held + bytesRead
      let start = 0
      for (let at = held; at < end; at += 1) {
        const byte = buffer[at]
        if (byte === quote) quoted = !quoted
        else if (byte === newline) {
          line += 1
          if (quoted) continue
          visit(buffer.toString('latin1', start, at), firstLine)
          start = at + 1
          firstLine = line
        }
      }
      buffer.copyWithin(0, start, end)
      held = end - start
      total += bytesRead
      progress(file, total)
    }
    if (quoted) throw unclosed(file, firstLine)
    if (held > 0) visit(buffer.toString('latin1', 0, held), firstLine)
  } finally {
    await handle.close()
  }
}

function unclosed(file: ImportFile, line: number): ProblemsError {
  return new ProblemsError([sayFiles.csvSyntax({ file: file.shown, line }, true)], exitCodes.data)
}

/**
 * The cells of a record found by `scanRecords`: UTF-8, a BOM is read past.
 * @throws ProblemsError (exit code 4) for broken quoting
 */
export function cellsOf(file: ImportFile, raw: string, line: number): readonly string[] {
  const text = Buffer.from(raw, 'latin1').toString('utf8')
  try {
    return parse(text, { bom: true, relax_column_count: true })[0] ?? []
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new ProblemsError(
      [sayFiles.csvSyntax({ file: file.shown, line, excerpt: text }, false)],
      exitCodes.data,
    )
  }
}
