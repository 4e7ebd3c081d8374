import { addCounts, createBinRoom, putInBins, valuesAtPlaces, type BinRoom } from './binned.ts'
import { between, placesNeeded, quantiles, withoutMissing } from './quantiles.ts'

/** Quantiles of draws that came in sections (replicates): of all together, and of each section alone. */
export interface SectionQuantiles {
  readonly all: Float64Array
  readonly each: readonly Float64Array[]
}

/** Bounds between which all draws lie that are numbers, and how many are none. */
export interface Bounds {
  readonly least: number
  readonly greatest: number
  readonly missing: number
}

export function boundsOf(values: Float64Array): Bounds {
  let [least, greatest, missing] = [Infinity, -Infinity, 0]
  for (let k = 0; k < values.length; k += 1) {
    const value = values[k] as number
    if (value < least) least = value
    if (value > greatest) greatest = value
    if (Number.isNaN(value)) missing += 1
  }
  return { least, greatest, missing }
}

/** Room to work in, which many columns can share. */
export interface Room extends BinRoom {
  /** Whether there are few values in all columns together. */
  readonly few: boolean
}

/** @param values about how many draws of all columns there will be */
export function createRoom(values = Infinity): Room {
  return { ...createBinRoom(), few: values < fewValues }
}

/** So many in all are sorted, by the engine's own code, before ours would be compiled. */
const fewValues = 2 ** 17
/** Sections up to this long are sorted whole: always, and where there are few values in all. */
const alwaysSorted = 128
const sortedWhereFew = 1024

/**
 * The quantiles that selection among all draws gives, to the bit, for a fraction of its work. Short sections are sorted, and
 * what lies about a quantile of all is gathered from them. Of long ones every draw is counted in one of some thousand
 * bins, and only those in bins that hold a quantile are looked at again.
 * @param column the sections one after another, equally long; it is not changed
 */
export function sectionQuantiles(
  column: Float64Array,
  sections: number,
  chances: readonly number[],
  { least, greatest, missing }: Bounds,
  room: Room = createRoom(),
): SectionQuantiles {
  const length = column.length / sections
  if (missing > 0) return bySelection(column, sections, chances)
  if (length <= (room.few ? sortedWhereFew : alwaysSorted)) return bySorting(column, sections, chances)
  return byCounting(column, sections, chances, { least, greatest, room })
}

/** Of any column, whatever lies in it. */
function bySelection(column: Float64Array, sections: number, chances: readonly number[]): SectionQuantiles {
  const length = column.length / sections
  const of = (values: Float64Array): Float64Array => quantiles(withoutMissing(values.slice()), chances)
  return {
    all: of(column),
    each: Array.from({ length: sections }, (_, section) =>
      of(column.subarray(section * length, (section + 1) * length)),
    ),
  }
}

function bySorting(column: Float64Array, sections: number, chances: readonly number[]): SectionQuantiles {
  const length = column.length / sections
  const copy = column.slice()
  const sorted = Array.from({ length: sections }, (_, section) =>
    copy.subarray(section * length, (section + 1) * length).sort(),
  )
  return {
    all: Float64Array.from(chances, (chance) => pooledQuantile(sorted, length, chance)),
    each: sorted.map((own) =>
      Float64Array.from(chances, (chance) => between(length, chance, (place) => own[place] as number)),
    ),
  }
}

/**
 * A quantile of all sections together. At most `sections · rank` values are smaller than the smallest that has a rank in its
 * section, and as many again as there are sections are at most the largest: so what stands at places
 * sections · rank … sections · rank + sections − 1 of all lies between these two, and the rest is only counted.
 */
function pooledQuantile(sorted: readonly Float64Array[], length: number, chance: number): number {
  const all = sorted.length * length
  const exact = chance * (all - 1)
  const [low, high] = [Math.floor(exact), Math.ceil(exact)].map((place) => Math.floor(place / sorted.length))
  let least = Infinity
  let greatest = -Infinity
  for (const own of sorted) {
    least = Math.min(least, own[low as number] as number)
    greatest = Math.max(greatest, own[high as number] as number)
  }
  let below = 0
  const parts = sorted.map((own) => {
    let from = low as number
    while (from > 0 && (own[from - 1] as number) >= least) from -= 1
    while (from < length && (own[from] as number) < least) from += 1
    let to = Math.max(from, high as number)
    while (to > from && (own[to - 1] as number) > greatest) to -= 1
    while (to < length && (own[to] as number) <= greatest) to += 1
    below += from
    return own.subarray(from, to)
  })
  const inside = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    inside.set(part, at)
    at += part.length
  }
  inside.sort()
  return between(all, chance, (place) => inside[place - below] as number)
}

function byCounting(
  column: Float64Array,
  sections: number,
  chances: readonly number[],
  { least, greatest, room }: Pick<Bounds, 'least' | 'greatest'> & { readonly room: Room },
): SectionQuantiles {
  const length = column.length / sections
  const bins = Math.min(4096, Math.max(64, 2 ** Math.floor(Math.log2(Math.max(1, length / 2)))))
  if (room.binOf.length < column.length) room.binOf = new Uint16Array(column.length)
  if (room.counts.length < (sections + 1) * bins) room.counts = new Uint32Array((sections + 1) * bins)
  const { binOf } = room
  const counts = room.counts.subarray(0, (sections + 1) * bins).fill(0)
  const all = counts.subarray(sections * bins)
  for (let section = 0; section < sections; section += 1) {
    const own = counts.subarray(section * bins, (section + 1) * bins)
    const values = column.subarray(section * length, (section + 1) * length)
    putInBins(values, [least, greatest], {
      binOf: binOf.subarray(section * length, (section + 1) * length),
      counts: own,
    })
    addCounts(all, own)
  }
  const choose = (own: Uint32Array, from: number, count: number): Float64Array =>
    chosen(column.subarray(from, from + count), binOf.subarray(from, from + count), own, chances)
  return {
    all: choose(all, 0, column.length),
    each: Array.from({ length: sections }, (_, section) =>
      choose(counts.subarray(section * bins, (section + 1) * bins), section * length, length),
    ),
  }
}

/** One quantile a chance of some draws, given their bins and how many lie in each. */
function chosen(
  values: Float64Array,
  binOf: Uint16Array,
  counts: Uint32Array,
  chances: readonly number[],
): Float64Array {
  const found = valuesAtPlaces(values, { binOf, counts }, placesNeeded(values.length, chances))
  return Float64Array.from(chances, (chance) =>
    between(values.length, chance, (place) => found.get(place) as number),
  )
}
