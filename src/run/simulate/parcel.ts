import { mostWindows, type Sifted } from '../../engine/calculators/samples/sieve/record.ts'
import type { Sieving } from '../../engine/calculators/samples/sieve/sieve.ts'

/**
 * What threads tell one another about sifting, as rows of numbers in memory that both see: how each output is sifted, once
 * for all, and a parcel of what was kept of each unit of work.
 */

/** Of one output: the limit, how many windows there are, and the two ends of each. */
const sievingLength = 2 + 2 * mostWindows

/** Room for how so many numbers are sifted. */
export function roomForSievings(outputs: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(8 * sievingLength * outputs))
}

/** Told once by the main thread, before any unit may be claimed. */
export function writeSievings(sievings: readonly Sieving[], into: Float64Array): void {
  sievings.forEach(({ windows, limit }, output) => {
    const ends = windows.flatMap(({ low, high }) => [low, high])
    into.set([limit, windows.length, ...ends], output * sievingLength)
  })
}

export function sievingsIn(written: Float64Array): Sieving[] {
  return Array.from({ length: written.length / sievingLength }, (_, output): Sieving => {
    const [limit = 0, windows = 0, ...ends] = written.subarray(
      output * sievingLength,
      (output + 1) * sievingLength,
    )
    return {
      limit,
      windows: Array.from({ length: windows }, (_, window) => ({
        low: ends[2 * window] as number,
        high: ends[2 * window + 1] as number,
      })),
    }
  })
}

/** What stands before the draws of a parcel: how many they are, counts and sums; then two counts a window. */
const sumsLength = 5
const headLength = sumsLength + 2 * mostWindows

/** Length of a parcel that holds what is kept of so many draws. */
export function parcelLength(draws: number): number {
  return headLength + draws
}

/** Puts what was kept of a unit's draws into its slot. */
export function parcelled(
  { draws, sum, whole, atMost, below, upToLow, inside }: Sifted,
  into: Float64Array,
): void {
  into.set([inside.length, draws, sum, whole ? 1 : 0, atMost])
  into.set(below, sumsLength)
  into.set(upToLow, sumsLength + mostWindows)
  into.set(inside, headLength)
}

/** What a parcel holds, where it stands: it is written over once its unit was taken. */
export function unparcelled(parcel: Float64Array, windows: number): Sifted {
  const [length = 0, draws = 0, sum = 0, whole = 0, atMost = 0] = parcel.subarray(0, sumsLength)
  return {
    draws,
    sum,
    whole: whole === 1,
    atMost,
    below: parcel.subarray(sumsLength, sumsLength + windows),
    upToLow: parcel.subarray(sumsLength + mostWindows, sumsLength + mostWindows + windows),
    inside: parcel.subarray(headLength, headLength + length),
  }
}
