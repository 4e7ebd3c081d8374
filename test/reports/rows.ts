import type { Report, Table } from '../../src/reports/table.ts'

type NamedCells = Record<string, string | undefined>
const known = new WeakMap<Table, NamedCells[]>()

/** A table's rows by column name; a missing value is `undefined`, not an empty text. */
export function rowsOf(table: Table): NamedCells[] {
  const rows = known.get(table) ?? readRows(table)
  known.set(table, rows)
  return rows
}

function readRows(table: Table): NamedCells[] {
  return table.rows.map(({ cells }) =>
    Object.fromEntries(
      table.columns.map(({ name }, index) => {
        const cell = cells[index]
        const text =
          cell?.kind === 'number' ? cell.value.toFixed() : cell?.kind === 'text' ? cell.text : undefined
        return [name, text]
      }),
    ),
  )
}

/** Rows of the long form that are this. */
export function rowsWhere(report: Report, wanted: Readonly<Record<string, string>>): NamedCells[] {
  return rowsOf(report.long).filter((row) =>
    Object.entries(wanted).every(([name, text]) => row[name] === text),
  )
}

/** The flags of a row of the long form. */
export function flagsOf(row: NamedCells): string[] {
  return (row['flags'] ?? '').split(';').filter((flag) => flag !== '')
}
