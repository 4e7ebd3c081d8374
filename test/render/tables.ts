import type { Cell, Report, Table } from '../../src/reports/table.ts'
import { Decimal } from '../../src/terms/decimal.ts'

/** Short ways to write a report in a test. */

export const text = (words: string): Cell => ({ kind: 'text', text: words })
export const number = (value: string, ...marks: string[]): Cell => ({
  kind: 'number',
  value: new Decimal(value),
  marks,
})
export const missing = (reason: string): Cell => ({ kind: 'missing', reason })

/** A table of money with a label column; each row is its label and cells. */
export function moneyTable(
  years: readonly string[],
  rows: readonly Table['rows'][number][],
  more: Partial<Table> = {},
): Table {
  return {
    ...{ name: 'sample', title: '', subtitle: '', rows, notes: [], marks: [] },
    columns: [
      { name: 'line', label: '', kind: 'text' },
      ...years.map((year) => ({ name: year, label: year, kind: 'money' as const })),
    ],
    ...more,
  }
}

export function reportOf(tables: readonly Table[], long: Table = longTable([])): Report {
  return { headline: [], tables, long, sources: [], caveats: [], envelope: {} }
}

/** A long table with the contract's kinds of column: text, a value that may be missing, flags. */
export function longTable(rows: readonly (readonly [string, Cell, string])[]): Table {
  return {
    ...{ name: 'long', title: '', subtitle: '', notes: [], marks: [] },
    columns: [
      { name: 'scenario', label: 'scenario', kind: 'text' },
      { name: 'value', label: 'value', kind: 'money' },
      { name: 'flags', label: 'flags', kind: 'text' },
    ],
    rows: rows.map(([scenario, value, flags]) => ({ cells: [text(scenario), value, text(flags)] })),
  }
}
