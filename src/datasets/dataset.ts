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
  /** How many rows there are, none of which is made to count them. */
  readonly rowCount: number
  /**
   * All observations of one series and period, in file order: candidates for `choose`.
   * @param dimensions a value for each of the dataset's dimensions, no more and no fewer (throws otherwise: our bug)
   * @param period as the rows write it, `2025-26`; empty where the dataset has none
   */
  at(dimensions: Readonly<Record<string, string>>, period: string): readonly Observation[]
  /** Of a table: the cell of one column in the rows that have these values, as an observation; none where it is blank. */
  inColumn(column: string, dimensions: Readonly<Record<string, string>>): readonly Observation[]
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
  /** Row numbers by the first dimension (empty where there is none) and the period. */
  private index: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> | undefined
  private columns: ObservationColumns | undefined
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

  get rowCount(): number {
    return this.table.lines.length
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
    const found: Observation[] = []
    for (const row of this.periodsBeside(dimensions)?.get(period) ?? []) {
      if (this.isOf(dimensions, row)) found.push(this.observation(row))
    }
    return found
  }

  inColumn(column: string, dimensions: Readonly<Record<string, string>>): readonly Observation[] {
    const wanted = Object.entries(dimensions)
    return this.rows
      .filter(({ cells }) => wanted.every(([name, value]) => cells[name] === value))
      .filter(({ cells }) => (cells[column] ?? '') !== '')
      .map(({ cells, file, line }): Observation => ({
        dataset: this.name,
        dimensions,
        period: '',
        value: new Decimal(cells[column] ?? ''),
        text: cells[column] ?? '',
        status: undefined,
        published: cells['published'] ?? '',
        source: cells['source'] ?? '',
        locator: cells['locator'] ?? '',
        note: cells['note'] ?? '',
        flags: [],
        file,
        line,
        column: 1,
      }))
  }

  periods(dimensions: Readonly<Record<string, string>>): readonly string[] {
    const periods = [...(this.periodsBeside(dimensions) ?? [])]
    return periods
      .filter(([, rows]) => rows.some((row) => this.isOf(dimensions, row)))
      .map(([period]) => period)
      .sort(byCodeUnit)
  }

  values(dimension: string): readonly string[] {
    return [...new Set(columnOf(this.table, dimension))].sort(byCodeUnit)
  }

  /** Row numbers by period of every series that has the same first dimension. */
  private periodsBeside(
    dimensions: Readonly<Record<string, string>>,
  ): ReadonlyMap<string, readonly number[]> | undefined {
    const names = this.about.dimensions
    let given = 0
    for (const name in dimensions) if (names.includes(name)) given += 1
    if (given !== names.length || Object.keys(dimensions).length !== given)
      throw new Error(
        `${this.name} has the dimensions [${names.join()}], not [${Object.keys(dimensions).join()}]`,
      )
    this.index ??= this.indexed()
    const [first] = names
    return this.index.get(first === undefined ? '' : (dimensions[first] ?? ''))
  }

  private indexed(): Map<string, Map<string, number[]>> {
    const index = new Map<string, Map<string, number[]>>()
    if (this.about.shape === 'table') return index
    const { first, period: periods } = this.byName()
    let rows: number[] = []
    for (let row = 0; row < periods.length; row += 1) {
      const name = first?.[row] ?? ''
      const period = periods[row] ?? ''
      // Rows of one series and period mostly stand together.
      if (row === 0 || period !== periods[row - 1] || name !== (first?.[row - 1] ?? '')) {
        let byPeriod = index.get(name)
        if (byPeriod === undefined) index.set(name, (byPeriod = new Map<string, number[]>()))
        rows = byPeriod.get(period) ?? []
        byPeriod.set(period, rows)
      }
      rows.push(row)
    }
    return index
  }

  /** Whether a row found by its first dimension has the others too. */
  private isOf(dimensions: Readonly<Record<string, string>>, row: number): boolean {
    for (const { name, texts } of this.byName().others) if (texts[row] !== dimensions[name]) return false
    return true
  }

  private byName(): ObservationColumns {
    return (this.columns ??= observationColumns(this.about, this.table))
  }

  private observation(row: number): Observation {
    const known = this.made.get(row)
    if (known !== undefined) return known
    const columns = this.byName()
    const cell = (name: ObservationColumn) => columns[name][row] ?? ''
    const text = cell('value')
    const status = cell('status')
    const flag = cell('flag')
    const dimensions: Record<string, string> = {}
    for (const { name, texts } of columns.dimensions) dimensions[name] = texts[row] ?? ''
    const observation: Observation = {
      dataset: this.name,
      dimensions,
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

const observationColumnNames = [
  'value',
  'status',
  'flag',
  'period',
  'published',
  'source',
  'locator',
  'note',
] as const
type ObservationColumn = (typeof observationColumnNames)[number]

/** A dataset's columns found once: those every observation has, and its dimensions. */
type ObservationColumns = Readonly<Record<ObservationColumn, readonly string[]>> & {
  readonly dimensions: readonly DimensionColumn[]
  readonly first: readonly string[] | undefined
  readonly others: readonly DimensionColumn[]
}

interface DimensionColumn {
  readonly name: string
  readonly texts: readonly string[]
}

function observationColumns(about: About, table: DataTable): ObservationColumns {
  const named = Object.fromEntries(
    observationColumnNames.map((name) => [name, columnOf(table, name)]),
  ) as Record<ObservationColumn, readonly string[]>
  const dimensions = about.dimensions.map((name) => ({ name, texts: columnOf(table, name) }))
  return { ...named, dimensions, first: dimensions[0]?.texts, others: dimensions.slice(1) }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
