import type { DrawOptions } from '../../run/simulate/drawing.ts'
import type { Bin, Charted, SampledCell } from './answer.ts'
import { convergenceOf, createHistogram } from './chart.ts'
import { mostHeld, simulationOf, type Prepared } from './prepared.ts'
import { intoUnit } from './sampled-cell.ts'

/** Charts of numbers of which more draws are made than are held: their draws are made again, and only counted. */
export async function chartsOfMany(
  prepared: Prepared,
  cells: readonly SampledCell[],
  how: DrawOptions,
): Promise<Charted[]> {
  const histograms = cells.map(({ interval, fixed }) =>
    interval === undefined || fixed ? undefined : createHistogram(interval),
  )
  await simulationOf(prepared, cells).blocks(how, ({ count, columns }) => {
    for (const [index, cell] of cells.entries()) {
      const [column, histogram] = [columns[index], histograms[index]]
      if (column === undefined || histogram === undefined) continue
      intoUnit(column, count, cell)
      histogram.count(column, count)
    }
  })
  const charts: Charted[] = []
  for (const [index, cell] of cells.entries())
    charts.push(await chartOfMany(prepared, cell, histograms[index]?.bins() ?? [], how))
  return charts
}

/** The histogram of all draws; the convergence from as many as may be held, and from all. */
export async function chartOfMany(
  prepared: Prepared,
  at: SampledCell,
  bins: readonly Bin[],
  how: DrawOptions,
): Promise<Charted> {
  if (at.interval === undefined || bins.length === 0) return { at, bins: [], convergence: [] }
  const held = { ...how, draws: 2 ** Math.floor(Math.log2(mostHeld / how.replicates)) }
  const [column = new Float64Array(0)] = await simulationOf(prepared, [at]).draw(held)
  intoUnit(column, column.length, at)
  const last = { draws: how.draws * how.replicates, p50: at.interval.p50 }
  return { at, bins, convergence: [...convergenceOf(column, how.replicates), last] }
}
