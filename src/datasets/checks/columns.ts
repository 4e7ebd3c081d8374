import * as say from '../../problems/catalogue/data-files.ts'
import { nearest } from '../../problems/nearest.ts'
import { cellPlace } from '../csv.ts'
import type { Check, Subject } from './subject.ts'

const usual = ['period', 'value', 'status', 'published', 'source', 'locator', 'note', 'flag']
const usualOfTables = ['source', 'locator', 'note', 'flag']

/** The header against about.yaml: every column declared is there, and every column there is declared. */
export const columns: Check = (subject) => {
  const { csv } = subject
  if (csv.header.length === 0) return []
  const known = [...new Set([...expected(subject), ...optional(subject)])]
  const start = cellPlace(csv.file, csv.headerRow, 0)
  const missing = expected(subject)
    .filter((name) => !csv.header.includes(name))
    .map((name) => say.missingColumn(start, name, known))
  const unknown = csv.header.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [say.unknownColumn(cellPlace(csv.file, csv.headerRow, index), name, nearest(name, known))],
  )
  return [...missing, ...unknown].map((problem) => ({ problem }))
}

/** A file of one header row says nothing. */
export const someRows: Check = ({ csv }) =>
  csv.header.length > 0 && csv.rows.length === 0 && csv.problems.length === 0
    ? [{ problem: say.noRows({ file: csv.file, line: 1 }) }]
    : []

function expected({ about }: Subject): string[] {
  const own = [...about.dimensions, ...Object.keys(about.columns)]
  if (about.shape === 'table') return own
  return about.yearType === 'none' ? [...own, 'value', 'source'] : [...own, 'period', 'value', 'source']
}

function optional({ about }: Subject): readonly string[] {
  return about.shape === 'table' ? usualOfTables : usual
}
