import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../src/terms/decimal.ts'
import { capgap } from './fake-io.ts'

/**
 * `solve` of two keys against answers worked by hand from the checks of MODEL.md 5, all nominal: the gap to the OECD's 0.6% is
 * 3321 in 2029-30, shared 10% digital, 66% infrastructure; to the EU14 +253 in 2027-28 and −110 in 2029-30; on national accounts
 * 1907 and 7410 are needed, where plans of 15178.4 hold a tenth and 66%. And against `run --set`, which must give the targets back.
 */

const folder = mkdtempSync(join(tmpdir(), 'capgap-solve-two-'))
afterAll(() => rmSync(folder, { recursive: true }))

const plan = join(folder, 'plan.yaml')
const level = (id: string, split: string, more = '') =>
  `  - {id: ${id}, profile: level, amount: £0bn, from: 2026-27, to: 2034-35, split: {${split}: 100%}${more}}\n`
writeFileSync(
  plan,
  `capgap: 1\ntitle: Two uplifts to be found\nextends: current-plans\nprices: nominal\nmeasures:\n${level('tech', 'digital')}${level('estate', 'estate')}${level('real', 'estate', ', prices: 2025-26')}${level('late', 'estate').replace('2026-27', '2028-29')}`,
)

type Row = Record<'key' | 'value' | 'unit' | 'target' | 'achieved' | 'unique', string>
type Vary = readonly [key: string, range: string]
const tech: Vary = ['measures.tech.amount', '-£5bn..£10bn']
const estate: Vary = ['measures.estate.amount', '-£5bn..£10bn']
const late: Vary = ['measures.late.amount', '-£5bn..£10bn']
const upwards: readonly Vary[] = [
  ['measures.tech.amount', '£0bn..£10bn'],
  ['measures.estate.amount', '£0bn..£10bn'],
]
const sum = 'measures.tech.amount + measures.estate.amount'

const argv = (targets: readonly string[], varied: readonly Vary[], more: readonly string[] = []) => [
  'solve',
  plan,
  ...targets.flatMap((target) => ['--for', target]),
  ...varied.flatMap(([key, range]) => ['--vary', key, '--between', range]),
  ...more,
]

async function solved(...asked: Parameters<typeof argv>): Promise<Row[]> {
  const { code, stdout, stderr } = await capgap([...argv(...asked), '-f', 'csv', '-q'])
  expect([code, stderr]).toEqual([0, ''])
  return parse<Row>(stdout, { columns: true })
}

/** MODEL.md prints its checks in whole millions, and two of them may be added. */
function expectNear(rows: readonly Row[], expected: readonly number[]): void {
  expect(rows).toHaveLength(expected.length)
  rows.forEach(({ value }, index) => {
    expect(
      new Decimal(value)
        .minus(expected[index] ?? NaN)
        .abs()
        .toNumber(),
    ).toBeLessThanOrEqual(1.1)
  })
}

