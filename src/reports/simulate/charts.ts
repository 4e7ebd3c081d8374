import type { Bin, Charted, Interval, Simulated } from '../../analyses/simulate/answer.ts'
import * as say from '../../problems/catalogue/simulate.ts'
import { Decimal } from '../../terms/decimal.ts'
import { financialYear } from '../../terms/year.ts'
import type { Chart, FanQuantiles, HistogramBin } from '../table.ts'
import { isGap, unitCaption } from './cells.ts'
import { decimal, kindIn, subjectOf } from './subject.ts'

/** The first number charted as a histogram of one year and a fan over the years. */
export function simulateCharts(answer: Simulated): Chart[] {
  const [charted, ...others] = answer.charted.filter(({ at }) => at.interval !== undefined && !at.fixed)
  if (charted === undefined) return []
  const { printable, cell } = charted.at
  const subject = subjectOf(answer, charted.at)
  const unit = unitCaption(answer.run, printable)
  const gap = isGap(printable)
  const zero = new Decimal(0)
  const rest = others.flatMap(({ at }) => at.cell.benchmark ?? [])
  const note = say.chartSource(answer.run.scenario.name, answer.sampling.seed, rest)
  const as = kindIn(charted.at)
  const histogram: Chart = {
    kind: 'histogram',
    title: say.histogramTitle(printable.label, subject, financialYear(cell.year ?? 0)),
    subtitle: say.histogramSubtitle(answer.draws, unit),
    ...{ as, note },
    bins: percentBins(charted.bins),
    ...(gap ? { parting: { at: zero, words: say.closedBelow } } : {}),
  }
  const rows = fanRows(answer, charted)
  const fan: Chart = {
    kind: 'fan',
    title: say.fanTitle(printable.label, subject),
    subtitle: say.fanSubtitle(unit),
    ...{ as, note, rows },
    ...(gap ? { parting: { at: zero, words: say.noGap } } : {}),
  }
  return rows.length > 1 ? [histogram, fan] : [histogram]
}

function percentBins(bins: readonly Bin[]): HistogramBin[] {
  const all = bins.reduce((sum, { draws }) => sum + draws, 0)
  const edge = (value: number | undefined): Decimal | undefined =>
    value === undefined ? undefined : decimal(value)
  return bins.map(({ from, to, draws }) => ({
    ...{ from: edge(from), to: edge(to) },
    percent: decimal((100 * draws) / all),
  }))
}

/** Every year of the number charted that has an interval. */
function fanRows({ cells }: Simulated, { at }: Charted) {
  return cells
    .filter(
      ({ printable, cell, category }) =>
        printable.name === at.printable.name &&
        cell.benchmark === at.cell.benchmark &&
        category === at.category,
    )
    .flatMap(({ cell, interval }) =>
      interval === undefined
        ? []
        : [{ label: financialYear(cell.year ?? 0), quantiles: quantiles(interval) }],
    )
}

function quantiles({ p5, p10, p50, p90, p95 }: Interval): FanQuantiles {
  return [decimal(p5.value), decimal(p10.value), decimal(p50.value), decimal(p90.value), decimal(p95.value)]
}
