import * as say from '../problems/catalogue/data.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, ProblemsError } from '../problems/problem.ts'
import { lastDayOf } from '../terms/date.ts'
import type { About } from './about.ts'
import type { Data } from './data.ts'
import type { DataRow, Dataset } from './dataset.ts'
import type { Source } from './source.ts'

/** A dataset in one line: what `capgap data list` prints. */
export interface DatasetSummary {
  readonly name: string
  readonly about: About
  readonly rows: number
  /** First and last period as written; empty where the dataset has none. */
  readonly from: string
  readonly to: string
  readonly hash: string
}

/** Some rows of one dataset with the publications they name: what `capgap data show` prints. */
export interface DatasetView {
  readonly name: string
  readonly about: About
  readonly hash: string
  /** Column names in file order. */
  readonly columns: readonly string[]
  readonly rows: readonly DataRow[]
  /** Of all rows, before any filter. */
  readonly total: number
  /** Those the rows name, by id. */
  readonly sources: readonly Source[]
}

/** Rows whose column holds the value; several filters on one column allow any of their values. */
export interface RowFilter {
  readonly column: string
  readonly value: string
}

/** Periods as the rows write them, both ends included, and what was published by a day. */
export interface PeriodFilter {
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `YYYY-MM-DD`: no row published later. */
  readonly asOf?: string | undefined
}

export function listDatasets(data: Data): readonly DatasetSummary[] {
  return data.names.map((name) => {
    const dataset = data.dataset(name)
    const periods = dataset.about.shape === 'table' ? [] : dataset.values('period')
    return {
      name,
      about: dataset.about,
      rows: dataset.rowCount,
      from: periods[0] ?? '',
      to: periods.at(-1) ?? '',
      hash: data.hashOf(name),
    }
  })
}

/**
 * The rows of one dataset that pass every filter, in file order.
 * @throws ProblemsError (exit code 2) for a dataset, column or value that is not there, all of them at once
 */
export function showDataset(
  data: Data,
  name: string,
  filters: readonly RowFilter[] = [],
  periods: PeriodFilter = {},
): DatasetView {
  const dataset = data.dataset(name)
  const columns = Object.keys(dataset.rows[0]?.cells ?? {})
  refuseUnknown(dataset, columns, filters)
  const allowed = new Map<string, string[]>()
  for (const { column, value } of filters) allowed.set(column, [...(allowed.get(column) ?? []), value])
  const rows = dataset.rows.filter(({ cells }) => {
    const period = cells['period'] ?? ''
    return (
      [...allowed].every(([column, values]) => values.includes(cells[column] ?? '')) &&
      (periods.from === undefined || periods.from <= period) &&
      (periods.to === undefined || period <= periods.to) &&
      (periods.asOf === undefined || (lastDayOf(cells['published'] ?? '') ?? '') <= periods.asOf)
    )
  })
  const ids = [...new Set(rows.map(({ cells }) => cells['source'] ?? ''))].sort()
  return {
    name,
    about: dataset.about,
    hash: data.hashOf(name),
    columns,
    rows,
    total: dataset.rows.length,
    sources: ids.flatMap((id) => data.sources.get(id) ?? []),
  }
}

function refuseUnknown(dataset: Dataset, columns: readonly string[], filters: readonly RowFilter[]): void {
  const problems = filters.flatMap(({ column, value }) => {
    if (!columns.includes(column))
      return [say.unknownFilter(dataset.name, column, nearest(column, columns), columns)]
    const values = dataset.values(column)
    return values.includes(value) ? [] : [say.noRowsLeft(dataset.name, column, value, nearest(value, values))]
  })
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.usage)
}
