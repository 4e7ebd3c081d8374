import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { sentenceText } from '../../src/render/format.ts'
import { lookbackReport } from '../../src/reports/lookback.ts'
import type { Report } from '../../src/reports/table.ts'
import { defaultLookback, settleLookback, type LookbackWords } from '../../src/run/lookback.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { Decimal } from '../../src/terms/decimal.ts'
import { runsOn } from '../run/runs.ts'
import { flagsOf, rowsOf, rowsWhere } from './rows.ts'

const runs = runsOn(await loadData())

function lookback(words: LookbackWords = {}, lookbackPrices?: number): Report {
  const options = lookbackPrices === undefined ? {} : { lookbackPrices }
  return lookbackReport(settleLookback(runs.shipped('current-plans', options), words))
}

const eu14 = lookback()

describe('the long form', () => {
  it('has the contract’s columns, in order', () => {
    expect(eu14.long.columns.map(({ name }) => name)).toEqual([
      ...['group', 'subject', 'series', 'asset', 'weighting', 'nations'],
      ...['year', 'figure', 'value', 'unit', 'prices', 'status', 'flags'],
    ])
  })

  it('says in every row what was compared with what', () => {
    for (const row of rowsOf(eu14.long)) {
      expect(row).toMatchObject({
        group: 'eu14',
        subject: 'GBR',
        series: 'who',
        asset: 'total',
        weighting: 'simple',
        nations: 'complete',
        prices: 'nominal',
      })
    }
  })

  it('has a row for each year, and a total for actual, counterfactual, gap and gap-percent', () => {
    const years = Array.from({ length: 10 }, (_, index) => String(2010 + index))
    for (const figure of ['actual', 'counterfactual', 'gap', 'gap-percent']) {
      expect(
        rowsWhere(eu14, { figure }).map(({ year }) => year),
        figure,
      ).toEqual([...years, 'total'])
    }
    for (const figure of ['subject-share', 'comparator-share']) {
      expect(
        rowsWhere(eu14, { figure }).map(({ year }) => year),
        figure,
      ).toEqual(years)
    }
    expect(
      rowsOf(eu14.long)
        .filter(({ year }) => year === 'total')
        .map(({ figure }) => figure)
        .sort(),
    ).toEqual(['actual', 'counterfactual', 'gap', 'gap-percent'])
  })

  it('adds up: years to totals, counterfactual less actual to the gap, the gap over actual to percent', () => {
    const numbers = (figure: string): Decimal[] =>
      rowsWhere(eu14, { figure }).map((row) => new Decimal(row['value'] ?? NaN))
    for (const figure of ['actual', 'counterfactual', 'gap']) {
      const all = numbers(figure)
      near(
        all.slice(0, -1).reduce((a, b) => a.plus(b)),
        all.at(-1)!,
      )
    }
    for (const [index, gap] of numbers('gap').entries()) {
      near(numbers('counterfactual')[index]!.minus(numbers('actual')[index]!), gap)
      near(gap.dividedBy(numbers('actual')[index]!).times(100), numbers('gap-percent')[index]!)
    }
  })

  it('is the look-back of the Health Foundation’s kind: £57.35bn, £33.84bn more, 59.0%', () => {
    const total = (figure: string): Decimal =>
      new Decimal(rowsWhere(eu14, { figure, year: 'total' })[0]?.['value'] ?? NaN)
    expect(total('actual').dividedBy(1000).toFixed(2)).toBe('57.35')
    expect(total('gap').dividedBy(1000).toFixed(2)).toBe('33.84')
    expect(total('gap-percent').toFixed(1)).toBe('59.0')
    expect(eu14.headline.map(sentenceText).join()).toMatch(/£57\.3bn|£57\.4bn/)
    expect(eu14.headline.map(sentenceText).join()).toMatch(/£33\.8bn more \(59\.0%\)/)
  })

  it('of another nation is told in its own money, rounded as pounds are', () => {
    // The second method (test/oracle/expected/lookbacks.json): 24974.63 million, and 10323.27 million less.
    const told = lookback({ subject: 'AUT' }).headline.map(sentenceText).join()
    expect(told).toMatch(/^AUT invested 25\.0bn national currency in health/)
    expect(told).toMatch(/it would have been 10\.3bn national currency less \(41\.3%\)\.$/)
  })

  it('has units: money in GBP million, shares in percent of GDP, the gap in percent of actual', () => {
    const units: Record<string, string | undefined> = {}
    for (const row of rowsOf(eu14.long)) units[row['figure'] ?? ''] = row['unit']
    expect(units).toEqual({
      'subject-share': 'percent of GDP',
      'comparator-share': 'percent of GDP',
      actual: 'GBP million',
      counterfactual: 'GBP million',
      gap: 'GBP million',
      'gap-percent': 'percent of actual',
    })
  })
})

