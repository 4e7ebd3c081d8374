import { CsvError, parse } from 'csv-parse/sync'
import * as sayFiles from '../problems/catalogue/data-files.ts'
import * as say from '../problems/catalogue/data.ts'
import type { Place, Problem } from '../problems/problem.ts'
import { decodeUtf8 } from './text.ts'

/** One record: its cells as text, the line it begins on, and the record as it stands in the file. */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly raw: string
}

/** A CSV file as rows of text. Rows of the wrong length are reported and left out. */
export interface Csv {
  /** As the user named it. */
  readonly file: string
  readonly header: readonly string[]
  readonly headerRow: CsvRow
  readonly rows: readonly CsvRow[]
  readonly problems: readonly Problem[]
}

/**
 * Reads a CSV file (RFC 4180, UTF-8, a BOM is read past). Never throws for what the file holds: bytes that are not
 * UTF-8, broken quoting, repeated column names and ragged rows are problems.
 */
export function readCsv(bytes: Uint8Array, file: string): Csv {
  const { text, problems: encoding } = decodeUtf8(bytes, file)
  const problems: Problem[] = [...encoding]
  const [headerRow = noRow, ...rows] = records(text, file, problems)
  const header = headerRow.cells
  if (header.length === 0 && problems.length === 0) problems.push(sayFiles.emptyFile({ file }))
  problems.push(...repeatedColumns(file, headerRow))
  for (const row of rows) {
    if (row.cells.length !== header.length) problems.push(wrongLength(file, header, row))
  }
  return { file, header, headerRow, rows: rows.filter((row) => row.cells.length === header.length), problems }
}

const noRow: CsvRow = { line: 1, cells: [], raw: '' }

interface RawRecord {
  readonly record: string[]
  readonly raw: string
  readonly info: { readonly lines: number }
}

function records(text: string, file: string, problems: Problem[]): CsvRow[] {
  try {
    const found = parse(text, { raw: true, info: true, relax_column_count: true }) as unknown as RawRecord[]
    let before = 0
    return found.map(({ record, raw, info }) => {
      const line = before + 1
      before = info.lines
      return { line, cells: record, raw: raw.replace(/[\r\n]+$/, '') }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1
    const excerpt = text.split(/\r\n|\n|\r/)[line - 1] ?? ''
    problems.push(sayFiles.csvSyntax({ file, line, excerpt }, error.code === 'CSV_QUOTE_NOT_CLOSED'))
    return []
  }
}

function repeatedColumns(file: string, header: CsvRow): Problem[] {
  return header.cells.flatMap((name, index) =>
    header.cells.indexOf(name) < index ? [sayFiles.repeatedColumn(cellPlace(file, header, index), name)] : [],
  )
}

function wrongLength(file: string, header: readonly string[], { cells, ...row }: CsvRow): Problem {
  const at = (index: number) => cellPlace(file, { cells, ...row }, index)
  if (cells.length === 1 && cells[0] === '') return sayFiles.blankLine(at(0))
  const value = header.indexOf('value')
  const amount = cells.slice(value, value + 1 + cells.length - header.length).join(',')
  return value >= 0 && /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(amount)
    ? say.thousandsComma(at(value), amount)
    : sayFiles.raggedRow(at(Math.min(cells.length, header.length)), cells.length, header.length)
}

/** Where a cell stands: its line, its column in that line from 1 (in UTF-16 units), and the line itself. */
export function cellPlace(file: string, row: CsvRow, index: number): Place {
  const before = row.raw.slice(0, cellOffset(row.raw, index))
  const lineStart = before.lastIndexOf('\n') + 1
  return {
    file,
    line: row.line + (before.match(/\n/g)?.length ?? 0),
    column: before.length - lineStart + 1,
    excerpt: row.raw.slice(lineStart).split(/[\r\n]/)[0] ?? '',
  }
}

/** The offset of the cell in the record's text: the records have been parsed, so quotes are known to balance. */
function cellOffset(raw: string, index: number): number {
  let quoted = false
  let cell = 0
  for (let at = 0; at < raw.length && cell < index; at += 1) {
    const character = raw[at]
    if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) cell += 1
    if (cell === index) return at + 1
  }
  return cell === index ? 0 : raw.length
}
