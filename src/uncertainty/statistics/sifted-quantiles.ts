import { addCounts, countBins, createBinRoom, valuesAtPlaces, type Binned, type BinRoom } from './binned.ts'
import { between, placesNeeded } from './quantiles.ts'
import type { SectionQuantiles } from './sections.ts'
import type { Sifted } from './sifted.ts'
import { mostWindows, type Window } from './windows.ts'

/** Bins of each window: hardly more than one draw of a section in each. */
const binsOfWindow = 128

/**
 * The quantiles that selection among all draws would give, to the bit, of each section and of all together; undefined where
 * one lies in no window.
 * @param sections as `SiftedSections` gives them
 * @param windows ascending and apart, with ends that are numbers
 */
export function siftedQuantiles(
  sections: readonly Sifted[],
  windows: readonly Window[],
  chances: readonly number[],
  room: BinRoom = createBinRoom(),
): SectionQuantiles | undefined {
  const bins = windows.length * binsOfWindow
  const total = joinedCounts(sections)
  if (room.binOf.length < total.inside.length) room.binOf = new Uint16Array(total.inside.length)
  if (room.counts.length < 2 * bins) room.counts = new Uint32Array(2 * bins)
  const all = {
    binOf: room.binOf.subarray(0, total.inside.length),
    counts: room.counts.subarray(0, bins).fill(0),
  }
  const wanted = asked(sections[0]?.draws ?? 0, chances)
  const each: Float64Array[] = []
  let from = 0
  for (const section of sections) {
    const own = {
      binOf: all.binOf.subarray(from, from + section.inside.length),
      counts: room.counts.subarray(bins, 2 * bins).fill(0),
    }
    putInWindows(section.inside, own, windows)
    addCounts(all.counts, own.counts)
    const quantiles = quantilesOf(section, own, windows, wanted)
    if (quantiles === undefined) return undefined
    each.push(quantiles)
    from += section.inside.length
  }
  const quantiles = quantilesOf(total, all, windows, asked(total.draws, chances))
  return quantiles && { all: quantiles, each }
}

/** All sections as one. Their rows are parts of one row, one after another. */
function joinedCounts(sections: readonly Sifted[]): Omit<Sifted, 'sum' | 'atMost'> {
  const total = (of: (section: Sifted) => number): number =>
    sections.reduce((sum, section) => sum + of(section), 0)
  const [first] = sections
  if (first === undefined) throw new Error('nothing was sifted')
  const { buffer, byteOffset } = first.inside
  return {
    draws: total(({ draws }) => draws),
    below: first.below.map((_, window) => total(({ below }) => below[window] as number)),
    upToLow: first.below.map((_, window) => total(({ upToLow }) => upToLow[window] as number)),
    inside: new Float64Array(
      buffer,
      byteOffset,
      total(({ inside }) => inside.length),
    ),
  }
}

/** Values that lie in windows, by bin; bins never fall as values rise, whatever rounding does. */
function putInWindows(values: Float64Array, { binOf, counts }: Binned, windows: readonly Window[]): void {
  const lows = Float64Array.from(windows, ({ low }) => low)
  const highs = new Float64Array(mostWindows).fill(Infinity)
  windows.forEach(({ high }, window) => (highs[window] = high))
  // A hair less than would put the greatest at the end of the last bin.
  const scales = lows.map(
    (low, window) => (binsOfWindow * (1 - 2 ** -40)) / ((highs[window] as number) - low),
  )
  const [first = 0, second = 0, third = 0, fourth = 0] = highs
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k] as number
    // No branch, which a processor would foresee wrongly.
    const window =
      Number(value > first) + Number(value > second) + Number(value > third) + Number(value > fourth)
    const within = ((value - (lows[window] as number)) * (scales[window] as number)) | 0
    binOf[k] = window * binsOfWindow + within
  }
  countBins(binOf, values.length, counts)
}

/** The quantiles wanted of so many draws, and the places whose values they need. */
interface Asked {
  readonly draws: number
  readonly chances: readonly number[]
  readonly places: readonly number[]
}

function asked(draws: number, chances: readonly number[]): Asked {
  return { draws, chances, places: placesNeeded(draws, chances) }
}

/** Undefined where a place is in no window. */
function quantilesOf(
  { below, upToLow, inside }: Pick<Sifted, 'below' | 'upToLow' | 'inside'>,
  binned: Binned,
  windows: readonly Window[],
  { draws, chances, places }: Asked,
): Float64Array | undefined {
  // A place among all draws is one among those inside, or that of draws equal to a window's low end.
  const lows = new Map<number, number>()
  const insiders = new Map<number, number>()
  let before = 0
  for (let window = 0; window < windows.length; window += 1) {
    const [under, upTo] = [below[window] as number, upToLow[window] as number]
    let here = 0
    for (let bin = window * binsOfWindow; bin < (window + 1) * binsOfWindow; bin += 1)
      here += binned.counts[bin] as number
    for (const place of places) {
      if (place < under || place >= upTo + here) continue
      if (place < upTo) lows.set(place, windows[window]?.low as number)
      else insiders.set(place, place - upTo + before)
    }
    before += here
  }
  if (lows.size + insiders.size < places.length) return undefined
  const found = valuesAtPlaces(inside, binned, [...insiders.values()])
  const valueAt = (place: number): number => {
    const among = insiders.get(place)
    return (among === undefined ? lows.get(place) : found.get(among)) as number
  }
  return Float64Array.from(chances, (chance) => between(draws, chance, valueAt))
}