describe('two targets settle both keys', () => {
  test.each<[what: string, targets: readonly [string, string], varied: readonly Vary[], byHand: number[]]>([
    [
      'a share of the gap each: 10% and 66% of 3321',
      ['gap.digital[oecd] = 0 in 2029-30', 'gap.infrastructure[oecd] = 0 in 2029-30'],
      upwards,
      [332.1, 2191.9],
    ],
    [
      'the order of the targets is no matter',
      ['gap.infrastructure[oecd] = 0 in 2029-30', 'gap.digital[oecd] = 0 in 2029-30'],
      upwards,
      [332.1, 2191.9],
    ],
    [
      'two benchmarks: 1907 − 1517.8 and 7410 − 10017.7',
      ['gap.digital[eu14-digital] = 0 in 2029-30', 'gap.infrastructure[eu14-infrastructure] = 0 in 2029-30'],
      [tech, estate],
      [389.2, -2607.7],
    ],
    [
      'both keys move the total, one the digital gap: 332.1, and what is left of 3321',
      ['gap.digital[oecd] = 0 in 2029-30', 'gap.total[oecd] = 0 in 2029-30'],
      upwards,
      [332.1, 2988.9],
    ],
    [
      'two years, of which one key reaches only the later: 253, and −110 − 253',
      ['gap.total[eu14] = 0 in 2027-28', 'gap.total[eu14] = 0 in 2029-30'],
      [tech, late],
      [253, -363],
    ],
  ])('%s', async (_what, targets, varied, byHand) => {
    const rows = await solved(targets, varied)
    expectNear(rows, byHand)
    expect(rows.map(({ key, unit, target, unique }) => [key, unit, target, unique])).toEqual(
      varied.map(([key]) => [key, 'GBP million', '0', 'yes']),
    )
    for (const { achieved } of rows) expect(new Decimal(achieved).abs().lessThan('1e-8')).toBe(true)
  })

  test('a share that is not spent and an amount, which multiply', async () => {
    const rows = await solved(
      ['spend.total = £13bn in 2027-28', 'spend.total = £15bn in 2029-30'],
      [['assumptions.underspend', '0%..30%'], late],
    )
    // 13829 (1 − u) = 13000; (15178.4 + b) (1 − u) = 15000.
    const u = new Decimal(1).minus(new Decimal(13000).dividedBy(13829))
    const b = new Decimal(15000).times(13829).dividedBy(13000).minus('15178.4')
    expect(rows.map(({ unit, unique }) => [unit, unique])).toEqual([
      ['percent', 'yes'],
      ['GBP million', 'yes'],
    ])
    expect(new Decimal(rows[0]?.value ?? NaN).minus(u.times(100)).abs().lessThan('1e-8')).toBe(true)
    expect(new Decimal(rows[1]?.value ?? NaN).minus(b).abs().lessThan('1e-6')).toBe(true)
  })

  test('two shares of one mapping: 15% and 20% of 15178.4', async () => {
    const rows = await solved(
      ['spend.digital = £2276.76m in 2029-30', 'spend.other = £3035.68m in 2029-30'],
      [
        ['split.digital', '5%..40%'],
        ['split.other', '10%..50%'],
      ],
    )
    expect(rows.map(({ value }) => new Decimal(value).toDecimalPlaces(6).toFixed())).toEqual(['15', '20'])
  })

  test('targets met over an area: one pair of many, said to be one, and not unique', async () => {
    const asked = argv(
      ['shortfall.digital[oecd] = 0 in 2029-30', 'shortfall.infrastructure[oecd] = 0 in 2029-30'],
      upwards,
    )
    const { stdout } = await capgap([...asked, '-q'])
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'So do many other pairs, in a line or an area: this is one of them',
    )
    const rows = parse<Row>((await capgap([...asked, '-f', 'csv', '-q'])).stdout, { columns: true })
    expect(rows.map(({ achieved, unique }) => [achieved, unique])).toEqual([
      ['0', 'no'],
      ['0', 'no'],
    ])
    expect(Number(rows[0]?.value)).toBeGreaterThan(332)
    expect(Number(rows[1]?.value)).toBeGreaterThan(2191)
  })

  test('law: what is found, set, gives both targets back to the digit that was told', async () => {
    const millions = fc.integer({ min: -2000, max: 2000 })
    const written = (amount: number) => `${amount < 0 ? '-' : ''}£${Math.abs(amount)}m`
    await fc.assert(
      fc.asyncProperty(millions, millions, async (p, q) => {
        const rows = await solved(
          [
            `gap.digital[oecd] = ${written(p)} in 2028-29`,
            `gap.infrastructure[eu14] = ${written(q)} in 2029-30`,
          ],
          [tech, estate],
        )
        const sets = rows.flatMap(({ key, value }) => [
          '--set',
          `${key}=${value.startsWith('-') ? '-£' : '£'}${value.replace('-', '')}m`,
        ])
        const run = ['run', plan, '--figure', 'gap', ...sets, '-f', 'csv', '-q']
        const { stdout } = await capgap(run)
        const cells = parse<Record<'benchmark' | 'category' | 'year' | 'value', string>>(stdout, {
          columns: true,
        })
        const at = (...[benchmark, category, year]: string[]) =>
          cells.find((c) => c.benchmark === benchmark && c.category === category && c.year === year)?.value
        expect(at('oecd', 'digital', '2028-29')).toBe(rows[0]?.achieved)
        expect(at('eu14', 'infrastructure', '2029-30')).toBe(rows[1]?.achieved)
        rows.forEach(({ achieved, target }, index) => {
          expect(target).toBe(String([p, q][index]))
          expect(new Decimal(achieved).minus(target).abs().lessThan('1e-8')).toBe(true)
        })
      }),
      { numRuns: 2 },
    )
  })
})

