import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../src/terms/decimal.ts'
import { moneyText, parseQuantity, percentText, quantityText } from '../../src/terms/quantity.ts'
import type { Quantity } from '../../src/terms/quantity.ts'

describe('quantities', () => {
  it.each([
    ['£6.4bn', '6400', false, undefined],
    ['£450m a year', '450', true, undefined],
    ['£450m per year', '450', true, undefined],
    ['£2bn in 2019-20 prices', '2000', false, { year: 2019 }],
    ['£2bn a year in 2019-20 prices', '2000', true, { year: 2019 }],
    ['£2bn in 2019-20', '2000', false, { year: 2019 }],
    ['£2bn in nominal prices', '2000', false, 'nominal'],
    ['-£300m', '-300', false, undefined],
    ['−£300m', '-300', false, undefined],
    ['£1,500m', '1500', false, undefined],
    ['£1.5 billion', '1500', false, undefined],
    ['£0m', '0', false, undefined],
    ['£25k', '0.025', false, undefined],
    ['£1,250 thousand a year', '1.25', true, undefined],
    ['-£0bn', '0', false, undefined],
    ['£0.1234567bn', '123.4567', false, undefined],
  ] as const)('%s is GBP %s million', (text, amount, perYear, prices) => {
    const quantity = parseQuantity(text)
    expect(quantity).toMatchObject({ kind: 'money', perYear, prices })
    expect(quantity.kind === 'money' && quantity.amount.toFixed()).toBe(amount)
  })

  it.each([
    ['5%', '0.05', undefined],
    ['0.4% of GDP', '0.004', 'gdp'],
    ['10% of budget', '0.1', 'budget'],
    ['10% of the budget', '0.1', 'budget'],
    ['-1.5%', '-0.015', undefined],
  ] as const)('%s is the ratio %s', (text, share, of) => {
    const quantity = parseQuantity(text)
    expect(quantity).toMatchObject({ kind: 'share', of })
    expect(quantity.kind === 'share' && quantity.share.toFixed()).toBe(share)
  })

  it.each([
    ['', 'empty', ''],
    ['6400', 'bare-number', '6400'],
    ['6,400', 'bare-number', '6,400'],
    ['£6e9', 'exponent', '£6e9'],
    ['1e3%', 'exponent', '1e3%'],
    ['£6400', 'no-multiple', '£6400'],
    ['£6.4tn', 'unknown-multiple', 'tn'],
    ['£6.4Bn', 'unknown-multiple', 'Bn'],
    ['£64,00m', 'bad-commas', '64,00'],
    ['£6,4bn', 'bad-commas', '6,4'],
    ['£-300m', 'sign-after-pound', '£-300m'],
    ['£2bn in 2019 prices', 'bad-price-year', '2019'],
    ['£2bn in 2019-21 prices', 'bad-price-year', '2019-21'],
    ['5% of turnover', 'unknown-share', 'turnover'],
    ['£6.4bn ayear', 'not-a-quantity', '£6.4bn ayear'],
    ['six billion', 'not-a-quantity', 'six billion'],
    ['$6bn', 'not-a-quantity', '$6bn'],
    ['NaN', 'not-a-quantity', 'NaN'],
    ['£1234567890123456bn', 'too-many-digits', '1234567890123456'],
  ])('%j is refused: %s', (text, fault, part) => {
    expect(parseQuantity(text)).toEqual({ kind: 'fault', fault, text, part })
  })

  it.each([
    ['6400', '£6.4bn'],
    ['999.5', '£999.5m'],
    ['1000', '£1bn'],
    ['-300', '-£300m'],
    ['0', '£0m'],
  ])('GBP %s million is written %s', (amount, text) => {
    expect(moneyText(new Decimal(amount))).toBe(text)
  })

  it('writes ratios in percent, every digit kept', () => {
    expect(percentText(new Decimal('0.12345'))).toBe('12.345%')
  })

  it('round trips: what is written is read back the same', () => {
    const digits = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 5 }))
    const decimal = digits.map(([n, places]) => new Decimal(n).div(new Decimal(10).pow(places)))
    const prices = fc.option(
      fc.oneof(
        fc.constant('nominal' as const),
        fc.integer({ min: 1990, max: 2060 }).map((year) => ({ year })),
      ),
      { nil: undefined },
    )
    const money = fc.record({
      kind: fc.constant('money' as const),
      amount: decimal,
      perYear: fc.boolean(),
      prices,
    })
    const share = fc.record({
      kind: fc.constant('share' as const),
      share: decimal,
      of: fc.constantFrom('gdp' as const, 'budget' as const, undefined),
    })
    fc.assert(
      fc.property(fc.oneof(money, share), (quantity: Quantity) => {
        const back = parseQuantity(quantityText(quantity))
        expect(plain(back)).toEqual(plain(quantity))
      }),
    )
  })
})

/** With decimals as text, so that -0 and 0 are the same amount. */
function plain(value: object): unknown {
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      part instanceof Decimal ? (part.plus(0).abs().isZero() ? '0' : part.toFixed()) : part,
    ]),
  )
}
