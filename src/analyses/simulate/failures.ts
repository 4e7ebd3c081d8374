/** Which draws had a number that could not be worked. */
export interface Failures {
  /** Notes the draws first … first + count − 1, by their values. */
  readonly note: (column: Float64Array, first: number, count: number) => void
  readonly count: () => number
}

/** A bit a draw, and none until the first that failed. */
export function createFailures(draws: number): Failures {
  let bits = new Uint8Array(0)
  let failed = 0
  return {
    note: (column, first, count) => {
      for (let draw = 0; draw < count; draw += 1) {
        if (!Number.isNaN(column[draw])) continue
        if (bits.length === 0) bits = new Uint8Array(Math.ceil(draws / 8))
        const at = first + draw
        const bit = 1 << (at & 7)
        const byte = bits[at >> 3] ?? 0
        if ((byte & bit) === 0) failed += 1
        bits[at >> 3] = byte | bit
      }
    },
    count: () => failed,
  }
}
