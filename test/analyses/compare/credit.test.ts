import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditMethods, creditsOf, type CreditMethod } from '../../../src/analyses/compare/credit.ts'
import { Decimal } from '../../../src/terms/decimal.ts'

const Wide = Decimal.clone({ precision: 200 })
const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, each) => total.plus(each), new Wide(0))

/** Credits of a game written as what each set of inputs is worth, by letters: '' is the first scenario. */
function credited(
  method: CreditMethod,
  count: number,
  worth: (mask: number) => Decimal,
  seed = 1,
): Decimal[] {
  const credits = creditsOf(method, count, worth, seed)
  if ('missing' in credits) throw new Error(credits.missing)
  return [...credits.parts]
}
const table = (values: readonly string[]) => (mask: number) => new Decimal(values[mask] ?? 'NaN')

describe('by hand', () => {
  // The gloves game: input 0 is a left glove, inputs 1 and 2 are right ones; a pair is worth 6.
  const gloves = table(['0', '0', '0', '6', '0', '6', '0', '6'])
  test.each<[CreditMethod, string[]]>([
    ['stacked', ['0', '6', '0']],
    ['reverse', ['6', '0', '0']],
    // In 4 of the 6 orders a right glove comes before the left one: 4/6 of 6; the two right ones share the rest.
    ['shapley', ['4', '1', '1']],
  ])('gloves, %s', (method, expected) => {
    expect(credited(method, 3, gloves).map((part) => part.toFixed())).toEqual(expected)
  })

  test('growth of 10% on a baseline raised from 100 to 120: the 2 they make together is halved', () => {
    const worth = table(['100', '120', '110', '132'])
    expect(credited('stacked', 2, worth).map(String)).toEqual(['20', '12'])
    expect(credited('reverse', 2, worth).map(String)).toEqual(['22', '10'])
    expect(credited('shapley', 2, worth).map(String)).toEqual(['21', '11'])
  })

  test('a third is no decimal: what rounding leaves goes to the largest part, and nothing is lost', () => {
    const worth = table(['0', '0', '0', '1', '0', '1', '1', '1'])
    const parts = credited('shapley', 3, worth)
    expect(parts.map((part) => part.toFixed(6))).toEqual(['0.333333', '0.333333', '0.333333'])
    expect(sum(parts).toFixed()).toBe('1')
  })
})

const money = fc
  .integer({ min: -1_000_000_000, max: 1_000_000_000 })
  .map((pence) => new Decimal(pence).dividedBy(7))
const game = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.array(money, { minLength: 2 ** count, maxLength: 2 ** count }).map((values) => ({ count, values })),
  )

describe('laws', () => {
  test.each(creditMethods)('%s: the parts add up to the whole, to the last digit', (method) => {
    fc.assert(
      fc.property(game, ({ count, values }) => {
        const parts = credited(method, count, (mask) => values[mask]!)
        expect(sum(parts).equals(new Wide(values.at(-1)!).minus(values[0]!))).toBe(true)
      }),
    )
  })

  test('order-free is the mean over every order, and an input that moves nothing gets nothing', () => {
    fc.assert(
      fc.property(game, ({ count, values }) => {
        const parts = credited('shapley', count, (mask) => values[mask]!)
        const orders = permutations(count)
        const mean = (input: number): Decimal =>
          sum(
            orders.map((order) => {
              const before = order.slice(0, order.indexOf(input)).reduce((mask, each) => mask + 2 ** each, 0)
              return new Wide(values[before + 2 ** input]!).minus(values[before]!)
            }),
          ).dividedBy(orders.length)
        for (const [input, part] of parts.entries())
          expect(part.minus(mean(input)).abs().lt('1e-28')).toBe(true)
        const withIdle = credited('shapley', count + 1, (mask) => values[mask % 2 ** count]!)
        expect(withIdle.at(-1)?.isZero()).toBe(true)
      }),
    )
  })
})

describe('more inputs than every mix can be worked for', () => {
  /** Inputs of 1, 2, 3 …, and 100 more once both of the first two are there. */
  const worth = (mask: number): Decimal => {
    const has = (input: number): boolean => Math.floor(mask / 2 ** input) % 2 === 1
    const own = Array.from({ length: 14 }, (_, input) => (has(input) ? input + 1 : 0)).reduce(
      (a, b) => a + b,
      0,
    )
    return new Decimal(own + (has(0) && has(1) ? 100 : 0))
  }
  const credits = creditsOf('shapley', 14, worth, 1)
  if ('missing' in credits || credits.errors === undefined) throw new Error('these are sampled')
  const { parts, errors } = credits

  test('what does not depend on the order is exact, without error', () => {
    expect(parts.slice(2).map(String)).toEqual([
      '3',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10',
      '11',
      '12',
      '13',
      '14',
    ])
    expect(errors.slice(2).every((error) => error.isZero())).toBe(true)
  })

  // An order and its reverse give the 100 to each of the two in turn: 50 each, whatever is drawn.
  test('an order and its reverse even out what two inputs make together', () => {
    expect(parts.slice(0, 2).map(String)).toEqual(['51', '52'])
  })

  test('three that only work together: within four standard errors of a third each, and adding up', () => {
    const three = (mask: number): Decimal => new Decimal(mask % 8 === 7 ? 90 : 0)
    const sampled = creditsOf('shapley', 13, three, 7)
    if ('missing' in sampled || sampled.errors === undefined) throw new Error('these are sampled')
    for (const input of [0, 1, 2]) {
      const off = sampled.parts[input]!.minus(30).abs()
      expect(off.lte(sampled.errors[input]!.times(4))).toBe(true)
      expect(sampled.errors[input]!.gt(0)).toBe(true)
    }
    expect(sum(sampled.parts).toFixed()).toBe('90')
    const same = creditsOf('shapley', 13, three, 7)
    const other = creditsOf('shapley', 13, three, 8)
    expect(same).toEqual(sampled)
    expect(other).not.toEqual(sampled)
  })

  test('more than 52 are refused with a reason', () => {
    expect(creditsOf('shapley', 53, () => new Decimal(0), 1)).toEqual({ missing: 'too-many-inputs' })
  })
})

test('a mix without a value leaves the methods that need it without, with its reason', () => {
  const worth = (mask: number) => (mask === 1 ? { missing: 'no-observation' } : new Decimal(mask))
  expect(creditsOf('stacked', 2, worth, 1)).toEqual({ missing: 'no-observation' })
  expect('parts' in creditsOf('reverse', 2, worth, 1)).toBe(true)
  expect(credited('reverse', 2, (mask) => new Decimal(mask)).map(String)).toEqual(['1', '2'])
  expect(creditsOf('shapley', 2, worth, 1)).toEqual({ missing: 'no-observation' })
})

function permutations(count: number): number[][] {
  if (count === 0) return [[]]
  return permutations(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, at) => [...order.slice(0, at), count - 1, ...order.slice(at)]),
  )
}
