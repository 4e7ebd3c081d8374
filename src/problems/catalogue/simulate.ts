import type { Decimal } from '../../terms/decimal.ts'
import type { NumberKind, Sentence } from '../../terms/sentence.ts'
import { count } from './simulate-usage.ts'
import { missingMeaning } from './report.ts'

/** Sentences of `capgap simulate`. */

type Parts = Exclude<Sentence, string>

/** How draws are made, in words. */
export const methodWords = {
  sobol: 'scrambled Sobol points',
  plain: 'independent draws',
} as const

export interface Drawn {
  readonly title: string
  readonly draws: number
  readonly replicates: number
  readonly seed: number
  readonly method: keyof typeof methodWords
  readonly drivers: readonly string[]
}

/** More assumptions than this are not named in a sentence. */
const mostNamed = 4

export function drawnHeadline({ title, draws, drivers }: Drawn): Sentence {
  const drawn = drivers.length > mostNamed ? `${drivers.length} uncertain assumptions` : named(drivers)
  return `${title}: ${count(draws)} draws of ${drawn}.`
}

/** Under the tables: everything that repeats the draws. */
export function drawnNote({ draws, replicates, seed, method }: Drawn): Sentence {
  return `${count(draws)} draws: ${replicates} replicates of ${count(draws / replicates)} ${methodWords[method]}, seed ${seed}. Standard errors come from the spread of the replicates.`
}

/** Where a number lies: its P50 and the interval around it. */
export interface Lies {
  readonly p5: Decimal
  readonly p50: Decimal
  readonly p95: Decimal
  /** With nothing drawn. */
  readonly run: Decimal | undefined
  readonly as: NumberKind
}

/** `EU14 …: in 38% of draws the gap in 2029-30 is closed; P50 +£0.3bn (P5 −£2.0bn to P95 +£2.9bn), 2025-26 prices.` */
export function gapHeadline(
  subject: string,
  gap: string,
  year: string,
  closed: {
    readonly percent: Decimal
    readonly draws: number
    readonly none: boolean
    readonly all: boolean
  },
  lies: Lies,
  prices: string,
): Sentence {
  const often: Parts = closed.none
    ? [`in none of ${count(closed.draws)} draws`]
    : closed.all
      ? [`in all ${count(closed.draws)} draws`]
      : ['in ', { value: closed.percent, as: 'percent' }, ' of draws']
  return [`${subject}: `, ...often, ` the ${gap} in ${year} is closed; `, ...liesWords(lies, true, prices)]
}

export function valueHeadline(subject: string, year: string, lies: Lies, prices: string): Sentence {
  return [`${subject} in ${year}: `, ...liesWords(lies, false, prices)]
}

export function fixedHeadline(subject: string, year: string): Sentence {
  return `${subject}: no range reaches the number of ${year}. That is no certainty: nothing it rests on is sampled.`
}

export function missingHeadline(subject: string, year: string, reason: string): Sentence {
  return `${subject}: no number in ${year} (${missingMeaning(reason)}).`
}

function liesWords({ p5, p50, p95, run, as }: Lies, plus: boolean, prices: string): Parts {
  const sign = plus ? { plus } : {}
  return [
    'P50 ',
    { value: p50, as, ...sign },
    ' (P5 ',
    { value: p5, as, ...sign },
    ' to P95 ',
    { value: p95, as, ...sign },
    prices === '' ? ')' : `), ${prices}`,
    ...(run === undefined ? [] : (['; with nothing drawn ', { value: run, as, ...sign }] as const)),
    '.',
  ]
}

/** What an interval leaves out, which is mostly more than it holds. */
export function notCovered(open: readonly string[]): Sentence {
  const also = open.length === 0 ? '' : `, nor ${open.join(', nor ')}`
  return `The intervals hold only what is drawn. They do not cover the choice of comparator and its nations, a change of plans, or errors in the published data${also}.`
}

export const bridgeNotSampled =
  'the bridge from GFCF to CDEL, which has no range here (its band is in "capgap run")'
export const splitNotSampled = 'the split between categories, which has no range here'
export const optimismNotSampled =
  'what a claim may cost beyond the amount it states (optimism bias), which has no range here'

