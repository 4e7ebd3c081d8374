import type { PrintableFigure } from '../../figures/printable.ts'
import type { ModelSettings } from '../../figures/settings.ts'
import * as say from '../../problems/catalogue/solve.ts'
import { nearest } from '../../problems/nearest.ts'
import type { Place, Problem } from '../../problems/problem.ts'
import { categoriesAndTotal } from '../../terms/category.ts'
import type { Cell } from '../../terms/cell.ts'
import { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel, samePriceBasis } from '../../terms/prices.ts'
import { parseQuantity } from '../../terms/quantity.ts'
import { unitWords } from '../../terms/unit.ts'
import { financialYear, parseFinancialYear, rangeLabel } from '../../terms/year.ts'

/** What a solution must reach: one cell of a figure that `run` prints, and its value there. */
export interface Target {
  readonly figure: PrintableFigure
  readonly cell: Cell
  /** In the printed unit: GBP million, percent, GBP per person. */
  readonly value: Decimal
  /** `gap.total[eu14] in 2029-30`. */
  readonly words: string
}

/** The parts of the text, each with where it begins. */
interface Parts {
  readonly figure: Part
  readonly category: Part | undefined
  readonly benchmark: Part | undefined
  readonly value: Part
  readonly year: Part
}
interface Part {
  readonly at: number
  readonly text: string
}

/**
 * Reads `gap.total[eu14] = £0bn in 2029-30`: a figure, its category (default total) and benchmark where it has them, a
 * value with its unit, and a year.
 * @param ordinal which `--for` of several it is, from 1
 * @returns the target, or everything wrong with the text
 */
export function readTarget(
  text: string,
  figures: readonly PrintableFigure[],
  settings: ModelSettings,
  ordinal = 1,
): Target | readonly Problem[] {
  const place = (at: number): Place => ({ file: '--for', line: ordinal, column: at + 1, excerpt: text })
  const parts = split(text)
  if ('expected' in parts) return [say.forSyntax(place(parts.at), parts.expected)]
  const problems: Problem[] = []
  const unknown = (what: string, part: Part, known: readonly string[]): void => {
    problems.push(say.unknownWord(place(part.at), what, part.text, known, nearest(part.text, known)))
  }

  const names = figures.map(({ name }) => name)
  const figure = figures.find(({ name }) => name === parts.figure.text)
  if (figure === undefined) unknown('figure', parts.figure, names)

  const cell: { year?: number; category?: string; benchmark?: string } = {}
  const year = parseFinancialYear(parts.year.text)
  const { years } = settings
  if (year === undefined) problems.push(say.badYear(place(parts.year.at), parts.year.text))
  else if (year < years.from || year > years.to)
    problems.push(say.yearOutside(place(parts.year.at), parts.year.text, rangeLabel(years, 'financial')))
  else cell.year = year

  const ids = settings.benchmarks.map(({ id }) => id)
  const { category, benchmark } = parts
  const knownCategory = (categoriesAndTotal as readonly string[]).includes(category?.text ?? 'total')
  if (!knownCategory && category !== undefined) unknown('category', category, categoriesAndTotal)
  const knownBenchmark = benchmark === undefined || ids.includes(benchmark.text)
  if (!knownBenchmark) unknown('benchmark', benchmark, ids)
  if (figure !== undefined) {
    const byCategory = figure.over === 'category' || figure.over === 'benchmark-category'
    const byBenchmark = figure.over === 'benchmark' || figure.over === 'benchmark-category'
    if (category !== undefined && !byCategory)
      problems.push(say.takesNo(place(category.at), figure.name, 'category'))
    else if (byCategory) cell.category = category?.text ?? 'total'
    const [only, ...others] = ids
    if (benchmark !== undefined && !byBenchmark)
      problems.push(say.takesNo(place(benchmark.at), figure.name, 'benchmark'))
    else if (benchmark !== undefined) cell.benchmark = benchmark.text
    else if (byBenchmark && only !== undefined && others.length === 0) cell.benchmark = only
    else if (byBenchmark)
      problems.push(say.needsBenchmark(place(parts.figure.at + parts.figure.text.length), figure.name, ids))
  }
  const value = figure === undefined ? undefined : readValue(parts.value, figure, settings, place)
  if (Array.isArray(value)) problems.push(...(value as Problem[]))
  if (problems.length > 0 || figure === undefined || !(value instanceof Decimal) || year === undefined)
    return problems
  return { figure, cell, value, words: wordsOf(figure.name, cell, year) }
}

