import type { Place, Problem } from '../../problems/problem.ts'
import type { About } from '../about.ts'
import { cellPlace } from '../csv.ts'
import type { Csv } from '../csv.ts'
import type { Dataset } from '../dataset.ts'

/** A dataset as the checks see it: what it declares, and its rows with their places. */
export interface Subject {
  readonly name: string
  readonly about: About
  readonly aboutPlace: (path: readonly (string | number)[], of?: 'key' | 'value') => Place
  readonly csv: Csv
  readonly rows: readonly SubjectRow[]
}

export interface SubjectRow {
  readonly line: number
  readonly dimensions: Readonly<Record<string, string>>
  readonly period: string
  /** The text of a cell; empty where there is no such column. */
  cell(column: string): string
  place(column: string): Place
}

/** What is known outside the dataset. */
export interface CheckContext {
  /** Ids of sources.csv. */
  readonly sources: ReadonlySet<string>
  /** Codes of the nations that have figures in some dataset. */
  readonly nations: ReadonlySet<string>
  /** The dataset of that name as it stands, which a dataset with `joins: true` adds its rows to. */
  joinedTo(name: string): Dataset | undefined
}

/** A problem, and the rows it is about where about.yaml may excuse them. */
export interface Finding {
  readonly problem: Problem
  readonly about?: {
    readonly dimensions: Readonly<Record<string, string>>
    readonly from: string
    readonly to: string
  }
}

/** All checks have this shape and stand in one list (checks/index.ts). */
export type Check = (subject: Subject, context: CheckContext) => readonly Finding[]

export function makeSubject(
  name: string,
  about: About,
  aboutPlace: Subject['aboutPlace'],
  csv: Csv,
): Subject {
  const index = new Map(csv.header.map((column, position) => [column, position]))
  const rows = csv.rows.map((row): SubjectRow => {
    const cell = (column: string) => row.cells[index.get(column) ?? -1] ?? ''
    return {
      line: row.line,
      dimensions: Object.fromEntries(about.dimensions.map((column) => [column, cell(column)])),
      period: cell('period'),
      cell,
      place: (column) => cellPlace(csv.file, row, index.get(column) ?? 0),
    }
  })
  return { name, about, aboutPlace, csv, rows }
}

export function hasColumn(subject: Subject, column: string): boolean {
  return subject.csv.header.includes(column)
}

/** A finding about one row, which an exception may excuse. */
export function aboutRow(problem: Problem, row: SubjectRow): Finding {
  return { problem, about: { dimensions: row.dimensions, from: row.period, to: row.period } }
}
