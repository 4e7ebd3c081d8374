/**
 * What a sieve keeps of one column of results, in memory that JavaScript and WebAssembly both read. A record holds two of
 * everything, one for draws at even places and one for those at odd places, so that both routes give the same bits:
 * sums, counts, and the windows it sorts draws by; what lies in a window is written to the record's list, in order.
 */

/** Windows of one number at the most: one for each of five quantiles. */
export const mostWindows = 5

/** Places of a record, in numbers of 8 bytes; counts are whole numbers of 64 bits. */
export const place = {
  sum: 0,
  /** The sum of each draw less itself: 0, until a draw is no number or beyond what a float holds; then never again. */
  without: 2,
  atMost: 4,
  /** What `atMost` counts up to, twice. */
  limit: 6,
  /** The byte where the list goes on, a whole number of 32 bits. */
  next: 8,
  /** As many windows as are asked for, `windowLength` each. */
  windows: 10,
} as const

/** Places of a window after its beginning. A window holds what is above `low` and at most `high`. */
export const windowPlace = { low: 0, high: 2, below: 4, upToLow: 6 } as const
export const windowLength = 8

/** Length of a record, in numbers of 8 bytes. */
export const recordLength = place.windows + mostWindows * windowLength

/** A window as it is asked for. */
export interface Window {
  readonly low: number
  readonly high: number
}

/** What a record says once its draws went through. */
export interface Sifted {
  readonly draws: number
  readonly sum: number
  /** Whether each draw gave a number. */
  readonly whole: boolean
  /** Draws at most the limit. */
  readonly atMost: number
  /** A window each: draws below its low end, and at most its low end. */
  readonly below: Float64Array
  readonly upToLow: Float64Array
  /** What lies in any window, in the order of the draws. */
  readonly inside: Float64Array
}
