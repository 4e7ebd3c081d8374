import type { NumberInText, Sentence } from '../../terms/sentence.ts'
import type { Problem } from '../problem.ts'
import { missingMeaning } from './report.ts'

/** Sentences of `solve` with two keys: what was found, and what was not. */

/** `measures.a.amount = £1bn and measures.b.amount = £2bn`. */
export function pairInWords(pair: readonly (readonly [key: string, text: string])[]): string {
  return pair.map(([key, text]) => `${key} = ${text}`).join(' and ')
}

interface AskedOfTwo {
  readonly keys: readonly { readonly key: string; readonly from: string; readonly to: string }[]
  readonly targets: readonly (readonly [figure: string, target: string])[]
  readonly budget: string | undefined
}

interface NearlyInWords {
  readonly closest:
    | { readonly pair: string; readonly cost: string | undefined; readonly reached: readonly string[] }
    | undefined
  readonly beyond: string | undefined
  readonly cheapest: { readonly pair: string; readonly cost: string } | undefined
  /** Figures that come to the same at every pair, and what that is. */
  readonly still: readonly (readonly [figure: string, reached: string])[]
  readonly inStep: boolean
  readonly unspendable: boolean
  readonly looked: number
  readonly missing: readonly string[]
}

export function noPair({ keys, targets, budget }: AskedOfTwo, nearly: NearlyInWords): Problem {
  const { closest, beyond, cheapest, still, inStep, unspendable, looked, missing } = nearly
  const ranges = keys.map(({ key, from, to }) => `${key} between ${from} and ${to}`).join(' and ')
  const wanted = targets.map(([figure, target]) => `${figure} to ${target}`).join(' and ')
  const within = budget === undefined ? '' : ` within the budget ${budget}`
  const parts: string[] = []
  if (closest !== undefined && still.length === 0) {
    const cost = closest.cost === undefined ? '' : ` (${closest.cost} by the budget)`
    parts.push(
      `The closest of ${looked} pairs looked at is ${closest.pair}${cost}, which brings ${targets.length === 1 ? 'it' : 'them'} to ${closest.reached.join(' and ')}.`,
    )
  }
  if (unspendable) parts.push('No pair between the bounds comes to such a sum.')
  if (still.length > 0) {
    const each = still.map(([figure, reached]) => `${figure} comes to ${reached}`).join(' and ')
    parts.push(
      `${each} whatever the keys are there. Vary keys that it rests on; "capgap explain" shows what they are`,
    )
  } else if (closest === undefined && missing.length > 0)
    parts.push(`A figure has no value at any pair looked at: ${missing.map(missingMeaning).join('; ')}`)
  else if (inStep)
    parts.push(
      'Both figures move in step as these keys vary: replace one target by a --budget, or vary another key',
    )
  else if (beyond !== undefined) parts.push(`Beyond the bounds, ${beyond} would meet both: widen --between`)
  else if (cheapest !== undefined)
    parts.push(
      `Without the budget the cheapest is ${cheapest.pair}, which comes to ${cheapest.cost}: change the budget, or the target`,
    )
  else parts.push('Widen --between, or vary other keys')
  return {
    code: 'no-solution',
    severity: 'error',
    found: `No ${ranges}${within} ${targets.length === 1 ? 'bring' : 'together bring'} ${wanted}`,
    advice: parts.join(' '),
  }
}

/** A number in a sentence, or its words where it is written as a scenario does. */
type Said = NumberInText | string
type SaidPair = readonly (readonly [key: string, value: Said])[]

/** What was asked of which figures, and in which prices. */
interface AnsweredTwo {
  readonly targets: readonly (readonly [figure: string, target: Said])[]
  readonly prices: string | undefined
}

export function metTogether({ targets, prices }: AnsweredTwo, pair: SaidPair, more: number): Sentence {
  return [
    ...pairSaid(pair),
    ' bring ',
    ...joined(targets.map(([figure, target]): Said[] => [`${figure} to `, target])),
    inPrices(prices),
    ...(more === 0 ? [] : [` So do ${more} other pairs, in the table.`]),
  ]
}

export function metByMany(answered: AnsweredTwo, pair: SaidPair): Sentence {
  return [
    ...metTogether(answered, pair, 0),
    ' So do many other pairs, in a line or an area: this is one of them, and a --budget in place of one target would choose.',
  ]
}

export function metWithin(
  { targets, prices }: AnsweredTwo,
  pair: SaidPair,
  cost: Said,
  budget: string,
): Sentence {
  const [[figure, target] = ['', '']] = targets
  return [
    `${figure} comes to `,
    target,
    prices === undefined ? '' : prices === 'nominal' ? ', money of the day,' : `, ${prices} prices,`,
    ' with ',
    ...pairSaid(pair),
    ', which come to ',
    cost,
    ` by the budget ${budget}.`,
  ]
}

/** How other answers lie to the one just told. */
export function otherAnswers(lie: string, level: boolean, to: SaidPair | undefined): Sentence {
  const cheapest = level ? 'All come to the same sum.' : 'That is the cheapest by the budget’s own sum.'
  switch (lie) {
    case 'point':
      return 'No other pair within the bounds and the budget was found to do so.'
    case 'points':
      return `So do the other pairs in the table. ${cheapest}`
    case 'line':
      return to === undefined
        ? cheapest
        : [`So does a line of pairs, from there to `, ...pairSaid(to), `. ${cheapest}`]
    case 'lines':
      return `So do several lines of pairs, whose ends stand in the table. ${cheapest}`
    case 'loop':
      return `So does a closed line of pairs. ${cheapest}`
    default:
      return 'So does a whole area of pairs, of which this is the cheapest on the bounds, by the budget’s own sum.'
  }
}

export function searchedTwo(ranges: readonly string[], evaluations: number, parts: number): string {
  return `Searched ${ranges.join(' and ')}, on the exact engine: worked at ${evaluations} pairs, a grid of ${parts} by ${parts} parts over both ranges and closer together where an answer is near. What bends back within one of those parts is not seen.`
}

export const noOtherPair = 'No other pair in the range was found to reach both targets.'
export const otherPairs = 'More than one pair in the range reaches the targets: choose by other means.'
export const bandOfTwo =
  'This rests on the bridge: ask the same of gap-low and gap-high for what its lowest and highest value need.'
export const twoSubtitle =
  'What varied and what it is for, now and at what was found; England, financial years'
export const noCostNow = 'the keys do not both hold such a number now'

export function costLabel(budget: string, unit: string, prices: string | undefined): string {
  const words = unit === 'GBP million' ? '£bn' : unit === 'percent' ? '%' : unit
  const sum = budget.split(/ <?= /)[0] ?? budget
  return prices === undefined
    ? `${sum}, ${words}`
    : `${sum}, ${words}, ${prices === 'nominal' ? 'money of the day' : `${prices} prices`}`
}

function pairSaid(pair: SaidPair): Said[] {
  return joined(pair.map(([key, value]): Said[] => [`${key} = `, value]))
}

function joined(parts: readonly Said[][]): Said[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [' and ', ...part]))
}

function inPrices(prices: string | undefined): string {
  return prices === undefined ? '.' : prices === 'nominal' ? ', money of the day.' : `, ${prices} prices.`
}
