import { Decimal } from '../terms/decimal.ts'
import { allDigits } from './csv.ts'

/**
 * Columns of plain numbers as rows of CSV, for files too long to go through a table. Column names are the caller's and
 * hold nothing that CSV must quote.
 */
export function numberRows(columns: readonly Float64Array[], count: number): string {
  const lines: string[] = []
  for (let row = 0; row < count; row += 1) {
    let line = ''
    for (const column of columns) line += `${line === '' ? '' : ','}${digits(column[row] ?? NaN)}`
    lines.push(line)
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`
}

/** Every digit a float has, without exponent; what is no number is an empty cell. */
function digits(value: number): string {
  if (!Number.isFinite(value)) return ''
  const text = String(value)
  return text.includes('e') ? allDigits(new Decimal(value)) : text === '-0' ? '0' : text
}
