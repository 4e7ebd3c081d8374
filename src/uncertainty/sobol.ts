import { directionNumbers, sobolDimensions } from './direction-numbers.ts'
import { philox } from './philox.ts'
import { plainUniforms } from './plain.ts'
import { seedWords } from './seed.ts'
import type { Uniforms } from './uniforms.ts'

/** Marks the counters that scramble, so that they share no block with the counters of plain draws. */
const scrambling = 0x80000000

/** A dimension of one scramble: 32 scrambled direction numbers, the digital shift, and the shift past 32 bits. */
interface Scramble {
  readonly directions: Uint32Array
  readonly shift: number
  readonly rest: number
}

/**
 * Scrambled Sobol' points, 2^32 of them in each replicate, in Gray-code order (Antonov and Saleev 1979) so that any
 * run of points can be made on its own. The scramble is Matoušek's (1998, "On the L2-discrepancy for anchored boxes",
 * J. Complexity 14): a random lower-triangular binary matrix on the digits of each coordinate, and a random shift.
 * Every point is uniform, so every estimate is unbiased, and variances are those of Owen's nested scrambling
 * (Owen 2003, "Variance with alternative scramblings of digital nets", ACM TOMACS 13). Replicates are independent.
 * Dimensions past the table are filled with plain uniforms (Spanier 1995, "Quasi-Monte Carlo methods for particle
 * transport problems"): unbiased, only less even.
 */
export function sobolUniforms(seed: number): Uniforms {
  const plain = plainUniforms(seed)
  const unscrambled = new Map<number, Uint32Array>()
  let replicateHeld = -1
  let held = new Map<number, Scramble>()
  const scrambleOf = (replicate: number, dimension: number): Scramble => {
    if (replicate !== replicateHeld) {
      replicateHeld = replicate
      held = new Map()
    }
    const known = held.get(dimension)
    if (known !== undefined) return known
    const directions = unscrambled.get(dimension) ?? directionNumbers(dimension)
    unscrambled.set(dimension, directions)
    const made = scrambled(directions, seed, replicate, dimension)
    held.set(dimension, made)
    return made
  }
  return {
    fill: (replicate, dimension, first, count, out) => {
      if (first + count > 2 ** 32) throw new Error('There are 2^32 Sobol points')
      if (dimension >= sobolDimensions) plain.fill(replicate, dimension, first, count, out)
      else walk(scrambleOf(replicate, dimension), first, count, out)
    },
  }
}

function walk({ directions, shift, rest }: Scramble, first: number, count: number, out: Float64Array): void {
  let x = shift
  for (let gray = (first ^ (first >>> 1)) >>> 0, k = 0; gray !== 0; gray >>>= 1, k++)
    if (gray & 1) x ^= directions[k] as number
  for (let at = 0, index = first + 1; at < count; at++, index++) {
    out[at] = ((x >>> 0) + rest) * 2.3283064365386963e-10
    // The Gray code of the next index differs in the bit where the index has its lowest one.
    x ^= directions[31 - Math.clz32(index & -index)] as number
  }
}

function scrambled(plain: Uint32Array, seed: number, replicate: number, dimension: number): Scramble {
  const words = randomWords(34, seed, replicate, dimension)
  // Column c of the matrix: what digit c (0 the first after the point) adds to itself and to the digits after it.
  const columns = new Uint32Array(32)
  for (let c = 0; c < 32; c++) {
    const own = 0x80000000 >>> c
    columns[c] = own | ((words[c] as number) & (own - 1))
  }
  const directions = plain.map((direction) => {
    let sum = 0
    for (let left = direction; left !== 0;) {
      const c = Math.clz32(left)
      sum ^= columns[c] as number
      left ^= 0x80000000 >>> c
    }
    return sum
  })
  // An odd multiple of 2^-21, so that no coordinate is ever 0 or 1.
  const rest = (((words[33] ?? 0) >>> 12) + 0.5) / 2 ** 20
  return { directions, shift: words[32] ?? 0, rest }
}

function randomWords(count: number, seed: number, replicate: number, dimension: number): Uint32Array {
  const [key0, key1] = seedWords(seed)
  const words = new Uint32Array(count)
  const block = new Uint32Array(4)
  for (let at = 0; at < count; at += 4) {
    block[0] = at
    block[1] = scrambling
    block[2] = dimension
    block[3] = replicate
    philox(block, key0, key1)
    words.set(block.subarray(0, Math.min(4, count - at)), at)
  }
  return words
}
