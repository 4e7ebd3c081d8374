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
const million = new Decimal(1_000_000)

/** The calculator behind every headline number. */
export const exact: Calculator = calculatorOf<Exact>({
  add: (a, b) => join(a, b, (x, y) => x.plus(y)),
  subtract: (a, b) => join(a, b, (x, y) => x.minus(y)),
  scale: (a, by) => product(a, by, (x, y) => x.times(y)),
  grow: (a, by) => product(a, by, (x, y) => x.times(one.plus(y))),
  shrink: (a, by) => product(a, by, (x, y) => x.times(one.minus(y))),
  ratio: (a, b) => against(a, b, (x, y) => x.dividedBy(y)),
  growth: (a, b) => against(a, b, (x, y) => x.dividedBy(y).minus(one)),
  complement: (a) => keep(a, [], ([x]) => one.minus(x!)),
  odds: (a) => keep(a, [], ([x]) => x!.dividedBy(one.minus(x!))),
  power: (a, exponent) => keep(a, [exponent], ([x, n]) => x!.pow(n!)),
  part: (a, count, whole) => keep(a, [count, whole], ([x, k, n]) => x!.times(k!).dividedBy(n!)),
  share: (a, b) => against(a, b, (x, y) => x.dividedBy(y)),
  times: (rate, b) => keep(b, [rate], ([x, r]) => x!.times(r!)),
  perHead: (money, people) => keep(money, [people], ([x, p]) => x!.dividedBy(p!)),
  toReal: (money, deflator, baseDeflator, base) =>
    inPricesOf(
      base,
      apart([money, deflator, baseDeflator], ([x, d, b]) => x!.times(b!).dividedBy(d!)),
    ),
  toNominal: (money, deflator, baseDeflator) =>
    apart([money, deflator, baseDeflator], ([x, d, b]) => x!.times(d!).dividedBy(b!)),
  rebase: (money, from, to, base) =>
    inPricesOf(
      base,
      apart([money, from, to], ([x, f, t]) => x!.times(t!).dividedBy(f!)),
    ),
  atPurchasingPower: (gdp, ppp) => apart([gdp, ppp], ([x, p]) => x!.dividedBy(p!)),
  financialFromCalendar: (first, second) =>
    join(first, second, (x, y) => x.times(threeQuarters).plus(y.times(quarter))),
  laterPart: (a) => keep(a, [], ([x]) => x!.times(threeQuarters)),
  earlierPart: (a) => keep(a, [], ([x]) => x!.times(quarter)),
  sum: (values) => many(values, (all) => all.reduce((x, y) => x.plus(y))),
  mean: (values) => many(values, mean),
  weightedMean: (values, weights) => {
    const count = values.length
    return apart([...values, ...weights], (all) => {
      const total = all.slice(count).reduce((x, y) => x.plus(y))
      const weighted = all.slice(0, count).map((x, index) => x.times(all[count + index]!))
      return weighted.reduce((x, y) => x.plus(y)).dividedBy(total)
    })
  },
  median: (values) =>
    many(values, (all) => {
      const sorted = ascending(all)
      const upper = sorted[Math.floor(sorted.length / 2)]!
      return sorted.length % 2 === 1 ? upper : upper.plus(sorted[sorted.length / 2 - 1]!).dividedBy(2)
    }),
  topQuarterMean: (values) =>
    many(values, (all) => mean(ascending(all).slice(-Math.max(1, Math.floor(all.length / 4))))),
  lowest: (values) => many(values, (all) => Decimal.min(...all)),
  highest: (values) => many(values, (all) => Decimal.max(...all)),
  atLeastZero: (a) => keep(a, [], ([x]) => (x!.isNegative() ? new Decimal(0) : x!)),
  inMillions: (a) => keep(a, [], ([x]) => x!.dividedBy(million)),
  fromPercent: (_unit, a) => keep(a, [], ([x]) => x!.dividedBy(100)),
  recast: (_unit, a) => a,
  assume: (a) => change(a, (x) => (x.neutral === true ? x : { ...x, status: 'assumption' })),
  mark: (a, flag) => change(a, (x) => ({ ...x, flags: union(x.flags, [flag]) })),
})

