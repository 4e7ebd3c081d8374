import type { Drawing, DrawOptions, Pilot } from '../../run/simulate/drawing.ts'
import { createBinRoom, type BinRoom } from '../../uncertainty/statistics/binned.ts'
import { siftedQuantiles } from '../../uncertainty/statistics/sifted-quantiles.ts'
import {
  createSiftedSections,
  type Sifted,
  type SiftedSections,
} from '../../uncertainty/statistics/sifted.ts'
import { asGoodAsNothing } from '../../uncertainty/statistics/tally.ts'
import { windowsAbout, type Window } from '../../uncertainty/statistics/windows.ts'
import type { Interval } from './answer.ts'
import { chances, intervalOf } from './interval.ts'

/** Draws of a replicate at the least: of fewer, too large a part would lie in windows. */
const fewestSifted = 4096
/** Draws of a pilot: the more there are, the less of many draws is kept; of few they would cost more than they save. */
const usualPilot = 2 ** 13
const greatestPilot = 2 ** 15

/**
 * Standard errors of independent draws that windows reach to either side of a quantile: of so many numbers and replicates,
 * hardly one lies beyond. Sobol points keep three or four times nearer.
 */
const reach = { sobol: 3, plain: 6 } as const

/** Everything, kept in the order of the draws. */
const everything: readonly Window[] = [{ low: -Infinity, high: Infinity }]

/** Nothing: of a number that some draw does not give, all draws will have to be looked at. */
const nothing: readonly Window[] = [{ low: Infinity, high: Infinity }]

/** What is found of one output of a drawing. */
export interface SiftedOutput {
  /** Undefined where it takes all draws to tell: one was no number, or a quantile lies in no window. */
  readonly interval: Interval | undefined
  /** All draws, where they were wanted, unless one was no number. */
  readonly column: Float64Array | undefined
}

/** Whether intervals can be had by sifting: a replicate must have enough draws to choose among. */
export function canBeSifted({ draws }: Pick<DrawOptions, 'draws'>): boolean {
  return draws >= fewestSifted
}

/** The part of all draws that is held of one number, about. */
export function partHeld({ draws, method }: Pick<DrawOptions, 'draws' | 'method'>): number {
  const spread = chances.reduce((sum, chance) => sum + Math.sqrt(chance * (1 - chance)), 0)
  return (2 * reach[method] * spread) / Math.sqrt(pilotOf({ draws }))
}

function pilotOf({ draws }: Pick<DrawOptions, 'draws'>): number {
  const ofMany = Math.min(greatestPilot, Math.floor(draws / 16))
  return Math.min(Math.floor(draws / 2), Math.max(usualPilot, ofMany))
}

/**
 * The intervals of a drawing's outputs, as from holding all draws (quantiles and chances to the bit, means to rounding): one
 * pass over the draws, of which only those near a quantile are kept.
 * @param factorOf what an output is multiplied by to be in the unit printed
 * @param wanted whose draws are all kept
 */
export async function siftedIntervals(
  drawing: Drawing,
  how: DrawOptions,
  { factorOf, wanted }: { factorOf: (output: number) => number; wanted: (output: number) => boolean },
  progress: (draws: number) => void,
): Promise<readonly SiftedOutput[]> {
  const windowsOf: (readonly Window[])[] = []
  const decide: Pilot['decide'] = (output, column) => {
    const windows = wanted(output) ? everything : windowsAbout(column, chances, reach[how.method])
    windowsOf[output] = windows ?? nothing
    return { windows: windows ?? nothing, limit: asGoodAsNothing / factorOf(output) }
  }
  let kept: readonly SiftedSections[] | undefined
  const without = new Set<number>()
  let done = 0
  await drawing.sift(how, { draws: pilotOf(how), decide }, ({ replicate, draws, sifted }) => {
    const own = (kept ??= roomFor(windowsOf, how))
    sifted.forEach((part, output) => {
      if (!part.whole) without.add(output)
      own[output]?.add(replicate, part)
    })
    progress((done += draws))
  })
  const room = createBinRoom()
  return (kept ?? []).map((own, output): SiftedOutput => {
    if (without.has(output)) return { interval: undefined, column: undefined }
    const windows = windowsOf[output] ?? nothing
    const sections = own.sections()
    return windows === everything
      ? { interval: undefined, column: inOneRow(sections) }
      : { interval: intervalOfSections(sections, windows, room), column: undefined }
  })
}

/** In one piece, which costs less than a piece each. */
function roomFor(windowsOf: readonly (readonly Window[])[], how: DrawOptions): SiftedSections[] {
  const all = how.replicates * how.draws
  const lengths = windowsOf.map((windows) =>
    windows === everything ? all : Math.ceil(1.1 * all * partHeld(how)),
  )
  const room = new Float64Array(lengths.reduce((sum, length) => sum + length, 0))
  let from = 0
  return windowsOf.map((windows, output) => {
    const to = from + (lengths[output] as number)
    const sections = createSiftedSections(windows.length, room.subarray(from, to))
    from = to
    return sections
  })
}

function inOneRow(sections: readonly Sifted[]): Float64Array {
  const [first, last] = [sections[0]?.inside, sections.at(-1)?.inside]
  if (first === undefined || last === undefined) return new Float64Array(0)
  return new Float64Array(
    first.buffer,
    first.byteOffset,
    (last.byteOffset - first.byteOffset) / 8 + last.length,
  )
}

function intervalOfSections(
  sections: readonly Sifted[],
  windows: readonly Window[],
  room: BinRoom,
): Interval | undefined {
  const quantiles = siftedQuantiles(sections, windows, chances, room)
  if (quantiles === undefined) return undefined
  const total = (of: (section: Sifted) => number): number =>
    sections.reduce((sum, section) => sum + of(section), 0)
  const tallied = ({ draws, sum, atMost }: Pick<Sifted, 'draws' | 'sum' | 'atMost'>) => ({
    count: draws,
    mean: sum / draws,
    atMostZero: atMost,
  })
  const draws = total((section) => section.draws)
  return intervalOf(
    {
      tally: tallied({
        draws,
        sum: total(({ sum }) => sum),
        atMost: total(({ atMost }) => atMost),
      }),
      quantiles: quantiles.all,
    },
    sections.map((section, index) => ({
      tally: tallied(section),
      quantiles: quantiles.each[index] ?? new Float64Array(0),
    })),
  )
}
