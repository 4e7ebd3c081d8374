import type { Decimal } from '../terms/decimal.ts'
import { textCell } from './cells.ts'
import type { Table } from './table.ts'

/** One row of `solve` in long form: a key and its value in `unit` (GBP million or percent), the figure's in its own. */
export interface SolvedRow {
  readonly key: string
  readonly value: Decimal
  readonly unit: string
  readonly target: Decimal
  readonly achieved: Decimal
  readonly unique: boolean
}

/** The columns of CONTRACT.md (outputs), in their order. */
const columns = ['key', 'value', 'unit', 'target', 'achieved', 'unique'] as const

/** The answer to `solve` as data, whatever was asked: a row a key and answer. */
export function solvedRows(rows: readonly SolvedRow[]): Table {
  return {
    name: 'solve',
    title: 'Values that bring a figure to its target',
    subtitle: '',
    columns: columns.map((name) => ({
      name,
      label: name,
      kind: ['value', 'target', 'achieved'].includes(name) ? 'number' : 'text',
    })),
    rows: rows.map(({ key, value, unit, target, achieved, unique }) => ({
      cells: [
        textCell(key),
        { kind: 'number', value },
        textCell(unit),
        { kind: 'number', value: target },
        { kind: 'number', value: achieved },
        textCell(unique ? 'yes' : 'no'),
      ],
    })),
    notes: [],
    marks: [],
  }
}
