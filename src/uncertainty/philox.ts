/**
 * Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"): a block of four
 * random words that is a pure function of a counter and a key. Nothing is carried from draw to draw, so any draw can
 * be made anywhere, in any order. Whole-number arithmetic only: the same words on every machine.
 */

const rounds = 10
const multiplierA = 0xd2511f53
const multiplierB = 0xcd9e8d57
/** The golden ratio and the square root of 3, less 1, in 32 binary places: steps of the key. */
const stepA = 0x9e3779b9
const stepB = 0xbb67ae85

/** Replaces the four words of `block`, a counter, by four random words. Words are 32 bits, as Int32 or Uint32. */
export function philox(block: Int32Array | Uint32Array, key0: number, key1: number): void {
  let c0 = (block[0] ?? 0) | 0
  let c1 = (block[1] ?? 0) | 0
  let c2 = (block[2] ?? 0) | 0
  let c3 = (block[3] ?? 0) | 0
  let k0 = key0 | 0
  let k1 = key1 | 0
  for (let round = 0; round < rounds; round++) {
    const highA = highWord(multiplierA, c0)
    const highB = highWord(multiplierB, c2)
    const lowA = Math.imul(multiplierA, c0)
    const lowB = Math.imul(multiplierB, c2)
    c0 = highB ^ c1 ^ k0
    c1 = lowB
    c2 = highA ^ c3 ^ k1
    c3 = lowA
    k0 = (k0 + stepA) | 0
    k1 = (k1 + stepB) | 0
  }
  block[0] = c0
  block[1] = c1
  block[2] = c2
  block[3] = c3
}

/** The upper 32 bits of the 64-bit product of two words, by halves. */
function highWord(a: number, b: number): number {
  const aLow = a & 0xffff
  const aHigh = a >>> 16
  const bLow = b & 0xffff
  const bHigh = b >>> 16
  const low = Math.imul(aLow, bLow) >>> 16
  const middle = (Math.imul(aHigh, bLow) >>> 0) + low
  const other = Math.imul(aLow, bHigh) + (middle & 0xffff)
  return (Math.imul(aHigh, bHigh) + (middle >>> 16) + (other >>> 16)) | 0
}
