import type { AnyFigure } from '../engine/figure.ts'
import type { Model } from '../figures/model.ts'
import { comparatorAssets, comparatorSeries } from '../figures/settings.ts'
import * as sentences from '../problems/catalogue/usage.ts'
import { nearest } from '../problems/nearest.ts'
import { exitCodes, type Problem, ProblemsError } from '../problems/problem.ts'
import { headlineYear } from '../reports/run/headline.ts'
import type { ModelRun } from '../run/run.ts'
import { categoriesAndTotal, subCategoryNames } from '../terms/category.ts'
import type { Cell, Dimension } from '../terms/cell.ts'
import { programmeNames } from '../terms/programme.ts'
import { parseCalendarYear, parseFinancialYear } from '../terms/year.ts'

/** The options that pick a cell, as text. */
export interface CellWords {
  readonly year?: string
  readonly category?: string
  readonly benchmark?: string
  readonly measure?: string
  readonly nation?: string
  readonly series?: string
  readonly asset?: string
  readonly band?: string
  /** The day whose plans are meant; only an id says it. */
  readonly plansOf?: string
  /** A type of project in the table of optimism bias; only an id says it. */
  readonly projectType?: string
  /** Of discount rates; only an id says it. */
  readonly schedule?: string
}

/** Which dimensions an option settles. */
const settles = {
  year: ['year', 'calendarYear'],
  category: ['category', 'subCategory', 'programme'],
  benchmark: ['benchmark', 'comparator'],
  measure: ['measure'],
  nation: ['nation'],
  series: ['series'],
  asset: ['asset'],
  band: ['band'],
  plansOf: ['asOf'],
  projectType: ['projectType'],
  schedule: ['schedule'],
} as const satisfies Record<keyof CellWords, readonly Dimension[]>

/** The last calendar year of a look-back's usual window: explained when no year is named. */
const usualCalendarYear = 2019

/**
 * The cell that the options pick in a figure. What is not named is what a reader would look at first: the year of the
 * headline, the total, the scenario's first benchmark and measure, the UK.
 * @param name of the figure as the user wrote it
 * @throws ProblemsError (exit 2) naming every option that does not fit the figure
 */
export function explainedCell(run: ModelRun, name: string, figure: AnyFigure<Model>, words: CellWords): Cell {
  const problems: Problem[] = []
  for (const [option, dimensions] of Object.entries(settles) as [keyof CellWords, readonly Dimension[]][]) {
    if (words[option] === undefined || dimensions.some((dimension) => figure.dims.includes(dimension)))
      continue
    problems.push(sentences.figureWithout(name, option))
  }
  const pick = (
    option: keyof CellWords,
    known: readonly string[],
    usual: string | undefined,
  ): string | undefined => {
    const said = words[option]
    if (said === undefined) {
      if (usual === undefined) problems.push(sentences.nothingToExplain(name, option))
      return usual
    }
    if (!known.includes(said)) {
      problems.push(sentences.unknownChoice(`--${option}`, said, known, nearest(said, known)))
    }
    return said
  }
  const { benchmarks, measures } = run.settings
  const benchmarkIds = benchmarks.map(({ id }) => id)
  const own = benchmarks.find(({ id }) => id === (words.benchmark ?? benchmarkIds[0]))?.category
  const usualCategory = figure.dims.includes('benchmark') ? (own ?? 'total') : 'total'
  const ways: Readonly<Record<Dimension, () => string | number | undefined>> = {
    year: () =>
      yearOf(words.year, parseFinancialYear, sentences.badFinancialYear, problems) ?? headlineYear(run, {}),
    calendarYear: () =>
      yearOf(words.year, parseCalendarYear, sentences.badCalendarYears, problems) ?? usualCalendarYear,
    category: () => pick('category', categoriesAndTotal, usualCategory),
    subCategory: () => pick('category', subCategoryNames, undefined),
    programme: () => pick('category', programmeNames, undefined),
    benchmark: () => pick('benchmark', benchmarkIds, benchmarkIds[0]),
    comparator: () =>
      pick(
        'benchmark',
        ['lookback', ...benchmarks.filter((each) => 'comparator' in each).map(({ id }) => id)],
        'lookback',
      ),
    measure: () => {
      const ids = measures.map(({ id }) => id)
      return pick('measure', ids, ids[0])
    },
    nation: () => pick('nation', run.data.dataset('nation-gdp').values('nation'), 'GBR'),
    series: () => pick('series', comparatorSeries, 'who'),
    asset: () => pick('asset', [...comparatorAssets, 'research', 'structures', 'equipment'], 'total'),
    band: () => pick('band', ['low', 'central', 'high'], 'central'),
    asOf: () => words.plansOf,
    projectType: () => words.projectType,
    schedule: () => words.schedule ?? run.settings.appraisal?.schedule,
  }
  const cell = Object.fromEntries(
    figure.dims.flatMap((dimension) => {
      const value = ways[dimension]()
      return value === undefined ? [] : [[dimension, value]]
    }),
  ) as Cell
  if (problems.length > 0) throw new ProblemsError(problems, exitCodes.usage)
  return cell
}