describe('one target within a budget', () => {
  const close = ['gap.total[oecd] = 0 in 2029-30']
  test.each<[what: string, budget: string, unique: string, byHand: number[]]>([
    [
      'estate counts twice: technology alone, as far as d + 2e = 4000',
      'measures.tech.amount + 2 * measures.estate.amount <= £4bn',
      'no',
      [3321, 0, 2642, 679],
    ],
    [
      'the same, written the other way round',
      '2 measures.estate.amount + measures.tech.amount ≤ £4bn',
      'no',
      [3321, 0, 2642, 679],
    ],
    ['every way costs the same: both ends', `${sum} <= £4bn`, 'no', [0, 3321, 3321, 0]],
    ['all spent: one pair', 'measures.tech.amount + measures.estate.amount * 2 = £4bn', 'yes', [2642, 679]],
  ])('%s', async (_what, budget, unique, byHand) => {
    const rows = await solved(close, upwards, ['--budget', budget])
    expectNear(rows, byHand)
    expect(new Set(rows.map((row) => row.unique))).toEqual(new Set([unique]))
    for (const { achieved } of rows) expect(new Decimal(achieved).abs().lessThan('1e-8')).toBe(true)
  })

  test('an area of answers: its cheapest, and not unique', async () => {
    const rows = await solved(['shortfall.digital[oecd] = 0 in 2029-30'], upwards, [
      '--budget',
      `${sum} <= £4bn`,
    ])
    expectNear(rows, [332.1, 0])
    expect(rows.map(({ unique }) => unique)).toEqual(['no', 'no'])
  })

  test('law: a target and a budget that double together take twice as much', async () => {
    const need = async (spend: string, budget: string): Promise<Decimal[]> =>
      (
        await solved([`added.total = ${spend} in 2029-30`], upwards, [
          '--budget',
          `3 * measures.tech.amount + measures.estate.amount <= ${budget}`,
        ])
      ).map(({ value }) => new Decimal(value))
    const [once, twice] = [await need('£1bn', '£2bn'), await need('£2bn', '£4bn')]
    expect(once.map((value) => value.toDecimalPlaces(6).toFixed())).toEqual(['0', '1000', '500', '500'])
    expect(twice.map((value) => value.toDecimalPlaces(6).toFixed())).toEqual(['0', '2000', '1000', '1000'])
  })

  test('too small a budget: the closest, what it would take, and exit 5', async () => {
    const { code, stdout, stderr } = await capgap([
      ...argv(close, upwards, ['--budget', `${sum} <= £3bn`]),
      '-q',
    ])
    expect([code, stdout]).toEqual([5, ''])
    expect(stderr).toContain(
      `within the budget ${sum} <= £3bn bring gap.total[oecd] in 2029-30 to 0 GBP million`,
    )
    expect(stderr).toMatch(/\(£3bn by the budget\), which brings it to 32[01]\S* GBP million/)
    expect(stderr).toMatch(/Without the budget the cheapest is .* which comes to £3\.32\d+bn/)
  })

  test('a sum that cannot be spent', async () => {
    const { code, stderr } = await capgap([...argv(close, upwards, ['--budget', `${sum} = £21bn`]), '-q'])
    expect(code).toBe(5)
    expect(stderr).toContain('No pair between the bounds comes to such a sum')
  })
})

