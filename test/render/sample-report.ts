import type { Cell, Report, Row, Table } from '../../src/reports/table.ts'
import { Decimal } from '../../src/terms/decimal.ts'

/**
 * A small report with the shape a run has: per benchmark a table of categories by years (MODEL.md 5, the values of its
 * Checks where it prints them), and the long table.
 */
const text = (words: string): Cell => ({ kind: 'text', text: words })
const number = (value: string, ...marks: string[]): Cell => ({
  kind: 'number',
  value: new Decimal(value),
  marks,
})
const missing = (reason: string): Cell => ({ kind: 'missing', reason })

function tableOf(years: readonly string[]): Table {
  const yearly = (label: string, values: readonly string[], marks: readonly string[] = []): Row => ({
    cells: [text(label), ...years.map((_, index) => number(values[index % values.length]!, ...marks))],
  })
  return {
    name: 'gap-eu14',
    title: 'Against eu14: the average health capital share of six EU14 nations',
    subtitle: '£bn, nominal, financial years, England (CDEL)',
    columns: [
      { name: 'line', label: '', kind: 'text' },
      ...years.map((year) => ({ name: year, label: year, kind: 'money' as const })),
    ],
    rows: [
      { style: 'heading', cells: [text('Digital')] },
      yearly('Requirement', ['1260.8', '1312.6', '1367', '1408.2', '1457', '1506.9'], ['s']),
      yearly('Spend', ['1148.5', '1362.47', '1365', '1382.9', '1420', '1517.84'], ['s']),
      {
        cells: [
          text('Gap'),
          ...years.map((_, index) => (index === 1 ? number('-49.9', 's') : number('112.3', 's'))),
        ],
      },
      { style: 'heading', cells: [text('Total')] },
      {
        ...yearly('Requirement', ['12608', '13126', '13672', '14082', '14570', '15069'], ['p']),
        style: 'total',
      },
      {
        ...yearly('Spend', ['11485', '13624.7', '13650', '13829', '14200', '15178.4'], ['p']),
        style: 'total',
      },
      {
        style: 'total',
        cells: [
          text('Gap'),
          ...years.map((_, index) => {
            if (index === 2) return missing('no plan for this year')
            return number(['1123', '-498', '0', '253', '370', '-110'][index % 6]!, 'p', 's')
          }),
        ],
      },
    ],
    notes: [
      'A positive gap means that spend falls short of the requirement.',
      'GDP and deflator: obr-2026-03. Nations behind the comparator: AUT DNK FIN GRC IRL SWE; the other eight of the EU14 have no complete series for 2010–2019.',
    ],
    marks: [
      { mark: 'p', meaning: 'plan' },
      { mark: 's', meaning: 'split of the total between categories is assumed' },
    ],
  }
}

export const sixYears = ['2024-25', '2025-26', '2026-27', '2027-28', '2028-29', '2029-30']
export const twelveYears = Array.from({ length: 12 }, (_, index) => `${2023 + index}-${24 + index}`)

/** The sample with the given financial years. */
export function sampleReport(years: readonly string[] = sixYears): Report {
  return {
    headline: [
      'Against eu14 the sign of the total gap in 2029-30 is not established: −£0.1bn, band −£1.9bn to +£3.9bn.',
      'Scenario: current-plans.',
    ],
    tables: [tableOf(years)],
    long: {
      name: 'long',
      title: '',
      subtitle: '',
      columns: [
        { name: 'scenario', label: 'scenario', kind: 'text' },
        { name: 'figure', label: 'figure', kind: 'text' },
        { name: 'year', label: 'year', kind: 'text' },
        { name: 'value', label: 'value', kind: 'money' },
        { name: 'flags', label: 'flags', kind: 'text' },
      ],
      rows: [
        {
          cells: [
            text('current-plans'),
            text('gap'),
            text('2029-30'),
            number('-110.4'),
            text('split-assumed'),
          ],
        },
        {
          cells: [
            text('current-plans'),
            text('requirement'),
            text('2029-30'),
            number('15068.612345678901234567890123'),
            text(''),
          ],
        },
        {
          cells: [
            text('current-plans'),
            text('gap'),
            text('2030-31'),
            missing('outside-benchmark-years'),
            text('outside-benchmark-years'),
          ],
        },
      ],
      notes: [],
      marks: [],
    },
    sources: [
      {
        id: 'who-ghed-2023',
        citation:
          'World Health Organization, Global Health Expenditure Database, 2023. https://apps.who.int/nha/database',
      },
      {
        id: 'obr-efo-march-2026',
        citation: 'Office for Budget Responsibility, Economic and fiscal outlook, March 2026.',
      },
    ],
    caveats: [{ words: 'GFCF is investment by all funders in the UK; CDEL is a budget for England.' }],
    envelope: {
      capgap: '0.1.0',
      command: 'run',
      scenario: ['current-plans'],
      asOf: null,
      economy: 'obr-2026-03',
      dataHash: 'abc',
    },
  }
}
