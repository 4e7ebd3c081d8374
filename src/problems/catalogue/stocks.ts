import type { Decimal } from '../../terms/decimal.ts'
import type { Sentence } from '../../terms/sentence.ts'

/** What stands over and under the tables of the capital stock and the maintenance backlog. */

export const stockTitle = 'capital stock and what it costs to hold'
export const stockScope = 'net capital stock of health, illustrative'

/** How the stock is worked, with the rate that infrastructure wears down at. */
export function stockRates(infrastructure: Decimal, digital: Decimal, other: Decimal): Sentence {
  return [
    'Stock of last year, less depreciation, plus spend. Depreciation a year: infrastructure ',
    { value: infrastructure, as: 'percent' },
    ' (the mix of structures and equipment that stand), digital ',
    { value: digital, as: 'percent' },
    ', other ',
    { value: other, as: 'percent' },
    '.',
  ]
}

export const stockOpening =
  'Opens with the UK’s net stock of human health at the end of 2023 (ONS, current replacement cost), shared by people and taken as money of 2023-24: England’s own is not published.'

export const newCapitalMeans =
  'New capital is what is spent from the first planned year on. Depreciation of older capital falls as it wears out and is not taken off; the dividend is on the mean of opening and closing capital of NHS trusts, so not on the category other.'

export const workersMean =
  'Health workers are doctors, nurses and midwives (WHO), at the UK’s number for each of its people; other staff are left out.'

export const backlogTitle = 'maintenance backlog'
export const backlogScope = 'maintenance backlog of NHS trusts'

export const backlogMeans =
  'Last year’s backlog grown with prices, plus what arises, less what is spent on it; never below nothing.'

/** The years behind what arises, the mean, its spread and its interval. */
export function arisingSentence(words: {
  readonly prices: string
  readonly years: string
  readonly count: number
  readonly mean: Decimal
  readonly deviation: Decimal
  readonly interval: readonly [Decimal, Decimal]
}): Sentence {
  const { prices, years, count, mean, deviation, interval } = words
  return [
    'What arises in a year, by history: mean ',
    { value: mean, as: 'money' },
    `, standard deviation `,
    { value: deviation, as: 'money' },
    ', 95% interval of the mean ',
    { value: interval[0], as: 'money' },
    ' to ',
    { value: interval[1], as: 'money' },
    `, ${prices} prices; ${count} years: ${years}.`,
  ]
}

/** `Years left out: 2004-05 to 2007-08 (returns were voluntary); 2019-20 (210 more sites …).` */
export function arisingLeftOut(
  years: readonly { readonly years: string; readonly reason: string }[],
): string {
  return `Years left out: ${years.map(({ years: span, reason }) => `${span} (${reason})`).join('; ')}.`
}

export const arisingReplaced = 'The scenario states another amount, which is used instead.'

export const arisingUnknown = 'Too few years have what is needed to estimate what arises.'

/** What is counted as investment that plans hold already. */
export function plannedCounted(reviewCounted: boolean): string {
  return reviewCounted
    ? 'Plans are taken to put £6bn a year into the backlog: all of the £30bn over five years that the Spending Review 2025 gave to maintenance and repair. That is generous: the last published investment was £1.4bn, in 2021-22. Try --set assumptions.backlog-planned=£1.4bn.'
    : 'Investment in the backlog that plans hold is what the scenario says, or the last that was published.'
}
