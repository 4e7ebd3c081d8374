import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from './fake-io.ts'

/**
 * `solve` against answers worked by hand from the checks of MODEL.md 5, all nominal in 2029-30: the gap to the OECD's 0.6%
 * is 3321, to the EU14 −110, spend under plans 15178.4; and against `run --set`, which must give the target back.
 */

const folder = mkdtempSync(join(tmpdir(), 'capgap-solve-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plan = join(folder, 'plan.yaml')
writeFileSync(
  plan,
  `capgap: 1
title: An uplift to be found
extends: current-plans
prices: nominal
measures:
  - {id: uplift, profile: level, amount: £1bn, from: 2026-27, to: 2034-35}
`,
)

type Row = Record<'key' | 'value' | 'unit' | 'target' | 'achieved' | 'unique', string>

async function solved(target: string, key: string, range: string, ...more: string[]): Promise<Row[]> {
  const asked = ['--for', target, '--vary', key, '--between', range, '-f', 'csv', '-q']
  const { code, stdout, stderr } = await capgap(['solve', plan, ...asked, ...more])
  expect([code, stderr]).toEqual([0, ''])
  return parse<Row>(stdout, { columns: true })
}

const whole = (text: string | undefined) => new Decimal(text ?? NaN).toFixed(0)

describe('the value found is the one worked by hand', () => {
  test('a level that closes the gap to 0.6% of GDP is the gap without it, 3321', async () => {
    const [row, ...others] = await solved(
      'gap.total[oecd] = 0 in 2029-30',
      'measures.uplift.amount',
      '£0bn..£20bn',
    )
    expect(others).toEqual([])
    expect(row).toMatchObject({
      key: 'measures.uplift.amount',
      unit: 'GBP million',
      target: '0',
      unique: 'yes',
    })
    expect(whole(row?.value)).toBe('3321')
    expect(new Decimal(row?.achieved ?? NaN).abs().lessThan('1e-8')).toBe(true)
  })

  test('a gap of £1bn needs 1000 less', async () => {
    const [row] = await solved('gap.total[oecd] = £1bn in 2029-30', 'measures.uplift.amount', '£0bn..£20bn')
    expect(whole(row?.value)).toBe('2321')
  })

  test('an amount below nothing closes a gap of −110', async () => {
    const [row] = await solved('gap[eu14] = £0m in 2029-30', 'measures.uplift.amount', '-£1bn..£1bn')
    expect(whole(row?.value)).toBe('-110')
  })

  test('spend of £15bn under a level of £1bn: underspend of 1 − 15000 / 16178.4', async () => {
    const [row] = await solved('spend.total = £15bn in 2029-30', 'assumptions.underspend', '0%..50%')
    const byHand = new Decimal(1).minus(new Decimal(15000).dividedBy('16178.4')).times(100)
    expect(row?.unit).toBe('percent')
    expect(new Decimal(row?.value ?? NaN).minus(byHand).abs().lessThan('1e-9')).toBe(true)
  })

  test('digital of £2426.76m of 16178.4 in all is a share of 15%', async () => {
    const [row] = await solved('spend.digital = £2426.76m in 2029-30', 'split.digital', '5%..40%')
    expect(new Decimal(row?.value ?? NaN).toDecimalPlaces(6).toFixed()).toBe('15')
  })

  test('a shortfall is nothing from 3321 on: both ends of the stretch, and not unique', async () => {
    const rows = await solved('shortfall.total[oecd] = 0 in 2029-30', 'measures.uplift.amount', '£0bn..£20bn')
    expect(rows.map(({ value, unique }) => [whole(value), unique])).toEqual([
      ['3321', 'no'],
      ['20000', 'no'],
    ])
  })
})

test('law: what is found, set, gives the target back to the digit that was told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -2000, max: 3000 }), async (gap) => {
      const [row] = await solved(
        `gap.total[oecd] = ${gap < 0 ? '-' : ''}£${Math.abs(gap)}m in 2028-29`,
        'measures.uplift.amount',
        '£0bn..£20bn',
      )
      const set = `measures.uplift.amount=£${row?.value ?? ''}m`
      const cell = ['--figure', 'gap', '--category', 'total', '--benchmark', 'oecd', '--years', '2028-29']
      const { stdout } = await capgap(['run', plan, ...cell, '--set', set, '-f', 'csv', '-q'])
      const [again] = parse<Record<'value', string>>(stdout, { columns: true })
      expect(again?.value).toBe(row?.achieved)
      expect(new Decimal(again?.value ?? NaN).minus(gap).abs().lessThan('1e-8')).toBe(true)
    }),
    { numRuns: 2 },
  )
})

