import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber, type NumberKind, percentDecimals, sentenceText } from '../../src/render/format.ts'
import { Decimal } from '../../src/terms/decimal.ts'

describe('how numbers look to people', () => {
  test.each<[string, NumberKind, string, string]>([
    ['money is £bn, one decimal', 'money', '1123', '1.1'],
    ['a negative number carries a true minus', 'money', '-498.1', '−0.5'],
    ['half goes to the even digit: down', 'money', '1250', '1.2'],
    ['half goes to the even digit: up', 'money', '1350', '1.4'],
    ['a little over half goes up', 'money', '1250.0000000000000000000001', '1.3'],
    ['half below zero goes to the even digit too', 'money', '-1250', '−1.2'],
    ['what rounds to zero has no sign', 'money', '-49.9', '0.0'],
    ['the half that rounds to zero has none either', 'money', '-50', '0.0'],
    ['zero', 'money', '0', '0.0'],
    ['minus zero', 'money', '-0', '0.0'],
    ['thousands are parted', 'money', '3012345', '3,012.3'],
    ['rounding may carry', 'money', '999960', '1,000.0'],
    ['percent, one decimal', 'percent', '58.97', '59.0'],
    ['per head, whole pounds', 'per-head', '244.5', '244'],
    ['per head, negative', 'per-head', '-1244.51', '−1,245'],
    ['a count keeps its digits', 'number', '46009', '46,009'],
    ['a ratio shows up to four decimals', 'number', '1.041237016060982', '1.0412'],
    ['a plain number shows no decimals it does not have', 'number', '13624.7', '13,624.7'],
  ])('%s', (_, kind, value, expected) => {
    expect(formatNumber(new Decimal(value), kind)).toBe(expected)
  })

  test('a plus sign when asked for, never on zero', () => {
    const shown = ['3901', '-1902', '0', '49'].map((value) =>
      formatNumber(new Decimal(value), 'money', { plus: true }),
    )
    expect(shown).toEqual(['+3.9', '−1.9', '0.0', '0.0'])
  })

  test.each([
    ['99.9483', '99.9%'],
    ['99.95', 'over 99.9%'],
    ['99.9935', 'over 99.9%'],
    ['100', '100.0%'],
    ['100.02', '100.0%'],
    ['0.0051', '0.01%'],
    ['0.005', 'under 0.01%'],
    ['0.0001', 'under 0.01%'],
    ['0', '0.00%'],
  ])('a sentence says %s percent as %s: not quite all is not all, hardly any is not none', (value, shown) => {
    expect(sentenceText([{ value: new Decimal(value), as: 'percent' }])).toBe(shown)
  })

  test.each([
    ['1846.63', {}, '£1.8bn'],
    ['1846.63', { inMillions: true }, '£1,847m'],
    ['-2292.5', { inMillions: true }, '−£2,292m'],
    ['113804.8', { currency: 'national currency' }, '113.8bn national currency'],
    ['-33.4', { currency: 'national currency', plus: true }, '−33m national currency'],
    ['12.4', {}, '£12m'],
  ])('money of £%sm in a sentence with %o reads %s', (value, how, shown) => {
    expect(sentenceText([{ value: new Decimal(value), as: 'money', ...how }])).toBe(shown)
  })

  test('percentages in one line have two decimals only while all are below ten', () => {
    const decimals = (...values: string[]) => percentDecimals(values.map((value) => new Decimal(value)))
    expect(decimals('0.48874', '-7.2')).toBe(2)
    expect(decimals('0.48874', '-10')).toBe(1)
  })

  test('money is the half-even rounding of its exact digits, worked in whole numbers', () => {
    // A second method: pennies of £bn in BigInt, no Decimal involved.
    const tenths = (thousandths: bigint): bigint => {
      const size = thousandths < 0n ? -thousandths : thousandths
      const [quotient, rest] = [size / 100_000n, size % 100_000n]
      const up = rest > 50_000n || (rest === 50_000n && quotient % 2n === 1n)
      return up ? quotient + 1n : quotient
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.bigInt(-5_000_000_000n, 5_000_000_000n),
          fc.bigInt(-50_000n, 50_000n).map((half) => half * 50_000n),
        ),
        (thousandths) => {
          const sign = thousandths < 0n && tenths(thousandths) > 0n ? '−' : ''
          const digits = tenths(thousandths).toString().padStart(2, '0')
          const shown = formatNumber(new Decimal(thousandths.toString()).div(1000), 'money').replaceAll(
            ',',
            '',
          )
          expect(shown).toBe(`${sign}${digits.slice(0, -1)}.${digits.slice(-1)}`)
        },
      ),
    )
  })
})
