import { describe, expect, it } from 'vitest'
import { drawChart } from '../../src/render/chart.ts'
import type { CurveChart } from '../../src/reports/table.ts'
import { Decimal } from '../../src/terms/decimal.ts'

/** 24 parts from −£6bn to +£5.5bn in steps of half a billion; "early" stands behind the first half alone. */
const chart: CurveChart = {
  kind: 'curve',
  title: 'A curve',
  subtitle: 'Gap in £bn',
  as: 'money',
  axis: 'of all',
  note: 'What it rests on.',
  values: Array.from({ length: 24 }, (_, part) => new Decimal((part - 12) * 500)),
  choices: [
    {
      label: 'When',
      rows: [
        { label: 'early', densities: Array.from({ length: 24 }, (_, part) => (part < 12 ? 2 : 0)) },
        { label: 'often late', densities: Array.from({ length: 24 }, (_, part) => (part < 12 ? 0.25 : 3.5)) },
        { label: 'evenly', densities: Array.from({ length: 24 }, () => 1) },
      ],
    },
  ],
}

describe('a curve drawn with characters', () => {
  const { title, lines, beneath } = drawChart(chart, { width: 40, blocks: false })

  it('keeps its words', () => {
    expect([title, beneath]).toEqual([['A curve', 'Gap in £bn'], ['What it rests on.']])
  })

  it('draws bars down and up from a line of nothing, and where each choice lies', () => {
    expect(lines.join('\n')).toBe(
      [
        '        +5.5 |                       #',
        '             |                     ###',
        '             |                   #####',
        '             |                 #######',
        '             |               #########',
        '             |             ###########',
        '           0 +------------------------',
        '             |############            ',
        '             |##########              ',
        '             |########                ',
        '             |######                  ',
        '             |####                    ',
        '        −6.0 |##                      ',
        '              0%    25%    100% of all',
        '',
        'When',
        '  early      |++++++++++++',
        '  often late |............############',
        '  evenly     |::::::::::::::::::::::::',
      ]
        .map((line) => line.trimEnd())
        .join('\n'),
    )
  })

  it('fits a narrow terminal with fewer columns', () => {
    const narrow = drawChart(chart, { width: 28, blocks: true }).lines
    expect(Math.max(...narrow.map((line) => line.length))).toBeLessThanOrEqual(28)
  })
})