describe('what cannot be answered', () => {
  const ask = (target: string, key: string, range: string) =>
    capgap(['solve', plan, '--for', target, '--vary', key, '--between', range, '-q'])

  test('no value between the bounds: the closest, and exit 5', async () => {
    const { code, stdout, stderr } = await ask(
      'gap.total[oecd] = 0 in 2029-30',
      'measures.uplift.amount',
      '£0bn..£3bn',
    )
    expect([code, stdout]).toEqual([5, ''])
    expect(stderr).toContain('No measures.uplift.amount between £0m and £3bn')
    expect(stderr).toMatch(/The closest is £3bn, which brings it to 32[01]\S* GBP million/)
  })

  test.each([
    ['a measure moves no requirement', 'requirement.total[oecd] = £17bn', 'measures.uplift.amount'],
    ['a title moves no number', 'gap.total[oecd] = 0', 'title'],
  ])('%s: that is said, instead of a closest value', async (_, target, key) => {
    const { code, stdout, stderr } = await ask(`${target} in 2029-30`, key, '£0bn..£5bn')
    expect([code, stdout]).toEqual([5, ''])
    expect(stderr).toMatch(
      /It comes to \d+\S* GBP million whatever \S+ is there\. Vary a key that it rests on/,
    )
    expect(stderr).not.toContain('The closest')
  })

  test('a figure without a value says why', async () => {
    const { code, stderr } = await ask(
      'gap.total[digitisation] = 0 in 2029-30',
      'measures.uplift.amount',
      '£0bn..£3bn',
    )
    expect(code).toBe(5)
    expect(stderr).toContain('the benchmark is on digital only')
  })

  test('a bound that is no valid scenario is refused as the scenario would be', async () => {
    const { code, stderr } = await ask(
      'gap.total[oecd] = 0 in 2029-30',
      'benchmarks.oecd.share',
      '0.1%..0.6%',
    )
    expect(code).toBe(3)
    expect(stderr).toContain('at the bound 0.1%')
  })

  test('a key that is not there stands at --vary, where it was written', async () => {
    const { code, stderr } = await ask('gap.total[oecd] = 0 in 2029-30', 'measures.lift.amount', '£0bn..£5bn')
    expect(code).toBe(3)
    expect(stderr).toMatch(
      /^--vary:1:\d+: error: No entry of "measures" has the id "lift" \(at the bound £0m\)/,
    )
    expect(stderr).not.toContain('--set')
  })

  test('every slip of the question is told at once, each where it stands', async () => {
    const { code, stderr } = await ask('gpa.totl[eu41] = 5% in 2029-31', 'measures,uplift', '£1bn..5%')
    expect(code).toBe(2)
    const places = stderr.match(/^\S+:1:\d+(?=: error)/gm)?.sort()
    expect(places).toEqual(
      ['--between:1:7', '--for:1:10', '--for:1:1', '--for:1:24', '--for:1:5', '--vary:1:1'].sort(),
    )
    expect(stderr).toContain('Did you mean "gap"?')
    expect(stderr).toContain('Did you mean "total"?')
    expect(stderr).toContain('Did you mean "eu14"?')
  })

  test.each([
    ['gap.total[eu14 = 0 in 2029-30', 'A closing square bracket is expected here'],
    ['gap.total[eu14] 0 in 2029-30', 'An equals sign is expected here'],
    ['gap.total[eu14] = 0', 'A year (in 2029-30) is expected here'],
    ['gap = 0 in 2029-30', 'several'],
    ['gap[eu14] = 5% in 2029-30', 'is no value of a figure in GBP million'],
    ['gap[eu14] = £1bn in 2023-24 prices in 2029-30', 'names 2023-24 prices'],
    ['gdp.digital = 5 in 2029-30', 'has no category'],
    ['gap[eu14] = 0 in 2050-51', 'does not report 2050-51'],
  ])('%s', async (target, told) => {
    const { code, stderr } = await ask(target, 'measures.uplift.amount', '£0bn..£3bn')
    expect(code).toBe(2)
    expect(stderr).toContain(told)
  })
})

test('people read it as a sentence and a table, with prices and how to use it', async () => {
  const asked = [
    '--for',
    'gap.total[oecd] = 0 in 2029-30',
    '--vary',
    'measures.uplift.amount',
    '--between',
    '£0bn..£20bn',
  ]
  const { stdout } = await capgap(['solve', plan, ...asked])
  expect(stdout).toContain('measures.uplift.amount = £3.3bn (now £1bn) brings')
  expect(stdout).toContain('money of the day')
  expect(stdout).toMatch(/--set "measures\.uplift\.amount=£3\.32\d+bn"/)
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
})
