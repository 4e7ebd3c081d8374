import { everyPrintable } from '../figures/further/every-printable.ts'
import type { PrintableFigure } from '../figures/printable.ts'
import * as say from '../problems/catalogue/brief-words.ts'
import { nearest } from '../problems/nearest.ts'
import type { Place, Problem } from '../problems/problem.ts'
import { categoriesAndTotal, subCategoryNames } from '../terms/category.ts'
import type { PriceBasis } from '../terms/prices.ts'
import { parseCalendarRange } from '../terms/year.ts'
import type { Ask, Defaults, SpanAsk } from './asks.ts'
import { ClauseReader, readClauses, type ClauseName, type Word } from './clauses.ts'
import {
  calendarPrices,
  type Context,
  financialPrices,
  financialYears,
  formatOf,
  lookbackOf,
  notesOf,
  oneYear,
  scenarioOf,
} from './read-values.ts'

/** The words of a mark, read. What is wrong with them comes all at once, each with its place. */
export interface ReadAsk {
  readonly ask: Ask | undefined
  readonly problems: readonly Problem[]
}

/** What a look-back can be asked for as a number. */
export const lookbackFigures = [
  'subject-share',
  'comparator-share',
  'actual',
  'counterfactual',
  'gap',
  'gap-percent',
] as const
const lookbackMoney: readonly string[] = ['actual', 'counterfactual', 'gap']

const blocks = ['table', 'headline', 'sources'] as const
const tables = ['run', 'benchmarks', 'lookback'] as const
const ofScenario = ['of', 'as-of', 'set'] as const
const ofLookback = ['group', 'window', 'weighting', 'nations', 'subject', 'series', 'asset'] as const

/** Whether a mark sets what holds for those after it, and so has no closing mark. */
export function setsDefaults(words: string): boolean {
  return /^\s*defaults\b/.test(words)
}

/** @param file the document as the user named it: scenario files are named from its folder */
export function readAsk(
  words: Word,
  placeAt: (offset: number) => Place,
  { file, defaults }: { readonly file: string; readonly defaults: Defaults },
): ReadAsk {
  const clauses = readClauses(words)
  const reader = new ClauseReader(clauses, placeAt)
  const [first, ...more] = clauses.subject
  if (first === undefined) return { ask: undefined, problems: [say.nothingAsked(placeAt(words.at))] }
  const context: Context = { reader, clauses, first, more, file, defaults }
  const ask = readSubject(context)
  return { ask: reader.problems.length > 0 ? undefined : ask, problems: reader.problems }
}

function readSubject(context: Context): Ask | undefined {
  const { reader, first, more } = context
  if (first.text !== 'table') for (const word of more) reader.extra(word)
  switch (first.text) {
    case 'table':
      return readTable(context)
    case 'headline':
      return readRunBlock(context, 'headline', ['in', 'benchmarks'])
    case 'sources':
      reader.only('sources', [])
      return { kind: 'sources' }
    case 'defaults':
      reader.only('defaults', [...ofScenario, 'as'])
      return { kind: 'defaults', scenario: scenarioOf(context), format: formatOf(context) }
    default:
      return readSpan(context)
  }
}

function readTable(context: Context): Ask | undefined {
  const { reader, first, more } = context
  const [word, ...extra] = more
  if (word === undefined) return reader.refuse(say.tableOfWhat(reader.at(first.at), tables))
  for (const each of extra) reader.extra(each)
  switch (reader.known('table', word, tables)) {
    case 'run':
      return readRunBlock(context, 'run', ['in', 'figures', 'benchmarks', 'categories', 'by', 'without'])
    case 'benchmarks':
      return readRunBlock(context, 'benchmarks', ['in', 'benchmarks', 'without'])
    case 'lookback':
      reader.only('table lookback', [...ofScenario, ...ofLookback, 'without'])
      return {
        kind: 'lookback',
        scenario: scenarioOf(context),
        setting: lookbackOf(context),
        prices: calendarPrices(context),
        notes: notesOf(context),
      }
    case undefined:
      return undefined
  }
}

function readRunBlock(
  context: Context,
  kind: 'run' | 'headline' | 'benchmarks',
  taken: readonly ClauseName[],
): Ask | undefined {
  const { reader } = context
  reader.only(kind === 'headline' ? kind : `table ${kind}`, [...ofScenario, ...taken])
  const years = financialYears(context)
  if (kind === 'benchmarks' && (years === undefined || years.from !== years.to))
    return reader.refuse(say.oneYearNeeded(reader.at(context.first.at)))
  return {
    kind,
    scenario: scenarioOf(context),
    figures: reader.words(
      'figures',
      everyPrintable.map(({ name }) => name),
    ),
    benchmarks: reader.list('benchmarks')?.map(({ text }) => text),
    categories: reader.words('categories', categoriesAndTotal),
    bySubCategory: reader.word('by', ['sub-category']) !== undefined,
    years,
    prices: financialPrices(context),
    notes: notesOf(context),
  }
}

