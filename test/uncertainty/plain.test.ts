import { describe, expect, it } from 'vitest'
import { plainUniforms } from '../../src/uncertainty/plain.ts'
import { parseSeed } from '../../src/uncertainty/seed.ts'
import { fillFromState } from '../../src/uncertainty/xoshiro.ts'

it('xoshiro128++ gives the published words of the state 1, 2, 3, 4', () => {
  // From the authors' xoshiro128plusplus.c, as the rand_xoshiro crate prints them.
  const words = [
    641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
  ]
  const uniforms = new Float64Array(5)
  fillFromState(Uint32Array.of(1, 2, 3, 4), 0, uniforms, 0, 5)
  // A uniform is two words, the upper 26 bits of each, and a half of the last place.
  const expected = Array.from({ length: 5 }, (_, k) => {
    const high = BigInt(words[2 * k]!) >> 6n
    const low = BigInt(words[2 * k + 1]!) >> 6n
    return Number((high << 27n) | (low << 1n) | 1n) / 2 ** 53
  })
  expect(Array.from(uniforms)).toEqual(expected)
})

describe('plain uniforms', () => {
  it('lie evenly: a thousandth of them in each thousandth of the way', () => {
    const draws = 100_000
    const u = new Float64Array(draws)
    plainUniforms(1).fill(0, 0, 0, draws, u)
    const counts = new Float64Array(1000)
    for (const each of u) counts[Math.floor(each * 1000)]! += 1
    const chiSquare = counts.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0)
    // 999 degrees of freedom: mean 999, standard deviation 44.7; four of them either way.
    expect(Math.abs(chiSquare - 999)).toBeLessThan(4 * 44.7)
  })

  it('of neighbouring points, dimensions, replicates and seeds do not go together', () => {
    const draws = 20_000
    const columns = [
      [1, 0, 0, 0],
      [1, 0, 0, 1],
      [1, 0, 1, 0],
      [1, 1, 0, 0],
      [2, 0, 0, 0],
    ].map(([seed = 0, replicate = 0, dimension = 0, first = 0]) => {
      const u = new Float64Array(draws)
      plainUniforms(seed).fill(replicate, dimension, first, draws, u)
      return u
    })
    for (const [k, a] of columns.entries())
      for (const b of columns.slice(k + 1)) {
        const together = a.reduce((sum, u, i) => sum + 12 * (u - 0.5) * (b[i]! - 0.5), 0) / draws
        expect(Math.abs(together)).toBeLessThan(4 / Math.sqrt(draws))
      }
  })
})

describe('a seed', () => {
  it.each([
    ['0', 0],
    ['7', 7],
    ['9007199254740991', 9007199254740991],
    ['007', 7],
  ])('%s is read', (text, seed) => {
    expect(parseSeed(text)).toBe(seed)
  })
  it.each(['', '-1', '1.5', '1e3', ' 1', '9007199254740992', '99999999999999999', 'seven', '0x1'])(
    '"%s" is none',
    (text) => {
      expect(parseSeed(text)).toBeUndefined()
    },
  )
})
