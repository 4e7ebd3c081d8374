import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import { addedBySubCategory, printableFigures, type PrintableFigure } from '../../figures/printable.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import { isBridged, whyNoRequirement } from '../../figures/requirement/benchmark.ts'
import { measuresNaming } from '../../figures/measures/by-category.ts'
import type { ModelRun } from '../../run/run.ts'
import { positiveMeans, statedBaseline } from '../../problems/catalogue/report.ts'
import {
  categoriesAndTotal,
  subCategories,
  subCategoryNames,
  type CategoryOrTotal,
} from '../../terms/category.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import { financialYear } from '../../terms/year.ts'
import type { Cell as Place } from '../../terms/cell.ts'
import type { Cell, Column, Row, Table } from '../table.ts'
import { breakSentence, breaksWithin } from './breaks.ts'
import { benchmarkNotes } from './comparator-note.ts'
import { benchmarksAsked, figuresAsked, yearsAsked } from './long.ts'
import type { FurtherTable, RunReportOptions } from './options.ts'
import { flagNotes, kindOf, markMeanings, peopleCell, printedValue, statusOfTheDay } from './values.ts'

/** A run as tables for people: spend once, then one table a benchmark; years across. */

const categoryLabels: Readonly<Record<CategoryOrTotal, string>> = {
  infrastructure: 'Infrastructure',
  digital: 'Digital',
  other: 'Other',
  total: 'Total',
}

/** Figures people see of a benchmark when they ask for none; the rest is in the long form. */
const usualOfBenchmark = ['requirement', 'gap', 'gap-low', 'gap-high', 'cumulative-gap', 'revenue-forgone']
/** Of these the benchmark's own category is enough. */
const ownCategoryOnly = new Set(['gap-low', 'gap-high', 'cumulative-gap', 'gap-share-of-gdp', 'gap-per-head'])

interface Context {
  readonly run: ModelRun
  readonly options: RunReportOptions
  readonly years: readonly number[]
  readonly breaks: ReadonlySet<number>
  /** Every value shown, so that their flags can be explained beneath. */
  readonly shown: Exact[]
}

export function runTables(run: ModelRun, options: RunReportOptions): Table[] {
  const years = yearsAsked(run, options)
  const breaks = new Set(breaksWithin(run, years).map(({ year }) => year))
  const context: Context = { run, options, years, breaks, shown: [] }
  const asked = figuresAsked(run, { ...options, further: [] })
  const tables = [spendTable(context, asked), otherTable(context, asked)]
  const ofBenchmarks = asked.filter(
    ({ name, over }) =>
      over === 'benchmark-category' && (options.figures !== undefined || usualOfBenchmark.includes(name)),
  )
  for (const benchmark of ofBenchmarks.length === 0 ? [] : benchmarksAsked(run, options)) {
    tables.push(benchmarkTable(context, benchmark, ofBenchmarks))
  }
  for (const topic of options.further ?? []) tables.push(furtherTable(context, topic))
  return tables.filter((table) => table.rows.length > 0)
}

/** Baseline, what measures add, funded and spend by category; what would only repeat another is left out. */
function spendTable(context: Context, asked: readonly PrintableFigure[]): Table {
  const { run, options } = context
  const byCategory = asked.filter(({ over }) => over === 'category')
  const shown = options.figures === undefined ? usualOfSpend(run, byCategory) : byCategory
  const rows = shown.flatMap((figure) => [
    ...(shown.length > 1 ? [heading(figure.label)] : []),
    ...categoriesShown(options).map((category) => categoryRow(context, figure, { category }, category)),
    ...(figure.name === 'added' && options.bySubCategory === true ? subCategoryRows(context) : []),
  ])
  return table(context, 'spend', `${run.scenario.title}: projected spend`, rows, [
    ...(run.settings.baseline.kind === 'stated' ? [statedBaseline] : []),
    ...breaksWithin(run, context.years).map(breakSentence),
  ])
}

/** Without measures the baseline is what is funded; without underspend or switches that is what is spent. */
function usualOfSpend(run: ModelRun, figures: readonly PrintableFigure[]): readonly PrintableFigure[] {
  const { measures, assumptions } = run.settings
  const unspent = assumptions.has('underspend') || assumptions.has('switch-to-revenue')
  const names = new Set([
    ...(measures.length > 0 ? ['baseline', 'added'] : []),
    ...(unspent ? ['funded'] : []),
    'spend',
  ])
  const added = printableFigures.filter(({ name }) => name === 'added')
  const others = figures.filter(({ name }) => name !== 'added')
  return [...others.slice(0, 1), ...added, ...others.slice(1)].filter(({ name }) => names.has(name))
}

