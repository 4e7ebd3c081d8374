import * as say from '../problems/catalogue/data-report.ts'
import { Decimal } from '../terms/decimal.ts'
import { version } from '../terms/version.ts'
import { countCell, numberColumn, textCell, textColumn } from './cells.ts'
import { caveatsOfDataset } from './caveats.ts'
import type { Cell, Report, Row, Table } from './table.ts'

/** What these reports need to know of a dataset; `DatasetSummary` and `DatasetView` of src/datasets fit. */
interface AboutDataset {
  readonly title: string
  readonly unit: string
  readonly prices: string
  readonly yearType: string
  readonly dimensions: readonly string[]
  readonly columns: Readonly<Record<string, { readonly kind: string }>>
  readonly definition: string
  readonly caveats: readonly string[]
  readonly licence: string
  readonly asOfSide: string
}

export interface ListedDataset {
  readonly name: string
  readonly about: AboutDataset
  readonly rows: number
  readonly from: string
  readonly to: string
  readonly hash: string
}

export interface ShownDataset {
  readonly name: string
  readonly about: AboutDataset
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly file: string
    readonly line: number
    readonly cells: Readonly<Record<string, string>>
  }[]
  readonly total: number
  readonly sources: readonly {
    readonly id: string
    readonly publisher: string
    readonly title: string
    readonly published: string
    readonly url: string
  }[]
}

export interface CheckedDataset {
  readonly name: string
  readonly rows: number
  readonly errors: number
  readonly warnings: number
}

/** `capgap data list`: a line a dataset. */
export function dataListReport(datasets: readonly ListedDataset[], dataHash: string): Report {
  const total = datasets.reduce((sum, { rows }) => sum + rows, 0)
  return {
    headline: [say.datasetCount(datasets.length, total)],
    tables: [
      {
        name: 'datasets',
        title: 'Datasets',
        subtitle: say.listSubtitle(),
        columns: [
          { ...textColumn('dataset', 'Dataset'), unbroken: true },
          textColumn('title', 'What it holds'),
          textColumn('unit', 'Unit'),
          { ...textColumn('periods', 'Periods'), unbroken: true },
          numberColumn('rows', 'Rows'),
        ],
        rows: datasets.map(({ name, about, rows, from, to }) =>
          plainRow([
            textCell(name),
            textCell(about.title),
            textCell(about.unit),
            textCell(from === to ? from : `${from} – ${to}`),
            countCell(rows),
          ]),
        ),
        notes: [say.asOfNote()],
        marks: [],
      },
    ],
    long: longTable(
      'datasets',
      [
        'dataset',
        'title',
        'unit',
        'prices',
        'year-type',
        'dimensions',
        'from',
        'to',
        'rows',
        'as-of-side',
        'licence',
        'hash',
      ],
      datasets.map(({ name, about, rows, from, to, hash }) => [
        textCell(name),
        textCell(about.title),
        textCell(about.unit),
        textCell(about.prices),
        textCell(about.yearType),
        textCell(about.dimensions.join(';')),
        textCell(from),
        textCell(to),
        countCell(rows),
        textCell(about.asOfSide),
        textCell(about.licence),
        textCell(hash),
      ]),
      ['rows'],
    ),
    sources: [],
    caveats: [],
    envelope: { capgap: version, command: 'data list', dataHash },
  }
}

