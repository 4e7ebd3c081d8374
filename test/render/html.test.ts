import { expect, test } from 'vitest'
import { renderHtmlParts } from '../../src/render/html.ts'
import type { Table } from '../../src/reports/table.ts'
import { Decimal } from '../../src/terms/decimal.ts'

const table: Table = {
  name: 'gap',
  title: 'Gap & <more>',
  subtitle: '£bn, nominal',
  columns: [
    { name: 'what', label: '', kind: 'text' },
    { name: '2025-26', label: '2025-26', kind: 'money' },
    { name: '2026-27', label: '2026-27', kind: 'money' },
  ],
  rows: [
    { style: 'heading', cells: [{ kind: 'text', text: 'Gap' }] },
    {
      cells: [
        { kind: 'text', text: 'Total' },
        { kind: 'number', value: new Decimal('-498.4'), marks: ['f'] },
        { kind: 'missing', reason: 'nobody knows' },
      ],
    },
  ],
  notes: [['In all ', { value: new Decimal(1123), as: 'money' }, '.']],
  marks: [{ mark: 'f', meaning: 'forecast' }],
}

test('a table is HTML with caption, headings for rows and columns, notes and key; nothing is taken for markup', () => {
  expect(renderHtmlParts({ list: [], tables: [table] }).split('\n')).toEqual([
    '<table>',
    '<caption>Gap &amp; &lt;more&gt;<br>£bn, nominal</caption>',
    '<thead>',
    '<tr><td></td><th scope="col">2025-26</th><th scope="col">2026-27</th></tr>',
    '</thead>',
    '<tbody>',
    '<tr><th colspan="3" scope="colgroup">Gap</th></tr>',
    '<tr><th scope="row">Total</th><td>−0.5<sup>f</sup></td><td>–</td></tr>',
    '</tbody>',
    '</table>',
    '<ul>',
    '<li>In all £1.1bn.</li>',
    '<li><sup>f</sup> forecast</li>',
    '<li>– nobody knows</li>',
    '</ul>',
  ])
})

test('sentences are a list', () => {
  expect(
    renderHtmlParts({ list: ['a < b', ['c ', { value: new Decimal(2), as: 'percent' }]], tables: [] }),
  ).toBe('<ul>\n<li>a &lt; b</li>\n<li>c 2.00%</li>\n</ul>')
})
