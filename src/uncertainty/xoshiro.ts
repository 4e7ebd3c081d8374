import { openUniform } from './uniforms.ts'

/**
 * xoshiro128++ (Blackman and Vigna 2021, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4)) from a
 * state of four words, not all 0: skips `skip` uniforms, then writes `count` into out[from …). Each takes two words.
 */
export function fillFromState(
  state: Uint32Array | Int32Array,
  skip: number,
  out: Float64Array,
  from: number,
  count: number,
): void {
  let s0 = (state[0] ?? 0) | 0
  let s1 = (state[1] ?? 0) | 0
  let s2 = (state[2] ?? 0) | 0
  let s3 = (state[3] ?? 0) | 0
  const all = skip + count
  for (let at = 0; at < all; at++) {
    let sum = (s0 + s3) | 0
    const high = (((sum << 7) | (sum >>> 25)) + s0) | 0
    let shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 11) | (s3 >>> 21)
    sum = (s0 + s3) | 0
    const low = (((sum << 7) | (sum >>> 25)) + s0) | 0
    shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 11) | (s3 >>> 21)
    if (at >= skip) out[from + at - skip] = openUniform(high, low)
  }
}