describe('what cannot be answered', () => {
  const asked = (targets: readonly string[], varied: readonly Vary[], more: readonly string[] = []) =>
    capgap([...argv(targets, varied, more), '-q'])
  const gap = 'gap.total[oecd] = 0 in 2029-30'
  const digital = 'gap.digital[oecd] = 0 in 2029-30'

  test('targets beyond the bounds: the closest, and where they would be met', async () => {
    const { code, stdout, stderr } = await asked(
      [digital, gap],
      [upwards[0] ?? tech, ['measures.estate.amount', '£0bn..£1bn']],
    )
    expect([code, stdout]).toEqual([5, ''])
    expect(stderr).toContain(
      'together bring gap.digital[oecd] in 2029-30 to 0 GBP million and gap.total[oecd]',
    )
    expect(stderr).toMatch(
      /Beyond the bounds, measures\.tech\.amount = £33[12]\S*m and measures\.estate\.amount = £2\.98\S*bn/,
    )
  })

  test('targets that move in step are told so', async () => {
    const { code, stderr } = await asked([gap, 'gap.total[eu14] = 0 in 2029-30'], upwards)
    expect(code).toBe(5)
    expect(stderr).toContain('Both figures move in step as these keys vary')
  })

  test.each<[what: string, targets: readonly string[], more: readonly string[], told: RegExp]>([
    [
      'a figure that neither key moves',
      [digital, 'gdp = 0 in 2029-30'],
      [],
      /gdp in 2029-30 comes to 3506\d+ \S+ million whatever the keys are there/,
    ],
    [
      'the same within a budget',
      ['gdp = 0 in 2029-30'],
      ['--budget', `${sum} <= £3bn`],
      /gdp in 2029-30 comes to 3506\d+ \S+ million whatever the keys are there/,
    ],
    [
      'a figure without a value',
      ['gap.total[digitisation] = 0 in 2029-30'],
      ['--budget', `${sum} <= £3bn`],
      /no value at any pair looked at: the benchmark is on digital only/,
    ],
  ])('%s', async (_what, targets, more, told) => {
    const { code, stderr } = await asked(targets, upwards, more)
    expect(code).toBe(5)
    expect(stderr).toMatch(told)
  })

  test('a bound that is no valid scenario', async () => {
    const { code, stderr } = await asked([gap, digital], [tech, ['benchmarks.oecd.share', '0.1%..0.6%']])
    expect(code).toBe(3)
    expect(stderr).toContain('at the bound')
  })

  const budget = (text: string) => ['--budget', text]
  test.each<[told: string, targets: readonly string[], varied: readonly Vary[], more: readonly string[]]>([
    ['leaves a line of answers without an end', [gap], upwards, []],
    ['A budget goes with one target', [gap, digital], upwards, budget(`${sum} <= £3bn`)],
    ['A budget is what two keys may come to together', [gap], [tech], budget(`${sum} <= £3bn`)],
    ['"--for" is given twice; one key can meet one target', [gap, digital], [tech], []],
    ['"--for" is given 3 times; two keys can meet two targets', [gap, digital, gap], upwards, []],
    [
      '"--vary" is given twice and "--between" once',
      [gap, digital],
      [tech],
      ['--vary', 'measures.estate.amount'],
    ],
    ['"--vary" is given 3 times', [gap, digital], [...upwards, late], []],
    ['--vary:2:1: error: "measures.tech.amount" varies already', [gap, digital], [tech, tech], []],
    [
      '--between:2:1: error: Both bounds of measures.estate.amount are the same',
      [gap, digital],
      [tech, ['measures.estate.amount', '£1bn..£1bn']],
      [],
    ],
    [
      '--between:2:1: error: measures.estate.from varies in whole years',
      [gap, digital],
      [tech, ['measures.estate.from', '2026-27..2029-30']],
      [],
    ],
    [
      '--for:2:5: error: There is no category "digitl"',
      [gap, 'gap.digitl[oecd] = 0 in 2029-30'],
      upwards,
      [],
    ],
    [
      '--budget:1:1: error: "measures.tach.amount" does not vary',
      [gap],
      upwards,
      budget('measures.tach.amount + measures.estate.amount <= £3bn'),
    ],
    [
      'Did you mean "measures.tech.amount"?',
      [gap],
      upwards,
      budget('measures.tach.amount + measures.estate.amount <= £3bn'),
    ],
    ['The budget names one of the two keys', [gap], upwards, budget('measures.tech.amount <= £3bn')],
    [
      'stands in the budget already',
      [gap],
      upwards,
      budget('measures.tech.amount + measures.tech.amount <= £3bn'),
    ],
    [
      'The weight of measures.estate.amount is nothing',
      [gap],
      upwards,
      budget('measures.tech.amount + 0 * measures.estate.amount <= £3bn'),
    ],
    ['--budget:1:47: error: "<" does not stand in a budget', [gap], upwards, budget(`${sum} < £3bn`)],
    ['takes nothing off', [gap], upwards, budget('measures.tech.amount - measures.estate.amount <= £3bn')],
    ['A key that varies is expected here', [gap], upwards, budget('measures.tech.amount + <= £3bn')],
    [
      'A number is expected here',
      [gap],
      upwards,
      budget('measures.tech.amount * x + measures.estate.amount <= £3bn'),
    ],
    [
      'A plus sign, or <= is expected here',
      [gap],
      upwards,
      budget('measures.tech.amount measures.estate.amount <= £3bn'),
    ],
    ['A quantity is expected here', [gap], upwards, budget(`${sum} <=`)],
    ['"3" is not counted as the keys are, in GBP million', [gap], upwards, budget(`${sum} <= 3`)],
    ['"5%" is not counted as the keys are, in GBP million', [gap], upwards, budget(`${sum} <= 5%`)],
    [
      'The keys cannot be added: measures.tech.amount in GBP million, assumptions.underspend in percent',
      [gap],
      [tech, ['assumptions.underspend', '0%..5%']],
      budget('measures.tech.amount + assumptions.underspend <= £3bn'),
    ],
    [
      'The budget names 2023-24 prices, and what varies is in nominal ones',
      [gap],
      upwards,
      budget(`${sum} <= £3bn in 2023-24 prices`),
    ],
    [
      'Amounts of two price bases do not add: measures.tech.amount is in nominal prices, measures.real.amount is in 2025-26 prices',
      [gap],
      [tech, ['measures.real.amount', '£0bn..£1bn']],
      budget('measures.tech.amount + measures.real.amount <= £3bn'),
    ],
  ])('%s', async (told, targets, varied, more) => {
    const { code, stdout, stderr } = await asked(targets, varied, more)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(told)
  })
})

