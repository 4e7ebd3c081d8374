import type { Decimal } from '../../terms/decimal.ts'
import type { Sentence } from '../../terms/sentence.ts'

/** The sentences above the tables: what the numbers say, and what they do not. Every one carries its prices and year. */

/** Where and in what money a headline number stands: `2029-30`, `2025-26 prices`. */
export interface Standing {
  readonly year: string
  readonly prices: string
}

/** Both ends of what a gap may be, and what is varied between them; undefined where both are one. */
export interface Span {
  readonly low: Decimal
  readonly high: Decimal
  readonly across: string
}

export function moneyOfTheDay(): string {
  return 'money of the day'
}

export function pricesOf(basis: string): string {
  return `${basis} prices`
}

export function spendHeadline(title: string, spend: Decimal, scope: string, at: Standing): Sentence {
  return [
    `${title}: capital spend of `,
    { value: spend, as: 'money' },
    ` in ${at.year} (England, ${scope}, ${at.prices}).`,
  ]
}

/** What a benchmark is called when it speaks of one category alone. */
export function onCategory(title: string, category: string): string {
  return category === 'total' ? title : `${title} (${category})`
}

export function noRequirement(subject: string, year: string, reason: string): Sentence {
  return `${subject}: no requirement in ${year} (${reason}).`
}

export function signNotEstablished(
  subject: string,
  gap: Decimal,
  span: Span | undefined,
  at: Standing,
): Sentence {
  return [
    `${subject}: the sign of the gap is not established; `,
    { value: gap, as: 'money', plus: true },
    ...spanWords(span),
    ` in ${at.year}, ${at.prices}.`,
  ]
}

/** Spend and requirement are one to the last digit, whatever the band and the split. */
export function spendMeets(subject: string, at: Standing): Sentence {
  return `${subject}: spend is exactly what is required in ${at.year}, ${at.prices}.`
}

export function spendIsShort(subject: string, gap: Decimal, span: Span | undefined, at: Standing): Sentence {
  return [
    `${subject}: spend is `,
    { value: gap, as: 'money' },
    ' short',
    ...spanWords(span),
    ` in ${at.year}, ${at.prices}.`,
  ]
}

export function spendIsAbove(subject: string, gap: Decimal, span: Span | undefined, at: Standing): Sentence {
  return [
    `${subject}: spend is `,
    { value: gap.abs(), as: 'money' },
    ' above the requirement',
    ...spanWords(span),
    ` in ${at.year}, ${at.prices}.`,
  ]
}

function spanWords(span: Span | undefined): Exclude<Sentence, string> {
  if (span === undefined) return []
  const { low, high, across } = span
  return [
    ' (gap ',
    { value: low, as: 'money', plus: true },
    ' to ',
    { value: high, as: 'money', plus: true },
    ` across ${across})`,
  ]
}

/** What a span runs across, by whether there is a bridge and whether a split decides the category. */
export function acrossWords(bridged: boolean, onACategory: boolean): string {
  if (!onACategory) return 'the bridge band'
  return bridged ? 'the bridge band and both splits' : 'the two splits'
}

/** What a look-back says: what was invested, and how much more or less the comparator’s share would have meant. */
export interface LookbackWords {
  readonly subject: string
  readonly group: string
  readonly nations: number
  readonly years: string
  /** `, digital alone,` or nothing. */
  readonly asset: string
  readonly prices: string
}

export const nationalCurrency = 'national currency'

export function lookbackHeadline(
  words: LookbackWords,
  money: { readonly actual: Exclude<Sentence, string>; readonly gap: Exclude<Sentence, string> },
  percent: Decimal,
): Sentence {
  return [
    `${words.subject} invested `,
    ...money.actual,
    ` in health${words.asset} over ${words.years} (all funders, GFCF, ${words.prices}); at the share of GDP of ${words.group} (${words.nations} nations) it would have been `,
    ...money.gap,
    percent.isNegative() ? ' less (' : ' more (',
    { value: percent.abs(), as: 'percent' },
    ').',
  ]
}

export function lookbackWithoutAnswer(
  words: Pick<LookbackWords, 'subject' | 'group' | 'years'>,
  reason: string,
): Sentence {
  return `${words.subject} against ${words.group}, ${words.years}: no answer, for ${reason}.`
}

export function assetAlone(asset: string): string {
  return asset === 'total' ? '' : `, ${asset} alone,`
}
