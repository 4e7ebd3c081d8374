import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../../src/terms/decimal.ts'
import { capgap } from '../../cli/fake-io.ts'

type Row = Readonly<Record<string, string>>
const folder = mkdtempSync(path.join(tmpdir(), 'capgap-appraise-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(...words: string[]): Promise<Row[]> {
  const { stdout, stderr, code } = await capgap(['appraise', ...words, '-f', 'csv', '-q'])
  if (code !== 0) throw new Error(stderr)
  return parse<Row>(stdout, { columns: true })
}
async function textOf(...words: string[]): Promise<string> {
  return (await capgap(['appraise', ...words, '-q'])).stdout.replaceAll('\n', ' ').replaceAll(/ +/g, ' ')
}
function file(name: string, text: string): string {
  const at = path.join(folder, name)
  writeFileSync(at, text)
  return at
}
const scenario = (measure: string, more = ''): string =>
  `capgap: 1\ntitle: By hand\nyears: 2025-26 to 2034-35\nprices: 2025-26\nmeasures:\n  - ${measure}\nbenchmarks:\n  - {id: asked, kind: stated-level, amount: £20bn, prices: 2025-26}\n${more}`
const buildings =
  '{id: build, profile: level, amount: £100m, prices: 2025-26, from: 2026-27, to: 2026-27, split: {estate: 100%}}'
const records =
  '{id: records, profile: level, amount: £100m, prices: 2025-26, from: 2026-27, to: 2026-27, split: {electronic-records: 100%}, revenue: {one-off: 10%, recurring: 5%}}'
const capital = (rows: readonly Row[], wanted: string): string => {
  const row = rows.find((each) => each['figure'] === 'present-value-of-capital' && each['case'] === wanted)
  return row!['value'] === '' ? row!['flags']! : new Decimal(row!['value']!).toFixed(12)
}
const discounted = (amount: string): string => new Decimal(amount).dividedBy('1.035').toFixed(12)

describe('optimism bias before and after (C8, C9)', () => {
  const bias = (text: string): string => `optimism-bias:\n  ${text}\n`
  test.each<[what: string, measure: string, more: string, before: string, after: string]>([
    [
      '51% with 92% managed is 4.08%: £100m → £104.08m',
      buildings,
      bias('infrastructure: {type: non-standard-buildings, mitigation: 92%, evidence: Piloted}'),
      discounted('100'),
      discounted('104.08'),
    ],
    [
      'a blend of 30% and 70% is 32.1%',
      buildings,
      bias('infrastructure: {type: {non-standard-buildings: 30%, standard-buildings: 70%}}'),
      discounted('100'),
      discounted('132.1'),
    ],
    [
      'nothing said, digital: the upper bound of equipment, 200%',
      records,
      '',
      discounted('100'),
      discounted('300'),
    ],
    [
      'nothing said, buildings: their type must be named',
      buildings,
      '',
      discounted('100'),
      'infrastructure-type-not-named',
    ],
  ])('%s', async (_what, measure, more, before, after) => {
    const rows = await rowsOf(file('bias.yaml', scenario(measure, more)))
    expect([capital(rows, 'as-said'), capital(rows, 'optimism-bias')]).toEqual([before, after])
  })
})

test.each([
  ['infrastructure', buildings, 'digital: {}'],
  ['digital', records, 'infrastructure: {type: standard-buildings}'],
])(
  'a bias set for the other category leaves %s as it was said to cost, and it is said',
  async (category, measure, bias) => {
    const at = file('partly.yaml', scenario(measure, `optimism-bias:\n  ${bias}\n`))
    const rows = await rowsOf(at)
    expect(capital(rows, 'optimism-bias')).toBe(discounted('100'))
    const left = `sets no optimism bias for ${category}, so its measures are not raised`
    expect(await textOf(at)).toContain(left)
    const whole = file(
      'wholly.yaml',
      scenario(measure, 'optimism-bias:\n  digital: {}\n  infrastructure: {type: standard-buildings}\n'),
    )
    expect(await textOf(whole)).not.toContain('sets no optimism bias for')
  },
)

describe('day-to-day costs that capital brings', () => {
  test('£100m in year 1 brings £10m then, and £5m in that year and every later one', async () => {
    const rows = await rowsOf(file('revenue.yaml', scenario(records)), '--horizon', '3')
    const value = (figure: string): string =>
      new Decimal(
        rows.find((row) => row['figure'] === figure && row['case'] === 'as-said')!['value']!,
      ).toFixed(12)
    const pounds = (amount: number, year: number) =>
      new Decimal(amount).dividedBy(new Decimal('1.035').pow(year))
    expect(value('present-value-of-revenue-one-off')).toBe(pounds(10, 1).toFixed(12))
    const recurring = pounds(5, 1).plus(pounds(5, 2)).plus(pounds(5, 3))
    expect(value('present-value-of-revenue-recurring')).toBe(recurring.toFixed(12))
    expect(value('present-value-of-cost')).toBe(pounds(110, 1).plus(recurring).toFixed(12))
  })
})

describe('the lower-rate test (C2)', () => {
  test.each([
    ['50', false],
    ['51', true],
  ])('a horizon of %s years: %s', async (horizon, shown) => {
    const words = ['digitise-2030', '--benchmark', 'digitisation', '--horizon', horizon]
    expect((await rowsOf(...words)).some((row) => row['case'] === 'lower-rates')).toBe(shown)
    expect((await textOf(...words)).includes('Beyond 50 years the lower rates')).toBe(shown)
  })
})

describe('one input at a time (C10)', () => {
  // Gap: £20bn − (1 − u)(plan), by the year; money × k enters the gap as −k × £100m ÷ 1.035.
  test('the money of a measure at which the gap changes sign is where k × its present value is the gap without it', async () => {
    const big = 'id: big, profile: level, amount: £6bn, prices: 2025-26, from: 2025-26, to: 2034-35'
    const rows = await rowsOf(file('switch.yaml', scenario(`{${big}}`)))
    const value = (figure: string, wanted: Partial<Row> = {}): Decimal => {
      const found = rows.find(
        (row) => row['figure'] === figure && Object.entries(wanted).every(([key, each]) => row[key] === each),
      )
      return new Decimal(found!['value']!)
    }
    const gap = value('present-value-of-gap', { case: 'as-said', input: '' })
    const cost = value('present-value-of-capital', { case: 'as-said' })
    const expected = gap.plus(cost).dividedBy(cost)
    expect(value('switching-value', { input: 'measures-cost' }).minus(expected).abs().lt('1e-9')).toBe(true)
    const low = value('present-value-of-gap', { case: 'low', input: 'measures-cost' })
    expect(low.minus(gap.plus(cost)).abs().lt('1e-20')).toBe(true)
  })

  test('where the scenario sets an optimism bias, it is in what is moved, and title and headline say so', async () => {
    // Digital is 20% of £14bn a year, and 200% of that raises the requirement by £5.6bn in each of the three years.
    const text = [
      'capgap: 1',
      'title: By hand',
      'years: 2025-26 to 2027-28',
      'prices: 2025-26',
      'benchmarks:',
      '  - {id: asked, title: Asked, kind: stated-level, amount: £14bn, prices: 2025-26, split: {digital: 20%, infrastructure: 80%}}',
    ].join('\n')
    const plainly = file('unbiased.yaml', `${text}\n`)
    const biased = file('biased.yaml', `${text}\noptimism-bias:\n  digital: {}\n`)
    const present = (rows: readonly Row[], wanted: string): Decimal =>
      new Decimal(
        rows.find((row) => row['figure'] === 'present-value-of-gap' && row['case'] === wanted)!['value']!,
      )
    const rows = await rowsOf(biased)
    const raised = new Decimal(5600).times(new Decimal(1).plus(1 / 1.035).plus(1 / 1.035 / 1.035))
    const gap = present(rows, 'as-said')
    const after = present(rows, 'optimism-bias')
    expect(after.minus(gap).minus(raised).abs().lt('1e-6')).toBe(true)
    // The lowest underspend is none: the gap as it stands, with its optimism bias.
    const low = rows.find((row) => row['input'] === 'underspend' && row['case'] === 'low')!
    expect(new Decimal(low['value']!).equals(after)).toBe(true)
    const told = await textOf(biased)
    expect(told).toMatch(/Asked: the gap has a present value of [+−]£\S+, \+£\S+ with optimism bias\./)
    expect(told).toContain('One at a time: present value of the gap with optimism bias, Asked (asked)')
    const unbiased = await textOf(plainly)
    expect(unbiased).toContain('One at a time: present value of the gap, Asked (asked)')
  })

  test('a sign that flips nowhere is an answer', async () => {
    const rows = await rowsOf('current-plans', '--benchmark', 'eu14')
    const flip = rows.find((row) => row['figure'] === 'switching-value' && row['input'] === 'discount-rate')
    expect([flip!['value'], flip!['flags']]).toEqual(['', 'none-in-range'])
  })
})

describe('vintages of the rates (C4)', () => {
  const bundled = readFileSync(
    new URL('../../../data/discount-rates/observations.csv', import.meta.url),
    'utf8',
  )
  const about = readFileSync(new URL('../../../data/discount-rates/about.yaml', import.meta.url), 'utf8')
  /** A folder that adds an edition of 3% throughout, as the review of 2026 is said to propose. */
  const added = (rows: string): string => {
    const data = mkdtempSync(path.join(folder, 'data-'))
    mkdirSync(path.join(data, 'discount-rates'))
    writeFileSync(path.join(data, 'discount-rates/about.yaml'), about.replace('joins: false', 'joins: true'))
    writeFileSync(path.join(data, 'discount-rates/observations.csv'), `${bundled.split('\n')[0]}\n${rows}\n`)
    return data
  }

  test('the default is gb-2026, adopted', async () => {
    const { stdout } = await capgap(['appraise', 'digitise-2030', '--benchmark', 'eu14', '-f', 'json', '-q'])
    expect(JSON.parse(stdout)).toMatchObject({ vintage: 'gb-2026', adopted: true, schedule: 'standard' })
  })

  test('another set is used where it is named, and labelled as only recommended', async () => {
    const data = added('review-2026,standard,0,,3.00,dft-tag-green-book-2026')
    const words = [file('v.yaml', scenario(records)), '--data', data, '--vintage', 'review-2026']
    const rows = await rowsOf(...words)
    expect(capital(rows, 'as-said')).toBe(new Decimal(100).dividedBy('1.03').toFixed(12))
    expect(await textOf(...words)).toContain('review-2026 (recommended, not adopted), standard schedule')
  })

  test('rates with a hole between two spans are invalid data', async () => {
    const data = added(
      'review-2026,standard,0,30,3.00,dft-tag-green-book-2026\nreview-2026,standard,32,,2.00,dft-tag-green-book-2026',
    )
    const { code, stderr } = await capgap(['appraise', '--data', data, '--vintage', 'review-2026'])
    expect(code).toBe(4)
    expect(stderr).toContain('spans-with-gaps')
  })
})

describe('what is said beside the numbers', () => {
  test('that a gap is financial, that taxes are not uplifted, what 3.5% is made of', async () => {
    const text = await textOf('digitise-2030', '--benchmark', 'eu14')
    expect(text).toContain('It is no social cost of having too little')
    expect(text).toContain('No general uplift is made for the burden of taxes')
    expect(text).toContain('0.5% time preference + 1.0% risk + 1 × 2.0% growth')
  })

  test('that the health schedule is for health effects', async () => {
    const text = await textOf('digitise-2030', '--schedule', 'health', '--benchmark', 'eu14')
    expect(text).toContain(
      'The health schedule is for health effects; costs are discounted at the standard one.',
    )
  })

  test('explain shows 3.5 = δ 0.5 + L 1.0 + μ 1 × g 2.0 (C3), and the published row', async () => {
    const { stdout } = await capgap(['explain', 'discount-rate', '--year', '2026-27', '-q'])
    for (const words of [
      'δ: 0.5 percent',
      'L: 1 percent',
      'μ: 1 ratio',
      'g: 2 percent',
      'observations.csv:2: 3.50',
    ])
      expect(stdout).toContain(words)
  })
})

describe('what is refused', () => {
  test.each([
    [['--prices', 'nominal'], 'nominal-flows', '--prices 2025-26'],
    [['--vintage', 'gb-2062'], 'knows no "gb-2062"', 'Did you mean "gb-2026"'],
    [['--schedule', 'lower'], 'knows no "lower"', 'standard, health'],
    [['--horizon', '0'], '"0" is not a number of years', '--horizon 60'],
    [['--horizon', '151'], '"151" is not a number of years', '--horizon 60'],
    [['--base-year', '2090-91', '--horizon', '150'], 'would end in 2240', '--base-year'],
    [['--base-year', '2034-35'], 'reports no year after 2034-35', '--horizon 10'],
    [['--benchmark', 'eu41'], 'knows no "eu41"', 'eu14'],
  ])('%s', async (words, found, advice) => {
    const { code, stderr } = await capgap(['appraise', ...words])
    expect(code).toBe(2)
    expect(stderr).toContain(found)
    expect(stderr).toContain(advice)
  })
})

test('every machine format holds the same rows', async () => {
  const words = ['appraise', 'digitise-2030', '--benchmark', 'digitisation', '-q', '-f']
  const [csv, json, ndjson] = await Promise.all(
    ['csv', 'json', 'ndjson'].map(async (format) => (await capgap([...words, format])).stdout),
  )
  const count = parse<Row>(csv!, { columns: true }).length
  expect((JSON.parse(json!) as { rows: unknown[] }).rows.length).toBe(count)
  expect(ndjson!.trim().split('\n').length).toBe(count)
})
