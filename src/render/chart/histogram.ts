import type { HistogramBin, HistogramChart } from '../../reports/table.ts'
import { Decimal } from '../../terms/decimal.ts'
import type { ChartOptions } from './options.ts'
import { formatNumber, type NumberKind } from '../format.ts'
import { displayWidth, pad } from '../width.ts'
import { decimalsApart } from './decimals.ts'

/** A bar a bin, the smallest values first; a line of words parts them at the value that matters. */
export function drawHistogram(
  { bins, as, parting }: HistogramChart,
  { width, blocks }: ChartOptions,
): string[] {
  const edges = bins.flatMap(({ from, to }) => [from, to].filter((edge) => edge !== undefined))
  const decimals = decimalsApart(edges, as)
  const labels = bins.map((bin) => binLabel(bin, as, decimals))
  const labelWidth = Math.max(...labels.map(displayWidth))
  const percents = bins.map(({ percent }) => `${formatNumber(percent, 'percent', { decimals: 1 })}%`)
  const percentWidth = Math.max(...percents.map(displayWidth))
  const room = Math.max(10, width - labelWidth - percentWidth - 4)
  const most = bins.reduce((max, { percent }) => (percent.greaterThan(max) ? percent : max), new Decimal(0))
  return bins.flatMap((bin, index) => {
    const length = most.isZero() ? 0 : bin.percent.dividedBy(most).times(room).toNumber()
    const line = `${pad(labels[index] ?? '', labelWidth, true)}  ${pad(bar(length, blocks), room)}  ${pad(percents[index] ?? '', percentWidth, true)}`
    const isParting = parting !== undefined && bin.from?.equals(parting.at) === true && index > 0
    return isParting ? [partingLine(parting.words, labelWidth, blocks), line] : [line]
  })
}

function partingLine(words: string, labelWidth: number, blocks: boolean): string {
  return `${(blocks ? '─' : '-').repeat(labelWidth)}  ${words}`
}

function binLabel({ from, to }: HistogramBin, as: NumberKind, decimals: number): string {
  const text = (edge: Decimal): string => formatNumber(edge, as, { decimals })
  if (from === undefined) return to === undefined ? '' : `≤ ${text(to)}`
  return to === undefined ? `> ${text(from)}` : `${text(from)} to ${text(to)}`
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const

/** A bar of so many cells; what is more than nothing shows. */
function bar(length: number, blocks: boolean): string {
  if (length <= 0) return ''
  if (!blocks) return '#'.repeat(Math.max(1, Math.round(length)))
  const parts = Math.max(1, Math.round(length * eighths.length))
  return '█'.repeat(Math.floor(parts / eighths.length)) + (eighths[parts % eighths.length] ?? '')
}
