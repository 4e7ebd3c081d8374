import { createRoom } from '../../uncertainty/statistics/sections.ts'
import type { Charted, SampledCell } from './answer.ts'
import { chartOfColumn } from './chart.ts'
import { createFailures } from './failures.ts'
import { intervalOfColumn } from './interval.ts'
import { groupsOf, mostHeld, type Gathered, type Gathering, type Prepared } from './prepared.ts'
import { intoUnit, sampledCell } from './sampled-cell.ts'
import { gatherStreamed } from './streamed.ts'

/** Values held at once: more numbers are drawn group by group, each group from the same draws. */
const heldValues = 2 ** 23

/** Draws everything asked for, and says where it lies. */
export async function gather(prepared: Prepared, gathering: Gathering): Promise<Gathered> {
  const { how } = gathering
  const all = how.draws * how.replicates
  return all > mostHeld
    ? gatherStreamed(prepared, gathering)
    : gatherHeld(prepared, gathering, Math.max(1, Math.floor(heldValues / all)))
}

async function gatherHeld(
  prepared: Prepared,
  { how, charted, progress }: Gathering,
  size: number,
): Promise<Gathered> {
  const all = how.draws * how.replicates
  const failures = createFailures(all)
  const cells: SampledCell[] = []
  const charts: Charted[] = []
  const room = createRoom()
  for (const { simulation, asked, from } of groupsOf(prepared, size)) {
    const columns = await simulation.draw(how)
    for (const [index, request] of asked.entries()) {
      const column = columns[index] ?? new Float64Array(0)
      if (intoUnit(column, column.length, request)) failures.note(column, 0, column.length)
      const interval = column.length === 0 ? undefined : intervalOfColumn(column, how.replicates, room)
      const cell = sampledCell(request, simulation.outputs[index], interval)
      cells.push(cell)
      if (charted.has(from + index)) charts.push(chartOfColumn(cell, column, how.replicates))
    }
    progress(all * ((from + asked.length) / prepared.asked.length), all)
  }
  return { cells, charted: charts, failed: failures.count() }
}
