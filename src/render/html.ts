import type { Sentence, Table } from '../reports/table.ts'
import { sentenceText } from './format.ts'
import {
  presentTable,
  printable,
  type PresentedCell,
  type PresentedRow,
  type PresentedTable,
} from './present.ts'

/** A list of sentences and tables as HTML that stands in a page of someone else's: no styles, no scripts. */
export function renderHtmlParts({
  list,
  tables,
}: {
  readonly list: readonly Sentence[]
  readonly tables: readonly Table[]
}): string {
  return [
    ...(list.length === 0 ? [] : [htmlList(list.map(sentenceText))]),
    ...tables.map((table) => tableHtml(presentTable(table))),
  ].join('\n')
}

function tableHtml(table: PresentedTable): string {
  const { title, subtitle, columns, rows, notes, key } = table
  const beneath = [
    ...notes.map(escaped),
    ...key.map(({ sign, marks, meaning }) => `${escaped(sign)}${raised(marks)} ${escaped(meaning)}`),
  ]
  return [
    '<table>',
    `<caption>${escaped(title)}<br>${escaped(subtitle)}</caption>`,
    '<thead>',
    `<tr>${columns.map(({ label }) => (label === '' ? '<td></td>' : `<th scope="col">${escaped(label)}</th>`)).join('')}</tr>`,
    '</thead>',
    '<tbody>',
    ...rows.map((row) => rowHtml(row, columns.length)),
    '</tbody>',
    '</table>',
    ...(beneath.length === 0 ? [] : [itemsHtml(beneath)]),
  ].join('\n')
}

function rowHtml({ style, cells }: PresentedRow, width: number): string {
  const [first, ...rest] = cells
  if (style === 'heading') return `<tr><th colspan="${width}" scope="colgroup">${inner(first)}</th></tr>`
  return `<tr><th scope="row">${inner(first)}</th>${rest.map((cell) => `<td>${inner(cell)}</td>`).join('')}</tr>`
}

function inner(cell: PresentedCell | undefined): string {
  return cell === undefined ? '' : escaped(cell.text) + raised(cell.marks)
}

function raised(marks: readonly string[]): string {
  return marks.length === 0 ? '' : `<sup>${marks.map(escaped).join(' ')}</sup>`
}

function htmlList(texts: readonly string[]): string {
  return itemsHtml(texts.map((text) => escaped(printable(text))))
}

function itemsHtml(items: readonly string[]): string {
  return ['<ul>', ...items.map((item) => `<li>${item}</li>`), '</ul>'].join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', ' ')
}
