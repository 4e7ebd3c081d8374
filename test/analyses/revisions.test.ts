import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { plansAgainstOutturn } from '../../src/analyses/revisions/plans.ts'
import { revisionsOf } from '../../src/analyses/revisions/vintages.ts'
import { loadData } from '../../src/datasets/load.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from '../cli/fake-io.ts'

const data = await loadData()
const { observations } = data.dataset('dhsc-capital')
const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true })
const show = async (...options: string[]) => {
  const ended = await capgap(['data', 'show', ...options, '-f', 'csv', '-q'])
  return { ...ended, rows: ended.code === 0 ? rowsOf(ended.stdout) : [] }
}

describe('the revisions of the capital budget', () => {
  const series = revisionsOf(observations)
  const today = series.find(({ dimensions }) => dimensions['definition'] === 'cdel-esa2010-ifrs16')!

  test('hold every row once', () => {
    const held = series.flatMap(({ periods }) => periods.flatMap(({ revisions }) => revisions))
    expect(held.map(({ observation }) => observation.line).sort((a, b) => a - b)).toEqual(
      observations.map(({ line }) => line).sort((a, b) => a - b),
    )
  })

  test('stand in the order of publication', () => {
    expect(today.vintages).toEqual([
      '2022-11-17',
      '2024-10-30',
      '2025-06-11',
      '2025-07',
      '2025-11-26',
      '2026-03',
    ])
  })

  test('say what each changed: 2024-25 went from 12,550 to 11,485', () => {
    const year = today.periods.find(({ period }) => period === '2024-25')!
    expect(year.revisions.map(({ change }) => change?.toString())).toEqual([
      undefined,
      '-750',
      '-200',
      '-115',
      '0',
    ])
  })

  test('add up: the first figure and every change make the last', () => {
    for (const { periods } of series) {
      for (const { period, revisions } of periods) {
        const [first] = revisions
        const last = revisions.at(-1)
        const sum = revisions.reduce(
          (total, { change }) => total.plus(change ?? 0),
          first?.observation.value ?? new Decimal(0),
        )
        expect(sum.toString(), period).toBe(last?.observation.value.toString())
      }
    }
  })
})

describe('plans against what was spent', () => {
  const plans = plansAgainstOutturn(observations)
  const percent = (published: string, period: string) =>
    plans
      .find(({ plan }) => plan.published === published && plan.period === period)
      ?.underspendRatio?.times(100)
      .toFixed(1)

  // MODEL.md 4: Autumn Statement 2022 plans against outturn 8–18%.
  test.each([
    ['2022-11-17', '2022-23', '17.9', '(12000 − 9848) / 12000'],
    ['2022-11-17', '2023-24', '10.1', '(11700 − 10519) / 11700'],
    ['2022-11-17', '2024-25', '8.5', '(12550 − 11485) / 12550'],
    ['2021-10-27', '2021-22', '3.0', '(9400 − 9119) / 9400'],
  ])('planned %s, %s: %s%% less was spent, %s', (published, period, expected) => {
    expect(percent(published, period)).toBe(expected)
  })

  test('a plan on another definition than the outturn is shown and not subtracted', () => {
    const plan = plans.find(({ plan: each }) => each.published === '2015-11-25' && each.period === '2017-18')
    expect(plan).toMatchObject({ underspend: undefined, reason: 'another-definition' })
    expect(plan?.outturn?.text).toBe('5238')
  })

  test('a year without outturn has none, and every plan has its row', () => {
    expect(plans.find(({ plan }) => plan.period === '2029-30')?.reason).toBe('no-outturn-yet')
    expect(plans.length).toBe(observations.filter(({ status }) => status === 'plan').length)
  })
})

describe('capgap data show', () => {
  test('--as-of leaves out what was published later; a month means its last day', async () => {
    const { rows } = await show('dhsc-capital', '--as-of', '2025-07-30')
    expect(rows.some(({ published }) => published === '2025-06-11')).toBe(true)
    expect(rows.some(({ published }) => published === '2025-07')).toBe(false)
    const later = await show('dhsc-capital', '--as-of', '2025-07-31')
    expect(later.rows.some(({ published }) => published === '2025-07')).toBe(true)
  })

  test('--vintages has a row for every row of the data', async () => {
    const { rows } = await show('dhsc-capital', '--vintages')
    expect(rows.length).toBe(observations.length)
    const row = rows.find((each) => each['period'] === '2024-25' && each['vintage'] === '2025-06-11')
    expect(row).toMatchObject({ value: '11600', previous: '11800', change: '-200', flags: '' })
  })

  test('--vintages sets vintages of the economy side by side, and warns that their bases differ', async () => {
    const { stdout } = await capgap(['data', 'show', 'gdp-deflator', '--vintages', '-q'])
    expect(stdout).toContain('hmt-2025')
    expect(stdout.replaceAll('\n', ' ')).toContain('Each vintage stands on its own base')
  })

  test('--plans with an as-of date knows only the outturn of that day', async () => {
    const { rows } = await show('dhsc-capital', '--plans', '--as-of', '2025-08-01')
    const of = (period: string) =>
      rows.find((each) => each['period'] === period && each['plan-published'] === '2022-11-17')
    expect(of('2022-23')).toMatchObject({ plan: '12000', outturn: '9848', underspend: '2152' })
    expect(of('2024-25')).toMatchObject({ outturn: '', flags: 'no-outturn-yet' })
  })

  test.each([
    ['a table has no vintages', ['optimism-bias', '--vintages'], 'has no vintages'],
    ['a series without plans', ['backlog-investment', '--plans'], 'nothing to set against'],
    ['both tables at once', ['dhsc-capital', '--plans', '--vintages'], 'are two tables'],
    ['a date that is none', ['dhsc-capital', '--as-of', '2023-02-30'], '2023-02-30'],
  ])('%s is a mistake of usage', async (_what, options, words) => {
    const { code, stderr } = await show(...options)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
  })
})