export const positiveMeansShort =
  'A positive gap means short; "closed" is the share of draws in which the gap is 0 or less.'

export const quantileNote =
  'P5: 5% of draws are lower. P50 is the median. Each column is worked by itself: a row is no single draw.'

export const runNote = '"Run" is what "capgap run" gives: every assumption at its own value, none drawn.'

/** A standard error; of money under half a million, which would be written as nothing, that it is so small. */
function errorWords(se: Decimal, as: NumberKind, inMillions = false): Parts[number] {
  return as === 'money' && se.lessThan('0.5') ? 'under £1m' : { value: se, as, inMillions }
}

export function largestError(se: Decimal, as: NumberKind, percentOfChance: Decimal | undefined): Sentence {
  return [
    'Largest standard errors here: of a P50 ',
    errorWords(se, as),
    ...(percentOfChance === undefined
      ? []
      : ([', of "closed" ', { value: percentOfChance, as: 'percent' }] as const)),
    '.',
  ]
}

/** `As draws double, the P50 of 2029-30 …: 1,024 draws £312m ± £14m; …`: to the million, or it would not be seen to settle. */
export function convergenceNote(
  subject: string,
  year: string,
  steps: readonly { readonly draws: number; readonly p50: Decimal; readonly se: Decimal }[],
  as: NumberKind,
): Sentence {
  return [
    `As draws double, the P50 of ${year} with its standard error (${subject}): `,
    ...steps.flatMap(({ draws, p50, se }, index): Parts => [
      `${index === 0 ? '' : '; '}${count(draws)} draws `,
      { value: p50, as, inMillions: true },
      ' ± ',
      errorWords(se, as, true),
    ]),
    '.',
  ]
}

export function precisionReached(asked: Decimal, reached: Decimal): Sentence {
  return [
    'Drawing stopped when the standard error of every P50 was at most ',
    { value: asked, as: 'percent' },
    ' of the width from its P5 to its P95; the largest is ',
    { value: reached, as: 'percent' },
    '.',
  ]
}

export function failedNote(failed: number, draws: number): Sentence {
  return `In ${count(failed)} of ${count(draws)} draws a number could not be worked (a division by zero); it is left out of that number’s statistics.`
}

export const fixedMeaning = 'no range reaches this number: an interval without width is no certainty'

/** Titles and captions. */
export const sampledTitle = 'What is drawn'
export const sampledSubtitle = 'Assumptions with a range, and the reasons given for it'
export function shiftOfAllYears(range: string): string {
  return `${range}, added to every year alike`
}

/** The reason given for a range, and the id of its source, which is cited under the tables. */
export function because(why: string | undefined, source: string | undefined): string {
  const from = source === undefined ? 'No source given.' : `Source: ${source}.`
  return why === undefined ? `No reason given. ${from}` : `${why.replace(/\.$/, '')}. ${from}`
}

export function tiedNote(one: string, other: string, rank: Decimal): string {
  return `${one} and ${other} are tied: rank correlation ${rank.toFixed()}.`
}

export function unusedNote(names: readonly string[]): string {
  return `No number shown depends on ${names.join(', ')}.`
}

export function histogramTitle(figure: string, subject: string, year: string): string {
  return `${figure} in ${year}: ${subject}`
}

export function histogramSubtitle(draws: number, unit: string): string {
  return `Percent of ${count(draws)} draws by size, ${unit}`
}

export function fanTitle(figure: string, subject: string): string {
  return `${figure} by year: ${subject}`
}

export function fanSubtitle(unit: string): string {
  return `P5 to P95 (light), P10 to P90 (dark) and P50, ${unit}`
}

export const closedBelow = 'closed above, open below'
export const noGap = 'no gap'

/** What stands under a chart. */
export function chartSource(scenario: string, seed: number, others: readonly string[]): string {
  const more = others.length === 0 ? '' : ` Also simulated: ${others.join(', ')}; --benchmark draws another.`
  return `Source: capgap simulate ${scenario}, seed ${seed}; data as listed under Sources.${more}`
}

function named(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
