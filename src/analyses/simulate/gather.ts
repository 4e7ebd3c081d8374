import type { DrawOptions } from '../../run/simulate/drawing.ts'
import { unitWords } from '../../terms/unit.ts'
import { createRoom } from '../../uncertainty/statistics/sections.ts'
import type { AskedCell, Charted, Interval, SampledCell } from './answer.ts'
import { chartOfColumn } from './chart.ts'
import { chartsOfMany } from './charts-of-many.ts'
import { createFailures, type Failures } from './failures.ts'
import { intervalOfColumn, scaled } from './interval.ts'
import { groupsOf, mostHeld, prepare, type Gathered, type Gathering, type Prepared } from './prepared.ts'
import { intoUnit, sampledCell } from './sampled-cell.ts'
import { canBeSifted, partHeld, siftedIntervals } from './sifted-intervals.ts'
import { gatherStreamed } from './streamed.ts'

/**
 * Three ways to the same intervals, by how many draws there are: quantiles are the same to the bit, means to rounding. What
 * differs is the memory and the time they take.
 *
 * - Held: all draws of a number stand in a column. Of few draws (`canBeSifted` says how few).
 * - Sifted: quantiles are guessed from the first draws, and of all others only those near a guess are kept, as they are
 *   worked. Of most. Where a guess was wrong, or a draw is no number, those numbers alone are drawn again, and held.
 * - Streamed: draws are made twice, counted and then chosen from. Of more than `mostSifted`, and of those drawn again that
 *   are more than may be held.
 */

/** Values held at once: more numbers are drawn group by group, each group from the same draws. */
const heldValues = 2 ** 23

/** Beyond so many draws even those near a quantile are too many to hold. */
const mostSifted = 2 ** 24

/** Draws everything asked for, and says where it lies. */
export async function gather(prepared: Prepared, gathering: Gathering): Promise<Gathered> {
  const { how } = gathering
  const all = how.draws * how.replicates
  if (all > mostSifted) return gatherStreamed(prepared, gathering)
  const part = canBeSifted(how) ? partHeld(how) : 1
  return gatherInGroups(prepared, gathering, Math.max(1, Math.floor(heldValues / (all * part))))
}

function cellsAt(cells: readonly SampledCell[], places: ReadonlySet<number>): SampledCell[] {
  return cells.filter((_, place) => places.has(place))
}

/** What was found of one number: where it lies, and all its draws in the unit printed, where they were wanted. */
interface Found {
  readonly interval: Interval | undefined
  readonly column: Float64Array | undefined
}

type Group = Prepared & { readonly from: number }

/** Held or sifted, so many numbers at a time. */
async function gatherInGroups(prepared: Prepared, gathering: Gathering, size: number): Promise<Gathered> {
  const { how, charted, progress } = gathering
  const all = how.draws * how.replicates
  const failures = createFailures(all)
  const cells: SampledCell[] = []
  const charts: Charted[] = []
  for (const { simulation, asked, from } of groupsOf(prepared, size)) {
    const group = { ...prepared, simulation, asked, from }
    const report = (part: number): void =>
      progress(Math.floor(all * ((from + asked.length * part) / prepared.asked.length)), all)
    const found = canBeSifted(how)
      ? await bySifting(group, gathering, failures, report)
      : await byHolding(group, how, failures)
    report(1)
    for (const [index, request] of asked.entries()) {
      const { interval, column } = found[index] ?? { interval: undefined, column: undefined }
      const cell = sampledCell(request, simulation.outputs[index], interval)
      cells.push(cell)
      if (charted.has(from + index) && all <= mostHeld)
        charts.push(chartOfColumn(cell, column ?? new Float64Array(0), how.replicates))
    }
  }
  if (all > mostHeld) charts.push(...(await chartsOfMany(prepared, cellsAt(cells, charted), how)))
  return { cells, charted: charts, failed: failures.count() }
}

/** From all draws of each number, held or streamed. */
async function fromAllDraws(prepared: Prepared, { how }: Gathering, failures: Failures): Promise<Found[]> {
  const all = how.draws * how.replicates
  if (all > mostHeld) {
    const alone = { how, charted: new Set<number>(), progress: () => undefined }
    const { cells } = await gatherStreamed(prepared, alone, failures)
    return cells.map(({ interval }) => ({ interval, column: undefined }))
  }
  const found: Found[] = []
  for (const group of groupsOf(prepared, Math.max(1, Math.floor(heldValues / all))))
    found.push(...(await byHolding(group, how, failures)))
  return found
}

/** From all draws of each number of a group, held in columns. */
async function byHolding(
  { simulation, asked }: Pick<Group, 'simulation' | 'asked'>,
  how: DrawOptions,
  failures: Failures,
): Promise<Found[]> {
  const columns = await simulation.draw(how)
  const room = createRoom(columns.reduce((sum, { length }) => sum + length, 0))
  return asked.map((request, index) => {
    const column = columns[index] ?? new Float64Array(0)
    if (intoUnit(column, column.length, request)) failures.note(column, 0, column.length)
    const interval = column.length === 0 ? undefined : intervalOfColumn(column, how.replicates, room)
    return { interval, column }
  })
}

/** From what is kept of the draws as they are made; from all of them, drawn again, where that does not tell. */
async function bySifting(
  { run, waiting, simulation, asked, from }: Group,
  gathering: Gathering,
  failures: Failures,
  report: (part: number) => void,
): Promise<Found[]> {
  const { how, charted } = gathering
  const { places, drawing } = simulation.moved
  const all = how.draws * how.replicates
  const requestOf = (output: number): AskedCell => asked[places[output] as number] as AskedCell
  const factorOf = (output: number): number => unitWords(requestOf(output).printable.unit).factor
  const wanted = (output: number): boolean =>
    all <= mostHeld && charted.has(from + (places[output] as number))
  const outputs = await siftedIntervals(drawing, how, { factorOf, wanted }, (draws) => report(draws / all))

  const found: Found[] = asked.map(() => ({ interval: undefined, column: undefined }))
  const untold: number[] = []
  for (const [output, { interval, column }] of outputs.entries()) {
    const place = places[output] as number
    if (column !== undefined) {
      intoUnit(column, column.length, requestOf(output))
      found[place] = { interval: intervalOfColumn(column, how.replicates), column }
    } else if (interval === undefined) untold.push(place)
    else found[place] = { interval: scaled(interval, factorOf(output)), column }
  }
  if (untold.length === 0) return found
  const rest = untold.map((place) => asked[place] as AskedCell)
  const own = await fromAllDraws(prepare(run, rest, waiting), gathering, failures)
  untold.forEach((place, index) => (found[place] = own[index] as Found))
  return found
}
