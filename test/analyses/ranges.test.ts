import { describe, expect, test } from 'vitest'
import { readAxis, readRange } from '../../src/analyses/vary/ranges.ts'
import { Decimal } from '../../src/terms/decimal.ts'

/** What people write after --vary and --between. */

const axis = (text: string) => readAxis('--vary', 1, text)

describe('what a key takes in turn', () => {
  test.each<[string, string, readonly string[]]>([
    ['money by steps', 'measures.uplift.amount=£0bn..£2bn:£500m', ['£0m', '£500m', '£1bn', '£1.5bn', '£2bn']],
    ['a step that does not end on the bound stops before it', 'a=£0m..£10m:£4m', ['£0m', '£4m', '£8m']],
    ['shares', 'assumptions.underspend=0%..1.5%:0.5%', ['0%', '0.5%', '1%', '1.5%']],
    ['shares of GDP', 'benchmarks.oecd.share=0.5% of GDP..0.6% of GDP:0.1%', ['0.5% of GDP', '0.6% of GDP']],
    ['below nothing', 'a=-5%..5%:5%', ['-5%', '0%', '5%']],
    ['plain numbers, to the digit', 'assumptions.cdel-per-gfcf=0.9..1.1:0.1', ['0.9', '1', '1.1']],
    ['years, each by itself', 'measures.uplift.from=2026-27..2028-29', ['2026-27', '2027-28', '2028-29']],
    [
      'years by a number of them',
      'measures.uplift.from=2026-27..2030-31:2',
      ['2026-27', '2028-29', '2030-31'],
    ],
    ['a list of words', 'split=trust-accounts,national-accounts', ['trust-accounts', 'national-accounts']],
    [
      'a list of mappings',
      'split={digital: 10%, other: 24%},{digital: 12%}',
      ['{digital: 10%, other: 24%}', '{digital: 12%}'],
    ],
    ['thousands are no list', 'a=£1,500m,£2bn', ['£1,500m', '£2bn']],
    ['calendar years are', 'a=2010,2019', ['2010', '2019']],
    ['one value', 'a=£1bn', ['£1bn']],
  ])('%s', (_name, text, values) => {
    expect(axis(text)).toMatchObject({ values })
  })

  test.each<[string, string, string, number]>([
    ['no key', '£1bn,£2bn', 'vary-syntax', 1],
    ['no value', 'a.b=', 'vary-nothing', 5],
    ['no step', 'a=£1bn..£2bn', 'no-step', 13],
    ['a step of another kind', 'a=£1bn..£2bn:5%', 'bad-step', 14],
    ['a step of nothing', 'a=£1bn..£2bn:£0bn', 'bad-step', 14],
    ['bounds of two kinds', 'a=£1bn..5%:£1bn', 'unlike-bounds', 9],
    [
      'bounds in two price bases',
      'a=£1bn in 2023-24 prices..£2bn in 2025-26 prices:£1bn',
      'unlike-bounds',
      27,
    ],
    ['bounds the wrong way round', 'a=£2bn..£1bn:£1bn', 'bounds-reversed', 9],
    ['a bound that is no number', 'a=£1bn..lots:£1bn', 'not-a-number', 9],
    ['too fine a step', 'a=£0bn..£100bn:£0.01m', 'too-many-values', 16],
  ])('%s is refused where it stands', (_name, text, code, column) => {
    expect(axis(text)).toMatchObject([{ code, place: { column, excerpt: text } }])
  })
})

test.each([
  ['a=£1bn..£2bn', 'a=£1bn..£2bn:£1bn'],
  ['a=0%..5%', 'a=0%..5%:1%'],
  ['a=0.9..1.9', 'a=0.9..1.9:1'],
])('a range without a step, %s, is told one of its own kind, which can be read', (text, advised) => {
  expect(axis(text)).toMatchObject([{ advice: `Add one after a colon, for example ${advised}` }])
  expect(axis(advised)).toHaveProperty('values')
})

test('bounds are read with their unit, and both wrong ones are told at once', () => {
  expect(readRange('--between', '£0bn..£20bn')).toEqual({
    from: new Decimal(0),
    to: new Decimal(20000),
    scale: { kind: 'money', perYear: false, prices: undefined },
  })
  expect(readRange('--between', 'some..more')).toMatchObject([
    { code: 'not-a-number', place: { column: 1 } },
    { code: 'not-a-number', place: { column: 7 } },
  ])
  expect(readRange('--between', '£5bn')).toMatchObject([{ code: 'range-syntax' }])
})
