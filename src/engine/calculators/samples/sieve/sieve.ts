import type { Kernel } from '../kernel.ts'
import { webAssembly } from '../web-assembly.ts'
import { siftInJavascript, type SieveMemory } from './in-javascript.ts'
import { sieveBytes } from './in-wasm.ts'
import {
  mostWindows,
  place,
  recordLength,
  windowLength,
  windowPlace,
  type Sifted,
  type Window,
} from './record.ts'

/** What is kept of one number's draws. */
export interface Sieving {
  /** Ascending and apart; as many as `mostWindows` at the most. */
  readonly windows: readonly Window[]
  /** Draws at most this are counted. */
  readonly limit: number
}

/**
 * Keeps of a kernel's results what their statistics need, while the block that holds them is still nearby: sums, counts, and
 * those draws among which the quantiles lie. No column is ever held as a whole.
 */
export interface Sieve {
  /** Forgets what went through. */
  clear(): void
  /** The first `count` draws of the kernel's results; an odd number of them must be the last. */
  sift(count: number): void
  /** What went through, of one output; its list is written over after `clear`. */
  sifted(output: number): Sifted
}

/** Bytes a sieve needs of a kernel's memory. */
export function sieveRoom(outputs: number, most: number): number {
  return 8 * outputs * (recordLength + listLength(most))
}

/** A list has room for all, and for one that is written past its end. */
function listLength(most: number): number {
  return 2 * Math.ceil((most + 1) / 2)
}

/**
 * A sieve for the outputs of a kernel, started with `sieveRoom` bytes.
 * @param sievings one an output
 * @param most draws between one `clear` and the next
 */
export function createSieve({ outputs, nearby }: Kernel, sievings: readonly Sieving[], most: number): Sieve {
  const room = nearby?.room ?? 0
  const buffer = nearby?.memory.buffer ?? new ArrayBuffer(sieveRoom(outputs.length, most))
  const memory: SieveMemory = { numbers: new Float64Array(buffer), words: new Int32Array(buffer) }
  const { numbers, words } = memory
  const recordOf = (output: number): number => room / 8 + output * recordLength
  const listOf = (output: number): number =>
    room / 8 + outputs.length * recordLength + output * listLength(most)
  const host = nearby && webAssembly()
  const functions =
    nearby && host
      ? host.start(host.compile(sieveBytes(nearby.pages)), nearby.memory, mostWindows)
      : undefined
  let draws = 0

  function clear(): void {
    draws = 0
    sievings.forEach(({ windows, limit }, output) => {
      const record = recordOf(output)
      numbers.fill(0, record, record + recordLength)
      numbers.fill(limit, record + place.limit, record + place.limit + 2)
      words[2 * (record + place.next)] = 8 * listOf(output)
      windows.forEach(({ low, high }, window) => {
        const at = record + place.windows + window * windowLength
        numbers.fill(low, at + windowPlace.low, at + windowPlace.low + 2)
        numbers.fill(high, at + windowPlace.high, at + windowPlace.high + 2)
      })
    })
  }

  function sift(count: number): void {
    draws += count
    const pairs = count - (count % 2)
    sievings.forEach(({ windows }, output) => {
      const record = recordOf(output)
      const column = outputs[output] as Float64Array
      const inWasm = functions?.[windows.length - 1]
      const from = nearby?.outputsAt[output]
      if (inWasm !== undefined && from !== undefined) inWasm(from, from + 8 * pairs, 8 * record)
      const done = inWasm === undefined ? 0 : pairs
      if (done < count) siftInJavascript(memory, column, [done, count], record, windows.length)
    })
  }

  function sifted(output: number): Sifted {
    const record = recordOf(output)
    const both = (at: number): number => (numbers[at] as number) + (numbers[at + 1] as number)
    const counted = (at: number): number => (words[2 * at] as number) + (words[2 * at + 2] as number)
    const windows = sievings[output]?.windows ?? []
    const ofWindows = (at: number): Float64Array =>
      Float64Array.from(windows, (_, window) => counted(record + place.windows + window * windowLength + at))
    const next = words[2 * (record + place.next)] as number
    return {
      draws,
      sum: both(record + place.sum),
      whole: both(record + place.without) === 0,
      atMost: counted(record + place.atMost),
      below: ofWindows(windowPlace.below),
      upToLow: ofWindows(windowPlace.upToLow),
      inside: numbers.subarray(listOf(output), next / 8),
    }
  }

  clear()
  return { clear, sift, sifted }
}
