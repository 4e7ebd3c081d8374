import type { Chart, Report, Sentence } from '../reports/table.ts'
import { sentenceText } from './format.ts'
import { columnGap, type Grid, layOut, total } from './layout.ts'
import { type KeyLine, type PresentedTable, presentTable, printable } from './present.ts'
import { superscript } from './superscript.ts'
import { displayWidth, pad, wrap } from './width.ts'

/**
 * A report as plain text in aligned columns: what a pipe or a file gets, and the frame that a terminal dresses up.
 */
export interface TextOptions {
  /** Cells a line may take; nothing but a single long word (an address) goes beyond. */
  readonly width: number
  /** Draws a chart as lines; without it a report's charts are left out (they cost nothing unless asked for). */
  readonly drawChart?: ((chart: Chart, width: number) => ChartLines) | undefined
}

/** A drawn chart: its title, and what stands under it. */
export interface ChartLines {
  readonly title: readonly string[]
  readonly lines: readonly string[]
  readonly beneath: readonly string[]
}

/** What a terminal adds: weight, and its own way to draw a grid. Weight is never the only sign of anything. */
export interface Pen {
  readonly strong: (line: string) => string
  readonly faint: (line: string) => string
  readonly grid: (grid: Grid) => string[]
}

const plainPen: Pen = {
  strong: (line) => line,
  faint: (line) => line,
  grid: (grid) => alignedLines(grid, '-'),
}

/** Running text is no easier to read on a very wide screen: it stays within this measure. */
const readingWidth = 100

/** A report as text: the answer in words, each table with what stands under it, and the sources. */
export function renderText(report: Report, options: TextOptions, pen: Pen = plainPen): string {
  const measure = Math.min(options.width, readingWidth)
  const tables = report.tables.length > 0 ? report.tables : [report.long]
  const parts = [
    headline(report.headline, measure, pen),
    ...tables.map((table) => tableLines(presentTable(table), options.width, measure, pen)),
    ...chartsLines(report, options, measure, pen),
    sources(report, measure, pen),
  ]
  const text = parts.filter((lines) => lines.length > 0).map((lines) => lines.map(trimmed).join('\n'))
  return text.length === 0 ? '' : `${text.join('\n\n')}\n`
}

/** A grid as aligned columns; rules are drawn with `rule`. */
export function alignedLines(
  grid: Grid,
  rule: string,
  pen: Pick<Pen, 'strong' | 'faint'> = plainPen,
): string[] {
  return grid.rows.flatMap((row) => {
    switch (row.kind) {
      case 'space':
        return ['']
      case 'rule':
        return [pen.faint(rule.repeat(total(grid.widths)))]
      case 'heading':
        return row.lines.map(pen.strong)
      case 'header':
      case 'plain':
      case 'total': {
        const height = Math.max(...row.cells.map((cell) => cell.lines.length))
        return Array.from({ length: height }, (_, line) => {
          const text = row.cells.map((cell) => pad(cell.lines[line] ?? '', cell.width, cell.right))
          const joined = text.join(' '.repeat(columnGap)).trimEnd()
          return row.kind === 'plain' ? joined : pen.strong(joined)
        })
      }
    }
  })
}

const keyGap = '   '

function headline(sentences: readonly Sentence[], measure: number, pen: Pen): string[] {
  return sentences.flatMap((sentence, index) => {
    const words = printable(sentenceText(sentence))
    if (index === 0) return wrap(words, measure).map(pen.strong)
    return wrap(words, measure - 2).map((line, number) => `${number === 0 ? '- ' : '  '}${line}`)
  })
}

function tableLines(table: PresentedTable, width: number, measure: number, pen: Pen): string[] {
  const grids = table.rows.length === 0 ? [] : layOut(table, width)
  const beneath = [...table.notes.flatMap((note) => wrap(note, measure)), ...keyLines(table.key, measure)]
  return [
    ...(table.title === '' ? [] : wrap(table.title, measure).map(pen.strong)),
    ...(table.subtitle === '' ? [] : wrap(table.subtitle, measure).map(pen.faint)),
    ...grids.flatMap((grid, index) => [
      ...(index === 0 && table.title === '' ? [] : ['']),
      ...pen.grid(grid),
    ]),
    ...(beneath.length === 0 ? [] : ['', ...beneath.map(pen.faint)]),
  ]
}

function chartsLines(report: Report, { drawChart }: TextOptions, measure: number, pen: Pen): string[][] {
  if (drawChart === undefined) return []
  return (report.charts ?? []).map((chart) => {
    const { title, lines, beneath } = drawChart(chart, measure)
    return [...title.map(pen.strong), '', ...lines, '', ...beneath.map(pen.faint)]
  })
}

/** The key, several entries a line where they fit, the longer ones hanging beneath their sign. */
function keyLines(key: readonly KeyLine[], measure: number): string[] {
  const lines: string[] = []
  for (const { sign, marks, meaning } of key) {
    const entry = `${sign}${superscript(marks)} ${meaning}`
    const joined = `${lines.at(-1) ?? ''}${keyGap}${entry}`
    if (lines.length > 0 && displayWidth(joined) <= measure) lines[lines.length - 1] = joined
    else lines.push(entry)
  }
  return lines.flatMap((line) =>
    displayWidth(line) <= measure ? [line] : wrap(line, measure, { hanging: 2 }),
  )
}

function sources(report: Report, measure: number, pen: Pen): string[] {
  if (report.sources.length === 0) return []
  const lines = report.sources.flatMap(({ citation }) =>
    wrap(`  ${printable(citation)}`, measure, { hanging: 2 }),
  )
  return [pen.strong('Sources'), ...lines]
}

function trimmed(line: string): string {
  return line.trimEnd()
}
