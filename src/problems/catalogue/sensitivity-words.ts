import type { Decimal } from '../../terms/decimal.ts'
import type { NumberInText, Sentence } from '../../terms/sentence.ts'

/** Sentences of the parts of `sensitivity` that move assumptions: one at a time, all at once, two together. */

/** Words and numbers of a sentence. */
export type SentenceParts = Exclude<Sentence, string>

/** The gap a part is about. */
export interface GapWords {
  /** The benchmark, with the category where it is not the total. */
  readonly title: string
  readonly id: string
  readonly year: string
  readonly category: string
  readonly prices: string
  readonly scope: string
}

export function gapSubtitle({ year, category, prices, scope }: GapWords): string {
  return `Gap in £bn, ${prices}, ${year}, ${category}, England, ${scope}; positive is short`
}

function money(value: Decimal): NumberInText {
  return { value, as: 'money', plus: true }
}

function named(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** Assumptions that a scenario ties together, where they are moved apart. */
export function tiedApart(pairs: readonly (readonly [string, string])[]): string {
  return `${named(pairs.map(([one, other]) => `${one} with ${other}`))} ${pairs.length === 1 ? 'is' : 'are'} correlated in the scenario and moved by ${pairs.length === 1 ? 'itself' : 'themselves'} here: what goes together may add up or cancel.`
}

/** More assumptions than this are counted and not named. */
const mostNamed = 10

export function noEffect(names: readonly string[]): string {
  return names.length > mostNamed
    ? `No effect on this gap: the ${names.length} other assumptions of "capgap scenario assumptions".`
    : `No effect on this gap: ${names.join(', ')}.`
}

export function shiftsOf(names: readonly string[]): string {
  return `${named(names)} ${names.length === 1 ? 'differs' : 'differ'} by year: what moves is a number added to every year alike.`
}

// The tornado.

export function tornadoTitle({ title, id }: GapWords): string {
  return `One assumption at a time: ${title} (${id})`
}

export interface WidestBar {
  readonly name: string
  readonly low: SentenceParts
  readonly high: SentenceParts
  readonly atLow: Decimal
  readonly atHigh: Decimal
}

export function tornadoHeadline(
  { title, year, prices }: GapWords,
  now: Decimal,
  widest: WidestBar | undefined,
): Sentence {
  if (widest === undefined)
    return [`${title}: no assumption with a range moves the gap in ${year}, `, money(now), ` in ${prices}.`]
  return [
    `${title}: the gap in ${year} (`,
    money(now),
    `, ${prices}) moves most with ${widest.name}: `,
    money(widest.atLow),
    ' at ',
    ...widest.low,
    ', ',
    money(widest.atHigh),
    ' at ',
    ...widest.high,
    '.',
  ]
}

export const tornadoColumns = {
  assumption: 'Assumption',
  low: 'From',
  high: 'To',
  atLow: 'Gap from',
  atHigh: 'Gap to',
  swing: 'Swing',
} as const

export const tornadoNote =
  'Every other assumption stays as the scenario has it; differences, never ratios. Swing is how far apart the two gaps are. A bar says nothing of how likely its ends are.'

export function endsNote(unbounded: readonly string[]): string {
  return unbounded.length === 0
    ? 'From and To are the ends of each range.'
    : `From and To are the ends of each range; of ${named(unbounded)}, which ${unbounded.length === 1 ? 'has' : 'have'} none, P5 and P95.`
}

export function tornadoChartTitle({ title, id }: GapWords): string {
  return `Tornado: ${title} (${id})`
}

export function chartNote(scenario: string): string {
  return `Source: capgap sensitivity ${scenario} --tornado; data as listed under Sources.`
}

export const noGap = 'no gap'
export const noSwing = 'there is no gap at one of the ends'

// Switching values.

export function switchingTitle({ title, id }: GapWords): string {
  return `Where the sign flips: ${title} (${id})`
}

/** An assumption and the values at which the sign flips. */
export interface Flips {
  readonly name: string
  readonly values: readonly SentenceParts[]
}

/** A stretch on which the gap is 0. */
export function nothingUntil(from: SentenceParts, until: SentenceParts): SentenceParts {
  return [...from, ' to ', ...until, ' (0 throughout)']
}

/** `The sign of the 2029-30 gap (−£0.1bn) flips at an underspend of 0.72%; no value of … in its range flips it.` */
export function switchingHeadline(
  { title, year }: GapWords,
  now: Decimal,
  flips: readonly Flips[],
  without: readonly string[],
): Sentence {
  const start = [`${title}: the sign of the ${year} gap (`, money(now), ') '] as const
  const none = `no value looked at of ${named(without)} flips it`
  if (flips.length === 0)
    return without.length === 0
      ? [...start, 'depends on no listed assumption.']
      : [...start, `is the same throughout: ${none}.`]
  const listed = flips.flatMap(({ name, values }, index): (string | NumberInText)[] => [
    `${index === 0 ? 'flips at ' : '; at '}${name} `,
    ...values.flatMap((value, each) => (each === 0 ? value : [' and ', ...value])),
  ])
  return [...start, ...listed, without.length === 0 ? '.' : `; ${none}.`]
}

export const switchingColumns = {
  assumption: 'Assumption',
  now: 'Now',
  low: 'From',
  high: 'To',
  atLow: 'Gap from',
  atHigh: 'Gap to',
  flips: 'Flips at',
} as const

export const noneInRange = 'none in range: from one end to the other the gap keeps its sign, or is 0'
export const differsByYear = 'no single number as it stands'
export const jumpsMeaning = 'passes 0 in a jump, without being 0'
export const untilMeaning = 'the gap is 0 from here to the next value'

export const switchingNote =
  'Found on the exact engine, every other assumption as the scenario has it; csv and json hold every digit.'

/** @param ranged whether some have a range; likewise the others */
export function searchedNote(
  ranged: readonly string[],
  possible: readonly string[],
  unbounded: readonly string[],
): string {
  const p5 = unbounded.length === 0 ? '' : ` (P5 to P95 of ${named(unbounded)})`
  return [
    ...(ranged.length === 0
      ? []
      : [`Looked at over the range the scenario writes${p5}: ${ranged.join(', ')}.`]),
    ...(possible.length === 0
      ? []
      : [`Over what the value can be, a wide convention and no judgement: ${possible.join(', ')}.`]),
  ].join(' ')
}

// Drivers by variance.

export function driversTitle({ title, id }: GapWords): string {
  return `Where the uncertainty comes from: ${title} (${id})`
}

export function driversSubtitle({ year, category, scope }: GapWords): string {
  return `Percent of the variance of the gap, ${year}, ${category}, England, ${scope}; 95% intervals`
}

export function driversHeadline(
  { title, year, prices }: GapWords,
  first: { readonly name: string; readonly total: Decimal; readonly alone: Decimal } | undefined,
  deviation: Decimal,
): Sentence {
  if (first === undefined) return `${title}: no range reaches the gap in ${year}, so that it has no variance.`
  return [
    `${title}: most of the uncertainty of the gap in ${year} (standard deviation `,
    { value: deviation, as: 'money' },
    `, ${prices}) comes from ${first.name}: `,
    { value: first.alone, as: 'percent' },
    ' of the variance alone, ',
    { value: first.total, as: 'percent' },
    ' with what it does together with others.',
  ]
}

export const driversColumns = {
  assumption: 'Assumption',
  first: 'Alone',
  firstLow: 'from',
  firstHigh: 'to',
  total: 'In total',
  totalLow: 'from',
  totalHigh: 'to',
} as const

export const indicesNote =
  'Alone (first-order index): the share of the variance that would go if this were known. In total (total index): the share that would stay if all else were known.'

export function sumNote(sum: Decimal, interactions: Decimal): Sentence {
  return [
    'Alone they add to ',
    { value: sum, as: 'percent' },
    ', at most 100% but for sampling error; the rest, ',
    { value: interactions, as: 'percent' },
    ', is what assumptions do together.',
  ]
}

export function drawnApart(pairs: readonly (readonly [string, string])[]): string {
  const tied =
    pairs.length === 0
      ? ''
      : ` So were ${named(pairs.map(([one, other]) => `${one} and ${other}`))}, which the scenario correlates: with their correlation shares would no longer add up.`
  return `Assumptions were drawn independently of one another.${tied}`
}

export interface DesignWords {
  readonly rows: string
  readonly replicates: number
  readonly evaluations: string
  readonly seed: number
  readonly without: number
}

export function designNote({ rows, replicates, evaluations, seed, without }: DesignWords): string {
  const left = without === 0 ? '' : ` ${without} rows without a number are left out.`
  return `${rows} rows in ${replicates} replicates of scrambled Sobol points, seed ${seed}; the gap was worked ${evaluations} times. Estimators: Saltelli and others (2010), table 2 (b) and, after Jansen (1999), (f); intervals: Student’s t on the spread of the replicates.${left}`
}

// Two-way grids.

export function gridTitle({ title, id }: GapWords, down: string, across: string): string {
  return `The gap over ${down} (down) and ${across} (across): ${title} (${id})`
}

export function gridHeadline(
  { title, year, prices }: GapWords,
  names: readonly [string, string],
  counts: { readonly positive: number; readonly all: number },
  ends: { readonly lowest: Decimal; readonly highest: Decimal } | undefined,
): Sentence {
  const start = `${title}: over ${names[0]} and ${names[1]} the gap in ${year} is positive in ${counts.positive} of ${counts.all} cells`
  return ends === undefined
    ? `${start}.`
    : [`${start}, from `, money(ends.lowest), ' to ', money(ends.highest), `, ${prices}.`]
}

export const gridCorner = 'down \\ across'

export const gridSigns = 'The sign of every gap is written: + is short, − is over.'
export const smallPositive = 'above 0, though it rounds to it'
export const smallNegative = 'below 0, though it rounds to it'

export function evenSteps(name: string, over: 'ends' | 'p5-p95' | 'possible'): string {
  const what =
    over === 'ends' ? 'its range' : over === 'p5-p95' ? 'P5 to P95 of its range' : 'what its value can be'
  return `${name}: even steps over ${what}.`
}
