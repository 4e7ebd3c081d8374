import { describe, expect, test } from 'vitest'
import { renderTerminal } from '../../src/render/terminal.ts'
import { renderText } from '../../src/render/text.ts'
import { displayWidth } from '../../src/render/width.ts'
import { sampleReport, twelveYears } from './sample-report.ts'
import { missing, moneyTable, number, reportOf, text } from './tables.ts'

const gap = moneyTable(
  ['2024-25', '2025-26'],
  [
    { style: 'heading', cells: [text('Digital')] },
    { cells: [text('Requirement'), number('1260.8', 's'), number('1312.6')] },
    { cells: [text('Gap'), number('112.3', 's'), missing('no plan for this year')] },
    { style: 'heading', cells: [text('Total')] },
    { style: 'total', cells: [text('Gap'), number('-1123', 'p', 's'), number('498')] },
  ],
  {
    title: 'Gap to eu14',
    subtitle: '£bn, nominal, financial years, England',
    notes: ['A positive gap means that spend falls short.'],
    marks: [
      { mark: 'p', meaning: 'plan' },
      { mark: 's', meaning: 'assumed split' },
    ],
  },
)

const expected = `\
Gap to eu14
£bn, nominal, financial years, England

               2024-25  2025-26
-------------------------------
Digital
  Requirement    1.3ˢ       1.3
  Gap            0.1ˢ         –
-------------------------------
Total
  Gap           −1.1ᵖˢ      0.5

A positive gap means that spend falls short.
ᵖ plan   ˢ assumed split   – no plan for this year
`

describe('a report as text', () => {
  test('numbers stand with their points in line, marks behind them, gaps with their reason beneath', () => {
    expect(renderText(reportOf([gap]), { width: 80 })).toBe(expected)
  })

  test('a terminal without colour shows the same, its rules drawn as lines', () => {
    const shown = renderTerminal(reportOf([gap]), { width: 80, colour: false, boxes: true })
    expect(shown).toBe(expected.replaceAll('-'.repeat(31), '─'.repeat(31)))
  })

  test('colour adds weight and takes nothing away', () => {
    const coloured = renderTerminal(reportOf([gap]), { width: 80, colour: true, boxes: true })
    expect(coloured).toContain('\u001b[1mGap to eu14\u001b[22m')
    const weight = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')
    expect(coloured.replace(weight, '')).toBe(
      renderTerminal(reportOf([gap]), { width: 80, colour: false, boxes: true }),
    )
  })

  test('several reasons for gaps are told apart', () => {
    const table = moneyTable(
      ['2024-25', '2025-26'],
      [{ cells: [text('Gap'), missing('no plan'), missing('no claim')] }],
    )
    expect(renderText(reportOf([table]), { width: 80 })).toBe(`\
     2024-25  2025-26
---------------------
Gap       –¹       –²

–¹ no plan   –² no claim
`)
  })

  test('years that do not fit stand beneath, in even blocks, with their labels again', () => {
    const years = ['2024-25', '2025-26', '2026-27', '2027-28']
    const table = moneyTable(years, [
      { cells: [text('Gap'), ...['1000', '2000', '3000', '4000'].map((each) => number(each))] },
    ])
    expect(renderText(reportOf([table]), { width: 40 })).toBe(`\
     2024-25  2025-26  2026-27  2027-28
---------------------------------------
Gap      1.0      2.0      3.0      4.0
`)
    expect(renderText(reportOf([table]), { width: 38 })).toBe(`\
     2024-25  2025-26
---------------------
Gap      1.0      2.0

     2026-27  2027-28
---------------------
Gap      3.0      4.0
`)
  })

  test('text columns wrap before anything is parted', () => {
    const table = {
      ...moneyTable([], []),
      columns: [
        { name: 'name', label: 'Name', kind: 'text' as const },
        { name: 'rows', label: 'Rows', kind: 'number' as const },
        { name: 'what', label: 'What', kind: 'text' as const },
      ],
      rows: [{ cells: [text('uk-gdp'), number('77'), text('Gross domestic product of the United Kingdom')] }],
    }
    expect(renderText(reportOf([table]), { width: 40 })).toBe(`\
Name    Rows  What
----------------------------------------
uk-gdp    77  Gross domestic product of
              the United Kingdom
`)
  })

  test('percentages share their decimals along a line', () => {
    const percent = (value: string) => ({ ...number(value), as: 'percent' as const })
    const table = moneyTable(
      ['2024-25', '2025-26'],
      [
        { cells: [text('Share of GDP'), percent('0.48874'), percent('0.4')] },
        { cells: [text('Of the budget'), percent('9.5'), percent('10.25')] },
      ],
    )
    const [, , share, budget] = renderText(reportOf([table]), { width: 80 }).split('\n')
    expect([share, budget]).toEqual(['Share of GDP      0.49     0.40', 'Of the budget      9.5     10.2'])
  })

  test('control characters cannot reach a terminal', () => {
    const table = moneyTable(['2024-25'], [{ cells: [text('\u001b[31mred\u0007'), number('1000')] }])
    expect(renderText(reportOf([table]), { width: 80 })).toContain('�[31mred�')
  })

  test('a report without tables for people shows its long table', () => {
    expect(renderText({ ...sampleReport(), tables: [] }, { width: 80 })).toContain('outside-benchmark-years')
  })

  test.each([40, 60, 80, 120, 200])('no line is longer than %i cells', (width) => {
    for (const years of [twelveYears, twelveYears.slice(0, 6)]) {
      for (const shown of [
        renderText(sampleReport(years), { width }),
        renderTerminal(sampleReport(years), { width, colour: false, boxes: true }),
      ]) {
        const longest = Math.max(...shown.split('\n').map(displayWidth))
        expect(longest).toBeLessThanOrEqual(width)
      }
    }
  })

  test('a table of more than 200 rows looks the same as a shorter one', () => {
    const rows = Array.from({ length: 150 }, (_, index) => ({
      cells: [text(`row ${index}`), number(String(index))],
    }))
    const show = (count: number) =>
      renderTerminal(reportOf([moneyTable(['2024-25'], [...rows, ...rows].slice(0, count))]), {
        ...{ width: 80, colour: false, boxes: true },
      }).split('\n')
    expect(show(300).slice(0, 150)).toEqual(show(150).slice(0, 150))
  })
})
