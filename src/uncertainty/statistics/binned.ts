import { putInPlace } from './quantiles.ts'

/** The bin of each value, and how many lie in each bin. Bins are in the order of their values. */
export interface Binned {
  readonly binOf: Uint16Array
  readonly counts: Uint32Array
}

/** Room to bin in, which grows and which many numbers can share; what it holds means nothing. */
export interface BinRoom {
  binOf: Uint16Array
  counts: Uint32Array
}

export function createBinRoom(): BinRoom {
  return { binOf: new Uint16Array(0), counts: new Uint32Array(0) }
}

/**
 * Puts each value in one of as many bins as there are counts, of equal width. Bins never fall as values rise, whatever
 * rounding does; values that are all alike share the first.
 */
export function putInBins(
  values: Float64Array,
  [least, greatest]: readonly [number, number],
  { binOf, counts }: Binned,
): void {
  // A hair less than would put the greatest at the end of the last bin.
  const scale = (counts.length * (1 - 2 ** -40)) / (greatest - least)
  for (let k = 0; k < values.length; k += 1) binOf[k] = (((values[k] as number) - least) * scale) | 0
  countBins(binOf, values.length, counts)
}

/** By itself twice as fast as beside what finds the bins. */
export function countBins(binOf: Uint16Array, length: number, counts: Uint32Array): void {
  for (let k = 0; k < length; k += 1) {
    const bin = binOf[k] as number
    counts[bin] = (counts[bin] as number) + 1
  }
}

export function addCounts(all: Uint32Array, own: Uint32Array): void {
  for (let bin = 0; bin < all.length; bin += 1) all[bin] = (all[bin] as number) + (own[bin] as number)
}

/**
 * What stands at some places of values in order, without ordering them: only those in the bins where the places lie are
 * looked at again.
 * @param places ascending, each once
 */
export function valuesAtPlaces(
  values: Float64Array,
  { binOf, counts }: Binned,
  places: readonly number[],
): ReadonlyMap<number, number> {
  const wanted = binsWanted(places, counts)
  const room = wanted.reduce((sum, { count }) => sum + count, 0)
  const gathered = new Float64Array(room)
  // Where the next value of each bin goes; those of other bins go nowhere.
  const next = new Int32Array(counts.length).fill(-1)
  let free = 0
  for (const { bin, count } of wanted) {
    next[bin] = free
    free += count
  }
  gatherWanted(values, binOf, next, gathered)
  const found = new Map<number, number>()
  free = 0
  for (const { count, before, places } of wanted) {
    const inside = gathered.subarray(free, free + count)
    putInPlace(
      inside,
      places.map((place) => place - before),
    )
    for (const place of places) found.set(place, inside[place - before] as number)
    free += count
  }
  return found
}

function gatherWanted(
  values: Float64Array,
  binOf: Uint16Array,
  next: Int32Array,
  gathered: Float64Array,
): void {
  for (let k = 0; k < values.length; k += 1) {
    const bin = binOf[k] as number
    const at = next[bin] as number
    if (at < 0) continue
    gathered[at] = values[k] as number
    next[bin] = at + 1
  }
}

/** A bin that holds some of the places asked for. */
export interface WantedBin {
  readonly bin: number
  /** Draws in it, and in all bins before it. */
  readonly count: number
  readonly before: number
  /** Among all draws, ascending. */
  readonly places: number[]
}

/** The bins in which these places lie, which ascend. */
export function binsWanted(places: readonly number[], counts: Uint32Array | Float64Array): WantedBin[] {
  const wanted: WantedBin[] = []
  let bin = 0
  let before = 0
  for (const place of places) {
    while (place >= before + (counts[bin] as number)) before += counts[bin++] as number
    const last = wanted.at(-1)
    if (last?.bin === bin) last.places.push(place)
    else wanted.push({ bin, count: counts[bin] as number, before, places: [place] })
  }
  return wanted
}
