import { Decimal } from '../terms/decimal.ts'
import type { Cell, Column } from './table.ts'

/** The plainest cells and columns of a table. */

export function textCell(text: string): Cell {
  return { kind: 'text', text }
}

/** How many there are of something. */
export function countCell(count: number): Cell {
  return { kind: 'number', value: new Decimal(count) }
}

export function textColumn(name: string, label: string): Column {
  return { name, label, kind: 'text' }
}

export function numberColumn(name: string, label: string): Column {
  return { name, label, kind: 'number' }
}
