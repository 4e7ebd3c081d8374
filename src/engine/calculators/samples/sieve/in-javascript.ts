import { place, recordLength, windowLength, windowPlace } from './record.ts'

/** The memory that records and lists stand in. */
export interface SieveMemory {
  readonly numbers: Float64Array
  readonly words: Int32Array
}

/**
 * Sifts column[from .. to) into a record: the plainest reading of what the WebAssembly does two draws at a time, its fallback,
 * and what takes the last of an odd number of draws.
 * @param record its first place, in numbers of 8 bytes
 */
export function siftInJavascript(
  { numbers, words }: SieveMemory,
  column: Float64Array,
  [from, to]: readonly [number, number],
  record: number,
  windows: number,
): void {
  const end = record + recordLength
  const limit = numbers[record + place.limit] as number
  let next = words[2 * (record + place.next)] as number
  for (let draw = from; draw < to; draw += 1) {
    const lane = draw & 1
    const value = column[draw] as number
    add(numbers, record + place.sum + lane, value)
    add(numbers, record + place.without + lane, value - value)
    if (value <= limit) count(words, record + place.atMost + lane)
    let inside = false
    for (
      let at = record + place.windows, left = windows;
      left > 0 && at < end;
      at += windowLength, left -= 1
    ) {
      if (value < (numbers[at + windowPlace.low] as number)) count(words, at + windowPlace.below + lane)
      if (value <= (numbers[at + windowPlace.low] as number)) count(words, at + windowPlace.upToLow + lane)
      else if (value <= (numbers[at + windowPlace.high] as number)) inside = true
    }
    if (!inside) continue
    numbers[next >> 3] = value
    next += 8
  }
  words[2 * (record + place.next)] = next
}

function add(numbers: Float64Array, at: number, value: number): void {
  numbers[at] = (numbers[at] as number) + value
}

/** One more, in the lower half of a whole number of 64 bits. */
function count(words: Int32Array, at: number): void {
  words[2 * at] = (words[2 * at] as number) + 1
}
