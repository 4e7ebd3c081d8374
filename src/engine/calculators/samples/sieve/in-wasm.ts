import { code, createBytes, moduleOf, noResult, simd, type, type Bytes } from '../wasm-bytes.ts'
import { mostWindows, place, windowLength, windowPlace } from './record.ts'

/**
 * The sieve as WebAssembly, the same for every model: function `s0` sifts by one window, `s1` by two, and so on; each takes the
 * first byte of a column, the byte after its last pair of draws, and the first byte of a record.
 */
export function sieveBytes(pages: number): Uint8Array {
  const bodies = Array.from({ length: mostWindows }, (_, index) => bodyOf(index + 1))
  return moduleOf({ parameters: 3, pages, bodies })
}

/** Local variables: what is given, then whole numbers, then pairs of draws and what is kept of them. */
const now = 0
const end = 1
const record = 2
const next = 3
const lanes = 4
const pair = 5
const inside = 6
const notAbove = 7
const firstKept = 8

function bodyOf(windows: number): Uint8Array {
  const kept = keptPlaces(windows)
  const body = createBytes()
  body.unsigned(2)
  body.unsigned(pair - next)
  body.byte(type.i32)
  body.unsigned(firstKept - pair + kept.length)
  body.byte(type.v128)

  kept.forEach((from, index) => {
    get(body, record)
    memory(body, simd.load, from)
    set(body, firstKept + index)
  })
  get(body, record)
  body.append(Uint8Array.of(code.i32Load, 2))
  body.unsigned(8 * place.next)
  set(body, next)

  body.append(Uint8Array.of(code.block, noResult, code.loop, noResult))
  body.append(Uint8Array.of(code.localGet, now, code.localGet, end, code.i32GreaterOrEqualUnsigned))
  body.append(Uint8Array.of(code.branchIf, 1))
  sift(body, windows)
  body.append(Uint8Array.of(code.localGet, now, code.i32Const, 16, code.i32Add, code.localSet, now))
  body.append(Uint8Array.of(code.branch, 0, code.end, code.end))

  kept.forEach((to, index) => {
    get(body, record)
    get(body, firstKept + index)
    memory(body, simd.store, to)
  })
  get(body, record)
  get(body, next)
  body.append(Uint8Array.of(code.i32Store, 2))
  body.unsigned(8 * place.next)
  body.byte(code.end)
  return body.taken()
}

/** What stands in variables while a column goes through: sums and counts, in the order of `firstKept`. */
function keptPlaces(windows: number): number[] {
  const ofWindows = Array.from({ length: windows }, (_, window) => place.windows + window * windowLength)
  return [
    ...[place.sum, place.without, place.atMost],
    ...ofWindows.flatMap((at) => [at + windowPlace.below, at + windowPlace.upToLow]),
  ]
}

/** One pair of draws: into sums and counts; and to the list where a window holds it. */
function sift(body: Bytes, windows: number): void {
  get(body, now)
  memory(body, simd.load, 0)
  set(body, pair)

  get(body, firstKept)
  get(body, pair)
  operation(body, simd.add)
  set(body, firstKept)

  get(body, firstKept + 1)
  get(body, pair)
  get(body, pair)
  operation(body, simd.subtract)
  operation(body, simd.add)
  set(body, firstKept + 1)

  countWhere(body, firstKept + 2, () => compare(body, simd.lessOrEqual, place.limit))
  for (let window = 0; window < windows; window += 1) {
    const at = place.windows + window * windowLength
    const counts = firstKept + 3 + 2 * window
    countWhere(body, counts, () => compare(body, simd.less, at + windowPlace.low))
    compare(body, simd.lessOrEqual, at + windowPlace.low)
    set(body, notAbove)
    countWhere(body, counts + 1, () => get(body, notAbove))
    compare(body, simd.lessOrEqual, at + windowPlace.high)
    get(body, notAbove)
    operation(body, simd.andNot)
    if (window > 0) {
      get(body, inside)
      operation(body, simd.or)
    }
    set(body, inside)
  }

  // Both draws are written, without a branch, and the list grows by those that a window holds: by 8 bytes where the bit of
  // the draw is set, else by none, and what was written is written over.
  get(body, inside)
  operation(body, simd.bitmask)
  set(body, lanes)
  keepLane(body, 0, () => {
    get(body, lanes)
    body.append(Uint8Array.of(code.i32Const, 1, code.i32And, code.i32Const, 3, code.i32ShiftLeft))
  })
  keepLane(body, 1, () => {
    get(body, lanes)
    body.append(Uint8Array.of(code.i32Const, 1, code.i32ShiftRight, code.i32Const, 3, code.i32ShiftLeft))
  })
}

/** Writes one draw of the pair at the end of the list, which then grows by so many bytes. */
function keepLane(body: Bytes, lane: number, growth: () => void): void {
  get(body, next)
  get(body, pair)
  memory(body, simd.storeLane, 0)
  body.byte(lane)
  get(body, next)
  growth()
  body.byte(code.i32Add)
  set(body, next)
}

/** The pair against two numbers of the record: all bits of those for which it holds. */
function compare(body: Bytes, how: number, with_: number): void {
  get(body, pair)
  get(body, record)
  memory(body, simd.load, with_)
  operation(body, how)
}

/** Counts the draws for which a condition holds: all bits set are −1, and less that is one more. */
function countWhere(body: Bytes, counts: number, condition: () => void): void {
  get(body, counts)
  condition()
  operation(body, simd.subtractWhole)
  set(body, counts)
}

function get(body: Bytes, local: number): void {
  body.byte(code.localGet)
  body.unsigned(local)
}

function set(body: Bytes, local: number): void {
  body.byte(code.localSet)
  body.unsigned(local)
}

function operation(body: Bytes, which: number): void {
  body.byte(code.simd)
  body.unsigned(which)
}

/** @param at in numbers of 8 bytes after the address on the stack */
function memory(body: Bytes, which: number, at: number): void {
  operation(body, which)
  body.unsigned(3)
  body.unsigned(8 * at)
}
