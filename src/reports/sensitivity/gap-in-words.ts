import { isMissing, type Exact } from '../../engine/calculators/exact.ts'
import type { AskedGap } from '../../analyses/sensitivity/asked.ts'
import type { ListedAssumption } from '../../figures/listed-assumption.ts'
import { moneyOfTheDay, onCategory, pricesOf } from '../../problems/catalogue/headline.ts'
import { asOfSentence, missingMeaning, pricesSentence } from '../../problems/catalogue/report.ts'
import type { GapWords, SentenceParts } from '../../problems/catalogue/sensitivity-words.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { priceBasisLabel } from '../../terms/prices.ts'
import type { NumberKind } from '../../terms/sentence.ts'
import { financialYear } from '../../terms/year.ts'
import { flagNotes } from '../run/values.ts'
import type { Cell, Column, Sentence } from '../table.ts'

/** What the parts of `sensitivity` share: the gap asked about in words, and assumptions as readers see them. */

export function gapWords({ run, benchmark, category, year }: AskedGap): GapWords {
  const basis = priceBasisLabel(run.settings.prices)
  return {
    title: onCategory(benchmark.title, category),
    id: benchmark.id,
    year: financialYear(year),
    category,
    prices: basis === 'nominal' ? moneyOfTheDay() : pricesOf(basis),
    scope: run.model.scopeOf(run.settings.baseline) === 'cdel' ? 'capital budget (CDEL)' : 'NHS capital',
  }
}

/** Under the first table: prices, vintage, as-of date, and what the flags on the gap mean. */
export function captionNotes({ run, now }: AskedGap): Sentence[] {
  const { settings } = run
  return [
    pricesSentence(priceBasisLabel(settings.prices), settings.economy),
    ...(settings.asOf === undefined ? [] : [asOfSentence(settings.asOf)]),
    ...flagNotes([now]),
  ]
}

type Unit = Pick<ListedAssumption, 'unit' | 'name'>

/** How people count an assumption: percent; money in whole millions, a worker's in thousands; numbers as they are. */
interface People {
  readonly words: string
  readonly as: NumberKind
  /** What a value of the list is multiplied by. */
  readonly factor: number
  /** Behind a number in a sentence. */
  readonly behind: string
}

function peopleOf({ unit, name }: Unit): People {
  if (unit === 'percent') return { words: '%', as: 'percent', factor: 100, behind: '' }
  if (unit === 'number') return { words: 'ratio', as: 'number', factor: 1, behind: '' }
  return name === 'digital-spend-per-worker'
    ? { words: '£k', as: 'per-head', factor: 1000, behind: 'k' }
    : { words: '£m', as: 'per-head', factor: 1, behind: 'm' }
}

/** `underspend, %`: a name with the unit in which people see its values. */
export function assumptionLabel(listed: Unit): string {
  return `${listed.name}, ${peopleOf(listed).words}`
}

/** The unit of an assumption in the long forms. */
export function machineUnit({ unit }: Unit): string {
  return unit === 'money' ? 'GBP million' : unit
}

/** A value of the list in that unit: percent are counted in hundredths. */
export function inItsUnit({ unit }: Unit, value: Decimal): Decimal {
  return unit === 'percent' ? value.times(100) : value
}

export function assumptionCell(listed: Unit, value: Decimal): Cell {
  const { as, factor } = peopleOf(listed)
  return { kind: 'number', value: value.times(factor), as }
}

/** `0.72%`, `£110m`, `1.0488`. */
export function assumptionInText(listed: Unit, value: Decimal): SentenceParts {
  const { as, factor, behind } = peopleOf(listed)
  return [{ value: value.times(factor), as }, behind]
}

/** A gap for people: its sign is always written. */
export function gapCell(gap: Exact): Cell {
  return isMissing(gap)
    ? { kind: 'missing', reason: missingMeaning(gap.missing) }
    : { kind: 'number', value: gap.n, as: 'money', plus: true }
}

export function textCell(text: string): Cell {
  return { kind: 'text', text }
}

export function numberCell(value: Decimal): Cell {
  return { kind: 'number', value }
}

/** A number for machines, or the reason there is none. */
export function exactCell(exact: Exact): Cell {
  return isMissing(exact) ? { kind: 'missing', reason: exact.missing } : numberCell(exact.n)
}

/** Columns of a long form, those of `numbers` holding numbers. */
export function longColumns(names: readonly string[], numbers: readonly string[]): Column[] {
  return names.map((name) => ({ name, label: name, kind: numbers.includes(name) ? 'number' : 'text' }))
}

/** The first cells of every long row: which gap it is of. */
export function gapCells({ run, benchmark, category, year }: AskedGap): Cell[] {
  return [run.scenario.name, 'gap', benchmark.id, category, financialYear(year)].map(textCell)
}

export const gapColumns = ['scenario', 'figure', 'benchmark', 'category', 'year'] as const

/** The price basis of the gaps in a long row. */
export function basisOf({ run }: AskedGap): string {
  return priceBasisLabel(run.settings.prices)
}

/** Flags of all these gaps, each once, and more. */
export function flagsOf(gaps: readonly Exact[], more: readonly string[]): string {
  const flags = gaps.flatMap((gap) => (isMissing(gap) ? [gap.missing] : gap.flags))
  return [...new Set([...flags, ...more])].sort().join(';')
}

/** The weakest status among gaps is that of the last: they differ by an assumption alone. */
export function statusOf(gaps: readonly Exact[]): string {
  const statuses = gaps.flatMap((gap) => (isMissing(gap) ? [] : [gap.status as string]))
  return statuses.includes('assumption') ? 'assumption' : (statuses[0] ?? '')
}
