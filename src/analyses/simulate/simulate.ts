import type { SampledCell, Sampling, Simulated } from './answer.ts'
import { chartedCells } from './charted.ts'
import { gather } from './gather.ts'
import type { Prepared, Progress } from './prepared.ts'
import { sizeOf } from './sizes.ts'

/**
 * Draws the numbers asked for and says where they lie. With a precision, draws double until the standard error of every
 * P50 is at most that share of the width from its P5 to its P95 (the P50 itself may be near 0), or draws run out.
 * @param year the year charted, where it was asked for
 */
export async function simulate(
  prepared: Prepared,
  sampling: Sampling,
  year: number,
  progress: Progress = () => undefined,
): Promise<Simulated> {
  const { run, simulation } = prepared
  const charted = new Set(chartedCells(prepared, year))
  const { replicates, draws: first } = sizeOf(sampling)
  for (let draws = first; ; draws *= 2) {
    const made = draws * replicates
    const gathered = await gather(prepared, { how: { ...sampling, replicates, draws }, charted, progress })
    const reached = leastPrecise(gathered.cells)
    const enough = sampling.precision === undefined || reached <= sampling.precision
    if (!enough && 2 * made <= sampling.mostDraws) continue
    return { run, sampling, draws: made, replicates, ...gathered, drivers: simulation.drivers, reached }
  }
}

/** The largest standard error of a P50, as a share of the width from P5 to P95. */
function leastPrecise(cells: readonly SampledCell[]): number {
  const shares = cells.flatMap(({ interval, fixed }) => {
    if (interval === undefined || fixed) return []
    const width = interval.p95.value - interval.p5.value
    return [width > 0 ? interval.p50.se / width : 0]
  })
  return shares.length === 0 ? 0 : Math.max(...shares)
}
