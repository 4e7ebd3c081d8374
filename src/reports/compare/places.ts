import type { Place } from '../../analyses/compare/compare.ts'
import type { PrintableFigure } from '../../figures/printable.ts'
import type { BenchmarkSetting } from '../../figures/settings.ts'
import type { ModelRun } from '../../run/run.ts'
import { categoriesAndTotal, type CategoryOrTotal } from '../../terms/category.ts'
import type { Cell } from '../../terms/cell.ts'
import type { YearRange } from '../../terms/year.ts'

/** What of a comparison is asked for. Absent: what the scenarios report. */
export interface CompareOptions {
  readonly figures: readonly PrintableFigure[]
  readonly benchmarks?: readonly string[] | undefined
  readonly categories?: readonly CategoryOrTotal[] | undefined
  readonly years?: YearRange | undefined
  /** One table alone. */
  readonly show?: Shown | undefined
  /** Chooses the orders that are sampled where too many inputs differ. */
  readonly seed: number
}

export const shownTables = ['inputs', 'results', 'credit'] as const
export type Shown = (typeof shownTables)[number]

/** A figure with a benchmark and a category where it has them: a line of a table, a year short of a cell. */
export interface Line {
  readonly figure: PrintableFigure
  readonly benchmark: BenchmarkSetting | undefined
  /** A category, or the name of what a scenario lists. */
  readonly category: string
  /** Where it stands, but for the year. */
  readonly cell: Cell
  /** Whether it stands in the benchmark's own category, or in the total. */
  readonly own: boolean
}

/** The years asked for, or those that every scenario reports; none where they have none in common. */
export function yearsCompared(runs: readonly ModelRun[], { years }: CompareOptions): YearRange | undefined {
  const range = years ?? {
    from: Math.max(...runs.map((run) => run.settings.years.from)),
    to: Math.min(...runs.map((run) => run.settings.years.to)),
  }
  return range.from > range.to ? undefined : range
}

/** The benchmarks of all scenarios, each id once. */
export function benchmarksCompared(
  runs: readonly ModelRun[],
  { benchmarks }: Pick<CompareOptions, 'benchmarks'>,
): BenchmarkSetting[] {
  const all = runs.flatMap((run) => run.settings.benchmarks)
  return all.filter(
    ({ id }, index) =>
      all.findIndex((each) => each.id === id) === index && (benchmarks?.includes(id) ?? true),
  )
}

/** The lines of the figures asked for, in the order of `run`. */
export function linesCompared(runs: readonly ModelRun[], options: CompareOptions): Line[] {
  const categories = categoriesAndTotal.filter((each) => options.categories?.includes(each) ?? true)
  return options.figures.flatMap((figure) => {
    if (figure.over === 'listed') return listedLines(runs, figure)
    const benchmarks = figure.over.startsWith('benchmark') ? benchmarksCompared(runs, options) : [undefined]
    const inCategories = figure.over.endsWith('category')
    return benchmarks.flatMap((benchmark): Line[] => {
      const home = benchmark?.category ?? figure.category ?? 'total'
      if (figure.over === 'benchmark' && !(benchmark !== undefined && 'comparator' in benchmark)) return []
      return (inCategories ? categories : [home]).map((category) => {
        const ofBenchmark = benchmark === undefined ? {} : { benchmark: benchmark.id }
        const cell = { ...ofBenchmark, ...(inCategories ? { category } : {}) }
        return { figure, benchmark, category, cell, own: category === home }
      })
    })
  })
}

/** What any of the scenarios lists, each once. */
function listedLines(runs: readonly ModelRun[], figure: PrintableFigure): Line[] {
  const rows = runs.flatMap((run) => figure.listed?.(run.model) ?? [])
  return rows
    .filter(({ name }, index) => rows.findIndex((each) => each.name === name) === index)
    .map(({ cell, name }) => ({ figure, benchmark: undefined, category: name, cell, own: true }))
}

/** What people see: the benchmark's own category, or the total, unless they name categories. */
export function linesForPeople(lines: readonly Line[], { categories }: CompareOptions): Line[] {
  return lines.filter(({ own }) => own || categories !== undefined)
}

export function placeOf({ figure, cell }: Line, year: number): Place {
  return { figure, cell: { ...cell, year } }
}