describe('options', () => {
  it('a window may be one year', () => {
    const one = lookback({ group: 'health-foundation-2019', window: { from: 2016, to: 2016 } })
    expect(
      rowsWhere(one, { figure: 'comparator-share' }).map(({ year, value }) => [
        year,
        new Decimal(value ?? NaN).toFixed(4),
      ]),
    ).toEqual([['2016', '0.5060']])
    const [year, total] = rowsWhere(one, { figure: 'gap' })
    expect(total?.['value']).toBe(year?.['value'])
  })

  it('prices of a calendar year are said in every row, and rest on the calendar deflator', () => {
    const real = lookback({}, 2019)
    expect(new Set(rowsOf(real.long).map(({ prices }) => prices))).toEqual(new Set(['2019']))
    const at = (report: Report, year: string) => rowsWhere(report, { figure: 'actual', year })[0]?.['value']
    expect(
      new Decimal(at(real, '2019') ?? NaN)
        .minus(at(eu14, '2019') ?? NaN)
        .abs()
        .lt('1e-30'),
    ).toBe(true)
    expect(new Decimal(at(real, '2010') ?? NaN).gt(at(eu14, '2010') ?? NaN)).toBe(true)
    expect(rowsWhere(real, { figure: 'subject-share' }).map(({ value }) => value)).toEqual(
      rowsWhere(eu14, { figure: 'subject-share' }).map(({ value }) => value),
    )
  })

  it('another subject is told in its own currency, and is never its own comparator', () => {
    const austria = lookback({ subject: 'AUT' })
    expect(rowsWhere(austria, { figure: 'actual' })[0]?.['unit']).toBe('million national currency')
    const notes = austria.tables[0]!.notes.map(String).join(' ')
    expect(notes).toContain('(5): DNK, FIN, GRC, IRL, SWE')
  })

  it('the Covid year is flagged', () => {
    const digital = lookback({
      series: 'national-accounts',
      asset: 'digital',
      nations: 'available',
      window: { from: 2020, to: 2020 },
    })
    for (const row of rowsWhere(digital, { figure: 'comparator-share' }))
      expect(flagsOf(row)).toContain('covid-year')
  })

  it('a year without any nation is missing with the reason, and so are the totals over it', () => {
    const none = lookback({
      series: 'national-accounts',
      nations: 'available',
      group: 'nordics',
      window: { from: 1980, to: 1981 },
    })
    for (const figure of ['comparator-share', 'counterfactual', 'gap']) {
      for (const row of rowsWhere(none, { figure })) {
        expect(row['value'], figure).toBeUndefined()
        expect(row['status']).toBe('')
        expect(flagsOf(row), figure).toHaveLength(1)
      }
    }
    const shares = rowsWhere(none, { figure: 'comparator-share' })
    expect(shares.map(({ flags }) => flags)).toEqual(['no-nation-with-data', 'no-nation-with-data'])
  })

  it.each<[LookbackWords, string]>([
    [{ group: 'eu41' }, 'eu14'],
    [{ weighting: 'simpel' }, 'simple'],
    [{ subject: 'GBA' }, 'GBR'],
    [{ asset: 'digital' }, 'national-accounts'],
  ])('%j is refused, and what could have been meant is named', (words, named) => {
    try {
      lookback(words)
      expect.unreachable('it was taken')
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(ProblemsError)
      const { problems, exitCode } = thrown as ProblemsError
      expect(exitCode).toBe(2)
      expect(problems.map(({ found, advice }) => `${found} ${advice}`).join()).toContain(named)
    }
  })

  it('without options and without a scenario’s own, is the default of the contract', () => {
    const plain = runs.written({
      capgap: 1,
      title: 'Plain',
      years: '2025-26',
      benchmarks: [{ id: 'eu14', kind: 'comparator-share', group: 'eu14' }],
    })
    expect(settleLookback(plain, {}).settings.lookback).toEqual(defaultLookback)
    expect(defaultLookback).toEqual({
      group: 'eu14',
      window: { from: 2010, to: 2019 },
      weighting: 'simple',
      nations: 'complete',
      subject: 'GBR',
      series: 'who',
      asset: 'total',
    })
  })
})

function near(a: Decimal, b: Decimal): void {
  expect(a.minus(b).abs().toNumber()).toBeLessThan(1e-25)
}
