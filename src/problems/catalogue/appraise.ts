import type { Decimal } from '../../terms/decimal.ts'
import type { Sentence } from '../../terms/sentence.ts'
import type { Problem } from '../problem.ts'

/** Sentences of `appraise`: what is refused, and what stands beside present values. */

export function nominalFlows(scenario: string, year: string): Problem {
  return {
    code: 'nominal-flows',
    severity: 'error',
    found: `${scenario} prints money of the day, and discount rates are real: discounting nominal flows would count inflation twice`,
    advice: `Appraise in the prices of one year: --prices ${year}, or write "prices: ${year}" in the scenario`,
  }
}

export function unknownVintage(value: string, known: readonly string[], near: string | undefined): Problem {
  return {
    code: 'unknown-choice',
    severity: 'error',
    found: `"--vintage" knows no "${value}"`,
    advice: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known.join(', ')}; discount-rates in a folder of --data adds others`,
  }
}

export function noSchedule(vintage: string, schedule: string): Problem {
  return {
    code: 'no-schedule',
    severity: 'error',
    found: `the vintage ${vintage} has no ${schedule} schedule`,
    advice: 'Name another with --schedule, or another vintage with --vintage',
  }
}

export function spansWithGaps(vintage: string, schedule: string, at: string): Problem {
  return {
    code: 'spans-with-gaps',
    severity: 'error',
    found: `the ${schedule} schedule of ${vintage} does not run on from one span to the next at "${at}"`,
    advice: 'Let the first span begin at year 0 and each other one in the year after the one before ends',
  }
}

export function badHorizon(text: string): Problem {
  return {
    code: 'bad-horizon',
    severity: 'error',
    found: `"${text}" is not a number of years to look ahead`,
    advice: 'Write a whole number of years after year 0, from 1 to 150: --horizon 60',
  }
}

export function horizonTooFar(last: number): Problem {
  return {
    code: 'horizon-too-far',
    severity: 'error',
    found: `the appraisal would end in ${last}, and years are held to 2199`,
    advice: 'Shorten --horizon or begin earlier with --base-year',
  }
}

export function yearsEndBefore(base: string): Problem {
  return {
    code: 'years-end-before',
    severity: 'error',
    found: `the scenario reports no year after ${base}, year 0 of the appraisal`,
    advice: 'Say how far to look with --horizon, for example: --horizon 10',
  }
}

export const appraiseLabels = {
  capital: 'Capital',
  measure: 'Measure',
  oneOff: 'Day-to-day cost, one-off',
  recurring: 'Day-to-day cost, recurring',
  cost: 'All costs',
  requirement: 'Requirement',
  gap: 'Gap',
  undiscounted: 'Undiscounted',
  presentValue: 'Present value',
  annual: 'A year',
  withBias: 'With optimism bias',
  lower: 'Lower rates',
  factor: 'Factor',
  year: 'Year',
  ordinal: 'No.',
  input: 'Input',
  range: 'Low … high',
  now: 'Now',
  atLow: 'Low',
  atHigh: 'High',
  flips: 'Flips at',
} as const

export function summaryTitle(title: string): string {
  return `${title}: appraisal`
}

export function flowsTitle(): string {
  return 'Year by year'
}

/** @param biased whether the gap it moves is the one with optimism bias */
export function sensitivityTitle(subject: string, biased: boolean): string {
  return `One at a time: present value of the gap${biased ? ' with optimism bias' : ''}, ${subject}`
}

export function appraiseSubtitle(prices: string): string {
  return `£bn, ${prices} prices, real, England`
}

export function appraiseHeadline(
  title: string,
  cost: Decimal,
  at: { readonly prices: string; readonly base: string; readonly years: number; readonly rate: string },
): Sentence {
  return [
    `${title}: what its measures cost has a present value of `,
    { value: cost, as: 'money' },
    ` in ${at.base} (${at.years} years from then on, ${at.prices} prices, ${at.rate}).`,
  ]
}

export function noMeasuresHeadline(
  title: string,
  at: { readonly prices: string; readonly base: string; readonly years: number; readonly rate: string },
): string {
  return `${title} has no measures, so only its gaps are appraised (${at.years} years from ${at.base}, ${at.prices} prices, ${at.rate}).`
}

export const notAdopted = 'recommended, not adopted'

/** @param values `biased` is the central value with the optimism bias that the scenario sets */
export function gapHeadline(
  subject: string,
  values: {
    readonly central: Decimal
    readonly low: Decimal
    readonly high: Decimal
    readonly biased?: Decimal | undefined
  },
): Sentence {
  const { central, low, high, biased } = values
  const money = (value: Decimal) => ({ value, as: 'money', plus: true }) as const
  const span = low.equals(high) ? [] : [' (', money(low), ' to ', money(high), ' across the bridge band)']
  const raised = biased === undefined ? [] : [', ', money(biased), ' with optimism bias']
  return [`${subject}: the gap has a present value of `, money(central), ...span, ...raised, '.']
}

export function gapWithoutValue(subject: string, reason: string): string {
  return `${subject}: no present value of the gap (${reason}).`
}

export const financialOnly =
  'The present value of a gap is financial: money between what is spent and what a benchmark says. It is no social cost of having too little, nor a benefit of closing it.'

export function ratesNote(vintage: string, schedule: string, adopted: boolean): string {
  const label = adopted ? '' : ` (${notAdopted})`
  return `Discount rates: ${vintage}${label}, ${schedule} schedule, real; year 0 has factor 1 and factors multiply year by year.`
}

export const rateMadeOf =
  'Its 3.5% of the first thirty years is 0.5% time preference + 1.0% risk + 1 × 2.0% growth of consumption ("capgap explain discount-rate").'

export const healthIsForEffects =
  'The health schedule is for health effects; costs are discounted at the standard one.'

export const annualMeans =
  'A year: the even yearly amount, in every year but year 0, that has the same present value. The columns to its right are present values.'

export const noTaxUplift =
  'No general uplift is made for the burden of taxes: the Green Book of 2026 sets none.'

export const biasSet =
  'With optimism bias: as the scenario sets it. It raises the capital of measures and costed requirements; the other columns are as things were said to cost.'

export function biasLeavesOut(category: string): string {
  return `The scenario sets no optimism bias for ${category}, so its measures are not raised; to raise them, write "${category}: {type: …}" under "optimism-bias" as well.`
}

export const biasUsual =
  'The scenario sets no optimism bias. With it: digital at the upper bound of equipment and development (200%), nothing managed; write "optimism-bias" in the scenario to say otherwise.'

export const lowerRateTest =
  'Beyond 50 years the lower rates are a test that is always shown beside the headline.'

export const yearsWithout = 'A gap adds up over the years in which its benchmark has a requirement.'

export const someYearsShown = 'The first ten years and every tenth; csv has every year.'

export function variedWord(name: string): string {
  const words: Readonly<Record<string, string>> = {
    'discount-rate': 'Discount rate, added to every year’s',
    underspend: 'Underspend',
    'after-plans': 'Real growth after the plans',
    'measures-cost': 'Money of the measures, × what is written',
  }
  return words[name] ?? name
}

/** That nothing flips is an answer. */
export function noneInRange(): string {
  return 'none in range'
}

export function gapOf(subject: string): string {
  return `Gap to: ${subject}.`
}

export function severalFlips(at: string, more: number): string {
  return more === 0 ? at : `${at} and ${more} more`
}

export const switchingMeans =
  'Flips at: where the present value of the gap changes its sign, all else as it is; found on exact numbers. One input moves at a time.'

export function sensitivityOf(benchmark: string, others: boolean): string {
  return others
    ? `Worked for the benchmark ${benchmark}; --benchmark names another.`
    : `Worked for the benchmark ${benchmark}.`
}
