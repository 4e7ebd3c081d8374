import * as say from '../problems/catalogue/import-report.ts'
import { version } from '../terms/version.ts'
import { countCell, numberColumn, textCell, textColumn } from './cells.ts'
import type { Cell, Column, Report, Row, Table } from './table.ts'

/** What an import came to; `Imported` of src/datasets/import fits. */
export interface ImportOutcome {
  readonly format: string
  readonly files: readonly string[]
  readonly folder: string
  readonly datasets: readonly {
    readonly name: string
    readonly joins: boolean
    readonly rows: number
    readonly series: number
    readonly from: string
    readonly to: string
    readonly already: number
  }[]
  readonly skipped: readonly {
    readonly dataset: string
    readonly reason: string
    readonly count: number
    readonly first: string
  }[]
}

/** `capgap data import`: a line a dataset written, a line a reason for what was left out. */
export function importReport(outcome: ImportOutcome): Report {
  const { format, files, folder, datasets, skipped } = outcome
  const rows = datasets.reduce((sum, dataset) => sum + dataset.rows, 0)
  return {
    headline: [say.imported(rows, datasets.length, files, folder)],
    tables: [written(outcome), ...(skipped.length > 0 ? [leftOut(outcome)] : [])],
    long: {
      ...table('import', '', '', [
        ...['kind', 'dataset', 'reason'].map((name) => textColumn(name, name)),
        numberColumn('count', 'count'),
        ...['from', 'to', 'first'].map((name) => textColumn(name, name)),
      ]),
      rows: [
        ...datasets.map(({ name, rows: count, from, to }) =>
          row([
            textCell('written'),
            textCell(name),
            textCell(''),
            countCell(count),
            textCell(from),
            textCell(to),
            textCell(''),
          ]),
        ),
        ...skipped.map(({ dataset, reason, count, first }) =>
          row([
            textCell('skipped'),
            textCell(dataset),
            textCell(reason),
            countCell(count),
            textCell(''),
            textCell(''),
            textCell(first),
          ]),
        ),
      ],
    },
    sources: [],
    caveats: [],
    envelope: { capgap: version, command: 'data import', format, files: [...files], folder },
  }
}

function written({ datasets, folder }: ImportOutcome): Table {
  return {
    ...table('written', say.writtenTitle(), say.writtenSubtitle(folder), [
      { ...textColumn('dataset', 'Dataset'), unbroken: true },
      numberColumn('rows', 'Rows'),
      numberColumn('series', 'Series'),
      { ...textColumn('periods', 'Periods'), unbroken: true },
      textColumn('joins', 'Joins'),
    ]),
    rows: datasets.map(({ name, rows, series, from, to, joins }) =>
      row([
        textCell(name),
        countCell(rows),
        countCell(series),
        textCell(from === to ? from : `${from} – ${to}`),
        textCell(joins ? say.joinsBundled() : say.standsAlone()),
      ]),
    ),
    notes: [
      ...datasets.flatMap(({ name, already }) => (already > 0 ? [say.alreadyThere(name, already)] : [])),
      say.howToUse(folder),
    ],
  }
}

function leftOut({ skipped }: ImportOutcome): Table {
  return {
    ...table('skipped', say.skippedTitle(), say.skippedSubtitle(), [
      textColumn('reason', 'What'),
      numberColumn('count', 'Count'),
      textColumn('dataset', 'Dataset'),
      textColumn('first', 'First at'),
    ]),
    rows: skipped.map(({ reason, count, dataset, first }) =>
      row([textCell(reason), countCell(count), textCell(dataset), textCell(first)]),
    ),
  }
}

function table(name: string, title: string, subtitle: string, columns: readonly Column[]): Table {
  return { name, title, subtitle, columns, rows: [], notes: [], marks: [] }
}

function row(cells: readonly Cell[]): Row {
  return { cells }
}
