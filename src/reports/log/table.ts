import { effectLabel } from '../../problems/catalogue/log.ts'
import type { Cell, Column, Row, Table } from '../table.ts'

/** A table of the log, and what each row is called when its fields stand alone. */
export interface LogTable {
  readonly table: Table
  readonly entries: readonly string[]
}

export function words(text: string): Cell {
  return { kind: 'text', text }
}

/** A text, or the reason why there is none: a blank is always explained. */
export function given(text: string | undefined, reason: string): Cell {
  return text === undefined || text === '' ? { kind: 'missing', reason } : words(text)
}

export function logTable(
  name: string,
  title: string,
  columns: readonly string[],
  rows: readonly Row[],
  notes: readonly string[],
): Table {
  return { name, title, subtitle: '', columns: columns.map(column), rows, notes, marks: [] }
}

/** What an assumption adds to the gap: the unit of machines stands in its name, people read £bn. */
export const effectColumn = 'effect-gbp-million'

/** Money is the one kind of number a log holds. */
function column(name: string): Column {
  const label = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
  return name === effectColumn ? { name, label: effectLabel, kind: 'money' } : { name, label, kind: 'text' }
}
