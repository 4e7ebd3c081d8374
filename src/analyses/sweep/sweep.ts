import { runScenario, type ModelRun, type RunOptions } from '../../run/run.ts'
import { shareRun } from '../../run/shared-run.ts'
import type { Variations } from '../../run/variations.ts'
import type { Decimal } from '../../terms/decimal.ts'
import { axisNumbers, type Axis } from '../vary/ranges.ts'
import { inItsUnit } from '../vary/scale.ts'
import { gridOf, pointsOf, type Shard } from './grid.ts'
import { settleGrid } from './settled-grid.ts'

/** What a key that varies holds at one point: a number in its unit (GBP million, percent), or words. */
export type AxisValue = Decimal | string

export interface Sweep {
  readonly axes: readonly Axis[]
  /** How many runs the whole grid has, and how many this shard. */
  readonly size: number
  readonly runs: number
  /** Whether points were put together from their axes (`settleGrid`). */
  readonly together: boolean
  /** The scenario as it is, before any key varies; it has read what the runs of the sweep have read (`reads`). */
  readonly base: ModelRun
  /** The scenario at the grid's first point, run by itself. */
  readonly first: ModelRun
  /** Every run of the shard, in the order of the grid. The run is the same object each time: read it before the next. */
  readonly each: () => Generator<{ readonly values: readonly AxisValue[]; readonly run: ModelRun }>
}

/**
 * A grid of runs that share what does not change between them.
 * @throws ProblemsError (exit 3) with everything wrong at any point of the grid, before a run is worked
 */
export function sweep(variations: Variations, axes: readonly Axis[], shard: Shard): Sweep {
  const grid = gridOf(axes)
  const points = pointsOf(grid.size, shard)
  const settled = settleGrid(grid, variations, points)
  const columns = axes.map((axis): readonly AxisValue[] => axisNumbers(axis)?.map(inItsUnit) ?? axis.values)
  const together: RunOptions = { reads: new Set() }
  return {
    axes,
    size: grid.size,
    runs: points.to - points.from,
    together: settled.together,
    base: runScenario(variations.base, variations.data, together),
    first: runScenario(settled.first, variations.data, together),
    each: function* () {
      const shared = shareRun(settled.first, settled.parts, variations.data, together)
      for (let point = points.from; point < points.to; point += 1) {
        const indices = grid.at(point)
        settled.move(shared, indices)
        yield { values: indices.map((index, axis) => columns[axis]?.[index] ?? ''), run: shared.run }
      }
    },
  }
}
