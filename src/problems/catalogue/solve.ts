import type { NumberInText, Sentence } from '../../terms/sentence.ts'
import type { Place, Problem } from '../problem.ts'
import { missingMeaning } from './report.ts'

/** Sentences of `solve`: how a target is written, and what was found. */

function wrong(code: string, place: Place, found: string, advice: string): Problem {
  return { code, severity: 'error', place, found, advice }
}

const example = '"gap.total[eu14] = 0 in 2029-30"'

export function forSyntax(place: Place, expected: string): Problem {
  return wrong('for-syntax', place, `${expected} is expected here`, `Write for example: --for ${example}`)
}

/** A word of the target that the model does not know. */
export function unknownWord(
  place: Place,
  what: string,
  word: string,
  known: readonly string[],
  near: string | undefined,
): Problem {
  const list = `Known: ${known.join(', ')}`
  return wrong(
    'unknown-word',
    place,
    `There is no ${what} "${word}"`,
    near === undefined ? list : `Did you mean "${near}"? ${list}`,
  )
}

export function needsBenchmark(place: Place, figure: string, known: readonly string[]): Problem {
  return wrong(
    'needs-benchmark',
    place,
    `"${figure}" is worked against a benchmark, and the scenario has ${known.length === 0 ? 'none' : 'several'}`,
    known.length === 0
      ? 'Add a benchmark to the scenario, or solve for another figure'
      : `Name one in square brackets: ${figure}[${known[0] ?? ''}]. Known: ${known.join(', ')}`,
  )
}

export function takesNo(place: Place, figure: string, what: 'category' | 'benchmark'): Problem {
  return wrong('takes-no', place, `"${figure}" has no ${what}`, `Leave the ${what} out`)
}

export function badTarget(place: Place, text: string, unit: string): Problem {
  const write =
    unit === 'GBP million'
      ? 'Write money as £2bn, £450m or -£300m, or 0'
      : unit.startsWith('percent')
        ? 'Write a percentage, for example 0.1%, or 0'
        : unit === 'GBP per person'
          ? 'Write pounds, for example £25, or 0'
          : 'Write a number, for example 1.05'
  return wrong('bad-target', place, `"${text}" is no value of a figure in ${unit}`, write)
}

export function targetPrices(place: Place, named: string, printed: string): Problem {
  return wrong(
    'target-prices',
    place,
    `The target names ${named} prices and the scenario prints ${printed} ones`,
    `Leave the prices out, or add --prices ${named}`,
  )
}

export function badYear(place: Place, text: string): Problem {
  return wrong('bad-year', place, `"${text}" is not a financial year`, 'Write a year such as 2029-30')
}

export function yearOutside(place: Place, text: string, years: string): Problem {
  return wrong(
    'year-outside',
    place,
    `The scenario does not report ${text}`,
    `Write a year within ${years}, or change it with --set "years=…"`,
  )
}

export function keySyntax(place: Place): Problem {
  return wrong(
    'vary-key',
    place,
    '"--vary" takes the dotted key of one number of the scenario',
    'Write for example --vary measures.uplift.amount, and its bounds with --between £0bn..£20bn',
  )
}

/** What a scenario refuses at a bound; where it is the key or the bound itself, it stands at `--vary`, as it was written. */
export function boundInvalid(problem: Problem, bound: string): Problem {
  const { place } = problem
  const found = `${problem.found} (at the bound ${bound})`
  if (place?.file !== '--set' || place.excerpt?.endsWith(`=${bound}`) !== true) return { ...problem, found }
  return { ...problem, found, place: { ...place, file: '--vary', line: 1 } }
}

/** What was asked for, in words: `gap.total[eu14] in 2029-30`. */
interface Asked {
  readonly key: string
  readonly from: string
  readonly to: string
  readonly figure: string
  readonly target: string
}

