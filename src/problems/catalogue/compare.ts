import type { Decimal } from '../../terms/decimal.ts'
import type { Sentence } from '../../terms/sentence.ts'
import type { Problem } from '../problem.ts'

/** Sentences of `compare`: inputs that differ, results side by side, differences credited to inputs. */

export function oneScenarioOnly(name: string | undefined): Problem {
  return {
    code: 'one-scenario-only',
    severity: 'error',
    found: '"compare" sets scenarios side by side, and needs two or more',
    advice: `Write for example: capgap compare current-plans ${name === undefined || name === 'current-plans' ? 'ten-percent-2035' : name}`,
  }
}

export function noCommonYears(): Problem {
  return {
    code: 'no-common-years',
    severity: 'error',
    found: 'the scenarios report no year in common',
    advice: 'Name the years to compare: --years "2025-26 to 2029-30"',
  }
}

export function badSeed(text: string): Problem {
  return {
    code: 'bad-seed',
    severity: 'error',
    found: `"${text}" is not a seed`,
    advice: 'Write a whole number from 0 to 4294967295: --seed 1',
  }
}

/** The same scenario name from two files: the second is told apart by its place in the command. */
export function nameAgain(name: string, place: number): string {
  return `${name} (${place})`
}

export const notInScenario = 'not in this scenario'

/** What is asked of two scenarios, in one sentence: how spend differs and by what. */
export function compareHeadline(
  words: { readonly second: string; readonly first: string; readonly figure: string; readonly at: string },
  values: { readonly first: Decimal; readonly second: Decimal; readonly change: Decimal },
): Sentence {
  const { first, second, change } = values
  const from = { value: first, as: 'money' } as const
  const to = { value: second, as: 'money' } as const
  if (change.isZero())
    return [
      `${words.second} against ${words.first}: ${words.figure} is the same, `,
      from,
      `, in ${words.at}.`,
    ]
  return [
    `${words.second} against ${words.first}: ${words.figure} differs by `,
    { value: change, as: 'money', plus: true },
    ' (from ',
    from,
    ' to ',
    to,
    `) in ${words.at}.`,
  ]
}

export function noHeadline(second: string, first: string, figure: string, reason: string): string {
  return `${second} against ${first}: ${figure} cannot be compared (${reason}).`
}

/** How many inputs differ, and whether any of them moves a number here. */
export function inputsDiffer(second: string, first: string, inputs: readonly string[]): string {
  if (inputs.length === 0) return `${second} and ${first} differ in no input that a number is worked from.`
  const count = inputs.length === 1 ? 'one input' : `${inputs.length} inputs`
  const more = inputs.length > 6 ? ` and ${inputs.length - 6} more` : ''
  return `${second} differs from ${first} in ${count}: ${inputs.slice(0, 6).join('; ')}${more}.`
}

export const compareLabels = {
  inputs: 'Inputs that differ',
  results: 'Side by side',
  credit: 'What made the difference',
  input: 'Input',
  difference: 'Difference',
  percent: 'Difference, %',
  stacked: 'Stacked',
  reverse: 'Reverse',
  shapley: 'Order-free',
  error: 'Standard error',
  residual: 'Residual',
} as const

/** `Difference: ten-percent-2035 less current-plans`, where several scenarios are compared. */
export function differenceOfTwo(label: string, second: string, first: string): string {
  return `${label}: ${second} less ${first}`
}

export function inputsSubtitle(): string {
  return 'Each with the line that says it; a key that no scenario sets is not listed'
}

export const sameValueNote =
  'A value without a line is at its default. Titles, reasons, sources and ranges differ without being listed here; csv has them (--show inputs).'

export function resultsSubtitle(prices: string, unit: string): string {
  return unit === '£bn' ? `£bn, ${prices}, financial years, England` : `${unit}, financial years`
}

export function percentMeans(first: string): string {
  return `Percentages are of the size of the number under ${first}.`
}

export const againstTheFirst =
  'Each scenario is set against the first; to compare two others, name them first and second.'

export function nothingDiffers(lines: readonly string[]): string {
  return `The same in every scenario and year shown, and left out here: ${lines.join('; ')}.`
}

export function onlyInSome(lines: readonly string[]): string {
  return `No two scenarios have these in the same year: ${lines.join('; ')}.`
}

export function pricesRebased(name: string, own: string, used: string): string {
  const words = (basis: string) => (basis === 'nominal' ? 'money of the day' : `${basis} prices`)
  return `${name} prints ${words(own)}; here it is put into ${words(used)}, those of the first scenario, so that no difference is one of prices alone.`
}

export function economiesDiffer(economies: readonly string[]): string {
  return `Each scenario is put into these prices by the deflator of its own economy (${economies.join(', ')}); what that changes is credited to the input "economy".`
}

export function yearsInCommon(years: string): string {
  return `Years that every scenario reports: ${years}; --years shows others.`
}

export function scopesDiffer(): string {
  return 'One baseline is the whole capital budget and the other NHS capital only: their numbers stand side by side and are not subtracted.'
}

export function creditSubtitle(prices: string): string {
  return `£bn, ${prices}; each column adds up to the difference`
}

export const stackedMeans =
  'Stacked: inputs change one after the other in the order of a scenario file, each credited with what its change made then. Reverse: from the last to the first. Order-free (Shapley): the mean over every order in which they might change.'

export const creditWhole =
  'A measure is one input, and so is a benchmark, an assumption, the baseline or the split: it is taken over whole or not at all. Inputs that move nothing are left out here.'

export function tiedInputs(names: readonly string[]): string {
  return `Taken together, because a scenario may say such a thing in one place only: ${names.join('; ')}.`
}

export function sampledOrders(pairs: number, seed: number): string {
  return `Too many inputs differ to work every mix of them: order-free credits are the mean of ${pairs} sampled orders and their reverses (seed ${seed}), with the standard error of that mean.`
}

export function creditHeading(figure: string, subject: string, year: string): string {
  return `${[figure, subject].filter((each) => each !== '').join(', ')}, ${year}`
}

export function bandElsewhere(): string {
  return 'No band is shown here: whether a gap is short or above is for "capgap run" to say. A gap may be next to nothing, so its change in percent is left to csv.'
}
