import type { About } from './about.ts'
import type { DataTable } from './data-table.ts'
import type { Source } from './source.ts'

/**
 * The compiled form of checked data: JSON that loads without a parser. It is only ever used where its hashes equal those
 * of the files it was made from, so it can never say anything else than they do.
 */

/** Raise it whenever the form changes: files of another form are not read. */
export const compiledFormat = 1

/** `index.json`: what is known of each dataset without its rows, and all sources. */
export interface CompiledIndex {
  readonly format: number
  readonly datasets: Readonly<Record<string, { readonly hash: string; readonly about: About }>>
  readonly sources: { readonly hash: string; readonly rows: readonly Source[] }
}

/** `<name>.json`: the cells by column, repeated texts once. */
export interface CompiledTable {
  readonly format: number
  readonly hash: string
  readonly header: readonly string[]
  readonly columns: readonly CompiledColumn[]
  readonly file: string
  readonly lines: readonly number[]
  readonly valueColumns: readonly number[]
}

/** The texts of a column in row order, or its distinct texts and, for each row, which of them it is. */
type CompiledColumn =
  readonly string[] | { readonly words: readonly string[]; readonly rows: readonly number[] }

export function compileTable(table: DataTable, hash: string): CompiledTable {
  const [file] = table.files
  if (file === undefined || table.files.length > 1) throw new Error('only a dataset of one file is compiled')
  const { header, lines, valueColumns } = table
  const columns = table.columns.map(compileColumn)
  return { format: compiledFormat, hash, header, columns, file, lines, valueColumns }
}

export function openTable(compiled: CompiledTable): DataTable {
  const { header, columns, file, lines, valueColumns } = compiled
  return {
    header,
    columns: columns.map(openColumn),
    files: [file],
    fileOf: lines.map(() => 0),
    lines,
    valueColumns,
  }
}

function compileColumn(texts: readonly string[]): CompiledColumn {
  const words = [...new Set(texts)]
  if (words.length * 2 > texts.length) return texts
  const numbers = new Map(words.map((word, index) => [word, index]))
  return { words, rows: texts.map((text) => numbers.get(text) ?? 0) }
}

function openColumn(column: CompiledColumn): readonly string[] {
  if (!('words' in column)) return column
  const { words, rows } = column
  return rows.map((row) => words[row] ?? '')
}
