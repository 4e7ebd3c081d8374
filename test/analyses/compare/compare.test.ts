import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { Decimal } from '../../../src/terms/decimal.ts'
import { capgap } from '../../cli/fake-io.ts'

type Row = Readonly<Record<string, string>>
const Wide = Decimal.clone({ precision: 200 })
const sum = (values: readonly Decimal[]): Decimal =>
  values.reduce((total, each) => total.plus(each), new Wide(0))
const folder = mkdtempSync(path.join(tmpdir(), 'capgap-compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function rowsOf(...words: string[]): Promise<Row[]> {
  const { stdout, stderr, code } = await capgap(['compare', ...words, '-f', 'csv', '-q'])
  if (code !== 0) throw new Error(stderr)
  return parse<Row>(stdout, { columns: true })
}

function file(name: string, text: string): string {
  const at = path.join(folder, name)
  writeFileSync(at, text)
  return at
}

const plain = (title: string, more: string): string =>
  `capgap: 1\ntitle: ${title}\nyears: 2025-26 to 2030-31\nprices: 2025-26\n${more}\nbenchmarks:\n  - {id: asked, kind: stated-level, amount: £14bn, prices: 2025-26}\n`
const uplift = (amount: string): string =>
  `measures:\n  - {id: uplift, profile: level, amount: ${amount}, prices: 2025-26, from: 2026-27, to: 2030-31}`
const one = file('one.yaml', plain('One', uplift('£1bn')))
const two = file('two.yaml', plain('Two', `${uplift('£3bn')}\nassumptions: {underspend: 10%}`))

describe('two scenarios of one measure, with an underspend in the second', () => {
  // 2026-27, 2025-26 prices: B the plan. One: B + 1000. Two: 0.9 × (B + 3000).
  const baseline = async (): Promise<Decimal> => {
    const { stdout } = await capgap([
      'run',
      one,
      '--figure',
      'baseline',
      '--category',
      'total',
      '--years',
      '2026-27',
      '-f',
      'csv',
      '-q',
    ])
    return new Decimal(parse<Row>(stdout, { columns: true })[0]!['value']!)
  }

  test('each input is credited as worked by hand', async () => {
    const plan = await baseline()
    const rows = await rowsOf(one, two, '--figure', 'spend', '--years', '2026-27', '--show', 'credit')
    const part = (method: string, input: string): Decimal =>
      new Decimal(rows.find((row) => row['method'] === method && row['input'] === input)!['value']!)
    const close = (value: Decimal, expected: Decimal): void =>
      expect(value.minus(expected).abs().lt('1e-30'), `${value.toString()} ${expected.toString()}`).toBe(true)
    // Stacked: the measure first, at full spend; then a tenth of everything is not spent.
    close(part('stacked', 'measures.uplift'), new Decimal(2000))
    close(part('stacked', 'assumptions.underspend'), plan.plus(3000).times('-0.1'))
    close(part('reverse', 'measures.uplift'), new Decimal(1800))
    close(part('reverse', 'assumptions.underspend'), plan.plus(1000).times('-0.1'))
    close(part('shapley', 'measures.uplift'), new Decimal(1900))
    close(part('shapley', 'assumptions.underspend'), plan.plus(2000).times('-0.1'))
  })

  test('inputs that differ come with the line that says them on either side', async () => {
    const rows = await rowsOf(one, two, '--show', 'inputs')
    const of = (key: string) =>
      rows
        .filter((row) => row['key'] === key)
        .map(({ scenario, value, file: from, line, flags }) => [
          scenario,
          value,
          from && path.basename(from),
          line,
          flags,
        ])
    expect(of('measures.uplift.amount')).toEqual([
      ['one', '£1bn', 'one.yaml', '6', ''],
      ['two', '£3bn', 'two.yaml', '6', ''],
    ])
    expect(of('assumptions.underspend')).toEqual([
      ['one', '0%', '', '', 'at-its-default'],
      ['two', '10%', 'two.yaml', '7', ''],
    ])
    expect([...new Set(rows.map(({ key }) => key))]).toEqual([
      'title',
      'measures.uplift.amount',
      'assumptions.underspend',
    ])
  })

  test('a default that an entry keeps and adds a range to is the default all the same', async () => {
    const entry =
      '{value: default, range: "uniform(0%, 5%)", why: w, source: nao-capital-2020, by: b, on: 2026-11-22}'
    const ranged = file('ranged.yaml', plain('One', `${uplift('£1bn')}\nassumptions: {underspend: ${entry}}`))
    const keys = (await rowsOf(one, ranged, '--show', 'inputs')).map(({ key }) => key)
    expect(keys).toContain('assumptions.underspend.range')
    expect(keys).not.toContain('assumptions.underspend')
  })

  test('numbers side by side, with the difference and its percentage', async () => {
    const rows = await rowsOf(
      one,
      two,
      '--figure',
      'spend',
      '--category',
      'total',
      '--years',
      '2026-27',
      '--show',
      'results',
    )
    const value = (row: string, scenario: string): Decimal =>
      new Wide(rows.find((each) => each['row'] === row && each['scenario'] === scenario)!['value']!)
    expect(rows.map(({ row }) => row)).toEqual(['value', 'value', 'difference', 'difference-percent'])
    const change = value('value', 'two').minus(value('value', 'one'))
    expect(value('difference', 'two').equals(change)).toBe(true)
    const percent = change.dividedBy(value('value', 'one')).times(100)
    expect(value('difference-percent', 'two').minus(percent).abs().lt('1e-35')).toBe(true)
  })
})

describe('the inputs that differ', () => {
  test('what an entry leaves out is at its default, and no line of the file says it', async () => {
    const three = file(
      'three.yaml',
      plain(
        'Three',
        `${uplift('£1bn')}\n  - {id: more, profile: level, amount: £2bn, from: 2026-27, to: 2030-31}`,
      ),
    )
    const rows = await rowsOf(one, three, '--show', 'inputs')
    const line = (key: string): string => {
      const row = rows.find((each) => each['key'] === `measures.more.${key}` && each['scenario'] === 'three')!
      return [row['value'], row['line'], row['flags']].join(' ')
    }
    expect(line('amount')).toBe('£2bn 7 ')
    expect(line('hold')).toBe('stop  at-its-default')
    expect(line('title')).toBe('more  at-its-default')
  })
})

describe('whatever is compared', () => {
  test.each([
    ['current-plans', 'ten-percent-2035'],
    ['match-eu14-2030', 'confed-2023'],
    ['confed-2023', 'digitise-2030'],
  ])(
    '%s and %s: parts and residual add up to the difference, to the last digit; the residual is nothing',
    async (a, b) => {
      const rows = await rowsOf(
        a,
        b,
        '--years',
        '2026-27 to 2027-28',
        '--category',
        'digital',
        '--category',
        'total',
      )
      const key = (row: Row): string =>
        [row['figure'], row['benchmark'], row['category'], row['year']].join(' ')
      const differences = rows.filter((row) => row['row'] === 'difference' && row['value'] !== '')
      expect(differences.length).toBeGreaterThan(10)
      for (const difference of differences) {
        const own = rows.filter((row) => key(row) === key(difference))
        const residual = new Wide(own.find((row) => row['row'] === 'residual')!['value']!)
        expect(residual.isZero(), key(difference)).toBe(true)
        for (const method of ['stacked', 'reverse', 'shapley']) {
          const parts = own.filter((row) => row['method'] === method).map((row) => new Wide(row['value']!))
          expect(sum(parts).plus(residual).equals(difference['value']!), `${key(difference)} ${method}`).toBe(
            true,
          )
        }
      }
    },
  )

  test('several scenarios are each set against the first', async () => {
    const rows = await rowsOf(
      'current-plans',
      'flat-real',
      'ten-percent-2035',
      '--figure',
      'spend',
      '--years',
      '2027-28',
    )
    const pairs = rows
      .filter((row) => row['row'] === 'difference')
      .map((row) => `${row['scenario']} ${row['against']}`)
    expect([...new Set(pairs)]).toEqual(['flat-real current-plans', 'ten-percent-2035 current-plans'])
  })

  test('json holds the same rows and the inputs; a file of the same name is told apart', async () => {
    const words = [one, one, '--figure', 'spend', '--years', '2027-28']
    const csv = await rowsOf(...words)
    const { stdout } = await capgap(['compare', ...words, '-f', 'json', '-q'])
    const json = JSON.parse(stdout) as { rows: Row[]; scenario: string[]; inputs: unknown[] }
    expect(json.rows.map(({ scenario, row }) => [scenario, row])).toEqual(
      csv.map(({ scenario, row }) => [scenario, row]),
    )
    expect(json.scenario).toEqual(['one', 'one (2)'])
    expect(json.inputs).toEqual([])
  })
})

describe('what cannot be compared', () => {
  test('NHS capital is never taken from the whole capital budget', async () => {
    const rows = await rowsOf(
      'current-plans',
      'confed-own-scope',
      '--figure',
      'spend',
      '--figure',
      'gdp',
      '--years',
      '2026-27',
    )
    const of = (figure: string, row: string): Row[] =>
      rows.filter((each) => each['figure'] === figure && each['row'] === row)
    expect(of('spend', 'value').every(({ value }) => value !== '')).toBe(true)
    for (const row of [...of('spend', 'difference'), ...of('spend', 'credit'), ...of('spend', 'residual')]) {
      expect([row['value'], row['flags']]).toEqual(['', 'scopes-differ'])
    }
    expect(of('gdp', 'difference').map(({ value }) => value)).toEqual(['0'])
  })

  test('prices that differ are made the first scenario’s, and it is said', async () => {
    const other = file('other.yaml', plain('Other', '').replace('prices: 2025-26', 'prices: 2023-24'))
    const { stdout } = await capgap(['compare', one, other, '--years', '2026-27', '-q'])
    const text = stdout.replaceAll('\n', ' ')
    expect(text).toContain(
      'other prints 2023-24 prices; here it is put into 2025-26 prices, those of the first scenario',
    )
    expect(text).not.toContain('one prints')
    const prices = (await rowsOf(other, one, '--years', '2026-27')).map((row) => row['prices'])
    expect([...new Set(prices)].sort()).toEqual(['', '2023-24'])
  })

  test.each([
    [['current-plans'], 'needs two or more', 'capgap compare current-plans ten-percent-2035'],
    [[], 'needs two or more', 'capgap compare current-plans'],
    [['current-plans', 'flat-real', '--seed', 'x'], '"x" is not a seed', '--seed 1'],
    [['current-plans', 'flat-real', '--show', 'credits'], 'knows no "credits"', 'Did you mean "credit"'],
    [['current-plans', 'flat-real', '--benchmark', 'eu41'], 'knows no "eu41"', 'Did you mean "eu14"'],
  ])('refuses %s', async (words, found, advice) => {
    const { code, stderr } = await capgap(['compare', ...words])
    expect(code).toBe(2)
    expect(stderr).toContain(found)
    expect(stderr).toContain(advice)
  })

  test('scenarios that report no year in common', async () => {
    const early = file('early.yaml', plain('Early', '').replace('2025-26 to 2030-31', '2022-23 to 2024-25'))
    const { code, stderr } = await capgap(['compare', early, one])
    expect(code).toBe(2)
    expect(stderr).toContain('no year in common')
    expect((await capgap(['compare', early, one, '--years', '2026-27', '-q'])).code).toBe(0)
  })
})