function wordsOf(figure: string, cell: Cell, year: number): string {
  const category = cell.category === undefined ? '' : `.${cell.category}`
  const benchmark = cell.benchmark === undefined ? '' : `[${cell.benchmark}]`
  return `${figure}${category}${benchmark} in ${financialYear(year)}`
}

function split(text: string): Parts | { readonly at: number; readonly expected: string } {
  let at = 0
  const take = (pattern: RegExp): Part | undefined => {
    const rest = text.slice(at)
    const blank = rest.length - rest.trimStart().length
    const found = pattern.exec(rest.trimStart())?.[0]
    if (found === undefined) return undefined
    const part = { at: at + blank, text: found }
    at = part.at + found.length
    return part
  }
  const expected = (what: string) => ({
    at: at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0),
    expected: what,
  })
  const word = /^[A-Za-z0-9-]+/
  const figure = take(word)
  if (figure === undefined) return expected('A figure')
  const category = take(/^\./) && (take(word) ?? { at, text: '' })
  if (category?.text === '') return expected('A category')
  const opened = take(/^\[/)
  const benchmark = opened && (take(word) ?? { at, text: '' })
  if (benchmark?.text === '') return expected('The id of a benchmark')
  if (opened !== undefined && take(/^\]/) === undefined) return expected('A closing square bracket')
  if (take(/^=/) === undefined)
    return expected(benchmark === undefined ? 'An equals sign, or [BENCHMARK]' : 'An equals sign')
  const before = text.lastIndexOf(' in ')
  if (before < at)
    return text.slice(at).trim() === ''
      ? expected('A value')
      : { at: text.length, expected: 'A year (in 2029-30)' }
  const written = text.slice(at, before)
  if (written.trim() === '') return expected('A value')
  const value = { at: at + written.length - written.trimStart().length, text: written.trim() }
  const rest = text.slice(before + 4)
  return {
    figure,
    category,
    benchmark,
    value,
    year: { at: before + 4 + rest.length - rest.trimStart().length, text: rest.trim() },
  }
}

function readValue(
  { at, text }: Part,
  { unit }: PrintableFigure,
  settings: ModelSettings,
  place: (at: number) => Place,
): Decimal | readonly Problem[] {
  const { label } = unitWords(unit)
  if (/^-?0(\.0+)?$/.test(text)) return new Decimal(0)
  const quantity = parseQuantity(text)
  if (label === 'GBP million' && quantity.kind === 'money') {
    const { prices } = quantity
    return prices === undefined || samePriceBasis(prices, settings.prices)
      ? quantity.amount
      : [say.targetPrices(place(at), priceBasisLabel(prices), priceBasisLabel(settings.prices))]
  }
  if (label.startsWith('percent') && quantity.kind === 'share') return quantity.share.times(100)
  const pounds = /^([-−]?)£(\d{1,9}(?:\.\d{1,6})?)$/.exec(text)
  if (label === 'GBP per person' && pounds !== null)
    return new Decimal(`${pounds[1] === '' ? '' : '-'}${pounds[2] ?? '0'}`)
  // A share of a whole is kept as a ratio: 23% is 0.23.
  if (label === 'ratio' && quantity.kind === 'share') return quantity.share
  const bare = label !== 'GBP million' && !label.startsWith('percent') && label !== 'GBP per person'
  if (bare && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return new Decimal(text)
  return [say.badTarget(place(at), text, label)]
}
