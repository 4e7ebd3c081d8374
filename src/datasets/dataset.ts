import { Decimal } from '../terms/decimal.ts'
import type { Observation } from '../terms/observation.ts'
import { isStatus } from '../terms/status.ts'
import type { About } from './about.ts'
import { columnOf } from './data-table.ts'
import type { DataTable } from './data-table.ts'

/** One row of a dataset as text, by column name. */
export interface DataRow {
  readonly file: string
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A dataset's figures: by series and period, or as rows where it is a list or table. */
export interface Dataset {
  readonly name: string
  readonly about: About
  /** Every observation in file order; none where the shape is `table`. */
  readonly observations: readonly Observation[]
  /** Every row as text, whatever the shape. */
  readonly rows: readonly DataRow[]
  /**
   * All observations of one series and period, in file order: candidates for `choose`.
   * @param dimensions a value for each of the dataset's dimensions, no more and no fewer (throws otherwise: our bug)
   * @param period as the rows write it, `2025-26`; empty where the dataset has none
   */
  at(dimensions: Readonly<Record<string, string>>, period: string): readonly Observation[]
  /** The periods that series has, sorted. */
  periods(dimensions: Readonly<Record<string, string>>): readonly string[]
  /** The values a dimension takes, sorted. */
  values(dimension: string): readonly string[]
}

/** The dataset of a checked table. Observations and indexes are made when first asked for. */
export function makeDataset(name: string, about: About, table: DataTable): Dataset {
  return new TableDataset(name, about, table)
}

class TableDataset implements Dataset {
  readonly name: string
  readonly about: About
  private readonly table: DataTable
  private madeObservations: readonly Observation[] | undefined
  private madeRows: readonly DataRow[] | undefined
  /** Row numbers by series and period. */
  private index: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> | undefined
  private readonly made = new Map<number, Observation>()

  constructor(name: string, about: About, table: DataTable) {
    this.name = name
    this.about = about
    this.table = table
  }

  get observations(): readonly Observation[] {
    this.madeObservations ??=
      this.about.shape === 'table' ? [] : this.table.lines.map((_, row) => this.observation(row))
    return this.madeObservations
  }

  get rows(): readonly DataRow[] {
    const { header, columns, lines } = this.table
    this.madeRows ??= lines.map((line, row) => ({
      file: this.fileOf(row),
      line,
      cells: Object.fromEntries(header.map((name, column) => [name, columns[column]?.[row] ?? ''])),
    }))
    return this.madeRows
  }

  at(dimensions: Readonly<Record<string, string>>, period: string): readonly Observation[] {
    const rows = this.series(dimensions)?.get(period) ?? []
    return rows.map((row) => this.observation(row))
  }

  periods(dimensions: Readonly<Record<string, string>>): readonly string[] {
    return [...(this.series(dimensions)?.keys() ?? [])].sort(byCodeUnit)
  }

  values(dimension: string): readonly string[] {
    return [...new Set(columnOf(this.table, dimension))].sort(byCodeUnit)
  }

  private series(
    dimensions: Readonly<Record<string, string>>,
  ): ReadonlyMap<string, readonly number[]> | undefined {
    const names = this.about.dimensions
    if (
      Object.keys(dimensions).length !== names.length ||
      !names.every((name) => Object.hasOwn(dimensions, name))
    )
      throw new Error(
        `${this.name} has the dimensions [${names.join()}], not [${Object.keys(dimensions).join()}]`,
      )
    this.index ??= this.indexed()
    return this.index.get(seriesKey(names.map((name) => dimensions[name] ?? '')))
  }

  private indexed(): Map<string, Map<string, number[]>> {
    const index = new Map<string, Map<string, number[]>>()
    if (this.about.shape === 'table') return index
    const dimensions = this.about.dimensions.map((name) => columnOf(this.table, name))
    columnOf(this.table, 'period').forEach((period, row) => {
      const key = seriesKey(dimensions.map((column) => column[row] ?? ''))
      const periods = index.get(key) ?? new Map<string, number[]>()
      index.set(key, periods)
      const rows = periods.get(period)
      if (rows === undefined) periods.set(period, [row])
      else rows.push(row)
    })
    return index
  }

  private observation(row: number): Observation {
    const known = this.made.get(row)
    if (known !== undefined) return known
    const cell = (name: string) => this.table.columns[this.table.header.indexOf(name)]?.[row] ?? ''
    const text = cell('value')
    const status = cell('status')
    const flag = cell('flag')
    const observation: Observation = {
      dataset: this.name,
      dimensions: Object.fromEntries(this.about.dimensions.map((name) => [name, cell(name)])),
      period: cell('period'),
      value: new Decimal(text),
      text,
      status: isStatus(status) ? status : undefined,
      published: cell('published'),
      source: cell('source'),
      locator: cell('locator'),
      note: cell('note'),
      flags: flag === '' ? [] : flag.split(';'),
      file: this.fileOf(row),
      line: this.table.lines[row] ?? 0,
      column: this.table.valueColumns[row] ?? 1,
    }
    this.made.set(row, observation)
    return observation
  }

  private fileOf(row: number): string {
    return this.table.files[this.table.fileOf[row] ?? 0] ?? ''
  }
}

/** Cells never hold this character: the checks refuse it nowhere, but no publisher prints it. */
function seriesKey(values: readonly string[]): string {
  return values.join('\u0000')
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