type Work = (numbers: readonly Decimal[]) => Decimal

/** Two of one kind into one of that kind: statuses, flags and price base join; a neutral second changes nothing. */
function join(a: Exact, b: Exact, work: (x: Decimal, y: Decimal) => Decimal): Exact {
  if (isMissing(a)) return a
  if (isMissing(b)) return b
  if (b.neutral === true) return { ...a, flags: union(a.flags, b.flags) }
  return withBase({ ...merged([a, b]), n: work(a.n, b.n) }, sameBase([a, b]))
}

/** A value changed by a ratio: a neutral value stays neutral, a neutral ratio weakens nothing. */
function product(a: Exact, by: Exact, work: (x: Decimal, y: Decimal) => Decimal): Exact {
  if (isMissing(a)) return a
  if (isMissing(by)) return by
  if (a.neutral === true) return a
  if (by.neutral === true) return { ...a, n: work(a.n, by.n), flags: union(a.flags, by.flags) }
  return keep(a, [by], ([x, y]) => work(x!, y!))
}

/** A value changed by others of other kinds: it keeps its price base. */
function keep(a: Exact, others: readonly Exact[], work: Work): Exact {
  if (isMissing(a)) return a
  const result = apart(others.length === 0 ? [a] : [a, ...others], work)
  return isMissing(result) ? result : withBase(result, a.base)
}

/** Two of one kind into a pure number: their price bases must agree, and cancel. */
function against(a: Exact, b: Exact, work: (x: Decimal, y: Decimal) => Decimal): Exact {
  if (!isMissing(a) && !isMissing(b)) sameBase([a, b])
  return apart([a, b], ([x, y]) => work(x!, y!))
}

/** Several of one kind into one of that kind; nothing at all is missing, not zero. */
function many(values: readonly Exact[], work: Work): Exact {
  if (values.length === 0) return { missing: 'nothing-to-add' }
  const result = apart(values, work)
  return isMissing(result) ? result : withBase(result, sameBase(values as readonly ExactNumber[]))
}

/** Any inputs into a new kind. The first missing one decides; a division by zero is missing. */
function apart(inputs: readonly Exact[], work: Work): Exact {
  const numbers: ExactNumber[] = []
  for (const input of inputs) {
    if (isMissing(input)) return input
    numbers.push(input)
  }
  const n = work(numbers.map((number) => number.n))
  return n.isFinite() ? { ...merged(numbers), n } : { missing: 'division-by-zero' }
}

function change(a: Exact, work: (x: ExactNumber) => ExactNumber): Exact {
  return isMissing(a) ? a : work(a)
}

function inPricesOf(base: Exact, value: Exact): Exact {
  if (isMissing(value)) return value
  return isMissing(base) ? base : withBase(value, base.n.toNumber())
}

function withBase(value: ExactNumber, base: number | undefined): ExactNumber {
  return base === undefined ? value : { ...value, base }
}

function merged(numbers: readonly ExactNumber[]): { status: Status; flags: readonly string[] } {
  let status: Status = 'outturn'
  let flags = numbers[0]?.flags ?? []
  for (const number of numbers) {
    if (number.status !== status) status = weaker(status, number.status)
    if (number.flags !== flags) flags = union(flags, number.flags)
  }
  return { status, flags }
}

/** Prices of different base years never add: the one check of MODEL.md 7 that types cannot make. */
function sameBase(numbers: readonly ExactNumber[]): number | undefined {
  const base = numbers[0]?.base
  for (const number of numbers) {
    if (number.base !== base) throw new ProblemsError([mixedPriceBases(base, number.base)], exitCodes.bug)
  }
  return base
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a === b || b.every((flag) => a.includes(flag))) return a
  if (a.length === 0) return b
  return [...new Set([...a, ...b])].sort()
}

function mean(all: readonly Decimal[]): Decimal {
  return all.reduce((x, y) => x.plus(y)).dividedBy(all.length)
}

function ascending(all: readonly Decimal[]): Decimal[] {
  return [...all].sort((x, y) => x.comparedTo(y))
}
