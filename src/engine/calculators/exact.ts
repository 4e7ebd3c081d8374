import { Decimal } from '../../terms/decimal.ts'
import { weaker, type Status } from '../../terms/status.ts'
import type { Unit } from '../../terms/unit.ts'
import { mixedPriceBases } from '../../problems/catalogue/model.ts'
import { exitCodes, ProblemsError } from '../../problems/problem.ts'
import { calculatorOf, type Calculator, type Value } from '../calculator.ts'

/** A number as the exact calculator holds it: 40-digit decimal, the weakest status behind it, its flags. */
export interface ExactNumber {
  readonly n: Decimal
  readonly status: Status
  /** Sorted, each once. */
  readonly flags: readonly string[]
  /** Price base of a real amount, by starting year. */
  readonly base?: number | undefined
  /** An assumption at its no-effect value (zero): adding, scaling or taking it away changes and weakens nothing. */
  readonly neutral?: boolean
}

/** No number, and why. */
export interface ExactMissing {
  readonly missing: string
}

export type Exact = ExactNumber | ExactMissing

export function isMissing(value: Exact): value is ExactMissing {
  return 'missing' in value
}

/** What the exact calculator holds behind a value. */
export function exactOf<U extends Unit>(value: Value<U>): Exact {
  return value as unknown as Exact
}

/** An exact number or its absence, as a value in a unit. The caller answers for the unit. */
export function exactValue<U extends Unit>(exact: Exact): Value<U> {
  return exact as unknown as Value<U>
}

const one = new Decimal(1)
const threeQuarters = new Decimal('0.75')
const quarter = new Decimal('0.25')
// By a power of ten, multiplying gives the same digits as dividing and takes a fraction of the time.
const millionth = new Decimal('0.000001')
const hundredth = new Decimal('0.01')

/** The calculator behind every headline number. */
export const exact: Calculator = calculatorOf<Exact>({
  add: (a, b) => join(a, b, (x, y) => x.plus(y)),
  subtract: (a, b) => join(a, b, (x, y) => x.minus(y)),
  scale: (a, by) => product(a, by, (x, y) => x.times(y)),
  grow: (a, by) => product(a, by, (x, y) => x.times(one.plus(y))),
  shrink: (a, by) => product(a, by, (x, y) => x.times(one.minus(y))),
  ratio: (a, b) => against(a, b, (x, y) => x.dividedBy(y)),
  growth: (a, b) => against(a, b, (x, y) => x.dividedBy(y).minus(one)),
  complement: (a) => alone(a, (x) => one.minus(x)),
  odds: (a) => alone(a, (x) => x.dividedBy(one.minus(x))),
  power: (a, exponent) => keep(a, exponent, (x, n) => x.pow(n)),
  part: (a, count, whole) =>
    keep(
      keep(a, count, (x, k) => x.times(k)),
      whole,
      (x, n) => x.dividedBy(n),
    ),
  share: (a, b) => against(a, b, (x, y) => x.dividedBy(y)),
  times: (rate, b) => keep(b, rate, (x, r) => x.times(r)),
  perHead: (money, people) => keep(money, people, (x, p) => x.dividedBy(p)),
  toReal: (money, deflator, baseDeflator, base) => inPricesOf(base, moved(money, deflator, baseDeflator)),
  toNominal: (money, deflator, baseDeflator) => moved(money, baseDeflator, deflator),
  rebase: (money, from, to, base) => inPricesOf(base, moved(money, from, to)),
  atPurchasingPower: (gdp, ppp) => keep(gdp, ppp, (x, p) => x.dividedBy(p)),
  financialFromCalendar: (first, second) =>
    join(first, second, (x, y) => x.times(threeQuarters).plus(y.times(quarter))),
  laterPart: (a) => alone(a, (x) => x.times(threeQuarters)),
  earlierPart: (a) => alone(a, (x) => x.times(quarter)),
  sum: (values) => many(values, sum),
  mean: (values) => many(values, mean),
  weightedMean: (values, weights) =>
    keep(
      many(values, (all) => all[0] ?? one),
      many(weights, sum),
      (_first, total) => sum(products(values, weights)).dividedBy(total),
    ),
  median: (values) =>
    many(values, (all) => {
      const sorted = ascending(all)
      const half = sorted.length / 2
      return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1))
    }),
  topQuarterMean: (values) =>
    many(values, (all) => mean(ascending(all).slice(-Math.max(1, Math.floor(all.length / 4))))),
  lowest: (values) => many(values, (all) => Decimal.min(...all)),
  highest: (values) => many(values, (all) => Decimal.max(...all)),
  atLeastZero: (a) => alone(a, (x) => (x.isNegative() ? new Decimal(0) : x)),
  inMillions: (a) => alone(a, (x) => x.times(millionth)),
  fromPercent: (_unit, a) => alone(a, (x) => x.times(hundredth)),
  recast: (_unit, a) => a,
  assume: (a) => (isMissing(a) || a.neutral === true ? a : { ...a, status: 'assumption' }),
  mark: (a, flag) => (isMissing(a) ? a : { ...a, flags: union(a.flags, [flag]) }),
})