function subCategoryRows(context: Context): Row[] {
  return subCategoryNames
    .filter((name) => measuresNaming(name, context.run.model).length > 0)
    .map((name) =>
      valueRow(context, addedBySubCategory, { subCategory: name }, `of which ${subCategories[name].label}`),
    )
}

/** Figures without category: GDP, deflator, people, bridges. */
function otherTable(context: Context, asked: readonly PrintableFigure[]): Table {
  const rows = asked.flatMap((figure) => {
    if (figure.over === 'year') return [valueRow(context, figure, {}, figure.label)]
    if (figure.over !== 'benchmark') return []
    return benchmarksAsked(context.run, context.options)
      .filter((benchmark) => 'comparator' in benchmark)
      .map((benchmark) =>
        valueRow(context, figure, { benchmark: benchmark.id }, `${figure.label}: ${benchmark.title}`),
      )
  })
  return table(context, 'inputs', `${context.run.scenario.title}: what the model rests on`, rows, [])
}

function benchmarkTable(
  context: Context,
  benchmark: BenchmarkSetting,
  figures: readonly PrintableFigure[],
): Table {
  const { run, options } = context
  const rows = figures.flatMap((figure): Row[] => {
    if (
      figure.name === 'revenue-forgone' &&
      !(benchmark.kind === 'budget-share' && benchmark.envelope === 'fixed')
    ) {
      return []
    }
    if ((figure.name === 'gap-low' || figure.name === 'gap-high') && !isBridged(benchmark)) return []
    const own = ownCategoryOnly.has(figure.name) && options.figures === undefined
    const categories = categoriesShown(options).filter((category) =>
      own || figure.name === 'revenue-forgone'
        ? category === benchmark.category
        : benchmark.category === 'total' || category === benchmark.category,
    )
    if (categories.length === 0) return []
    if (categories.length === 1) {
      const [only] = categories
      const label = only === 'total' ? figure.label : `${figure.label}, ${only ?? ''}`
      return [valueRow(context, figure, place(benchmark, only ?? 'total'), label, 'total')]
    }
    return [
      heading(figure.label),
      ...categories.map((category) => categoryRow(context, figure, place(benchmark, category), category)),
    ]
  })
  const anyYear = context.years.some(
    (year) => whyNoRequirement(benchmark, benchmark.category, year) === undefined,
  )
  const among = options.among === true ? `${run.scenario.title}: ` : ''
  return table(context, `gap-${benchmark.id}`, `${among}${benchmark.title} (${benchmark.id})`, rows, [
    ...(anyYear ? [positiveMeans] : []),
    ...benchmarkNotes(run, benchmark),
  ])
}

/** Figures asked for by name: a row where a figure has no categories, else one a category. */
function furtherTable(context: Context, topic: FurtherTable): Table {
  const { run, options } = context
  const rows = topic.figures
    .filter(({ name }) => options.figures?.includes(name) === true)
    .flatMap((figure): Row[] =>
      figure.over === 'category'
        ? [
            heading(figure.label),
            ...categoriesShown(options).map((category) =>
              categoryRow(context, figure, { category }, category),
            ),
          ]
        : [valueRow(context, figure, {}, figure.label)],
    )
  const made = table(
    context,
    topic.name,
    `${run.scenario.title}: ${topic.title}`,
    rows,
    rows.length === 0 ? [] : topic.notes(run),
  )
  return { ...made, subtitle: subtitleOf(run, topic.scope) }
}

function place(benchmark: BenchmarkSetting, category: CategoryOrTotal): Place {
  return { benchmark: benchmark.id, category }
}

function categoriesShown(options: RunReportOptions): readonly CategoryOrTotal[] {
  return categoriesAndTotal.filter(
    (category) => options.categories === undefined || options.categories.includes(category),
  )
}

function heading(text: string): Row {
  return { style: 'heading', cells: [{ kind: 'text', text }] }
}

function categoryRow(
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

function valueRow(
  { run, years, breaks, shown }: Context,
  figure: PrintableFigure,
  where: Place,
  label: string,
  style?: 'total',
): Row {
  const as = kindOf(figure.unit)
  const before = shown.length
  const cells = years.map((year): Cell => {
    const cell = { ...where, year }
    const exact = printedValue(run, figure.figure, cell)
    shown.push(exact)
    return peopleCell(
      exact,
      statusOfTheDay(run, figure, cell),
      as,
      breaks.has(year) && as === 'money' ? ['b'] : [],
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

function table(
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

function subtitleOf(run: ModelRun, what = scopeOf(run)): string {
  const label = priceBasisLabel(run.settings.prices)
  const prices = label === 'nominal' ? 'nominal (money of the day)' : `${label} prices`
  return `£bn, ${prices}, financial years, England, ${what}`
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
