import { sentenceText } from './format.ts'
import type { Report, Sentence } from '../reports/table.ts'
import {
  type PresentedCell,
  type PresentedRow,
  type PresentedTable,
  presentTable,
  printable,
} from './present.ts'
import { displayWidth, pad } from './width.ts'

/**
 * A report as GitHub-flavoured Markdown: the answer in words, pipe tables with caption, units, notes and key, and the
 * sources at the end.
 */
export function renderMarkdown(report: Report): string {
  const tables = report.tables.length > 0 ? report.tables : [report.long]
  const [first, ...rest] = report.headline.map((sentence) => escaped(sentenceText(sentence)))
  const parts = [
    ...(first === undefined ? [] : [first]),
    ...(rest.length === 0 ? [] : [list(rest)]),
    ...tables.flatMap((table) => tableParts(presentTable(table))),
    ...sources(report),
  ]
  return parts.length === 0 ? '' : `${parts.join('\n\n')}\n`
}

/** A list of sentences and tables, to stand in a document of someone else's; without the newline at the end. */
export function renderMarkdownParts(
  parts: Pick<Report, 'tables'> & { readonly list: readonly Sentence[] },
): string {
  const items = parts.list.map((sentence) => escaped(sentenceText(sentence)))
  return [
    ...(items.length === 0 ? [] : [list(items)]),
    ...parts.tables.flatMap((table) => tableParts(presentTable(table))),
  ].join('\n\n')
}

function tableParts(table: PresentedTable): string[] {
  const beneath = [
    ...(table.subtitle === '' ? [] : [escaped(capitalised(table.subtitle))]),
    ...table.notes.map(escaped),
    ...table.key.map(
      ({ sign, marks, meaning }) => `${sign === '' ? '' : `**${sign}**`}${raised(marks)} ${escaped(meaning)}`,
    ),
  ]
  return [
    ...(table.title === '' ? [] : [`**${escaped(table.title)}**`]),
    ...(table.rows.length === 0 ? [] : [pipeTable(table)]),
    ...(beneath.length === 0 ? [] : [list(beneath)]),
  ]
}

function sources(report: Report): string[] {
  if (report.sources.length === 0) return []
  return [`Sources:`, list(report.sources.map(({ citation }) => escaped(citation)))]
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** A pipe table whose source lines up too, so that it reads well before it is rendered. */
function pipeTable(table: PresentedTable): string {
  const columns = table.columns.map(({ label, numeric }, place) => {
    const cells = [inCell(escaped(label)), ...table.rows.map((row) => pipeCell(row, row.cells[place], place))]
    const width = Math.max(3, ...cells.map(displayWidth))
    const [header = '', ...rest] = cells.map((cell) => pad(cell, width, numeric))
    return [header, '-'.repeat(width - 1) + (numeric ? ':' : '-'), ...rest]
  })
  const lines = Array.from({ length: table.rows.length + 2 }, (_, line) =>
    columns.map((column) => column[line] ?? ''),
  )
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function pipeCell(row: PresentedRow, cell: PresentedCell | undefined, index: number): string {
  if (cell === undefined || (row.style === 'heading' && index > 0)) return ''
  const text = index === 0 ? indented(cell.text) : escaped(cell.text)
  const strong = row.style !== 'plain' && text !== '' ? `**${text}**` : text
  return inCell(strong + raised(cell.marks))
}

function raised(marks: readonly string[]): string {
  return marks.length === 0 ? '' : `<sup>${marks.map(escaped).join(' ')}</sup>`
}

/** Leading spaces (a step of a tree) would be lost; a no-break space keeps them. */
function indented(text: string): string {
  const spaces = /^ */.exec(text)?.[0].length ?? 0
  return '\u00a0'.repeat(spaces) + escaped(text.slice(spaces))
}

/** A pipe ends a cell and a line break a row, whatever stands around them. */
function inCell(markdown: string): string {
  return markdown.replaceAll('\n', '<br>').replace(/(?<!\\)\|/g, '\\|')
}

/** Web addresses, which Markdown must be given as they are; `.` or `,` at the end belongs to the sentence. */
const address = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)'"]/g

/** Text that Markdown shows as it is written: every character that could mean markup is escaped, addresses linked. */
function escaped(text: string): string {
  const clean = printable(text).replaceAll('\n', ' ')
  let result = ''
  let from = 0
  for (const match of clean.matchAll(address)) {
    result += `${escapedWords(clean.slice(from, match.index))}<${match[0]}>`
    from = match.index + match[0].length
  }
  return atLineStart(result + escapedWords(clean.slice(from)))
}

function escapedWords(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&')
}

/** What would open a heading, a list or a rule at the start of a line. */
function atLineStart(markdown: string): string {
  return markdown.replace(/^([#+=-])/, '\\$1').replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
