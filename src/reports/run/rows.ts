import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import { categoriesAndTotal, type CategoryOrTotal } from '../../terms/category.ts'
import type { Cell as Place } from '../../terms/cell.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { financialYear } from '../../terms/year.ts'
import type { Cell, Column, Row, Table } from '../table.ts'
import type { RunReportOptions } from './options.ts'
import { flagNotes, kindOf, markMeanings, peopleCell, printedValue, statusOfTheDay } from './values.ts'

/** Rows of people's tables: years across, marks for how firm each number is, and what those mean beneath. */

const categoryLabels: Readonly<Record<CategoryOrTotal, string>> = {
  infrastructure: 'Infrastructure',
  digital: 'Digital',
  other: 'Other',
  total: 'Total',
}

export interface Context {
  readonly run: ModelRun
  readonly options: RunReportOptions
  readonly years: readonly number[]
  readonly breaks: ReadonlySet<number>
  /** Every value shown, so that their flags can be explained beneath. */
  readonly shown: Exact[]
  /** Money in whole £m instead of £bn. */
  readonly millions?: boolean | undefined
}

export function place(benchmark: BenchmarkSetting, category: CategoryOrTotal): Place {
  return { benchmark: benchmark.id, category }
}

export function categoriesShown(options: RunReportOptions): readonly CategoryOrTotal[] {
  return categoriesAndTotal.filter(
    (category) => options.categories === undefined || options.categories.includes(category),
  )
}

export function heading(text: string): Row {
  return { style: 'heading', cells: [{ kind: 'text', text }] }
}

export function categoryRow(
  context: Context,
  figure: PrintableFigure,
  where: Place,
  category: CategoryOrTotal,
): Row {
  return valueRow(
    context,
    figure,
    where,
    categoryLabels[category],
    category === 'total' ? 'total' : undefined,
  )
}

export function valueRow(
  { run, years, breaks, shown, millions }: Context,
  figure: PrintableFigure,
  where: Place,
  label: string,
  style?: 'total',
): Row {
  const kind = kindOf(figure.unit)
  const as = kind === 'money' && millions === true ? 'per-head' : kind
  const before = shown.length
  const cells = years.map((year): Cell => {
    const cell = { ...where, year }
    const exact = printedValue(run, figure.figure, cell)
    shown.push(exact)
    return peopleCell(
      exact,
      statusOfTheDay(run, figure, cell),
      as,
      breaks.has(year) && kind === 'money' ? ['b'] : [],
    )
  })
  // A row is marked as shared by the assumed split where its numbers are.
  const split = shown
    .slice(before)
    .some((exact) => !isMissing(exact) && exact.flags.includes('split-assumed'))
  const marks = split ? ['s'] : []
  return {
    cells: [{ kind: 'text', text: label, marks }, ...cells],
    ...(style === undefined ? {} : { style }),
  }
}

export function table(
  { run, years, shown }: Context,
  name: string,
  title: string,
  rows: readonly Row[],
  notes: Table['notes'],
): Table {
  const columns: Column[] = [
    { name: 'what', label: '', kind: 'text' },
    ...years.map((year): Column => ({
      name: financialYear(year),
      label: financialYear(year),
      kind: 'money',
    })),
  ]
  const explained = [...notes, ...flagNotes(shown.splice(0))]
  return { name, title, subtitle: subtitleOf(run), columns, rows, notes: explained, marks: marksUsed(rows) }
}

export function subtitleOf(run: ModelRun, what = scopeOf(run), money = '£bn'): string {
  const label = priceBasisLabel(run.settings.prices)
  const prices = label === 'nominal' ? 'nominal (money of the day)' : `${label} prices`
  return `${money}, ${prices}, financial years, England, ${what}`
}

function scopeOf(run: ModelRun): string {
  return run.model.scopeOf(run.settings.baseline) === 'cdel' ? 'capital budget (CDEL)' : 'NHS capital'
}

/** The meaning of the marks these rows carry, in a fixed order. */
function marksUsed(rows: readonly Row[]): Table['marks'] {
  const used = new Set(
    rows.flatMap((row) => row.cells.flatMap((cell) => ('marks' in cell ? (cell.marks ?? []) : []))),
  )
  return Object.entries(markMeanings)
    .filter(([mark]) => used.has(mark))
    .map(([mark, meaning]) => ({ mark, meaning }))
}
