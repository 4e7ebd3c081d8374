import { binsWanted } from './binned.ts'
import { between, placesNeeded, quantiles } from './quantiles.ts'

/**
 * Exact quantiles of more draws than one would hold, by reading them twice: the first time they are counted in bins, the
 * second time those in the bins that matter are kept, and the quantiles selected among them. Memory does not grow with
 * the draws but with what falls into one bin, about one in a thousand. The answer is that of `quantiles` over them all,
 * in whatever order blocks arrive.
 */
export interface FirstPass {
  /** Counts values[from .. from + count); NaN is left out. */
  add(values: Float64Array, from: number, count: number): void
  /** To be called once all draws have been counted. */
  secondPass(): SecondPass
}

export interface SecondPass {
  /** The same draws again, in any order. */
  add(values: Float64Array, from: number, count: number): void
  /** One a chance asked for; NaN where there were no values. Throws where the second pass saw other draws. */
  quantiles(): Float64Array
}

/** Bins of equal width; one more at each end takes what lies outside. */
const bins = 4096

/** @param pilot some of the draws, from which bins are laid out; their number and order do not change the answer */
export function twoPassQuantiles(pilot: Float64Array, chances: readonly number[]): FirstPass {
  const inside = quantiles(
    pilot.filter((value) => Number.isFinite(value)),
    [0.001, 0.999],
  )
  const low = Number.isNaN(inside[0]) ? 0 : (inside[0] as number)
  const high = Number.isNaN(inside[1]) ? 0 : (inside[1] as number)
  const scale = high > low ? bins / (high - low) : 0
  // Never falls as the value rises, so that bins are in the order of their values, whatever rounding does.
  const binOf = (value: number): number => {
    if (value < low) return 0
    return value >= high ? bins + 1 : 1 + Math.min(bins - 1, Math.floor((value - low) * scale))
  }
  const counts = new Float64Array(bins + 2)
  return {
    add: (values, from, count) => {
      for (let k = from; k < from + count; k++) {
        const value = values[k] as number
        if (Number.isNaN(value)) continue
        const bin = binOf(value)
        counts[bin] = (counts[bin] as number) + 1
      }
    },
    secondPass: () => secondPass(counts, binOf, chances),
  }
}

function secondPass(
  counts: Float64Array,
  binOf: (value: number) => number,
  chances: readonly number[],
): SecondPass {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const keepers: (Keeper | undefined)[] = Array.from({ length: counts.length }, () => undefined)
  const wanted = all === 0 ? [] : binsWanted(placesNeeded(all, chances), counts)
  for (const { bin } of wanted) keepers[bin] = createKeeper()
  return {
    add: (values, from, count) => {
      for (let k = from; k < from + count; k++) {
        const value = values[k] as number
        if (!Number.isNaN(value)) keepers[binOf(value)]?.keep(value)
      }
    },
    quantiles: () => {
      if (all === 0) return new Float64Array(chances.length).fill(NaN)
      const found = new Map<number, number>()
      for (const { bin, count, before, places } of wanted) {
        const inside = places.map((place) => place - before)
        const values = keepers[bin]?.valuesAt(inside, count) ?? []
        values.forEach((value, k) => found.set(places[k] as number, value))
      }
      return Float64Array.from(chances, (chance) =>
        between(all, chance, (place) => found.get(place) as number),
      )
    },
  }
}

/** The values of one bin. Equal ones are kept once with their number, so that a value drawn ever again takes no room. */
interface Keeper {
  keep(value: number): void
  /** The values at ascending places in order, of `count` kept in all. */
  valuesAt(places: readonly number[], count: number): number[]
}

function createKeeper(): Keeper {
  const fresh = new Float64Array(1024)
  let held = 0
  const known = new Map<number, number>()
  const settle = (): void => {
    for (let k = 0; k < held; k++) {
      const value = fresh[k] as number
      known.set(value, (known.get(value) ?? 0) + 1)
    }
    held = 0
  }
  return {
    keep: (value) => {
      if (held === fresh.length) settle()
      fresh[held++] = value
    },
    valuesAt: (places, count) => {
      settle()
      const inOrder = [...known].sort(([a], [b]) => a - b)
      const found: number[] = []
      let before = 0
      for (const [value, times] of inOrder) {
        before += times
        while (found.length < places.length && (places[found.length] as number) < before) found.push(value)
      }
      if (before !== count) throw new Error(`the second pass saw ${before} draws of a bin of ${count}`)
      return found
    },
  }
}