/** `capgap data show`: rows as published; every column and the place of each row in the long form. */
export function dataShowReport(view: ShownDataset, dataHash: string, asOf?: string): Report {
  const { name, about, columns, rows } = view
  const wordy: readonly string[] = columns.filter((column) => ['locator', 'note'].includes(column))
  const shown = columns.filter((column) => !wordy.includes(column))
  const columnOf = (column: string) =>
    isNumber(about, column) ? numberColumn(column, column) : textColumn(column, column)
  return {
    headline: [about.definition],
    tables: [
      {
        name,
        title: about.title,
        subtitle: say.showSubtitle(about.unit, about.prices, about.yearType),
        columns: shown.map(columnOf),
        rows: rows.map(({ cells }) =>
          plainRow(shown.map((column) => peopleCell(cells[column] ?? '', isNumber(about, column)))),
        ),
        notes: [
          say.rowsShown(rows.length, view.total),
          ...(asOf === undefined ? [] : [say.rowsAsOf(asOf)]),
          ...(wordy.length > 0 ? [say.moreColumnsNote(wordy)] : []),
          say.licenceNote(about.licence),
        ],
        marks: [],
      },
    ],
    long: longTable(
      name,
      [...columns, 'file', 'line'],
      rows.map(({ cells, file, line }) => [
        ...columns.map((column) => exactCell(cells[column] ?? '', isNumber(about, column))),
        textCell(file),
        countCell(line),
      ]),
      [...columns.filter((column) => isNumber(about, column)), 'line'],
    ),
    sources: view.sources.map(({ id, publisher, title, published, url }) => ({
      id,
      citation: [publisher, title, published, url].filter((part) => part !== '').join(', '),
    })),
    caveats: caveatsOfDataset(name, about.caveats),
    envelope: {
      capgap: version,
      command: 'data show',
      dataset: name,
      ...(asOf === undefined ? {} : { asOf }),
      dataHash,
    },
  }
}

/** `capgap data check`: the verdict and a line a dataset; the problems themselves go to stderr with their places. */
export function dataCheckReport(datasets: readonly CheckedDataset[], otherErrors = 0): Report {
  const sum = (key: 'rows' | 'errors' | 'warnings') =>
    datasets.reduce((total, dataset) => total + dataset[key], 0)
  const lines = datasets.map(({ name, rows, errors, warnings }) => [
    textCell(name),
    countCell(rows),
    countCell(errors),
    countCell(warnings),
  ])
  return {
    headline: [
      `${say.datasetCount(datasets.length, sum('rows'))}: ${say.checkVerdict(sum('errors') + otherErrors, sum('warnings'))}`,
    ],
    tables: [
      {
        name: 'check',
        title: 'Data check',
        subtitle: say.checkSubtitle(),
        columns: [
          textColumn('dataset', 'Dataset'),
          numberColumn('rows', 'Rows'),
          numberColumn('errors', 'Errors'),
          numberColumn('warnings', 'Warnings'),
        ],
        rows: lines.map(plainRow),
        notes: [],
        marks: [],
      },
    ],
    long: longTable('check', ['dataset', 'rows', 'errors', 'warnings'], lines, [
      'rows',
      'errors',
      'warnings',
    ]),
    sources: [],
    caveats: [],
    envelope: { capgap: version, command: 'data check' },
  }
}

function isNumber(about: AboutDataset, column: string): boolean {
  const own = about.columns[column]
  return own === undefined ? column === 'value' : own.kind === 'number' || own.kind === 'percent'
}

/** The number itself, where it is written in the usual way; otherwise its text (`3.50`), so that nothing is lost. */
function exactCell(cell: string, isNumeric: boolean): Cell {
  const value = isNumeric ? decimalOf(cell) : undefined
  return value?.toFixed() === cell ? { kind: 'number', value } : textCell(cell)
}

function peopleCell(cell: string, isNumeric: boolean): Cell {
  const value = isNumeric ? decimalOf(cell) : undefined
  return value === undefined ? textCell(cell) : { kind: 'number', value }
}

function decimalOf(cell: string): Decimal | undefined {
  return /^-?\d+(?:\.\d+)?$/.test(cell) ? new Decimal(cell) : undefined
}

function plainRow(cells: readonly Cell[]): Row {
  return { cells }
}

function longTable(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbers: readonly string[],
): Table {
  return {
    name,
    title: '',
    subtitle: '',
    columns: columns.map((column) =>
      numbers.includes(column) ? numberColumn(column, column) : textColumn(column, column),
    ),
    rows: rows.map(plainRow),
    notes: [],
    marks: [],
  }
}
