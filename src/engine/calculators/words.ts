import type { Unit } from '../../terms/unit.ts'
import { calculatorOf, type Calculator, type Value } from '../calculator.ts'

/** A piece of a formula in words. `binds` says what it is, and so where it needs brackets. */
export interface Words {
  readonly text: string
  readonly binds: 'name' | 'product' | 'sum' | 'phrase'
}

/** An input as it is named in the sentence. */
export function wordsValue<U extends Unit>(text: string): Value<U> {
  return { text, binds: 'name' } satisfies Words as unknown as Value<U>
}

/** The sentence a formula came to. */
export function wordsOf<U extends Unit>(value: Value<U>): string {
  return (value as unknown as Words).text
}

const product = (text: string): Words => ({ text, binds: 'product' })
const sum = (text: string): Words => ({ text, binds: 'sum' })
/** `mean of …`: reads on to the end, so anything after it must be kept off by brackets. */
const phrase = (text: string): Words => ({ text, binds: 'phrase' })
const called = (text: string): Words => ({ text, binds: 'name' })
const bracketed = (words: Words, ...unless: Words['binds'][]): string =>
  unless.includes(words.binds) ? words.text : `(${words.text})`
/** As a factor, as a divisor, as what is added first, and as what is added or taken away after. */
const factor = (words: Words): string => bracketed(words, 'name', 'product')
const divisor = (words: Words): string => bracketed(words, 'name')
const first = (words: Words): string => bracketed(words, 'name', 'product', 'sum')
const after = (words: Words): string => bracketed(words, 'name', 'product')
const listed = (values: readonly Words[]): string => values.map((value) => value.text).join(', ') || 'nothing'

/**
 * The formula printed from the formula: run with names instead of numbers, it gives the sentence that explains it.
 * What changes no number (a recast, an assumption, a flag) leaves no trace.
 */
export const words: Calculator = calculatorOf<Words>({
  add: (a, b) => sum(`${first(a)} + ${after(b)}`),
  subtract: (a, b) => sum(`${first(a)} − ${after(b)}`),
  scale: (a, by) => product(`${factor(a)} × ${factor(by)}`),
  grow: (a, by) => product(`${factor(a)} × (1 + ${after(by)})`),
  shrink: (a, by) => product(`${factor(a)} × (1 − ${after(by)})`),
  ratio: (a, b) => product(`${factor(a)} ÷ ${divisor(b)}`),
  growth: (a, b) => sum(`${factor(a)} ÷ ${divisor(b)} − 1`),
  complement: (a) => sum(`1 − ${after(a)}`),
  odds: (a) => product(`${factor(a)} ÷ (1 − ${after(a)})`),
  power: (a, exponent) => product(`${divisor(a)} to the power of ${divisor(exponent)}`),
  part: (a, count, of) => product(`${factor(a)} × ${factor(count)} ÷ ${divisor(of)}`),
  share: (a, b) => product(`${factor(a)} ÷ ${divisor(b)}`),
  times: (rate, b) => product(`${factor(rate)} × ${factor(b)}`),
  perHead: (money, people) => product(`${factor(money)} ÷ ${divisor(people)}`),
  toReal: (money, deflator, base) => product(`${factor(money)} × ${factor(base)} ÷ ${divisor(deflator)}`),
  toNominal: (money, deflator, base) => product(`${factor(money)} × ${factor(deflator)} ÷ ${divisor(base)}`),
  rebase: (money, from, to) => product(`${factor(money)} × ${factor(to)} ÷ ${divisor(from)}`),
  atPurchasingPower: (gdp, ppp) => product(`${factor(gdp)} ÷ ${divisor(ppp)}`),
  financialFromCalendar: (early, late) => sum(`0.75 × ${factor(early)} + 0.25 × ${factor(late)}`),
  laterPart: (a) => product(`0.75 × ${factor(a)}`),
  earlierPart: (a) => product(`0.25 × ${factor(a)}`),
  sum: (values) => phrase(`sum of ${listed(values)}`),
  mean: (values) => phrase(`mean of ${listed(values)}`),
  weightedMean: (values, weights) => phrase(`mean of ${listed(values)}, weighted by ${listed(weights)}`),
  median: (values) => phrase(`median of ${listed(values)}`),
  topQuarterMean: (values) => phrase(`mean of the highest quarter of ${listed(values)}`),
  lowest: (values) => phrase(`lowest of ${listed(values)}`),
  highest: (values) => phrase(`highest of ${listed(values)}`),
  atLeastZero: (a) => called(`max(${a.text}, 0)`),
  inMillions: (a) => product(`${factor(a)} ÷ 1,000,000`),
  fromPercent: (_unit, a) => product(`${factor(a)} ÷ 100`),
  recast: (_unit, a) => a,
  assume: (a) => a,
  mark: (a) => a,
})
