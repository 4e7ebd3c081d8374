import { describe, expect, test } from 'vitest'
import { drawChart } from '../../src/render/chart.ts'
import { displayWidth } from '../../src/render/width.ts'
import type { Chart, HistogramBin } from '../../src/reports/table.ts'
import { Decimal } from '../../src/terms/decimal.ts'

const words = { title: 'Gap', subtitle: 'share of draws, £bn', as: 'money', note: 'Source: hand.' } as const
const parting = { at: new Decimal(0), words: 'closed above, open below' }

const bin = (from: number | undefined, to: number | undefined, percent: number): HistogramBin => ({
  from: from === undefined ? undefined : new Decimal(from),
  to: to === undefined ? undefined : new Decimal(to),
  percent: new Decimal(percent),
})
const histogram: Chart = {
  ...words,
  kind: 'histogram',
  parting,
  bins: [
    bin(undefined, -500, 10),
    bin(-500, 0, 20),
    bin(0, 500, 40),
    bin(500, 1000, 29.99),
    bin(1000, undefined, 0.01),
  ],
}
const row = (label: string, ...quantiles: readonly [number, number, number, number, number]) => ({
  label,
  quantiles: quantiles.map((value) => new Decimal(value)) as never,
})
const fan: Chart = {
  ...words,
  kind: 'fan',
  parting,
  rows: [row('2025-26', -1000, -500, 0, 500, 1000), row('2026-27', 500, 600, 1000, 2000, 3000)],
}

describe('a histogram', () => {
  test('has a bar a bin, its share, and a line where what matters parts', () => {
    const { title, lines, beneath } = drawChart(histogram, { width: 40, blocks: false })
    expect(title).toEqual(['Gap', 'share of draws, £bn'])
    // Twenty cells for the largest share, 40%: half a cell a percent.
    expect(lines).toEqual([
      '     ≤ −0.5  #####                 10.0%',
      '−0.5 to 0.0  ##########            20.0%',
      '-----------  closed above, open below',
      ' 0.0 to 0.5  ####################  40.0%',
      ' 0.5 to 1.0  ###############       30.0%',
      '      > 1.0  #                      0.0%',
    ])
    expect(beneath).toEqual(['Source: hand.'])
  })

  test('tells edges apart that one decimal would make the same', () => {
    const narrow: Chart = {
      ...histogram,
      bins: [bin(undefined, 10, 50), bin(10, 20, 50), bin(20, undefined, 0)],
    }
    const [first, second, third] = drawChart(narrow, { width: 60, blocks: false }).lines
    expect([first, second, third].map((line) => line?.slice(0, 12).trim())).toEqual([
      '≤ 0.01',
      '0.01 to 0.02',
      '> 0.02',
    ])
  })
})

describe('a fan', () => {
  test('has an interval a row under one axis, and a line at what matters', () => {
    // 41 cells from −2 to 4: £150m a cell, so that 0 is the fourteenth.
    expect(drawChart(fan, { width: 51, blocks: false }).lines).toEqual([
      '         −2.0        0.0           2.0         4.0',
      '         +------------+-------------+------------+',
      '2025-26         ...===o====...',
      '2026-27               :   ===o=======......',
      '         : closed above, open below',
    ])
  })

  test('shows what matters inside an interval that it runs through', () => {
    const across: Chart = { ...fan, rows: [row('2025-26', -1000, -500, 500, 1000, 4000)] }
    // 40 steps of £150m: the cells are 7, 10, 17, 20 and 40, and 0 is the cell 13.
    expect(drawChart(across, { width: 51, blocks: false }).lines[2]).toBe(
      '2025-26         ...===:===o===....................',
    )
  })

  test('that has no width at all still stands on an axis', () => {
    const flat: Chart = { ...fan, rows: [row('2025-26', 5000, 5000, 5000, 5000, 5000)] }
    expect(drawChart(flat, { width: 60, blocks: false }).lines.join('\n')).toContain('o')
  })
})

test.each([40, 80, 120])('no line is wider than %d cells', (width) => {
  for (const chart of [histogram, fan])
    for (const blocks of [true, false])
      for (const line of drawChart(chart, { width, blocks }).lines)
        expect(displayWidth(line)).toBeLessThanOrEqual(width)
})
