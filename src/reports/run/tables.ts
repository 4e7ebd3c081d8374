import { addedBySubCategory, printableFigures, type PrintableFigure } from '../../figures/printable.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import { isBridged, whyNoRequirement } from '../../figures/requirement/benchmark.ts'
import { measuresNaming } from '../../figures/measures/by-category.ts'
import type { ModelRun } from '../../run/run.ts'
import { positiveMeans, statedBaseline } from '../../problems/catalogue/report.ts'
import { subCategories, subCategoryNames } from '../../terms/category.ts'
import type { Row, Table } from '../table.ts'
import { breakSentence, breaksWithin } from './breaks.ts'
import { benchmarkNotes } from './comparator-note.ts'
import { furtherTable } from './further-table.ts'
import { benchmarksAsked, figuresAsked, yearsAsked } from './long.ts'
import type { RunReportOptions } from './options.ts'
import { categoriesShown, categoryRow, heading, place, table, valueRow, type Context } from './rows.ts'
import { leavesUnspent } from './unspent.ts'

/** A run as tables for people: spend once, then one table a benchmark; years across. */

/** Figures people see of a benchmark when they ask for none; the rest is in the long form. */
const usualOfBenchmark = ['requirement', 'gap', 'gap-low', 'gap-high', 'cumulative-gap', 'revenue-forgone']
/** Of these the benchmark's own category is enough. */
const ownCategoryOnly = new Set(['gap-low', 'gap-high', 'cumulative-gap', 'gap-share-of-gdp', 'gap-per-head'])

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
  const names = new Set([
    ...(run.settings.measures.length > 0 ? ['baseline', 'added'] : []),
    ...(leavesUnspent(run.settings) ? ['funded'] : []),
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
