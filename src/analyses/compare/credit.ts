import { Decimal } from '../../terms/decimal.ts'
import { addingUpTo, differenceOf, sumOf, Wide } from '../adding-up.ts'
import { orderings, sampledPairs } from './orderings.ts'

/**
 * A difference credited to the inputs that differ, three ways, each adding up to the whole. Stacked: inputs change one after
 * the other in the order of the file, and each is credited with what its change made. Reverse: the same from the last to the
 * first. Order-free (Shapley): the mean over every order in which they might change.
 */
export const creditMethods = ['stacked', 'reverse', 'shapley'] as const
export type CreditMethod = (typeof creditMethods)[number]

export type Credits =
  | {
      readonly parts: readonly Decimal[]
      /** Of each part, where orders were sampled. */
      readonly errors?: readonly Decimal[]
    }
  /** Some mix that it needs has no value, and why. */
  | { readonly missing: string }

/** Up to so many inputs every mix is worked (4,096 of them); beyond, orders are sampled. */
export const mostInputs = 12

/** A mask of more inputs than this is no whole number that a number holds. */
const mostToSample = 52

/** What a mix is worth, by mask: 2 ** i is in it where input i is taken from the second scenario. */
type Worth = (mask: number) => Decimal | { readonly missing: string }

/** The credits of `count` inputs under one method; `seed` chooses the orders where they are sampled. */
export function creditsOf(method: CreditMethod, count: number, worth: Worth, seed: number): Credits {
  const forwards = Array.from({ length: count }, (_, index) => index)
  switch (method) {
    case 'stacked':
      return inOrder(forwards, worth)
    case 'reverse':
      return inOrder([...forwards].reverse(), worth)
    case 'shapley':
      if (count > mostToSample) return { missing: 'too-many-inputs' }
      return count <= mostInputs ? everyOrder(count, worth) : someOrders(count, worth, seed)
  }
}

/** Each input's change, made in this order; by input. */
function inOrder(order: readonly number[], worth: Worth): Credits {
  const parts: Decimal[] = order.map(() => new Decimal(0))
  let mask = 0
  let before = worth(mask)
  for (const input of order) {
    mask += 2 ** input
    const after = worth(mask)
    if ('missing' in before) return before
    if ('missing' in after) return after
    parts[input] = differenceOf(after, before)
    before = after
  }
  return { parts }
}

/** The mean of all orders, by subsets: each mix is worked once, however many orders pass through it. */
function everyOrder(count: number, worth: Worth): Credits {
  const whole = (1 << count) - 1
  const sums: Decimal[] = Array.from({ length: count }, () => new Wide(0))
  const factorials = [1]
  for (let n = 1; n <= count; n += 1) factorials.push((factorials[n - 1] ?? 1) * n)
  const factorial = (n: number): number => factorials[n] ?? 1
  for (let mask = 0; mask < whole; mask += 1) {
    const without = worth(mask)
    if ('missing' in without) return without
    const size = bits(mask)
    const orders = factorial(size) * factorial(count - size - 1)
    for (let input = 0; input < count; input += 1) {
      if ((mask & (1 << input)) !== 0) continue
      const with_ = worth(mask | (1 << input))
      if ('missing' in with_) return with_
      sums[input] = (sums[input] ?? new Wide(0)).plus(differenceOf(with_, without).times(orders))
    }
  }
  const means = sums.map((sum) => new Decimal(sum.dividedBy(factorial(count)).toSignificantDigits(40)))
  return { parts: toTheWhole(means, count, worth) }
}

/** The mean of sampled orders, each with its reverse, and the standard error of that mean over the pairs. */
function someOrders(count: number, worth: Worth, seed: number): Credits {
  const pairs: Decimal[][] = []
  for (const pair of orderings(count, seed)) {
    const both = pair.map((order) => inOrder(order, worth))
    const [one, other] = both
    if (one === undefined || other === undefined) throw new Error('a pair of orders has two')
    if ('missing' in one) return one
    if ('missing' in other) return other
    pairs.push(one.parts.map((part, input) => sumOf([part, other.parts[input] ?? part]).dividedBy(2)))
  }
  const inputs = Array.from({ length: count }, (_, input) => pairs.map((pair) => pair[input] ?? new Wide(0)))
  const means = inputs.map((all) => new Decimal(sumOf(all).dividedBy(sampledPairs).toSignificantDigits(40)))
  const errors = inputs.map((all, input) => {
    const mean = means[input] ?? new Decimal(0)
    const squares = sumOf(all.map((each) => differenceOf(each, mean).pow(2)))
    return new Decimal(
      squares
        .dividedBy(sampledPairs * (sampledPairs - 1))
        .sqrt()
        .toSignificantDigits(40),
    )
  })
  return { parts: toTheWhole(means, count, worth), errors }
}

/** Rounded at the 40th digit, with what that leaves in the largest part. */
function toTheWhole(parts: readonly Decimal[], count: number, worth: Worth): Decimal[] {
  const none = worth(0)
  const all = worth(2 ** count - 1)
  if ('missing' in none || 'missing' in all) throw new Error('the whole was worked before its parts')
  return addingUpTo(differenceOf(all, none), parts)
}

function bits(mask: number): number {
  let count = 0
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1
  return count
}