describe('as people and machines read it', () => {
  const within = argv(['gap.total[oecd] = 0 in 2029-30'], upwards, [
    '--budget',
    'measures.tech.amount + 2 * measures.estate.amount <= £4bn',
  ])

  test('a sentence that says which answer is shown, and a table no wider than the screen', async () => {
    const { stdout } = await capgap([...within, '-q'])
    const text = stdout.replace(/\s+/g, ' ')
    expect(text).toContain(
      'measures.tech.amount = £3.3bn and measures.estate.amount = £0.0bn, which come to £3.3bn by the budget',
    )
    expect(text).toContain(
      'So does a line of pairs, from there to measures.tech.amount = £2.6bn and measures.estate.amount = £0.7bn. That is the cheapest by the budget’s own sum.',
    )
    expect(text).toMatch(/Cheapest end/)
    expect(text).toMatch(/--set "measures\.tech\.amount=£3\.32\d+bn" --set "measures\.estate\.amount=£0m"/)
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  test('JSON says how the answers lie, in which prices, within what', async () => {
    const { stdout } = await capgap([...within, '-f', 'json', '-q'])
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'solve',
      targets: ['gap.total[oecd] in 2029-30'],
      between: [
        ['£0m', '£10bn'],
        ['£0m', '£10bn'],
      ],
      valuePrices: ['nominal', 'nominal'],
      budget: 'measures.tech.amount + 2 * measures.estate.amount <= £4bn',
      answers: 'line',
      rows: [{ unique: 'no' }, { unique: 'no' }, { unique: 'no' }, { unique: 'no' }],
    })
  })

  test.each(['csv', 'ndjson', 'markdown'])('the same digits as %s', async (format) => {
    const { stdout, code } = await capgap([...within, '-f', format, '-q'])
    expect(code).toBe(0)
    expect(stdout).toMatch(format === 'markdown' ? /3\.3/ : /332[01]\.\d{9}/)
  })
})
