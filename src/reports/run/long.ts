import { isMissing } from '../../engine/calculators/exact.ts'
import { measuresNaming } from '../../figures/measures/by-category.ts'
import { addedBySubCategory, printableFigures, type PrintableFigure } from '../../figures/printable.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import { categoriesAndTotal, subCategoryNames } from '../../terms/category.ts'
import type { Cell as Place } from '../../terms/cell.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { unitWords, type Unit } from '../../terms/unit.ts'
import { financialYear, yearsOf } from '../../terms/year.ts'
import { longRow } from '../long-row.ts'
import type { Row, Table } from '../table.ts'
import { breaksWithin } from './breaks.ts'
import type { FurtherTable, RunReportOptions } from './options.ts'
import { printedValue } from './values.ts'

/** The long form of a run: every number with its unit, prices, status and flags, unrounded (README.md, formats). */

export const longColumns = [
  'scenario',
  'figure',
  'benchmark',
  'category',
  'year',
  'value',
  'unit',
  'prices',
  'status',
  'flags',
] as const

export function longTable(runs: readonly ModelRun[], options: RunReportOptions): Table {
  return {
    name: 'run',
    title: 'Projected spend, requirement and gap',
    subtitle: 'Long form: one number a row, unrounded',
    columns: longColumns.map((name) => ({ name, label: name, kind: name === 'value' ? 'number' : 'text' })),
    rows: runs.flatMap((run) => longRows(run, options)),
    notes: [],
    marks: [],
  }
}

/** The figures asked for, or the default ones that the scenario gives a meaning to. */
export function figuresAsked(run: ModelRun, options: RunReportOptions): readonly PrintableFigure[] {
  const { figures } = options
  if (figures !== undefined) {
    const known = [...printableFigures, ...(options.further ?? []).flatMap((topic) => topic.figures)]
    return known.filter(({ name }) => figures.includes(name))
  }
  const fixedBudget = run.settings.benchmarks.some(
    (each) => each.kind === 'budget-share' && each.envelope === 'fixed',
  )
  const usual = printableFigures.filter(
    ({ name, byDefault }) =>
      (byDefault && (name !== 'revenue-forgone' || fixedBudget)) ||
      (name === 'added' && options.bySubCategory === true),
  )
  return [...usual, ...(options.further ?? []).flatMap((topic) => figuresOfTopic(run, topic, options))]
}

/** The figures of a topic that are asked for, by name or by what the scenario says. */
export function figuresOfTopic(
  run: ModelRun,
  topic: FurtherTable,
  options: RunReportOptions,
): readonly PrintableFigure[] {
  const names = options.figures ?? topic.unasked?.(run.settings, options) ?? []
  return topic.figures.filter(({ name }) => names.includes(name))
}

export function benchmarksAsked(run: ModelRun, options: RunReportOptions): readonly BenchmarkSetting[] {
  const { benchmarks } = options
  return run.settings.benchmarks.filter(({ id }) => benchmarks === undefined || benchmarks.includes(id))
}

export function yearsAsked(run: ModelRun, options: RunReportOptions): readonly number[] {
  return yearsOf(options.years ?? run.settings.years)
}

function longRows(run: ModelRun, options: RunReportOptions): Row[] {
  const years = yearsAsked(run, options)
  const breaks = new Set(breaksWithin(run, years).map(({ year }) => year))
  return figuresAsked(run, options).flatMap((printable) =>
    places(run, printable, options).flatMap(({ figure, place, category }) =>
      years.map((year) => row(run, figure, { ...place, year }, category, breaks)),
    ),
  )
}

export interface RowPlace {
  readonly figure: PrintableFigure
  readonly place: Place
  /** What the column `category` says. */
  readonly category: string
}

/** The rows a figure has, apart from its years. */
export function places(run: ModelRun, printable: PrintableFigure, options: RunReportOptions): RowPlace[] {
  const figure = printable
  const categories = categoriesAndTotal.filter(
    (category) => options.categories === undefined || options.categories.includes(category),
  )
  const benchmarks = benchmarksAsked(run, options)
  switch (printable.over) {
    case 'year':
      return [{ figure, place: {}, category: printable.category ?? 'total' }]
    case 'listed':
      return (printable.listed?.(run.model) ?? []).map(({ cell, name }) => ({
        figure,
        place: cell,
        category: name,
      }))
    case 'benchmark':
      return benchmarks
        .filter((benchmark) => 'comparator' in benchmark)
        .map(({ id, category }) => ({ figure, place: { benchmark: id }, category }))
    case 'category': {
      const rows = categories.map((category): RowPlace => ({ figure, place: { category }, category }))
      return printable.name === 'added' && options.bySubCategory === true
        ? [...rows, ...subCategoryPlaces(run, options)]
        : rows
    }
    case 'benchmark-category':
      return benchmarks
        .filter(
          (each) =>
            printable.name !== 'revenue-forgone' ||
            (each.kind === 'budget-share' && each.envelope === 'fixed'),
        )
        .flatMap(({ id }) =>
          categories.map((category) => ({ figure, place: { benchmark: id, category }, category })),
        )
  }
}

/** One row for every sub-category that a measure's split names. */
function subCategoryPlaces(run: ModelRun, options: RunReportOptions): RowPlace[] {
  const named = subCategoryNames.filter((name) => measuresNaming(name, run.model).length > 0)
  return named
    .filter(() => options.categories === undefined)
    .map((subCategory) => ({
      figure: addedBySubCategory,
      place: { subCategory },
      category: subCategory,
    }))
}

function row(
  run: ModelRun,
  { name, figure, unit }: PrintableFigure,
  place: Place,
  category: string,
  breaks: ReadonlySet<number>,
): Row {
  const exact = printedValue(run, figure, place)
  const breaksHere = !isMissing(exact) && breaks.has(place.year ?? 0) && crossesBreaks(unit)
  const marked = breaksHere ? { ...exact, flags: [...exact.flags, 'series-break'].sort() } : exact
  const texts = {
    scenario: run.scenario.name,
    figure: name,
    benchmark: place.benchmark ?? '',
    category,
    year: financialYear(place.year ?? 0),
    unit: unitWords(unit).label,
    prices: pricesOf(unit, run),
  }
  return longRow(longColumns, texts, marked)
}

/** Money of the capital budget crosses the breaks of its series; GDP, prices and people do not. */
export function crossesBreaks(unit: Unit): boolean {
  return unit.includes('cdel')
}

/** The price basis of a unit in this run: the run's for money it converts, `nominal` for shares of nominal money. */
export function pricesOf(unit: Unit, run: ModelRun): string {
  if (unit.startsWith('output ')) return priceBasisLabel(run.settings.prices)
  if (unit.startsWith('nominal ') || unit.includes(' per ')) return 'nominal'
  return ''
}
