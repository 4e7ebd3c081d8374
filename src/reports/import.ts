import * as say from '../problems/catalogue/import-report.ts'
import { Decimal } from '../terms/decimal.ts'
import { version } from '../terms/version.ts'
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
        ...['kind', 'dataset', 'reason'].map((name) => words(name, name)),
        number('count', 'count'),
        ...['from', 'to', 'first'].map((name) => words(name, name)),
      ]),
      rows: [
        ...datasets.map(({ name, rows: count, from, to }) =>
          row([text('written'), text(name), text(''), integer(count), text(from), text(to), text('')]),
        ),
        ...skipped.map(({ dataset, reason, count, first }) =>
          row([
            text('skipped'),
            text(dataset),
            text(reason),
            integer(count),
            text(''),
            text(''),
            text(first),
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
      { ...words('dataset', 'Dataset'), unbroken: true },
      number('rows', 'Rows'),
      number('series', 'Series'),
      { ...words('periods', 'Periods'), unbroken: true },
      words('joins', 'Joins'),
    ]),
    rows: datasets.map(({ name, rows, series, from, to, joins }) =>
      row([
        text(name),
        integer(rows),
        integer(series),
        text(from === to ? from : `${from} – ${to}`),
        text(joins ? say.joinsBundled() : say.standsAlone()),
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
      words('reason', 'What'),
      number('count', 'Count'),
      words('dataset', 'Dataset'),
      words('first', 'First at'),
    ]),
    rows: skipped.map(({ reason, count, dataset, first }) =>
      row([text(reason), integer(count), text(dataset), text(first)]),
    ),
  }
}

function table(name: string, title: string, subtitle: string, columns: readonly Column[]): Table {
  return { name, title, subtitle, columns, rows: [], notes: [], marks: [] }
}

function row(cells: readonly Cell[]): Row {
  return { cells }
}

function text(value: string): Cell {
  return { kind: 'text', text: value }
}

function integer(value: number): Cell {
  return { kind: 'number', value: new Decimal(value) }
}

function words(name: string, label: string): Column {
  return { name, label, kind: 'text' }
}

function number(name: string, label: string): Column {
  return { name, label, kind: 'number' }
}
