import { describe, expect, it } from 'vitest'
import { drawChart } from '../../src/render/chart.ts'
import type { TornadoChart } from '../../src/reports/table.ts'
import { Decimal } from '../../src/terms/decimal.ts'

const d = (value: number): Decimal => new Decimal(value)

/** Now at +£1bn: one input that moves it both ways, one that only lowers it, and one with both ends above. */
const chart: TornadoChart = {
  kind: 'tornado',
  title: 'A tornado',
  subtitle: 'Gap in £bn',
  as: 'money',
  parting: { at: d(0), words: 'no gap' },
  note: 'Source: a test.',
  now: d(1000),
  rows: [
    { label: 'both', low: { at: ['1%'], value: d(-2000) }, high: { at: ['9%'], value: d(4000) } },
    { label: 'lowers', low: { at: ['0%'], value: d(1000) }, high: { at: ['5%'], value: d(-1000) } },
    { label: 'above', low: { at: ['£1m'], value: d(2000) }, high: { at: ['£2m'], value: d(3000) } },
  ],
}

describe('a tornado drawn with characters', () => {
  const { title, lines, beneath } = drawChart(chart, { width: 61, blocks: false })

  it('keeps its words', () => {
    expect([title, beneath]).toEqual([['A tornado', 'Gap in £bn'], ['Source: a test.']])
  })

  it('writes both ends above their bar, around the value now, with the line of no gap', () => {
    const axis = '+-------------------+-------------------+-------------------+'
    expect(lines).toEqual([
      '−2.0               0.0                 2.0                4.0',
      axis,
      'both   low 1%: −2.0   high 9%: +4.0',
      '....................:.........|==============================',
      'lowers   low 0%: +1.0   high 5%: −1.0',
      '          ==========:=========|',
      'above   low £1m: +2.0   high £2m: +3.0',
      '                    :         |..........==========',
      axis,
      '. towards the low end   = towards the high end   | now (+1.0)',
      ': no gap',
    ])
  })
})
