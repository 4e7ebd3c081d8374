import type { About } from './about.ts'

/** A dataset's cells by column, with where each row stands: the form that is compiled, joined and indexed. */
export interface DataTable {
  readonly header: readonly string[]
  /** By column in header order, then row: the text of each cell, never rounded. */
  readonly columns: readonly (readonly string[])[]
  /** Paths relative to their data folder. */
  readonly files: readonly string[]
  /** For each row, which of `files` it stands in, and on which line (from 1). */
  readonly fileOf: readonly number[]
  readonly lines: readonly number[]
  /** For each row, the column in its line (from 1) at which the cell `value` begins; 1 where there is none. */
  readonly valueColumns: readonly number[]
}

/** Both tables' rows, first's first; a column only one of them has is blank in the other's rows. */
export function joined(first: DataTable, second: DataTable): DataTable {
  const header = [...first.header, ...second.header.filter((name) => !first.header.includes(name))]
  return {
    header,
    columns: header.map((name) => [...columnOf(first, name), ...columnOf(second, name)]),
    files: [...first.files, ...second.files],
    fileOf: [...first.fileOf, ...second.fileOf.map((file) => file + first.files.length)],
    lines: [...first.lines, ...second.lines],
    valueColumns: [...first.valueColumns, ...second.valueColumns],
  }
}

/** A column by name; blanks where the table has none of that name. */
export function columnOf(table: DataTable, name: string): readonly string[] {
  return table.columns[table.header.indexOf(name)] ?? table.lines.map(() => '')
}

/** The nations a dataset has rows for; none where it has no such dimension. */
export function nationsIn(about: About, table: DataTable): readonly string[] {
  return about.dimensions.includes('nation') ? columnOf(table, 'nation') : []
}
