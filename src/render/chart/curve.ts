import type { CurveChart, CurveRow } from '../../reports/table.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { ChartOptions } from './options.ts'
import { formatNumber } from '../format.ts'
import { displayWidth, pad } from '../width.ts'

/** Lines that the values take, without the line of no gap. */
const height = 12
const indent = '  '

interface Glyphs {
  readonly bar: string
  readonly line: string
  readonly tick: string
  readonly edge: string
  /** From nowhere to over three times as often as if spread evenly. */
  readonly densities: readonly [string, string, string, string, string]
}

const plainGlyphs: Glyphs = {
  bar: '#',
  line: '-',
  tick: '+',
  edge: '|',
  densities: [' ', '.', ':', '+', '#'],
}
const blockGlyphs: Glyphs = {
  bar: '█',
  line: '─',
  tick: '┴',
  edge: '│',
  densities: [' ', '░', '▒', '▓', '█'],
}

/** Values as bars up and down from nothing, their axis, and a row for each choice with marks for how often it is there. */
export function drawCurve(chart: CurveChart, { width, blocks }: ChartOptions): string[] {
  const glyphs = blocks ? blockGlyphs : plainGlyphs
  const { values, choices, as, axis } = chart
  const from = Decimal.min(0, ...values)
  const to = Decimal.max(0, ...values)
  const label = (value: Decimal): string => formatNumber(value, as, { decimals: 1, plus: true })
  const rows = choices.flatMap((each) => each.rows)
  const gutter = Math.max(
    ...choices.map((each) => displayWidth(each.label)),
    ...rows.map((row) => displayWidth(row.label) + indent.length),
    ...[from, to].map((value) => displayWidth(label(value))),
  )
  const cells = columnsIn(values.length, width - gutter - 2)
  const merged = inColumns(values, cells).map((part) => part[Math.floor(part.length / 2)] ?? new Decimal(0))
  const span = to.minus(from)
  const level = (value: Decimal): number =>
    span.isZero() ? 0 : Math.round(value.dividedBy(span).times(height).toNumber())
  const [top, bottom] = [level(to), level(from)]
  const lines: string[] = []
  for (let at = top; at >= bottom; at -= 1) {
    const words = at === 0 ? '0' : at === top ? label(to) : at === bottom ? label(from) : ''
    const drawn = merged.map((value) => barAt(at, value, level(value), glyphs)).join('')
    lines.push(`${pad(words, gutter, true)} ${at === 0 ? glyphs.tick : glyphs.edge}${drawn}`)
  }
  return [
    ...lines,
    `${' '.repeat(gutter + 2)}${ticks(cells, axis)}`,
    '',
    ...choices.flatMap((each) => [
      each.label,
      ...each.rows.map(
        (row) => `${pad(`${indent}${row.label}`, gutter)} ${glyphs.edge}${density(row, cells, glyphs)}`,
      ),
    ]),
  ]
}

/** A bar reaches from nothing to its value; a value too small for a bar shows in the line of nothing. */
function barAt(at: number, value: Decimal, reach: number, { bar, line }: Glyphs): string {
  if (at === 0) return reach === 0 && !value.isZero() ? bar : line
  return (at > 0 && reach >= at) || (at < 0 && reach <= at) ? bar : ' '
}

/** `0%   25%   50%   75%   100% of combinations`, as much of it as there is room for. */
function ticks(cells: number, axis: string): string {
  let line = ''
  const end = `100% ${axis}`
  const last = Math.max(0, cells - displayWidth(end))
  for (const percent of [0, 25, 50, 75]) {
    const at = Math.round((cells * percent) / 100)
    const words = `${percent}%`
    const fits = at + displayWidth(words) < last && (percent === 0 || at > displayWidth(line))
    if (fits) line = `${pad(line, at)}${words}`
  }
  return `${pad(line, last)}${end}`
}

function density({ densities }: CurveRow, cells: number, { densities: marks }: Glyphs): string {
  return inColumns(densities, cells)
    .map((part) => part.reduce((sum, each) => sum + each, 0) / part.length)
    .map((often) => marks[often === 0 ? 0 : often < 0.5 ? 1 : often <= 1.5 ? 2 : often <= 3 ? 3 : 4])
    .join('')
}

/** As many columns as there is room for, each of the same number of parts. */
function columnsIn(parts: number, room: number): number {
  for (let each = 1; each < parts; each += 1)
    if (parts % each === 0 && parts / each <= room) return parts / each
  return parts
}

function inColumns<T>(all: readonly T[], cells: number): readonly (readonly T[])[] {
  const each = all.length / cells
  return Array.from({ length: cells }, (_, index) => all.slice(index * each, (index + 1) * each))
}
