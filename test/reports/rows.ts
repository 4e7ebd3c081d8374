import type { Report, Table } from '../../src/reports/table.ts'

/** A table's rows by column name; a missing value is `undefined`, not an empty text. */
export function rowsOf(table: Table): Record<string, string | undefined>[] {
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
export function rowsWhere(
  report: Report,
  wanted: Readonly<Record<string, string>>,
): Record<string, string | undefined>[] {
  return rowsOf(report.long).filter((row) =>
    Object.entries(wanted).every(([name, text]) => row[name] === text),
  )
}

/** The flags of a row of the long form. */
export function flagsOf(row: Record<string, string | undefined>): string[] {
  return (row['flags'] ?? '').split(';').filter((flag) => flag !== '')
}
