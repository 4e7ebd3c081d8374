import { describe, expect, it } from 'vitest'
import { loadData } from '../../src/datasets/load.ts'
import { furtherFigureNames } from '../../src/figures/further/names.ts'
import { furtherFigures } from '../../src/figures/further/figures.ts'
import { digitalReport } from '../../src/reports/history/digital.ts'
import { historyReport } from '../../src/reports/history/nations.ts'
import type { Report } from '../../src/reports/table.ts'
import { settleLookback } from '../../src/run/lookback.ts'
import { runsOn } from '../run/runs.ts'

/** The past: government beside all funders, stocks, the long form, and the page on digital. Numbers from MODEL.md 3. */

const runs = runsOn(await loadData())
const run = runs.shipped('current-plans')

type Line = Readonly<Record<string, string>>
function linesOf({ long }: Report): Line[] {
  return long.rows.map(({ cells }) =>
    Object.fromEntries(
      cells.map((cell, index) => [
        long.columns[index]!.name,
        cell.kind === 'number' ? cell.value.toString() : cell.kind === 'text' ? cell.text : '',
      ]),
    ),
  )
}

describe('the page on digital', () => {
  const lines = linesOf(digitalReport(settleLookback(run, {})))
  const flow = lines.filter(({ part }) => part === 'flow')
  const share = (what: string) => Number(flow.find((line) => line['what'] === what)?.['value']).toFixed(5)

  it.each([
    ['GBR, mean of 2015-2019', '0.08433'],
    ['GBR, mean of 2021-2023', '0.11520'],
    ['GBR', '0.14100'],
    ['eu14, mean of 11 nations', '0.08159'],
    ['eu14, median of 11 nations', '0.05965'],
  ])('prints the flow of %s as MODEL.md 3 does', (what, expected) => {
    expect(share(what)).toBe(expected)
  })

  it('names the leaders of MODEL.md 3', () => {
    expect(['NLD', 'AUT', 'PRT'].map((nation) => Number(share(nation)).toFixed(3))).toEqual([
      '0.188',
      '0.172',
      '0.161',
    ])
  })

  it('prints the stock as published: 3,510 of ICT and 8,607 of software in 2023', () => {
    const found = lines.find((line) => line['part'] === 'stock' && line['year'] === '2023')
    expect([found?.['value'], found?.['unit']]).toEqual(['12117', 'GBP million'])
  })

  it('has a source for every costed need, and says of each part what it cannot show', () => {
    const need = lines.filter(({ part }) => part === 'need')
    expect(need.map(({ value }) => value)).toEqual(['5', '2.25', '1.5', '8.1', '5', '10'])
    expect(need.filter(({ source }) => source === '')).toEqual([])
    for (const { notes } of digitalReport(settleLookback(run, {})).tables) {
      expect(notes.some((note) => typeof note === 'string' && note.startsWith('Can show'))).toBe(true)
      expect(notes.some((note) => typeof note === 'string' && note.startsWith('Cannot show'))).toBe(true)
    }
  })
})

describe('figures of the past', () => {
  const settled = settleLookback(run, { window: { from: 2020, to: 2020 } })
  const lines = linesOf(historyReport(settled, undefined))
  const of = (nation: string, figure: string) =>
    lines.find((line) => line['nation'] === nation && line['figure'] === figure)

  it.each([
    ['GBR', 'government-capital', '9895', 'GBP million'],
    // 9895 − 1645.
    ['GBR', 'government-capital-without-research', '8250', 'GBP million'],
    ['AUT', 'stock', '27604.7', 'million national currency'],
    // 2983 + 439.2.
    ['AUT', 'stock-digital', '3422.2', 'million national currency'],
    ['AUT', 'stock-infrastructure', '23054.2', 'million national currency'],
  ])('%s %s is what the data print', (nation, figure, value, unit) => {
    expect([of(nation, figure)?.['value'], of(nation, figure)?.['unit']]).toEqual([value, unit])
  })

  it('says why a value is missing', () => {
    expect([of('PRT', 'stock-digital')?.['value'], of('PRT', 'stock-digital')?.['flags']]).toEqual([
      '',
      'no-observation',
    ])
  })

  it('has a row for every nation, year and figure, the subject first', () => {
    const nations = new Set(lines.map(({ nation }) => nation))
    const figures = new Set(lines.map(({ figure }) => figure))
    expect(lines.length).toBe(nations.size * figures.size)
    expect(lines[0]?.['nation']).toBe('GBR')
  })

  it('takes any subject and window', () => {
    const other = linesOf(
      historyReport(settleLookback(run, { subject: 'FRA', group: 'g7', window: { from: 2000, to: 2001 } }), [
        'government-capital',
      ]),
    )
    expect(other.slice(0, 2).map(({ nation, year }) => [nation, year])).toEqual([
      ['FRA', '2000'],
      ['FRA', '2001'],
    ])
  })
})

it('the names known at start-up are those of the figures that load later, in their order', () => {
  expect(furtherFigureNames).toEqual(furtherFigures.map(({ name }) => name))
})