type One = (x: Decimal) => Decimal
type Two = (x: Decimal, y: Decimal) => Decimal

/** One value into one of the same prices, as firm as before. */
function alone(a: Exact, work: One): Exact {
  return isMissing(a) ? a : finite(work(a.n), a.status, a.flags, a.base)
}

/** Two of one kind into one of that kind: statuses, flags and price base join; a neutral second changes nothing. */
function join(a: Exact, b: Exact, work: Two): Exact {
  if (isMissing(a)) return a
  if (isMissing(b)) return b
  if (b.neutral === true) return { ...a, flags: union(a.flags, b.flags) }
  return both(a, b, work, sameBase(a, b))
}

/** A value changed by a ratio: a neutral value stays neutral, a neutral ratio weakens nothing. */
function product(a: Exact, by: Exact, work: Two): Exact {
  if (isMissing(a)) return a
  if (isMissing(by)) return by
  if (a.neutral === true) return a
  if (by.neutral === true) return { ...a, n: work(a.n, by.n), flags: union(a.flags, by.flags) }
  return both(a, by, work, a.base)
}

/** A value changed by one of another kind: it keeps its price base. */
function keep(a: Exact, other: Exact, work: Two): Exact {
  if (isMissing(a)) return a
  return isMissing(other) ? other : both(a, other, work, a.base)
}

/** Two of one kind into a pure number: their price bases must agree, and cancel. */
function against(a: Exact, b: Exact, work: Two): Exact {
  if (isMissing(a)) return a
  if (isMissing(b)) return b
  sameBase(a, b)
  return both(a, b, work, undefined)
}

/** Money · to / from: the one form of every change of prices. */
function moved(money: Exact, from: Exact, to: Exact): Exact {
  if (isMissing(money)) return money
  if (money.neutral === true) return withoutBase(money)
  if (isMissing(from)) return from
  if (isMissing(to)) return to
  const up = both(money, to, (x, y) => x.times(y), undefined)
  return isMissing(up) ? up : both(up, from, (x, y) => x.dividedBy(y), undefined)
}

function withoutBase({ n, status, flags }: ExactNumber): Exact {
  return { n, status, flags, neutral: true }
}

function inPricesOf(base: Exact, value: Exact): Exact {
  if (isMissing(value)) return value
  return isMissing(base) ? base : { ...value, base: base.n.toNumber() }
}

/** Several of one kind into one of that kind; nothing at all is missing, not zero. */
function many(values: readonly Exact[], work: (all: readonly Decimal[]) => Decimal): Exact {
  const numbers: ExactNumber[] = []
  for (const value of values) {
    if (isMissing(value)) return value
    numbers.push(value)
  }
  const [first] = numbers
  if (first === undefined) return { missing: 'nothing-to-add' }
  let { status, flags } = first
  for (const number of numbers) {
    sameBase(first, number)
    status = weaker(status, number.status)
    flags = union(flags, number.flags)
  }
  const result = finite(work(numbers.map((number) => number.n)), status, flags, first.base)
  const neutral =
    !isMissing(result) && result.n.isZero() && numbers.every((number) => number.neutral === true)
  return neutral ? { ...result, neutral } : result
}

function both(a: ExactNumber, b: ExactNumber, work: Two, base: number | undefined): Exact {
  return finite(work(a.n, b.n), weaker(a.status, b.status), union(a.flags, b.flags), base)
}

/** A division by zero is missing; a price base stays where there is one. */
function finite(n: Decimal, status: Status, flags: readonly string[], base: number | undefined): Exact {
  if (!n.isFinite()) return { missing: 'division-by-zero' }
  return base === undefined ? { n, status, flags } : { n, status, flags, base }
}

/** Prices of different base years never add: the one check of MODEL.md 7 that types cannot make. */
function sameBase(a: ExactNumber, b: ExactNumber): number | undefined {
  if (a.base !== b.base) throw new ProblemsError([mixedPriceBases(a.base, b.base)], exitCodes.bug)
  return a.base
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a === b || b.length === 0) return a
  if (a.length === 0) return b
  return b.every((flag) => a.includes(flag)) ? a : [...new Set([...a, ...b])].sort()
}

function products(values: readonly Exact[], weights: readonly Exact[]): Decimal[] {
  return values.map((value, index) => {
    const weight = weights[index]
    if (weight === undefined || isMissing(value) || isMissing(weight))
      throw new Error('a mean with a weight too few')
    return value.n.times(weight.n)
  })
}

function sum(all: readonly Decimal[]): Decimal {
  return all.reduce((x, y) => x.plus(y))
}

function mean(all: readonly Decimal[]): Decimal {
  return sum(all).dividedBy(all.length)
}

function ascending(all: readonly Decimal[]): Decimal[] {
  return [...all].sort((x, y) => x.comparedTo(y))
}
