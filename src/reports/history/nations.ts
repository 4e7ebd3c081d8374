import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import { historyFigures, type HistoryFigure } from '../../figures/history/list.ts'
import * as say from '../../problems/catalogue/history.ts'
import type { ModelRun } from '../../run/run.ts'
import { unitWords } from '../../terms/unit.ts'
import { rangeLabel, yearsOf } from '../../terms/year.ts'
import { flagNotes, kindOf, markMeanings, peopleCell, printedValue } from '../run/values.ts'
import type { Cell, Report, Row, Table } from '../table.ts'
import { lookbackAnswer, lookbackOf, ofNation } from './answer.ts'

/** Columns of the long form: one number a nation, year and figure, ready for a chart. */
export const historyColumns = [
  'nation',
  'year',
  'figure',
  'series',
  'asset',
  'value',
  'unit',
  'prices',
  'status',
  'flags',
] as const

export const historyNames: readonly string[] = historyFigures.map(({ name }) => name)

/**
 * The answer to `capgap lookback --figure …` and `--long`: figures of the subject and its group, year by year.
 * @param names of the figures, undefined for all of them
 */
export function historyReport(run: ModelRun, names: readonly string[] | undefined): Report {
  const setting = lookbackOf(run)
  const figures = historyFigures.filter(({ name }) => names?.includes(name) ?? true)
  const nations = [
    setting.subject,
    ...run.model.group(setting.group).filter((nation) => nation !== setting.subject),
  ]
  const years = yearsOf(setting.window)
  const window = rangeLabel(setting.window, 'calendar')
  const tables = figures.map((figure) => peopleTable(run, figure, nations, years, window))
  const long = longTable(run, figures, nations, years)
  return {
    headline: [say.historyHeadline(figures.length, nations.length, window)],
    tables,
    long,
    ...lookbackAnswer(run, { subject: setting.subject, group: setting.group, window }),
  }
}

function valueOf(
  run: ModelRun,
  { figure, cell }: HistoryFigure,
  nation: string,
  calendarYear: number,
): Exact {
  return printedValue(run, figure, { ...cell(lookbackOf(run)), nation, calendarYear })
}

function peopleTable(
  run: ModelRun,
  figure: HistoryFigure,
  nations: readonly string[],
  years: readonly number[],
  window: string,
): Table {
  const as = kindOf(figure.unit)
  const shown: Exact[] = []
  const lines = nations.flatMap((nation): Row[] => {
    const values = years.map((year) => valueOf(run, figure, nation, year))
    if (values.every(isMissing)) return []
    shown.push(...values)
    const cells = values.map((value): Cell => peopleCell(value, undefined, as, []))
    return [{ cells: [{ kind: 'text', text: nation }, ...cells] }]
  })
  const used = new Set(
    lines.flatMap(({ cells }) => cells.flatMap((cell) => (cell.kind === 'number' ? (cell.marks ?? []) : []))),
  )
  return {
    name: figure.name,
    title: say.historyTitle(figure.label),
    subtitle: say.historySubtitle(unitWords(figure.unit).label, window),
    columns: [
      { name: 'nation', label: '', kind: 'text' },
      ...years.map((year) => ({ name: String(year), label: String(year), kind: as })),
    ],
    rows: lines,
    notes: [...notesOf(figure.name), ...flagNotes(shown)],
    marks: Object.entries(markMeanings)
      .filter(([mark]) => used.has(mark))
      .map(([mark, meaning]) => ({ mark, meaning })),
  }
}

function notesOf(name: string): string[] {
  const notes = [
    name.startsWith('government') ? say.historyNotes['government'] : undefined,
    name.startsWith('stock') ? say.historyNotes['stock'] : undefined,
    name.endsWith('per-health-worker') ? say.historyNotes['workers'] : undefined,
  ]
  return notes.filter((note) => note !== undefined)
}

function longTable(
  run: ModelRun,
  figures: readonly HistoryFigure[],
  nations: readonly string[],
  years: readonly number[],
): Table {
  const rows = figures.flatMap((figure) =>
    nations.flatMap((nation) => years.map((year) => longRow(run, figure, nation, year))),
  )
  return {
    name: 'history',
    title: 'History',
    subtitle: 'Long form: one number a nation, year and figure, unrounded',
    columns: historyColumns.map((name) => ({
      name,
      label: name,
      kind: name === 'value' ? 'number' : 'text',
    })),
    rows,
    notes: [],
    marks: [],
  }
}

function longRow(run: ModelRun, figure: HistoryFigure, nation: string, year: number): Row {
  const exact = valueOf(run, figure, nation, year)
  const missing = isMissing(exact)
  const { series = '', asset = '' } = figure.cell(lookbackOf(run))
  const texts = {
    ...{ nation, series, asset, year: String(year), figure: figure.name },
    unit: ofNation(unitWords(figure.unit).label, nation),
    prices: 'nominal',
    status: missing ? '' : exact.status,
    flags: missing ? exact.missing : exact.flags.join(';'),
  }
  const value: Cell = missing
    ? { kind: 'missing', reason: exact.missing }
    : { kind: 'number', value: exact.n }
  return {
    cells: historyColumns.map((column): Cell =>
      column === 'value' ? value : { kind: 'text', text: texts[column] },
    ),
  }
}
