import type { DeflatorFor, Measure, People, Prices, Unit } from '../terms/unit.ts'

declare const unitOf: unique symbol

/**
 * A number in some unit, as one of the calculators holds it. Opaque to formulas and invariant in its unit, so that
 * a value in one unit is never accepted where another is wanted.
 */
export interface Value<U extends Unit> {
  readonly [unitOf]: (unit: U) => U
}

/**
 * The operations formulas are written against. A formula never sees a number, so the same text gives the exact
 * value, the sampled one, the sentence that explains it and the spreadsheet cell. Every operation passes on a missing
 * input as missing, with its reason.
 */
export interface Calculator {
  add<U extends Unit>(a: Value<U>, b: Value<U>): Value<U>
  subtract<U extends Unit>(a: Value<U>, b: Value<U>): Value<U>
  /** a · ratio. */
  scale<U extends Unit>(a: Value<U>, by: Value<'ratio'>): Value<U>
  /** a · (1 + growth). */
  grow<U extends Unit>(a: Value<U>, growth: Value<'ratio'>): Value<U>
  /** a · (1 − ratio). */
  shrink<U extends Unit>(a: Value<U>, by: Value<'ratio'>): Value<U>
  /** a / b, of one unit. */
  ratio<U extends Unit>(a: Value<U>, b: Value<U>): Value<'ratio'>
  /** a / b − 1. */
  growth<U extends Unit>(a: Value<U>, b: Value<U>): Value<'ratio'>
  /** 1 − ratio. */
  complement(ratio: Value<'ratio'>): Value<'ratio'>
  /** ratio / (1 − ratio). */
  odds<R extends 'ratio' | `${Measure} per ${Measure}`>(share: Value<R>): Value<R>
  /** ratio ^ whole number. */
  power(ratio: Value<'ratio'>, exponent: Value<'count'>): Value<'ratio'>
  /** a · whole number / whole number: even parts and straight lines. */
  part<U extends Unit>(a: Value<U>, count: Value<'count'>, of: Value<'count'>): Value<U>
  /** One measure per another in the same prices; the prices cancel. */
  share<P extends 'nominal' | 'real', A extends Measure, B extends Measure>(
    a: Value<`${P} ${A}`>,
    b: Value<`${P} ${B}`>,
  ): Value<`${A} per ${B}`>
  /** A rate times what it is per. */
  times<P extends 'nominal' | 'real', A extends Measure, B extends Measure>(
    rate: Value<`${A} per ${B}`>,
    b: Value<`${P} ${B}`>,
  ): Value<`${P} ${A}`>
  /** Money per head, of all people or of health workers. */
  perHead<P extends Prices, M extends Measure, H extends People>(
    money: Value<`${P} ${M}`>,
    people: Value<H>,
  ): Value<`${P} ${M} per ${H}`>
  /** Money of the day → the prices of `base`: x · D_base / D_t. */
  toReal<M extends Measure>(
    money: Value<`nominal ${M}`>,
    deflator: Value<DeflatorFor<M>>,
    baseDeflator: Value<DeflatorFor<M>>,
    base: Value<'price base'>,
  ): Value<`real ${M}`>
  /** Prices of a base year → money of the day: x · D_t / D_base. */
  toNominal<M extends Measure>(
    money: Value<`real ${M}`>,
    deflator: Value<DeflatorFor<M>>,
    baseDeflator: Value<DeflatorFor<M>>,
  ): Value<`nominal ${M}`>
  /** Prices of one base year → those of another. */
  rebase<M extends Measure>(
    money: Value<`real ${M}`>,
    from: Value<DeflatorFor<M>>,
    to: Value<DeflatorFor<M>>,
    base: Value<'price base'>,
  ): Value<`real ${M}`>
  /** GDP in national currency over purchasing power: comparable across nations, for weights only. */
  atPurchasingPower(gdp: Value<'nominal gdp-cy'>, ppp: Value<'lcu per dollar'>): Value<'dollar gdp-cy'>
  /** 0.75 of one calendar year and 0.25 of the next: the financial year that starts in the first. */
  financialFromCalendar<U extends Unit>(first: Value<U>, second: Value<U>): Value<U>
  /** The part of a calendar year that falls in the financial year starting in it (0.75) or in the one before (0.25). */
  laterPart<U extends Unit>(calendar: Value<U>): Value<U>
  earlierPart<U extends Unit>(calendar: Value<U>): Value<U>
  sum<U extends Unit>(values: readonly Value<U>[]): Value<U>
  mean<U extends Unit>(values: readonly Value<U>[]): Value<U>
  weightedMean<U extends Unit, W extends Unit>(
    values: readonly Value<U>[],
    weights: readonly Value<W>[],
  ): Value<U>
  median<U extends Unit>(values: readonly Value<U>[]): Value<U>
  /** Mean of the highest quarter: floor(n/4) values, at least one. */
  topQuarterMean<U extends Unit>(values: readonly Value<U>[]): Value<U>
  lowest<U extends Unit>(values: readonly Value<U>[]): Value<U>
  highest<U extends Unit>(values: readonly Value<U>[]): Value<U>
  /** max(a, 0). */
  atLeastZero<U extends Unit>(a: Value<U>): Value<U>
  /** Single units → millions. */
  inMillions(money: Value<'nominal whole-gdp-cy'>): Value<'nominal gdp-cy'>
  /** Printed percent → the rate it means. */
  fromPercent<U extends Unit>(unit: U, percent: Value<'percent'>): Value<U>
  /** The same number counted as something else; `as` says why that is right. */
  recast<U extends Unit, V extends Unit>(unit: U, value: Value<V>, as: string): Value<U>
  /** The same value, now resting on an assumption. */
  assume<U extends Unit>(value: Value<U>): Value<U>
  /** The same value with a flag that stays with whatever is worked from it. */
  mark<U extends Unit>(value: Value<U>, flag: string): Value<U>
}

/**
 * The same operations as one calculator implements them: `H` is what it holds (a decimal, a symbol, a sentence).
 * Units are the formulas' affair; inside a calculator only its own kind of number is left.
 */
export type Operations<H> = {
  readonly [K in keyof Calculator]: (...given: HeldArguments<Parameters<Calculator[K]>, H>) => H
}

type HeldArguments<A extends readonly unknown[], H> = {
  [I in keyof A]: A[I] extends readonly unknown[] ? readonly H[] : A[I] extends string ? A[I] : H
}

/** Operations on one kind of number, as the calculator that formulas see. */
export function calculatorOf<H>(operations: Operations<H>): Calculator {
  return operations as unknown as Calculator
}