function readSpan(context: Context): SpanAsk | undefined {
  const { reader, first } = context
  const [, before, figure = '', , category, , benchmark] =
    /^(lookback\.)?([a-z][a-z-]*)(\.([a-z-]+))?(\[([^[\]]+)\])?$/.exec(first.text) ?? []
  if (figure === '') return reader.refuse(say.notAReference(reader.at(first.at), first.text, blocks))
  if (before !== undefined) return readLookbackNumber(context, figure, category, benchmark)
  if (figure === 'verdict') {
    reader.only('verdict', ['in', ...ofScenario])
    const year = oneYear(context)
    if (benchmark === undefined) return reader.refuse(say.benchmarkNeeded(reader.at(first.at), figure))
    return year === undefined
      ? undefined
      : { kind: 'verdict', scenario: scenarioOf(context), benchmark, year }
  }
  const found = everyPrintable.find(({ name }) => name === figure)
  if (found === undefined) {
    const known = [...everyPrintable.map(({ name }) => name), 'verdict', ...blocks, 'defaults']
    return reader.refuse(say.unknownFigure(reader.at(first.at), figure, known, nearest(figure, known)))
  }
  return readNumber(context, found, category, benchmark)
}

function readNumber(
  context: Context,
  figure: PrintableFigure,
  category: string | undefined,
  benchmark: string | undefined,
): SpanAsk | undefined {
  const { reader, first } = context
  reader.only('number', ['in', 'as', ...ofScenario])
  const place = reader.at(first.at)
  const { name, over } = figure
  if (over.startsWith('benchmark') && benchmark === undefined) reader.refuse(say.benchmarkNeeded(place, name))
  if (!over.startsWith('benchmark') && benchmark !== undefined)
    reader.refuse(say.figureWithout(place, name, 'benchmark'))
  if (!over.endsWith('category') && category !== undefined)
    reader.refuse(say.figureWithout(place, name, 'category'))
  const known = [...categoriesAndTotal, ...(name === 'added' ? subCategoryNames : [])]
  const year = oneYear(context)
  const ask = {
    kind: 'number',
    scenario: scenarioOf(context),
    figure: name,
    category:
      category === undefined ? undefined : reader.known('category', { ...first, text: category }, known),
    benchmark,
    year: year ?? 0,
    prices: pricesOfNumber(context, figure),
    format: formatOf(context),
  } as const
  return year === undefined ? undefined : ask
}

/** Money names its prices; what has none is told so. */
function pricesOfNumber(context: Context, { name, unit }: PrintableFigure): PriceBasis | undefined {
  const { reader, clauses, first } = context
  const prices = financialPrices(context)
  const ofTheDay = unit.startsWith('nominal ')
  if ((unit.startsWith('output ') || ofTheDay) && clauses.prices === undefined)
    reader.refuse(say.pricesNeeded(reader.at(first.at), name, '2025-26'))
  if (prices === undefined || prices === 'nominal' || unit.startsWith('output ')) return prices
  const at = reader.at(clauses.prices?.at ?? first.at)
  return reader.refuse(ofTheDay ? say.onlyNominal(at, name) : say.noPrices(at, name))
}

function readLookbackNumber(
  context: Context,
  figure: string,
  category: string | undefined,
  group: string | undefined,
): SpanAsk | undefined {
  const { reader, clauses, first } = context
  reader.only('lookback number', ['in', 'as', ...ofScenario, ...ofLookback])
  if (category !== undefined) reader.refuse(say.lookbackByAsset(reader.at(first.at), category))
  const known = reader.known('lookback', { ...first, text: figure }, lookbackFigures)
  const prices = calendarPrices(context)
  if (clauses.prices === undefined && lookbackMoney.includes(figure))
    reader.refuse(say.pricesNeeded(reader.at(first.at), `lookback.${figure}`, '2019'))
  const setting = lookbackOf(context)
  const words = reader.list('in') ?? []
  const years = words.length === 0 ? undefined : parseCalendarRange(words.map(({ text }) => text).join(' '))
  if (years === undefined) return reader.refuse(say.calendarYearsNeeded(reader.at(words[0]?.at ?? first.at)))
  if (known === undefined) return undefined
  const oneYear = years.from === years.to
  if (!oneYear && known.endsWith('-share')) return reader.refuse(say.noTotal(reader.at(first.at), figure))
  return {
    kind: 'lookback-number',
    scenario: scenarioOf(context),
    figure: known,
    setting: { ...setting, group: group ?? setting.group, window: setting.window ?? years },
    year: oneYear ? years.from : 'total',
    prices,
    format: formatOf(context),
  }
}
