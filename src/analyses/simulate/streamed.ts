import type { DrawOptions } from '../../run/simulate/drawing.ts'
import type { AskedCell, Charted, SampledCell } from './answer.ts'
import { chartOfMany } from './charts-of-many.ts'
import { createFailures, type Failures } from './failures.ts'
import { groupsOf, type Gathered, type Gathering, type Prepared } from './prepared.ts'
import { createReader, type Part, type Reader } from './reader.ts'
import { intoUnit, sampledCell } from './sampled-cell.ts'

/** Numbers whose counts are held at once: about half a megabyte each. */
const groupSize = 32

/** Draws of each replicate from which bins are laid out; the answer does not depend on them. */
const pilotDraws = 1024

/**
 * The same quantiles as from holding all draws, in memory that does not grow with them: draws are made twice, counted
 * the first time, and of the second time only those kept among which a quantile lies.
 * @param failures where draws without a number are noted
 */
export async function gatherStreamed(
  prepared: Prepared,
  { how, charted, progress }: Gathering,
  failures: Failures = createFailures(how.draws * how.replicates),
): Promise<Gathered> {
  const all = how.draws * how.replicates
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
      if (charted.has(from + index)) charts.push(await chartOfMany(prepared, cell, reader?.bins() ?? [], how))
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
