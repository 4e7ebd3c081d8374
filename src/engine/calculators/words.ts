import type { Unit } from '../../terms/unit.ts'
import { calculatorOf, type Calculator, type Value } from '../calculator.ts'

/** A piece of a formula in words; `tight` says whether it needs brackets when something multiplies it. */
export interface Words {
  readonly text: string
  readonly tight: boolean
}

/** An input as it is named in the sentence. */
export function wordsValue<U extends Unit>(text: string): Value<U> {
  return { text, tight: true } satisfies Words as unknown as Value<U>
}

/** The sentence a formula came to. */
export function wordsOf<U extends Unit>(value: Value<U>): string {
  return (value as unknown as Words).text
}

const tight = (text: string): Words => ({ text, tight: true })
const loose = (text: string): Words => ({ text, tight: false })
const inner = (words: Words): string => (words.tight ? words.text : `(${words.text})`)
const listed = (values: readonly Words[]): string => values.map((value) => value.text).join(', ') || 'nothing'

/**
 * The formula printed from the formula: run with names instead of numbers, it gives the sentence that explains it.
 * What changes no number (a recast, an assumption, a flag) leaves no trace.
 */
export const words: Calculator = calculatorOf<Words>({
  add: (a, b) => loose(`${a.text} + ${b.text}`),
  subtract: (a, b) => loose(`${a.text} − ${inner(b)}`),
  scale: (a, by) => tight(`${inner(a)} × ${inner(by)}`),
  grow: (a, by) => tight(`${inner(a)} × (1 + ${by.text})`),
  shrink: (a, by) => tight(`${inner(a)} × (1 − ${inner(by)})`),
  ratio: (a, b) => tight(`${inner(a)} ÷ ${inner(b)}`),
  growth: (a, b) => loose(`${inner(a)} ÷ ${inner(b)} − 1`),
  complement: (a) => loose(`1 − ${inner(a)}`),
  odds: (a) => tight(`${inner(a)} ÷ (1 − ${inner(a)})`),
  power: (a, exponent) => tight(`${inner(a)} to the power of ${inner(exponent)}`),
  part: (a, count, of) => tight(`${inner(a)} × ${inner(count)} ÷ ${inner(of)}`),
  share: (a, b) => tight(`${inner(a)} ÷ ${inner(b)}`),
  times: (rate, b) => tight(`${inner(rate)} × ${inner(b)}`),
  perHead: (money, people) => tight(`${inner(money)} ÷ ${inner(people)}`),
  toReal: (money, deflator, base) => tight(`${inner(money)} × ${inner(base)} ÷ ${inner(deflator)}`),
  toNominal: (money, deflator, base) => tight(`${inner(money)} × ${inner(deflator)} ÷ ${inner(base)}`),
  rebase: (money, from, to) => tight(`${inner(money)} × ${inner(to)} ÷ ${inner(from)}`),
  atPurchasingPower: (gdp, ppp) => tight(`${inner(gdp)} ÷ ${inner(ppp)}`),
  financialFromCalendar: (first, second) => loose(`0.75 × ${inner(first)} + 0.25 × ${inner(second)}`),
  laterPart: (a) => tight(`0.75 × ${inner(a)}`),
  earlierPart: (a) => tight(`0.25 × ${inner(a)}`),
  sum: (values) => tight(`sum of ${listed(values)}`),
  mean: (values) => tight(`mean of ${listed(values)}`),
  weightedMean: (values, weights) => tight(`mean of ${listed(values)}, weighted by ${listed(weights)}`),
  median: (values) => tight(`median of ${listed(values)}`),
  topQuarterMean: (values) => tight(`mean of the highest quarter of ${listed(values)}`),
  lowest: (values) => tight(`lowest of ${listed(values)}`),
  highest: (values) => tight(`highest of ${listed(values)}`),
  atLeastZero: (a) => tight(`max(${a.text}, 0)`),
  inMillions: (a) => tight(`${inner(a)} ÷ 1,000,000`),
  fromPercent: (_unit, a) => tight(`${inner(a)} ÷ 100`),
  recast: (_unit, a) => a,
  assume: (a) => a,
  mark: (a) => a,
})
