import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { against, type GapAgainst } from '../../src/analyses/against/against.ts'
import { isMissing } from '../../src/engine/calculators/exact.ts'
import { loadData } from '../../src/datasets/load.ts'
import type { ModelRun } from '../../src/run/run.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from '../cli/fake-io.ts'
import { runsOn } from '../run/runs.ts'

const data = await loadData()
const runs = runsOn(data)
const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true })
const Wide = Decimal.clone({ precision: 200 })
const sum = (values: readonly Decimal[]) => values.reduce((total, value) => total.plus(value), new Wide(0))

/** A scenario whose measures follow the budget and whose plans are not spent in full. */
const reacting = {
  capgap: 1,
  title: 'Reacting',
  years: '2023-24 to 2032-33',
  prices: '2025-26',
  measures: [{ id: 'grow', title: 'Growth', profile: 'growth', rate: '2%', from: '2026-27', to: '2029-30' }],
  benchmarks: [
    { id: 'eu14', kind: 'comparator-share', group: 'eu14' },
    { id: 'tenth', kind: 'budget-share', share: '10%', from: '2026-27', by: '2034-35' },
    {
      id: 'ask',
      kind: 'stated-additional',
      amount: '£6.4bn',
      prices: '2023-24',
      source: 'nhsconfed-investing-to-save-2023',
    },
  ],
  assumptions: { underspend: '5%' },
}
const underBoth = (first: string | undefined, second: string | undefined): GapAgainst[] => {
  const at = (asOf: string | undefined): ModelRun =>
    runs.written(reacting, asOf === undefined ? {} : { asOf })
  return [...against(at(first), at(second))]
}
const at = (gaps: readonly GapAgainst[], benchmark: string, year: number, category = 'total') =>
  gaps.find((each) => each.benchmark === benchmark && each.year === year && each.category === category)!

const spans: [string | undefined, string | undefined][] = [
  ['2023-11-28', undefined],
  ['2024-12-31', '2025-07-31'],
  [undefined, '2023-11-28'],
  ['2025-12-31', '2025-12-31'],
]

describe.each(spans)('from %s to %s', (first, second) => {
  const gaps = underBoth(first, second)

  test('the parts add up to the whole, to the last digit, for every benchmark, category and year', () => {
    let moved = 0
    for (const each of gaps) {
      const { change, steps, before, after } = each
      if (isMissing(before) || isMissing(after)) {
        expect(change).toBeUndefined()
        continue
      }
      const parts = sum(steps.flatMap((step) => [step.baseline, step.requirement, step.scenario]))
      const where = `${each.benchmark} ${each.category} ${each.year}`
      expect(parts.equals(new Wide(after.n).minus(before.n)), where).toBe(true)
      expect(new Wide(each.data!).plus(each.scenario!).equals(change!), where).toBe(true)
      if (!change!.isZero()) moved++
    }
    expect(moved > 0).toBe(first !== second)
  })

  test('both ends are what run prints under each date', () => {
    const run = runs.written(reacting, second === undefined ? {} : { asOf: second })
    const other = against(run, run)
    expect(gaps.map(({ after }) => after)).toEqual(other.map(({ after }) => after))
    expect(other.every(({ change, steps }) => (change?.isZero() ?? true) && steps.length === 0)).toBe(true)
  })
})

describe('what each publication is credited with', () => {
  const nominal = runs.shipped('current-plans', { asOf: '2023-11-28', prices: 'nominal' })
  const today = runs.shipped('current-plans', { prices: 'nominal' })
  const gaps = against(nominal, today, { benchmarks: ['eu14'], categories: ['total'] })
  const year = (start: number) =>
    at(gaps, 'eu14', start).steps.map(({ day, baseline, rows }) => [day, baseline.toString(), rows.join()])

  // By hand from the rows of 2024-25: 12550, 11800, 11600, 11485; a lower plan widens the gap.
  test('2024-25: three publications, each with the row it brought', () => {
    expect(year(2024)).toEqual([
      ['2024-10-30', '750', 'dhsc-capital/observations.csv:47'],
      ['2025-06-11', '200', 'dhsc-capital/observations.csv:48'],
      ['2025-11-26', '115', 'dhsc-capital/observations.csv:49'],
    ])
  })

  test('MODEL.md 1: the plan of 2024-25 was 12550, the outturn is 11485: 1065 in all', () => {
    expect(at(gaps, 'eu14', 2024).change?.toString()).toBe('1065')
  })

  test('no requirement moved, and nothing in the scenario responds', () => {
    const parts = gaps.flatMap(({ steps }) => steps.flatMap((step) => [step.requirement, step.scenario]))
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.every((part) => part.isZero())).toBe(true)
  })
})

describe('the three parts', () => {
  const gaps = underBoth('2023-11-28', undefined)

  test('a benchmark on the budget moves with it', () => {
    const { steps } = at(gaps, 'tenth', 2029)
    expect(steps.some(({ requirement }) => !requirement.isZero())).toBe(true)
    expect(at(gaps, 'eu14', 2029).steps.every(({ requirement }) => requirement.isZero())).toBe(true)
  })

  test('an addition to the plans of its day does not move when plans do', () => {
    expect(at(gaps, 'ask', 2029).steps.every(({ requirement }) => requirement.isZero())).toBe(true)
  })

  test('an underspend that ends with outturn is the scenario’s: 5% of 11600 comes back in 2024-25', () => {
    // As of 2025-06-11 the plan is 11600, of which 5% would not be spent; as of 2025-11-26 it is outturn.
    const step = at(gaps, 'eu14', 2024).steps.find(({ day }) => day === '2025-11-26')!
    const deflator = (period: string) =>
      data.dataset('gdp-deflator').at({ vintage: 'obr-2026-03' }, period)[0]!.value
    const expected = new Decimal(-580).times(deflator('2025-26')).dividedBy(deflator('2024-25'))
    expect(step.scenario.toDecimalPlaces(20).equals(expected.toDecimalPlaces(20))).toBe(true)
  })

  test('backwards is forwards with the signs turned', () => {
    const back = underBoth(undefined, '2023-11-28')
    for (const [index, each] of gaps.entries()) {
      const turned = [...back[index]!.steps].reverse()
      expect(turned.map(({ day, baseline }) => [day, baseline.negated().toFixed()])).toEqual(
        each.steps.map(({ day, baseline }) => [day, baseline.toFixed()]),
      )
    }
  })
})

