import * as say from '../../problems/catalogue/data.ts'
import type { Check, SubjectRow } from './subject.ts'

/** An observation's key is its dimensions, period, status, published and source: the same key twice is an error. */
export const uniqueKeys: Check = ({ about, rows }) => {
  const lineOf = new Map<string, number>()
  return rows.flatMap((row) => {
    const key = about.shape === 'table' ? tableKey(row, Object.keys(about.columns)) : observationKey(row)
    const first = lineOf.get(key)
    if (first !== undefined) return [{ problem: say.duplicateRow(row.place('period'), first) }]
    lineOf.set(key, row.line)
    return []
  })
}

/** The key as text, its parts parted by a character that no cell holds. */
export function observationKey(row: SubjectRow): string {
  const parts = [row.period, row.cell('status'), row.cell('published'), row.cell('source')]
  return [...Object.values(row.dimensions), ...parts].join('\u0000')
}

/** A list or table repeats itself only where a whole row does. */
function tableKey(row: SubjectRow, columns: readonly string[]): string {
  return [...Object.values(row.dimensions), ...columns.map((name) => row.cell(name))].join('\u0000')
}