/** @param closest `level` where the figure comes to the same at every value of the key */
export function noSolution(
  { key, from, to, figure, target }: Asked,
  closest: { readonly value: string; readonly reached: string; readonly level: boolean } | undefined,
  jumps: readonly string[],
  missing: readonly string[],
): Problem {
  const reasons = missing.map(missingMeaning).join('; ')
  const passed =
    jumps.length === 0 ? '' : ` It passes ${target} in a jump at ${jumps.join(', ')}, without being it.`
  return {
    code: 'no-solution',
    severity: 'error',
    found: `No ${key} between ${from} and ${to} brings ${figure} to ${target}`,
    advice:
      closest === undefined
        ? `The figure has no value anywhere between them: ${reasons}`
        : closest.level
          ? `It comes to ${closest.reached} whatever ${key} is there. Vary a key that it rests on; "capgap explain" shows what that is`
          : `The closest is ${closest.value}, which brings it to ${closest.reached}.${passed} Widen --between, or vary another key`,
  }
}

/** A number in a sentence, or its words where it is written as a scenario does. */
type Said = NumberInText | string

/** A question answered: what varied, what was asked of which figure, and in which prices. */
interface Answered {
  readonly key: string
  readonly figure: string
  readonly target: Said
  readonly prices: string | undefined
}

export function solvedHeadline(
  { key, figure, target, prices }: Answered,
  value: Said,
  now: string,
): Sentence {
  return [
    `${key} = `,
    value,
    now === '' ? ' brings ' : ` (now ${now}) brings `,
    `${figure} to `,
    target,
    inPrices(prices),
  ]
}

export function solvedSeveral({ key, figure, target, prices }: Answered, values: readonly Said[]): Sentence {
  const list = values.flatMap((value, index): Said[] => (index === 0 ? [value] : [', ', value]))
  return [`${figure} comes to `, target, ` at ${values.length} values of ${key}: `, ...list, inPrices(prices)]
}

export function solvedStretch({ key, figure, target, prices }: Answered, from: Said, to: Said): Sentence {
  return [`${figure} comes to `, target, ` at every ${key} from `, from, ' to ', to, inPrices(prices)]
}

function inPrices(prices: string | undefined): string {
  return prices === undefined ? '.' : prices === 'nominal' ? ', money of the day.' : `, ${prices} prices.`
}

export function variedLabel(key: string, unit: string, prices: string | undefined): string {
  const words = unit === 'GBP million' ? '£bn' : unit === 'percent' ? '%' : unit
  return prices === undefined
    ? `${key}, ${words}`
    : `${key}, ${words}, ${prices === 'nominal' ? 'money of the day' : `${prices} prices`}`
}

export function figureLabel(figure: string, unit: string, prices: string | undefined): string {
  const words = unit === 'GBP million' ? '£bn' : unit === 'GBP per person' ? '£' : unit
  return prices === undefined
    ? `${figure}, ${words}`
    : `${figure}, ${words}, ${prices === 'nominal' ? 'money of the day' : `${prices} prices`}`
}

export const solveSubtitle =
  'What varied and the figure it is for, now and at what was found; England, financial years'

export const noFigureNow = 'the figure has no value as the scenario stands'

export const notUnique = 'More than one value in the range reaches the target: choose by other means.'

export function searched(from: string, to: string, evaluations: number): string {
  return `Searched from ${from} to ${to}, on the exact engine: the figure was worked at ${evaluations} values, closer together where it bends near the target.`
}

export const uniqueAnswer = 'No other value in the range reaches the target.'

/** @param low where the target is reached under the lowest bridge, if it is reached within the bounds; likewise high */
export function acrossBand(low: Said | undefined, high: Said | undefined): Sentence {
  const none = 'no value within the bounds'
  return [
    'Under the lowest bridge the same target needs ',
    low ?? none,
    ', under the highest ',
    high ?? none,
    '.',
  ]
}

export function useIt(set: string): string {
  return `To use it: --set "${set}"`
}