describe('capgap run --as-of A --against B', () => {
  const words = ['run', '--as-of', '2023-11-28', '--against', 'today', '--benchmark', 'eu14', '-q']

  test('prints the columns of run, and what the change is credited to; change = data + scenario', async () => {
    const { stdout, code } = await capgap([...words, '-f', 'csv', '--years', '2025-26'])
    expect(code).toBe(0)
    expect(stdout.split('\n')[0]).toBe(
      'scenario,figure,benchmark,category,year,value,unit,prices,status,flags,as-of,published,rows',
    )
    const total = rowsOf(stdout).filter(({ category }) => category === 'total')
    const value = (figure: string, published = '') =>
      new Wide(
        total.find((row) => row['figure'] === figure && row['published'] === published)?.['value'] ?? 'NaN',
      )
    const gap = (asOf: string) =>
      new Wide(total.find((row) => row['figure'] === 'gap' && row['as-of'] === asOf)!['value']!)
    expect(gap('today').minus(gap('2023-11-28')).equals(value('gap-change'))).toBe(true)
    expect(value('gap-change-data').plus(value('gap-change-scenario')).equals(value('gap-change'))).toBe(true)
  })

  test('carries the same rows in every machine format, and says the split in words', async () => {
    const [csv, json, table] = await Promise.all(
      ['csv', 'json', 'table'].map(async (format) => (await capgap([...words, '-f', format])).stdout),
    )
    const { rows, against: second } = JSON.parse(json!) as { rows: unknown[]; against: string | null }
    expect(rows.length).toBe(rowsOf(csv!).length)
    expect(second).toBeNull()
    expect(table!.replaceAll('\n', ' ')).toContain('data revisions changed the gap in 2029-30 by −£1.1bn')
  })

  test('today sets aside the date a scenario names', async () => {
    const { stdout } = await capgap([
      'run',
      'confed-2023',
      '--as-of',
      '2023-11-28',
      '--against',
      'today',
      '-f',
      'csv',
      '-q',
    ])
    expect(rowsOf(stdout).some((row) => row['as-of'] === 'today')).toBe(true)
  })

  test.each([
    [['--against', 'soon'], 'cannot read "soon" as a date'],
    [['--against', 'today', '--figure', 'spend'], '"--figure" does not go with "--against"'],
    [['--against', 'today', '--by', 'sub-category'], '"--by" does not go with "--against"'],
    [['--against', 'today', '--record', 'run.json'], '"--record" does not go with "--against"'],
  ])('refuses %s', async (options, found) => {
    const { code, stderr } = await capgap(['run', ...options])
    expect(code).toBe(2)
    expect(stderr).toContain(found)
    expect(stderr.match(/error: /g)).toHaveLength(1)
  })
})

describe('the vintage of the economy', () => {
  test('--economy chooses it, and every output names it', async () => {
    const options = ['--economy', 'hmt-2025', '--benchmark', 'eu14', '--years', '2026-27', '-q']
    const { stdout } = await capgap(['run', ...options])
    const text = stdout.replaceAll('\n', ' ')
    expect(text).toContain('GDP and deflator: hmt-2025.')
    expect(text).toContain('uk-gdp has one vintage only, published 2026-03, which is used.')
    const { stdout: json } = await capgap(['run', ...options, '-f', 'json'])
    expect(JSON.parse(json)).toMatchObject({ economy: 'hmt-2025' })
    const { stdout: csv } = await capgap([
      'explain',
      'deflator',
      '--year',
      '2026-27',
      '--economy',
      'hmt-2025',
      '-q',
    ])
    expect(csv).toContain('vintage hmt-2025')
  })

  test('a look-back in real prices names the vintage of its deflator', async () => {
    const { stdout } = await capgap(['lookback', '--prices', '2019', '-q'])
    const text = stdout.replaceAll('\n', ' ')
    expect(text).toMatch(/2019 prices, calendar years, by the GDP deflator at market prices, vintage [a-z]+-/)
  })

  test('one that is not there is refused, with those that are', async () => {
    const { code, stderr } = await capgap(['run', '--economy', 'obr-2020'])
    expect(code).toBe(3)
    expect(stderr).toContain('obr-2026-03')
  })

  test('with an as-of date, what was published later is flagged hindsight', async () => {
    const { stdout } = await capgap([
      'run',
      '--as-of',
      '2023-11-28',
      '--benchmark',
      'eu14',
      '-f',
      'csv',
      '-q',
    ])
    const rows = rowsOf(stdout).filter(({ category, value }) => category === 'total' && value !== '')
    const flags = (figure: string) =>
      rows.filter((row) => row['figure'] === figure).map((row) => row['flags']!)
    expect(flags('requirement').length).toBeGreaterThan(0)
    expect(flags('requirement').every((each) => each.split(';').includes('hindsight'))).toBe(true)
  })
})
