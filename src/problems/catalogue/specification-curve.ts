import type { Decimal } from '../../terms/decimal.ts'
import type { Sentence } from '../../terms/sentence.ts'

/** Sentences of `sensitivity --curve`: what each choice is, why it can be defended, and what the curve shows. */

/** What stands over a dimension, and why each of its choices can be defended. */
export const dimensionWords: Readonly<Record<string, { readonly label: string; readonly why: string }>> = {
  group: {
    label: 'Group',
    why: 'Every group of nations in the data: published lists of peers (Health Foundation), and the memberships that claims are made about. Groups that come to the same nations count once.',
  },
  weighting: {
    label: 'Weighting',
    why: 'A plain mean treats nations as examples, GDP weights treat their money as one, the median sets aside the ends, the highest quarter asks what leaders do.',
  },
  nations: {
    label: 'Nations',
    why: 'Those with every year of the window compare like with like over time; those with the year at hand use all there is.',
  },
  window: {
    label: 'Window',
    why: 'The decade the Health Foundation compared, the five years before Covid-19 that are held anyway, and the one year it showed in 2019. Covid years are left out; by asset most nations have 2020 alone.',
  },
  'left-out': {
    label: 'Left out',
    why: 'Any one nation, where three or more remain: a result that hangs on one is not about the group.',
  },
  bridge: {
    label: 'Bridge',
    why: 'Budget per pound of national-accounts investment: mean of six yearly ratios, ratio of the six-year means, or any one of the years, for nothing says which of them the future resembles.',
  },
  leases: {
    label: 'Leases',
    why: 'IFRS 16 leases are in the budget and not in national accounts; their size is not published in our data. Not counted, or at an end of the range that the scenario writes.',
  },
  underspend: {
    label: 'Underspend',
    why: 'Plans spent in full, or missed as in 2015-16 (1.6%), 2017-18 (6%) or 2010-11 to 2012-13 (12%).',
  },
  economy: { label: 'Economy', why: 'Each vintage of the deflator in the data.' },
  split: {
    label: 'Split',
    why: 'Both presets: England publishes no split of its capital, trusts’ accounts and national accounts disagree.',
  },
}

const choiceLabels: Readonly<Record<string, string>> = {
  simple: 'plain mean',
  gdp: 'weighted by GDP',
  median: 'median',
  'top-quartile': 'highest quarter',
  complete: 'with every year',
  available: 'with the year',
  none: 'no nation',
  'mean-of-ratios': 'mean of ratios',
  'ratio-of-means': 'ratio of means',
  'as-the-scenario-says': 'as in scenario',
  'health-foundation-2019': 'HF 2019',
  'health-foundation-2019-stock': 'HF 2019, stock',
  'trust-accounts': 'trust accounts',
  'national-accounts': 'nat. accounts',
}

/** A choice as people read it; groups, nations, years and amounts are what they are called. */
export function choiceLabel(name: string): string {
  return choiceLabels[name] ?? name
}

/** Where the curve is cut: year, category, prices. */
export interface CurveStanding {
  readonly title: string
  readonly year: string
  readonly category: string
  readonly prices: string
}

export function curveHeadline(
  { title, year, category, prices }: CurveStanding,
  counts: { readonly combinations: Decimal; readonly percent: Decimal },
  gaps: { readonly lowest: Decimal; readonly median: Decimal; readonly highest: Decimal },
): Sentence {
  return [
    `${title}: the gap${category === 'total' ? '' : ` on ${category}`} in ${year} is positive in `,
    { value: counts.percent, as: 'percent' },
    ' of ',
    { value: counts.combinations, as: 'number' },
    ' defensible combinations of choices (a share of choices, not a probability): median ',
    { value: gaps.median, as: 'money', plus: true },
    ', from ',
    { value: gaps.lowest, as: 'money', plus: true },
    ' to ',
    { value: gaps.highest, as: 'money', plus: true },
    `, ${prices}.`,
  ]
}

/** A choice, and the percentage of its combinations in which the gap is positive. */
export interface ChoiceShare {
  readonly choice: string
  readonly percent: Decimal
}

export function movesSignMost(
  dimension: string,
  { least, most }: { readonly least: ChoiceShare; readonly most: ChoiceShare },
  flipped: Decimal,
): Sentence {
  return [
    `What moves the sign most: ${dimension}. The gap is positive in `,
    { value: least.percent, as: 'percent' },
    ` of combinations with ${least.choice} and in `,
    { value: most.percent, as: 'percent' },
    ` with ${most.choice}; where nothing else changes, it changes the sign in `,
    { value: flipped, as: 'percent' },
    ' of cases.',
  ]
}

export function firstChoices(gap: Decimal): Sentence {
  return [
    'At the first choice of each, what the scenario and the model take by default, it is ',
    { value: gap, as: 'money', plus: true },
    '.',
  ]
}

export const movesTitle = 'What moves the sign'
export const choicesTitle = 'Share of combinations with a positive gap, by choice'
export const reasonsTitle = 'What is varied, and why each choice can be defended'
export const chartTitle = 'Specification curve: the gap under every combination, in ascending order'

export function curveSubtitle({ year, category, prices }: CurveStanding): string {
  return `Gap in £bn, ${prices}, ${year}, ${category}, England, capital budget (CDEL); positive is short`
}

export function movesSubtitle(): string {
  return 'Percent of combinations; spread: highest less lowest share, in percentage points; flips: cases where this choice alone changes the sign'
}

export function reasonsSubtitle(): string {
  return 'First choices first: they are those of the scenario or the default of the model'
}

export const columnLabels = {
  dimension: 'Choice of',
  choices: 'Choices',
  least: 'Lowest',
  most: 'Highest',
  spread: 'Spread',
  flips: 'Flips',
  choice: 'Choice',
  combinations: 'Combinations',
  positive: 'Positive, %',
  median: 'Median, £bn',
  why: 'Why',
} as const

export function countedOnce(
  repeated: number,
  withoutData: number,
  same: readonly (readonly [group: string, as: string])[],
): string {
  const groups = same.map(([group, as]) => `${group} is ${as}`).join(', ')
  const named = groups === '' ? '' : ` (${groups})`
  const without = withoutData === 0 ? '' : ` ${withoutData} have a year without any nation and are left out.`
  return `Comparators that come to the nations, weights and years of another count once: ${repeated} more were found${named}.${without}`
}

export const equalWeight =
  'Every combination counts the same, though some choices are better founded than others: read the shares as how far the sign depends on choices, not as how likely it is.'

export const bySetsNote =
  'Combinations differ in number by choice, because groups differ in how many nations can be left out.'

export const everyChoice = 'every choice'
export const oneOfNations = 'any one nation'
export const seeMachineForms = 'nation by nation in csv and json'

export function nationsInAll(count: number): string {
  return `no nation, any one of ${count}`
}

export function nationsNote(least: ChoiceShare, most: ChoiceShare): Sentence {
  return [
    `Leaving out one nation: positive in `,
    { value: least.percent, as: 'percent' },
    ` of combinations without ${least.choice}, in `,
    { value: most.percent, as: 'percent' },
    ` without ${most.choice}; csv and json hold every nation.`,
  ]
}

export const rowsNote =
  'Every column is an equal part of the combinations and shows their middle one. Beneath: where the combinations of each choice lie. Blank: none; then, darker by the step, under half as many as if they were spread evenly, about as many, up to three times as many, more.'

export const axisWords = 'of combinations'

export function curveProgress(done: number, of: number): string {
  return `Working combinations: ${Math.floor((100 * done) / Math.max(1, of))}%`
}
