import type { About } from './about.ts'
import type { DataTable } from './data-table.ts'
import type { FolderFiles } from './files.ts'
import type { Source } from './source.ts'

/**
 * The compiled form of checked data: JSON that loads without a parser. It is only ever used where the files are, byte by
 * byte, those it was made from, so it can never say anything else than they do.
 */

/** Raise it whenever the form changes: files of another form are not read. */
export const compiledFormat = 2

/** `index.json`: what is known of each dataset without its rows, and all sources. */
export interface CompiledIndex {
  readonly format: number
  readonly datasets: Readonly<Record<string, { readonly hash: string; readonly about: About }>>
  readonly sources: { readonly hash: string; readonly rows: readonly Source[] }
}

/**
 * `files.bin`: the files the data was compiled from, one after the other. To compare bytes with these takes a tenth of
 * the time of hashing them.
 */
export function compiledFrom({ datasets, sources }: FolderFiles): readonly Uint8Array[] {
  return [...datasets.flatMap(({ observations, about }) => [observations, about]), sources].flatMap(
    (bytes) => {
      // The length tells a file that is missing from an empty one, and one file from the next.
      const length = new Uint8Array(new Int32Array([bytes?.length ?? -1]).buffer)
      return bytes === undefined ? [length] : [length, bytes]
    },
  )
}

/** `<name>.json`: the cells by column, repeated texts once. */
export interface CompiledTable {
  readonly format: number
  readonly hash: string
  readonly header: readonly string[]
  readonly columns: readonly CompiledColumn[]
  readonly file: string
  /** The line of each row, or that of the first where the others follow it. */
  readonly lines: readonly number[] | number
  readonly valueColumns: readonly number[]
}

/** The texts of a column in row order; or its distinct texts and, for each row, which of them it is; or its only text. */
type CompiledColumn =
  | readonly string[]
  | { readonly words: readonly string[]; readonly rows: readonly number[] }
  | { readonly word: string }

export function compileTable(table: DataTable, hash: string): CompiledTable {
  const [file] = table.files
  if (file === undefined || table.files.length > 1) throw new Error('only a dataset of one file is compiled')
  const { header, lines, valueColumns } = table
  const columns = table.columns.map(compileColumn)
  const [first = 1] = lines
  const following = lines.every((line, row) => line === first + row)
  return {
    format: compiledFormat,
    hash,
    header,
    columns,
    file,
    lines: following ? first : lines,
    valueColumns,
  }
}

export function openTable(compiled: CompiledTable): DataTable {
  const { header, columns, file, lines, valueColumns } = compiled
  const count = valueColumns.length
  return {
    header,
    columns: columns.map((column) => openColumn(column, count)),
    files: [file],
    fileOf: new Array<number>(count).fill(0),
    lines: typeof lines === 'number' ? valueColumns.map((_, row) => lines + row) : lines,
    valueColumns,
  }
}

function compileColumn(texts: readonly string[]): CompiledColumn {
  const words = [...new Set(texts)]
  const [word] = words
  if (words.length === 1 && word !== undefined) return { word }
  if (words.length * 2 > texts.length) return texts
  const numbers = new Map(words.map((word, index) => [word, index]))
  return { words, rows: texts.map((text) => numbers.get(text) ?? 0) }
}

function openColumn(column: CompiledColumn, count: number): readonly string[] {
  if ('word' in column) return new Array<string>(count).fill(column.word)
  if (!('words' in column)) return column
  const { words, rows } = column
  return rows.map((row) => words[row] ?? '')
}