/** What an id of a cell says: figure, the options that pick the cell, and the prices it is printed in. */
export interface CellId {
  readonly figure: string
  readonly words: CellWords
  /** Undefined: money of the day, or no money. */
  readonly prices: string | undefined
}

const idWords: Readonly<Record<string, keyof CellWords>> = {
  year: 'year',
  'calendar-year': 'year',
  category: 'category',
  'sub-category': 'category',
  programme: 'category',
  benchmark: 'benchmark',
  comparator: 'benchmark',
  measure: 'measure',
  nation: 'nation',
  series: 'series',
  asset: 'asset',
  band: 'band',
  'as-of': 'plansOf',
  'project-type': 'projectType',
  schedule: 'schedule',
}

/**
 * Reads a number named as a target of `solve` and a mark of `brief` name it: `gap.total[eu14] in 2029-30`, of which each part
 * after the figure may be left out.
 * @returns undefined where the text is not of that form
 */
export function parseCellName(text: string): Pick<CellId, 'figure' | 'words'> | undefined {
  const form = /^([a-z0-9-]+)(?:\.([a-z-]+))?(?:\[([^\]=]+)\])?(?: in (\S+))?$/
  const [, figure, category, benchmark, year] = form.exec(text.trim()) ?? []
  if (figure === undefined) return undefined
  const said = Object.entries({ category, benchmark, year }).filter(([, word]) => word !== undefined)
  return { figure, words: Object.fromEntries(said) }
}

/**
 * Reads an id as an explanation prints it: `gap[year=2029-30,category=total,benchmark=eu14]`.
 * @returns undefined where the text is a plain name
 * @throws ProblemsError (exit 2) naming a part that no id has
 */
export function parseCellId(text: string): CellId | undefined {
  const [, figure, inside] = /^([a-z0-9-]+)\[(.*)\]$/.exec(text) ?? []
  if (figure === undefined || inside === undefined) return undefined
  const parts = inside === '' ? [] : inside.split(',').map((part) => part.split('='))
  const words: Record<string, string> = {}
  let prices: string | undefined
  for (const [name = '', value = ''] of parts) {
    const option = idWords[name]
    if (name === 'prices') prices = value
    else if (option !== undefined) words[option] = value
    else throw new ProblemsError([sentences.badCellId(text, name)], exitCodes.usage)
  }
  return { figure, words, prices }
}

function yearOf(
  said: string | undefined,
  parse: (text: string) => number | undefined,
  problem: (option: string, value: string) => Problem,
  problems: Problem[],
): number | undefined {
  const year = said === undefined ? undefined : parse(said)
  if (said !== undefined && year === undefined) problems.push(problem('--year', said))
  return year
}
