import type { TornadoChart, TornadoEnd, TornadoRow } from '../../reports/table.ts'
import type { Decimal } from '../../terms/decimal.ts'
import type { ChartOptions } from './options.ts'
import { formatNumber, sentenceText, type NumberKind } from '../format.ts'
import { displayWidth } from '../width.ts'
import { axisLine, axisOver, cellOf, tickLabels, type Axis } from './axis.ts'

interface Glyphs {
  readonly low: string
  readonly high: string
  readonly now: string
  readonly parting: string
  readonly line: string
  readonly tick: string
}

const plainGlyphs: Glyphs = { low: '.', high: '=', now: '|', parting: ':', line: '-', tick: '+' }
const blockGlyphs: Glyphs = { low: '░', high: '▓', now: '│', parting: '┊', line: '─', tick: '┴' }

/** A bar a row, its ends and the values there written above it; light towards the low end, dark towards the high one. */
export function drawTornado(
  { rows, now, as, parting }: TornadoChart,
  { width, blocks }: ChartOptions,
): string[] {
  const glyphs = blocks ? blockGlyphs : plainGlyphs
  const values = rows.flatMap(({ low, high }) => [low.value, high.value])
  const axis = axisOver([...values, now], width, parting?.at)
  return [
    tickLabels(axis, width, as),
    axisLine(axis, width, glyphs),
    ...rows.flatMap((row) => [
      `${row.label}   ${end('low', row.low, as)}   ${end('high', row.high, as)}`,
      bar(row, now, parting?.at, axis, width, glyphs),
    ]),
    axisLine(axis, width, glyphs),
    ...legend(
      [
        `${glyphs.low} towards the low end`,
        `${glyphs.high} towards the high end`,
        `${glyphs.now} now (${formatNumber(now, as, { plus: true })})`,
        ...(parting === undefined ? [] : [`${glyphs.parting} ${parting.words}`]),
      ],
      width,
    ),
  ]
}

/** As many entries a line as fit. */
function legend(entries: readonly string[], width: number): string[] {
  const lines: string[] = []
  for (const entry of entries) {
    const joined = `${lines.at(-1) ?? ''}   ${entry}`
    if (lines.length > 0 && displayWidth(joined) <= width) lines[lines.length - 1] = joined
    else lines.push(entry)
  }
  return lines
}

function end(which: string, { at, value }: TornadoEnd, as: NumberKind): string {
  return `${which} ${sentenceText(at)}: ${formatNumber(value, as, { plus: true })}`
}

function bar(
  { low, high }: TornadoRow,
  now: Decimal,
  parting: Decimal | undefined,
  axis: Axis,
  cells: number,
  glyphs: Glyphs,
): string {
  const line = Array.from({ length: cells }, () => ' ')
  const middle = cellOf(now, axis, cells)
  const reach = ({ value }: TornadoEnd, glyph: string): void => {
    const to = cellOf(value, axis, cells)
    line.fill(glyph, Math.min(middle, to), Math.max(middle, to) + 1)
  }
  const inside = parting?.greaterThanOrEqualTo(axis.from) === true && parting.lessThanOrEqualTo(axis.to)
  // The shorter part stands on the longer one, where both lie on the same side.
  const parts: [TornadoEnd, string][] = [
    [low, glyphs.low],
    [high, glyphs.high],
  ]
  const length = ({ value }: TornadoEnd): Decimal => value.minus(now).abs()
  for (const [each, glyph] of parts.sort(([a], [b]) => length(b).comparedTo(length(a)))) reach(each, glyph)
  if (inside) line[cellOf(parting, axis, cells)] = glyphs.parting
  line[middle] = glyphs.now
  return line.join('')
}
