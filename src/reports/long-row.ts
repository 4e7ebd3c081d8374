import { isMissing, type Exact } from '../engine/calculators/exact.ts'
import type { Decimal } from '../terms/decimal.ts'
import type { Cell, Row } from './table.ts'

/**
 * A row of a long table: `value`, `status` and `flags` from a number or its absence, other numbers by column, texts for the
 * rest, in the order of the columns. A missing value is an empty cell whose reason stands in `flags`; it is never 0.
 */
export function longRow<Column extends string>(
  columns: readonly Column[],
  texts: { readonly [Name in Column]?: string | undefined },
  exact: Exact,
  numbers: { readonly [Name in Column]?: Decimal | undefined } = {},
): Row {
  const missing = isMissing(exact)
  // A value with no effect weakens nothing, and is an assumption all the same.
  const status = missing ? '' : exact.neutral === true ? 'assumption' : exact.status
  const flags = missing ? exact.missing : exact.flags.join(';')
  const all: { readonly [Name in Column]?: string | undefined } = { ...texts, status, flags }
  return {
    cells: columns.map((column): Cell => {
      if (column === 'value')
        return missing ? { kind: 'missing', reason: exact.missing } : { kind: 'number', value: exact.n }
      const number = numbers[column]
      return number === undefined
        ? { kind: 'text', text: all[column] ?? '' }
        : { kind: 'number', value: number }
    }),
  }
}
