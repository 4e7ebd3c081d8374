import type { DrawOptions } from '../../run/simulate/drawing.ts'
import type { AskedCell, Charted, SampledCell } from './answer.ts'
import { convergenceOf } from './chart.ts'
import { createFailures } from './failures.ts'
import { groupsOf, mostHeld, simulationOf, type Gathered, type Gathering, type Prepared } from './prepared.ts'
import { createReader, type Part, type Reader } from './reader.ts'
import { intoUnit, sampledCell } from './sampled-cell.ts'

/** Numbers whose counts are held at once: about half a megabyte each. */
const groupSize = 64

/** Draws of each replicate from which bins are laid out; the answer does not depend on them. */
const pilotDraws = 1024

/**
 * The same quantiles as from holding all draws, in memory that does not grow with them: draws are made twice, counted
 * the first time, and of the second time only those kept among which a quantile lies.
 */
export async function gatherStreamed(
  prepared: Prepared,
  { how, charted, progress }: Gathering,
): Promise<Gathered> {
  const all = how.draws * how.replicates
  const failures = createFailures(all)
  const cells: SampledCell[] = []
  const charts: Charted[] = []
  const passes = 2 * Math.ceil(prepared.asked.length / groupSize)
  let passed = 0
  for (const { simulation, asked, from } of groupsOf(prepared, groupSize)) {
    const readers = readersOf(asked, await simulation.draw({ ...how, draws: pilotDraws }), how)
    const read = async (take: (reader: Reader, part: Part) => void): Promise<void> => {
      await simulation.blocks(how, ({ first, count, columns }) => {
        for (const [index, request] of asked.entries()) {
          const [reader, column] = [readers[index], columns[index]]
          if (reader === undefined || column === undefined) continue
          if (intoUnit(column, count, request)) failures.note(column, first, count)
          take(reader, { column, count, replicate: Math.floor(first / how.draws) })
        }
        progress(Math.floor((all * passed + first + count) / passes), all)
      })
      passed += 1
    }
    await read((reader, part) => reader.first(part))
    for (const reader of readers) reader?.turn()
    await read((reader, part) => reader.second(part))
    for (const [index, request] of asked.entries()) {
      const reader = readers[index]
      const cell = sampledCell(request, simulation.outputs[index], reader?.interval())
      cells.push(cell)
      if (charted.has(from + index)) charts.push(await chartOf(prepared, cell, reader, how))
    }
  }
  return { cells, charted: charts, failed: failures.count() }
}

/** One a number that draws move, bins laid out by a pilot of the same draws. */
function readersOf(
  asked: readonly AskedCell[],
  pilot: readonly Float64Array[],
  { replicates }: DrawOptions,
): readonly (Reader | undefined)[] {
  return asked.map((request, index) => {
    const column = pilot[index]
    if (column === undefined || column.length === 0) return undefined
    intoUnit(column, column.length, request)
    return createReader(column, replicates)
  })
}

/** The histogram of all draws; the convergence from as many as may be held, and from all. */
async function chartOf(
  prepared: Prepared,
  at: SampledCell,
  reader: Reader | undefined,
  how: DrawOptions,
): Promise<Charted> {
  if (at.interval === undefined || reader === undefined) return { at, bins: [], convergence: [] }
  const held = { ...how, draws: 2 ** Math.floor(Math.log2(mostHeld / how.replicates)) }
  const [column = new Float64Array(0)] = await simulationOf(prepared, [at]).draw(held)
  intoUnit(column, column.length, at)
  const last = { draws: how.draws * how.replicates, p50: at.interval.p50 }
  return { at, bins: reader.bins(), convergence: [...convergenceOf(column, how.replicates), last] }
}
